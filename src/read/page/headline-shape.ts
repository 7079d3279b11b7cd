import type { LineMorphology } from "../../lang/line-morphology.js";
import { mainReading } from "../../text/word.js";
import { ITEM_MARKS } from "./furniture-marks.js";
import type { LexedText } from "./lines.js";
import type { PageLine } from "./page-lines.js";

/** Headlines of other reports have so many words. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 20;
/** The verb of a headline stands among its first words, behind its subject. */
const VERB_WITHIN = 6;
/** Nothing that begins with these is a headline: they go on with what was said. */
const GOING_ON: readonly string[] = [
  "that",
  "relative",
  "preposition",
  "negation",
  "aspect",
  "be",
  "clause.front",
  "clause.inner",
  "as-for",
  "then",
];

/**
 * A line with the grammar of a headline: no stop behind it, a noun first and its verb behind that
 * ("التحالف يؤكد …"), or two parts with a colon or two dots between them. Paragraphs of news begin
 * with their verb, verses and lists with neither.
 */
export function isHeadline(text: LexedText, line: PageLine, morphology: LineMorphology): boolean {
  const { tokens, words } = text;
  if (line.stopped || line.body || line.words < FEWEST_WORDS || line.words > MOST_WORDS)
    return false;
  const last = tokens[line.last - 1]?.form;
  if (last === ":" || last === "؛" || last === "،" || last === ",") return false;
  const opening = tokens[line.first];
  if (opening && opening.kind === "punct" && ITEM_MARKS.has(opening.form)) return false;
  let at = line.first;
  while (at < line.last && tokens[at]?.kind === "punct") at++;
  if (tokens[at]?.kind !== "word") return false;
  const first = words[at];
  if (!first || GOING_ON.some((name) => first.classes.has(name))) return false;
  if (isVerb(text, at) || line.joined) return false;
  return isTwofold(text, at, line) || hasVerbBehind(text, at, line, morphology);
}

const isVerb = ({ words }: LexedText, at: number): boolean => {
  const readings = words[at]?.readings ?? [];
  return readings.length > 0 && readings.every(({ entry }) => entry.pos === "verb");
};

/** "الوزير: …", "انفجار في الميناء.. والسلطات تحقق", a headline that the page cut short. */
function isTwofold({ tokens }: LexedText, first: number, line: PageLine): boolean {
  for (let at = first + 1; at < line.last; at++) {
    const { form } = tokens[at] ?? {};
    if (form === "…" || (form === "." && tokens[at + 1]?.form === ".")) return true;
    if (form === ":" && at - first <= VERB_WITHIN) return true;
    if (form === "|" && tokens[at + 1]?.form === "|") return true;
  }
  return false;
}

function hasVerbBehind(
  { tokens, words }: LexedText,
  first: number,
  line: PageLine,
  morphology: LineMorphology,
): boolean {
  let seen = 1;
  for (let at = first + 1; at < line.last && seen <= VERB_WITHIN; at++) {
    if (tokens[at]?.kind !== "word") continue;
    seen++;
    const word = words[at];
    if (!word) continue;
    if (word.classes.has("relative") || word.classes.has("that")) return false;
    const present = word.readings.some(
      ({ entry, tense, conjunction }) =>
        entry.pos === "verb" && tense === "present" && conjunction === "",
    );
    if (present) return true;
    const isKnown = word.readings.length > 0;
    if (mainReading(word) === null && morphology.isPresentShaped(word.form, isKnown)) return true;
  }
  return false;
}
