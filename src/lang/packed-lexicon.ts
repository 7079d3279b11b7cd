import { addTo } from "../core/grouping.js";
import { fold } from "../text/fold.js";
import type { Gender, GrammaticalNumber, Tense } from "../text/word.js";
import type { Inflected } from "./inflected.js";
import { type LexiconRow, parseLexicon, type SourceRow } from "./lexicon-row.js";

/**
 * A lexicon as it ships: its rows, and every inflected form with the rows that bear it. Made by
 * `npm run generate`, since inflecting thousands of rows is what a short run would wait for.
 */
export interface PackedLexicon {
  /** A line a row: its first four columns; see `parseLexicon`. */
  readonly rows: string;
  /** Lines `folded form <TAB> bearers`, sorted; see `SortedLines`. */
  readonly forms: string;
  /** The same of forms of several words. */
  readonly phrases: string;
}

/** A form's bearer: the row by its number, and what the form is of it. */
export interface Bearer {
  readonly row: number;
  readonly inflected: Inflected;
}

const NUMBERS: readonly (GrammaticalNumber | null)[] = [null, "singular", "dual", "plural"];
const GENDERS: readonly (Gender | null)[] = [null, "masculine", "feminine"];
const TENSES: readonly (Tense | null)[] = [null, "past", "present"];
/** First of the characters that stand for what a form is: no digit, no comma, no letter of base 36. */
const FIRST_CODE = 0x100;

/**
 * @param files lexicon files by name, as text
 * @param inflect all inflected forms of a row, in normal spelling or folded
 * @throws Error naming file and line for a row that cannot be read
 */
export function packLexicon(
  files: Readonly<Record<string, string>>,
  inflect: (row: LexiconRow) => Iterable<Inflected>,
): PackedLexicon {
  const rows = Object.keys(files)
    .sort()
    .flatMap((name) => parseLexicon(name, files[name] ?? ""));
  const forms = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  for (const [index, { row }] of rows.entries()) {
    for (const inflected of inflect(row)) {
      const form = fold(inflected.form);
      const table = form.includes(" ") ? phrases : forms;
      const bearer = index.toString(36) + codeOf(inflected);
      addTo(table, form, bearer);
    }
  }
  return {
    rows: rows.map(packedRow).join("\n"),
    forms: linesOf(forms),
    phrases: linesOf(phrases),
  };
}

/** Class of rows that only say "a common word": nobody asks for the lemma of one. */
const ORDINARY = "ordinary";

/** A row without what only made its forms: the forms left out, and the alternatives of common words. */
function packedRow({ source }: SourceRow): string {
  const [lemma = "", kind = "", classes = "", options = ""] = source.split("\t");
  const kept = options.split(/\s+/).filter((option) => !option.startsWith("not="));
  const shown = classes.trim() === ORDINARY ? (lemma.split("|")[0] ?? lemma) : lemma;
  return [shown, kind, classes, kept.join(" ")].join("\t");
}

const linesOf = (table: ReadonlyMap<string, readonly string[]>): string =>
  [...table]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([form, bearers]) => `${form}\t${bearers.join("")}`)
    .join("\n");

function codeOf({ number, gender, tense, construct, bound }: Inflected): string {
  const code =
    NUMBERS.indexOf(number) +
    NUMBERS.length *
      (GENDERS.indexOf(gender) +
        GENDERS.length *
          (TENSES.indexOf(tense) + TENSES.length * ((construct ? 1 : 0) + (bound ? 2 : 0))));
  return String.fromCharCode(FIRST_CODE + code);
}

/** Reads the bearers of a form. */
export function unpackBearers(form: string, packed: string): Bearer[] {
  const bearers: Bearer[] = [];
  let start = 0;
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at) - FIRST_CODE;
    if (code < 0) continue;
    const row = Number.parseInt(packed.slice(start, at), 36);
    bearers.push({ row, inflected: inflectedOf(form, code) });
    start = at + 1;
  }
  return bearers;
}

function inflectedOf(form: string, code: number): Inflected {
  let rest = code;
  const take = <T>(values: readonly T[]): T => {
    const value = values[rest % values.length] as T;
    rest = Math.floor(rest / values.length);
    return value;
  };
  const number = take(NUMBERS);
  const gender = take(GENDERS);
  const tense = take(TENSES);
  return { form, number, gender, tense, construct: (rest & 1) !== 0, bound: (rest & 2) !== 0 };
}
