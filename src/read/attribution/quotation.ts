import type { TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** A quotation of fewer tokens, its marks counted, may be a word of the sentence that goes on behind it. */
const SHORTEST_SPEECH = 8;
/** Fewer than these are a word or a name, whatever stands behind. */
const SHORTEST_WORDS = 4;
/** Behind أن a shorter quotation may be a part of what is told. */
const SHORTEST_CLAUSE = 9;
/** The mark that closes a quotation of several sentences stands at most this far behind its first. */
const LONGEST_SPEECH = 500;

/**
 * Where words that begin with a quotation end: with its mark, where the report goes on in its own
 * voice behind it («"…"، وسجل اللاعب»), or with the last of several quotations in a row.
 * @param quotation from its opening mark to behind its closing one
 * @param clause behind أن: only a comma and a new clause end it
 * @returns null where what stands behind belongs to the words told
 */
export function endOfQuoted(
  scene: Scene,
  quotation: TokenRange,
  limit: number,
  clause: boolean,
): number | null {
  let { last } = quotation;
  let length = last - quotation.first;
  for (;;) {
    const next = behindMarks(scene, last, limit);
    if (next >= limit || !scene.opensQuote(next)) break;
    const close = scene.closingQuote(next, limit);
    if (close === null) return null;
    length += close - next;
    last = close + 1;
  }
  const next = behindMarks(scene, last, limit);
  if (next >= limit || continues(scene, next)) return null;
  const marked = next > last;
  // "قال إن «…»، واقتادت": what و joins is told of as well.
  if (
    clause &&
    (!marked || length < SHORTEST_CLAUSE || !(isAside(scene, next) || isGloss(scene, next)))
  )
    return null;
  if (!marked && length < SHORTEST_WORDS) return null;
  if (!marked && length < SHORTEST_SPEECH && !scene.has(next, "that.said")) return null;
  if (!marked && !beginsClause(scene, next)) return null;
  return last;
}

function behindMarks(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit && scene.token(at)?.kind === "punct" && !scene.isQuote(at)) at++;
  return at;
}

/** "وأن" goes on with what is said. */
function continues(scene: Scene, at: number): boolean {
  return scene.has(at, "that");
}

/** A verb or a clause of its own behind a quotation: "وسجل", "فيما", "قبل أن", "في إشارة إلى". */
function beginsClause(scene: Scene, at: number): boolean {
  const main = scene.main(at);
  if (main?.conjunction || scene.has(at, "clause.front")) return true;
  return isAside(scene, at) || scene.isVerb(at);
}

/** "دون مزيد من التفاصيل", "قبل أن", "في إشارة إلى". */
const isAside = (scene: Scene, at: number): boolean =>
  scene.has(at, "preposition") || scene.has(at, "negation.noun");

/** "«…»، وهي المرة الأولى": what the report says of it. */
const isGloss = (scene: Scene, at: number): boolean =>
  scene.has(at, "pronoun.personal") && scene.main(at)?.conjunction === scene.shape.and;

/** The mark that closes a speech already begun, behind the quotations inside it; null where none does. */
export function closingOfSpeech(scene: Scene, from: number, limit: number): number | null {
  let inside = 0;
  for (let at = from; at < limit; at++) {
    if (!scene.isQuote(at)) continue;
    if (scene.opensQuote(at)) inside++;
    else if (inside === 0) return at;
    else inside--;
  }
  return null;
}

/** A quotation that its sentence leaves open goes on only where a later mark of the text closes it. */
export function isClosedLater(scene: Scene, from: number): boolean {
  const limit = Math.min(scene.layer.tokens.length, from + LONGEST_SPEECH);
  return closingOfSpeech(scene, from, limit) !== null;
}
