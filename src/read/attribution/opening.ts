import type { TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** Between a verb of saying and أن, a colon or a quotation stand at most this many tokens. */
const LONGEST_APPROACH = 48;

/** What opens the content of a saying: أن/إن, a colon, a quotation mark. */
export interface Opening extends TokenRange {
  readonly kind: "that" | "colon" | "quote";
}

/**
 * The first opening after a verb at `at - 1`, within its clause: another verb of saying on the
 * way takes it for itself.
 */
export function findOpening(scene: Scene, at: number, limit: number): Opening | null {
  const end = Math.min(limit, at + LONGEST_APPROACH);
  let next = at;
  while (next < end) {
    const form = scene.form(next);
    if (scene.has(next, "that") && !isRelativeTail(scene, next)) {
      return { kind: "that", first: next, last: next + 1 };
    }
    if (form === ":") return { kind: "colon", first: next, last: next + 1 };
    if (scene.opensQuote(next)) {
      const close = scene.closingQuote(next, limit);
      const length = (close ?? limit) - next - 1;
      const before = scene.form(next - 1);
      const joined = /^(ب|بال|ل|لل|ك)$/.test(before);
      // A short quotation is a name in the phrase; a long one, or one at the end, is speech.
      if (!joined && (length > 6 || (next === at && length > 2))) {
        return { kind: "quote", first: next, last: next + 1 };
      }
      next = close === null || close >= end ? next + 1 : close + 1;
      continue;
    }
    if (next > at && isAnotherSaying(scene, next)) return null;
    next++;
  }
  return null;
}

/** بعد أن, قبل أن, منذ أن, على أن, يمكن أن … open a clause, not what is said. */
function isRelativeTail(scene: Scene, at: number): boolean {
  const before = scene.form(at - 1);
  return (
    /^(و|ف)?(بعد|قبل|منذ|دون|يجب|يمكن|ينبغي|قد|الا|كما|لا بد|حتي|من|عن)$/.test(before) &&
    scene.form(at) === "ان"
  );
}

function isAnotherSaying(scene: Scene, at: number): boolean {
  const participle = scene.reading(at, "speech.participle");
  if (participle && !participle.article && scene.isComma(at - 1)) return true;
  const reading = scene.reading(at, "speech.verb") ?? scene.reading(at, "speech.relay");
  if (!reading || reading.entry.features["guard"] || scene.nominalContext(at)) return false;
  if (scene.isNegated(at)) return false;
  if (scene.main(at)?.entry.pos !== "verb") return false;
  // "… الذي قال", "كان قد قال": the relative clause describes the speaker.
  return !scene.has(at - 1, "relative") && !scene.has(at - 1, "aspect") && reading.tense !== null;
}
