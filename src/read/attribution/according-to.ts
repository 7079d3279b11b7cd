import type { Sentence } from "../../text/layer.js";
import type { Accord } from "./accord.js";
import { clauseEnd, contentStart, mediumIn } from "./asides.js";
import type { Speaker } from "./attribution-reading.js";
import type { Speech } from "./speech.js";
import { behindRecipient } from "./verb-subject.js";

/** A saying whose verb stands this near to the segment's head covers all of it. */
const HEAD_TOKENS = 2;

/**
 * Applies "according to": in front it governs what follows; behind, the segment before it, around
 * what is attributed there already.
 * @param segment first token of the segment, behind the last "according to" of the sentence
 * @returns the token to go on with
 */
export function applyAccord(
  speech: Speech,
  accord: Accord,
  sentence: Sentence,
  segment: number,
): number {
  const { scene } = speech;
  const chain = inContext(speech, accord);
  const value = {
    chain,
    medium: mediumIn(scene, accord.first, accord.last),
    cue: { first: accord.first, last: accord.last },
  };
  if (accord.front) {
    // "وأوضح المدير أنه وفقا لموقع كذا فإن": told by him, said by the other.
    const teller = scene.has(accord.first - 1, "that") ? speech.enclosing(accord.first) : null;
    const outer = teller?.value.chain ?? [];
    if (!teller) speech.current = chain;
    const told = behindRecipient(scene, accord.last, sentence.last);
    const start = contentStart(scene, told, sentence.last);
    const whole = { ...value, chain: [...outer, ...chain] };
    speech.add("attribution.according-to", start, teller?.last ?? sentence.last, whole);
    return start;
  }
  const end = wrap(speech, accord, chain, segment);
  if (end > segment) {
    const whole = end === accord.first;
    const last = whole ? behindAside(speech, accord, sentence) : end;
    speech.add("attribution.according-to-trailing", segment, last, value);
    if (whole) speech.current = chain;
  }
  return accord.last;
}

/** "يصل السعر وفقا للموقع إلى ثلاثة ملايين": without a comma the clause goes on behind its source. */
function behindAside({ scene }: Speech, { first, last }: Accord, sentence: Sentence): number {
  const inside = !scene.isComma(first - 1) && scene.has(last, "preposition");
  return inside ? clauseEnd(scene, last, sentence.last) : first;
}

/** Puts the source around the segment's sayings; returns where its own, unattributed part ends. */
function wrap(
  { found, firstOfSentence }: Speech,
  accord: Accord,
  chain: readonly Speaker[],
  segment: number,
): number {
  let end = accord.first;
  for (let index = firstOfSentence; index < found.length; index++) {
    const inner = found[index];
    if (!inner || inner.first < segment || inner.first >= accord.first) continue;
    const known = inner.value.chain;
    const added = chain.filter((link) => !known.some(({ name }) => name === link.name));
    found[index] = {
      ...inner,
      last: Math.min(inner.last, accord.first),
      value: { ...inner.value, chain: accord.deeper ? [...known, ...added] : [...added, ...known] },
    };
    const cue = inner.value.cue.first;
    end = Math.min(end, cue <= segment + HEAD_TOKENS ? segment : cue);
  }
  return end;
}

/** "وفقا للمصادر ذاتها" are those named before; "وبحسب مصادرها", the outlet's named before. */
function inContext({ scene, current }: Speech, { speakers }: Accord): readonly Speaker[] {
  const first = speakers[0];
  if (!first || !current) return speakers;
  // "ذكر المرصد والفرقة نفسها": who is named is no other.
  const named = scene.name(first.first) !== null;
  if (!named && (scene.has(first.last - 1, "same") || scene.has(first.last, "same")))
    return current;
  const hers =
    scene.main(first.first)?.enclitic && !scene.has(first.first, "speaker.correspondent");
  const outlet = current[0];
  return hers && outlet?.kind === "outlet" ? [outlet, ...speakers] : speakers;
}
