import type { ReportReading } from "../../read/reading.js";
import { tokenize } from "../../text/tokens.js";
import type { LocalEntity } from "./local-entity.js";
import { parseName } from "./name.js";

/** What stands around a name, by which its bearer may be known in another report. */
export interface Surroundings {
  /** Stems of the words beside it in its sentence, and how they stand there. */
  readonly words: ReadonlyMap<string, string>;
  /** Others named in its report: key, and what it is called. */
  readonly beside: ReadonlyMap<string, string>;
  readonly walks: ReadonlySet<string>;
  /** It stands at the head of the report, where who wrote it is told. */
  readonly signs: boolean;
}

/** UTF-16 code units looked at before and behind a name. */
const BEFORE = 80;
const BEHIND = 60;
/** Words next to the name in which its bearer's walk of life is told. */
const WALK_BEFORE = 4;
const WALK_BEHIND = 3;
const MOST_MENTIONS = 2;
const SHORTEST_WORD = 3;
/** A byline ends within so many code units. */
const BYLINE = 45;
/** Words of a byline's line: "Khalid Ali - Sabaq - Jeddah:". */
const BYLINE_MARK = /^[^.،\n]{0,24}[-–—/]/;

export function surroundingsOf(
  locals: readonly LocalEntity[],
  readings: readonly ReportReading[],
): Surroundings {
  const words = new Map<string, string>();
  const beside = new Map<string, string>();
  const walks = new Set<string>();
  let signs = false;
  for (const local of locals) {
    const reading = readings[local.reading];
    if (!reading) continue;
    const { text, sentences } = reading.report;
    for (const { start, end } of local.entity.mentions.slice(0, MOST_MENTIONS)) {
      const sentence = sentences.find(([from, to]) => from <= start && start < to);
      const before = cut(text, Math.max(sentence?.[0] ?? 0, start - BEFORE), start);
      const behind = cut(text, end, Math.min(sentence?.[1] ?? text.length, end + BEHIND));
      lookAt(before, -WALK_BEFORE, local, words, walks);
      lookAt(behind, WALK_BEHIND, local, words, walks);
      signs ||= start < BYLINE && BYLINE_MARK.test(text.slice(end, end + BYLINE));
    }
    for (const other of reading.entities) {
      const key = keyOf(other.ref, other.name, local);
      if (key !== null && other.id !== local.entity.id) beside.set(key, other.name);
    }
  }
  return { words, beside, walks, signs };
}

/** Whole words of `[start, end)`. */
function cut(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  if (from > 0 && /\S/.test(text[from - 1] ?? " "))
    while (from < to && /\S/.test(text[from] ?? " ")) from++;
  if (/\S/.test(text[to] ?? " ")) while (to > from && /\S/.test(text[to - 1] ?? " ")) to--;
  return text.slice(from, to);
}

/** @param near how many words count for the walk of life: the last ones where negative */
function lookAt(
  piece: string,
  near: number,
  { name, spelling }: LocalEntity,
  words: Map<string, string>,
  walks: Set<string>,
): void {
  const forms = tokenize(piece)
    .filter(({ kind }) => kind === "word")
    .map(({ form }) => form);
  for (const form of near < 0 ? forms.slice(near) : forms.slice(0, near)) {
    const walk = spelling.walkOf(form);
    if (walk !== null) walks.add(walk);
  }
  for (const form of forms) {
    const stem = spelling.stemOf(form);
    const isTelling =
      form.length >= SHORTEST_WORD &&
      stem.length >= SHORTEST_WORD &&
      !spelling.isCommonWord(form) &&
      !spelling.isCommonWord(spelling.bareForm(form)) &&
      !spelling.isGivenName(form) &&
      !spelling.isFunctionWord(form) &&
      !name.words.includes(form);
    if (isTelling && !words.has(stem)) words.set(stem, form);
  }
}

/** Countries and lone names are told everywhere; who bears a word of the name himself tells nothing. */
function keyOf(
  ref: string | null,
  name: string,
  { name: own, spelling }: LocalEntity,
): string | null {
  if (ref !== null) return /^(?:country|region|world|continent):/.test(ref) ? null : ref;
  const other = parseName(name, spelling);
  if (other.parts < 2 || other.words.some((word) => own.words.includes(word))) return null;
  return other.bare;
}
