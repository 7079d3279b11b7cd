import type { Sentence } from "../../text/layer.js";
import type { Accord } from "./accord.js";
import { behindPointer, endAround } from "./accord-around.js";
import { clauseEnd, contentStart, mediumIn } from "./asides.js";
import type { Attribution, Speaker } from "./attribution-reading.js";
import { pointsBack } from "./back-reference.js";
import { recipientIn } from "./recipient.js";
import type { Told } from "./saying.js";
import type { Scene } from "./scene.js";
import type { Speech } from "./speech.js";
import { behindRecipient } from "./subject-bounds.js";

/** A saying whose verb stands this near to the segment's head covers all of it. */
const HEAD_TOKENS = 2;
/** Those who know of a thing themselves; bodies and outlets pass on what others say. */
const SOURCES: ReadonlySet<string> = new Set(["anonymous", "official", "person", "witness"]);
/** Fewer tokens than this are no clause of a saying. */
const SHORTEST_CLAUSE = 3;
/** What describes a source between commas, in front of what it says, has at most so many tokens. */
const LONGEST_ASIDE = 12;

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
    const told = behindRecipient(scene, accord.last, sentence.last);
    const content =
      answerBehind(scene, told, sentence.last) ?? contentStart(scene, told, sentence.last);
    // "وبحسب الوكالة، فقد ذكرت الوزارة أن": told by the one, said by the other.
    const tells = scene.has(content, "aspect") && scene.has(content + 1, "speech.verb");
    const start = tells ? content + 1 : content;
    const outlet = outletInAside(scene, accord.last, sentence.last);
    const through = outlet && !speech.own.is(outlet) ? [outlet, ...chain] : chain;
    if (!teller) speech.current = through;
    const whole = { ...value, chain: [...outer, ...through] };
    speech.add("attribution.according-to", start, teller?.last ?? sentence.last, whole);
    return start;
  }
  const close = behindPointer(scene, segment, accord.first);
  const end = wrap(speech, accord, value, segment, close);
  // "وفي وقت سابق، أعلنت الحكومة كذا، بحسب الوكالة": when it was said is nothing said.
  const whole = end === close;
  if (
    end > segment &&
    contentStart(scene, segment, end) < end &&
    (whole || holdsVerb(scene, segment, end))
  ) {
    const around = whole ? endAround(scene, accord, segment, sentence) : accord.first;
    const last = around > accord.first ? around : close;
    speech.add("attribution.according-to-trailing", segment, last, value);
    if (whole) speech.current = chain;
  }
  // "جاء ذلك على لسان المتحدث. وقال": whoever said it goes on.
  else if (close < accord.first) speech.current = chain;
  return accord.last;
}

/** "وهبط السهم بعدما أعلنت الشركة عن نتائجها، بحسب الوكالة": a clause of its own in front of what somebody says inside it. */
function holdsVerb(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (scene.isVerb(at)) return true;
  return false;
}

/**
 * "ووفقا له، فإن", "وبحسبه، كان": at the head of a sentence, whoever spoke last goes on.
 * @returns the token to go on with; null where no such thing stands
 */
export function applyPronoun(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene, current } = speech;
  const accord = scene.beginsSentence(at) ? scene.unit(at, "speech.accord") : null;
  if (!accord || !current) return null;
  const own = scene.shape.isOfOthers(accord.reading.enclitic);
  const him = scene.has(accord.last, "prep.pronoun");
  if (!own && !him) return null;
  const behind = own ? accord.last : accord.last + 1;
  const start = contentStart(scene, behind, sentence.last);
  speech.add("attribution.according-to", start, sentence.last, {
    chain: current,
    cue: { first: at, last: behind },
  });
  return start;
}

/**
 * "وفقا للمرصد، ومقره بريطانيا، فإن": behind an aside between commas the ف answers; "وبحسب المتحدث بالمنطقة فقد", behind
 * words that describe the source.
 */
function answerBehind(scene: Scene, from: number, limit: number): number | null {
  if (!scene.isComma(from)) {
    for (let at = from; at < Math.min(limit, from + LONGEST_ASIDE); at++) {
      if (scene.has(at, "then")) return at;
      if (!scene.isWord(at) || scene.isVerb(at) || scene.has(at, "that")) return null;
    }
    return null;
  }
  const close = clauseEnd(scene, from + 1, Math.min(limit, from + LONGEST_ASIDE));
  return scene.isComma(close) && scene.has(close + 1, "then") ? close + 1 : null;
}

/** "وحسب مصادر مطلعة، تحدثت لـ«كذا»، فإن": whom they told, in an aside between commas. */
function outletInAside(scene: Scene, from: number, limit: number): Speaker | null {
  if (!scene.isComma(from)) return null;
  const close = clauseEnd(scene, from + 1, Math.min(limit, from + LONGEST_ASIDE));
  return scene.isComma(close) ? recipientIn(scene, from + 1, close) : null;
}

/**
 * Puts the source around the segment's sayings; returns where its own, unattributed part ends.
 * @param close where what the source covers ends
 */
function wrap(speech: Speech, accord: Accord, value: Told, segment: number, close: number): number {
  const { scene, found, firstOfSentence } = speech;
  const { chain } = value;
  let end = close;
  for (let index = firstOfSentence; index < found.length; index++) {
    const inner = found[index];
    if (!inner || inner.first < segment || inner.first >= accord.first) continue;
    const known = inner.value.chain;
    const clause = ownClause(scene, accord, inner);
    if (clause !== null) {
      found[index] = { ...inner, last: clause };
      speech.add("attribution.according-to-trailing", clause, close, value);
      return segment;
    }
    // "أكدت مصادر يمنية …، بحسب المصادر": the same ones once more.
    const added = chain.filter(
      (link) => !known.some((one) => one.name === link.name || pointsBack(scene, link, one)),
    );
    found[index] = {
      ...inner,
      // "وسبب تسميتها بحسب الجمعية إلى نجوم": the same one once more, inside what it says.
      last:
        added.length === 0 && scene.has(accord.last, "preposition")
          ? inner.last
          : Math.min(inner.last, close),
      value: {
        ...inner.value,
        chain:
          isBehind(accord, known) || isWithin(scene, accord, inner)
            ? [...known, ...added]
            : [...added, ...known],
      },
    };
    const cue = inner.value.cue.first;
    end = Math.min(end, cue <= segment + HEAD_TOKENS ? segment : cue);
  }
  return end;
}

/** "ذكرت الصحيفة أن …، بحسب مصدر أمني": who is no outlet told it to the outlet that tells it. */
const isBehind = ({ deeper, speakers }: Accord, known: readonly Speaker[]): boolean =>
  deeper ||
  (known.every(({ kind }) => kind === "outlet") && speakers.every(({ kind }) => kind !== "outlet"));

/** "وبين المدير أنه ورد حسب فرق العد 17 سيارة": in the middle of what he says, and it goes on behind the source. */
const isWithin = (scene: Scene, { first, last, speakers }: Accord, inner: Attribution): boolean =>
  inner.last > last &&
  !scene.isComma(first - 1) &&
  scene.isWord(first - 1) &&
  inner.value.chain.at(-1)?.kind !== "document" &&
  (scene.isWord(last) || scene.token(last)?.kind === "number") &&
  speakers.every(({ kind }) => kind !== "outlet");

/**
 * "وأضاف المصدر أن الشاب نقل إلى المشفى، ولكنه توفي، بحسب مصدر طبي": of two sources of one kind the second
 * tells the last clause, not what the first said. Where that clause begins; null where the source stands around all of it.
 */
function ownClause(
  scene: Scene,
  { first, speakers, deeper }: Accord,
  inner: Attribution,
): number | null {
  const [source] = speakers;
  const origin = inner.value.chain.at(-1);
  if (deeper || !source || !origin || inner.last < first) return null;
  if (![source, origin].every(({ kind }) => SOURCES.has(kind))) return null;
  if (source.name === origin.name || inner.value.direct) return null;
  const close = scene.isComma(first - 1) ? first - 1 : first;
  for (let at = close - 1; at > inner.first + SHORTEST_CLAUSE; at--) {
    if (!scene.isComma(at)) continue;
    const readings = scene.layer.words[at + 1]?.readings ?? [];
    const joined = readings.some(({ conjunction }) => conjunction !== "");
    return joined || scene.has(at + 1, "clause.front") ? at + 1 : null;
  }
  return null;
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
