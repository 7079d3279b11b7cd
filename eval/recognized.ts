/** Scoring of what a reading layer finds against the cases of Recognizers-Text. */
import type { Expected, RecognizerCase } from "./recognizers.js";
import { type Finding, type Row, rate, share } from "./task.js";

/** One expression found in an input. */
export interface Recognized<V> {
  readonly text: string;
  readonly value: V;
}

export interface RecognizerScoring<V> {
  readonly name: string;
  readonly cases: readonly RecognizerCase[];
  readonly find: (item: RecognizerCase) => readonly Recognized<V>[];
  /** Whether the value agrees; null where the case gives none to compare. */
  readonly agrees: (expected: Expected, value: V, item: RecognizerCase) => boolean | null;
}

/** White space, and the punctuation that the cases sometimes leave on, make no difference. */
const comparable = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/^[\s.,،]+|[\s.,،]+$/g, "");

/**
 * Two rows: expressions found (the words must be the same), and of those found the share with
 * the right value.
 */
export function scoreRecognized<V>(scoring: RecognizerScoring<V>): readonly Row[] {
  const tally = { hits: 0, labelled: 0, given: 0 };
  const values = { right: 0, judged: 0 };
  const findings: Finding[] = [];
  const wrongValues: Finding[] = [];
  for (const item of scoring.cases) {
    const found = scoring.find(item);
    const left = [...found];
    tally.labelled += item.expected.length;
    tally.given += found.length;
    const note = (verdict: Finding["verdict"], text: string): Finding => ({
      verdict,
      record: String(item.index),
      at: null,
      text: `${text}  in «${item.input}»`,
    });
    for (const expected of item.expected) {
      const at = left.findIndex(({ text }) => comparable(text) === comparable(expected.text));
      const hit = left[at];
      if (!hit) {
        const instead = found.map(({ text }) => `«${text}»`).join(" ") || "nothing";
        findings.push(note("miss", `«${expected.text}» ← ${instead}`));
        continue;
      }
      left.splice(at, 1);
      tally.hits++;
      const agrees = item.ignoreValues ? null : scoring.agrees(expected, hit.value, item);
      if (agrees === null) continue;
      values.judged++;
      if (agrees) values.right++;
      else
        wrongValues.push(
          note("wrong", `${JSON.stringify(expected.value)} ← ${JSON.stringify(hit.value)}`),
        );
    }
    for (const { text, value } of left)
      findings.push(note("spurious", `«${text}» ${JSON.stringify(value)}`));
  }
  return [
    { name: scoring.name, ...rate(tally), findings },
    { name: `${scoring.name} value`, ...share(values.right, values.judged), findings: wrongValues },
  ];
}
