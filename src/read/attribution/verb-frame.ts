import { fold } from "../../text/fold.js";
import type { Reading } from "../../text/word.js";

/** How a verb of saying takes its content, from its lexicon row. */
export interface VerbFrame {
  /** `object`, `addressee`, or folded prepositions. */
  readonly takes: ReadonlySet<string>;
  /** One of these must stand in the clause, else the word says nothing. */
  readonly needs: readonly string[];
  readonly guard: Guard | null;
  /** With this preposition in place of its object the verb is another: استبعد من. */
  readonly without: string | null;
  /** The preposition governs what it is about, never what is said: علق على. */
  readonly topic: boolean;
}

/**
 * What else the letters may be: a noun, the preposition بين, a verb that says something only of a
 * speaker (زاد), a copula (يعتبر), "it turned out" (تبين), what only documents do with an object
 * (أظهر), what dangers do (يهدد).
 */
const GUARDS = ["noun", "between", "speaker", "copula", "mute", "document", "danger"] as const;
type Guard = (typeof GUARDS)[number];

const frames = new WeakMap<Reading["entry"], VerbFrame>();

export function frameOf({ entry }: Reading): VerbFrame {
  let frame = frames.get(entry);
  if (!frame) {
    const list = (key: string): string[] => entry.features[key]?.split(",").map(fold) ?? [];
    frame = {
      takes: new Set(list("takes")),
      needs: list("needs"),
      guard: GUARDS.find((known) => known === entry.features["guard"]) ?? null,
      without: entry.features["without"] ? fold(entry.features["without"]) : null,
      topic: entry.features["topic"] === "yes",
    };
    frames.set(entry, frame);
  }
  return frame;
}
