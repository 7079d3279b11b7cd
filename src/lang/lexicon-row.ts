import type { Entry } from "../text/word.js";

/** One row of a lexicon file: an `Entry` with the forms it lists. */
export interface LexiconRow extends Entry {
  /** Forms given by hand, by what they are: `pl`, `f`, `also` …; `not` are forms left out. */
  readonly listed: Readonly<Record<string, readonly string[]>>;
}

/** Keys of the fourth column that list forms; every other key is a feature of the entry. */
const FORM_KEYS = new Set(["pl", "f", "also", "dual", "jussive", "not"]);
const KINDS: Readonly<Record<string, Entry["pos"]>> = {
  v: "verb",
  n: "noun",
  a: "adjective",
  x: "fixed",
};

const STROKE = "|";

/** A row as it stands in its file, without the reason: the first four columns. */
export interface SourceRow {
  readonly source: string;
  readonly row: LexiconRow;
}

/**
 * Reads a lexicon file. Columns, separated by tabs:
 *
 *     lemma   kind (v n a x)   classes, by spaces   key=value, by spaces   reason or source
 *
 * A value holds several by commas, and `_` for a space. Blank lines and `#` comments are passed
 * over; a comment gives the reason for the rows below it that have none of their own.
 * @throws Error naming file and line for a row that cannot be read
 */
export function parseLexicon(file: string, text: string): SourceRow[] {
  const rows: SourceRow[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const source = line.split("\t").slice(0, 4).join("\t");
    rows.push({ source, row: parseRow(source, `${file}:${index + 1}`) });
  }
  return rows;
}

/**
 * Reads the first four columns of a row.
 * @param where file and line, for the message of an error
 */
export function parseRow(source: string, where: string): LexiconRow {
  const [lemma = "", kind = "", classes = "", options = ""] = source.split("\t");
  const pos = KINDS[kind.trim()];
  if (!pos || lemma.trim() === "" || classes.trim() === "") {
    throw new Error(
      `${where}: a lexicon row needs lemma, kind (v n a x) and class by tabs: ${source}`,
    );
  }
  // A noun or a verb is inflected from one lemma: of forms by strokes it would make none.
  if (pos !== "fixed" && lemma.includes(STROKE)) {
    throw new Error(`${where}: only rows of kind x list forms by ${STROKE}: ${source}`);
  }
  const listed: Record<string, readonly string[]> = {};
  const features: Record<string, string> = {};
  for (const option of options.split(/\s+/).filter(Boolean)) {
    const equals = option.indexOf("=");
    if (equals < 1) throw new Error(`${where}: expected key=value, got ${option}`);
    const key = option.slice(0, equals);
    const value = option.slice(equals + 1).replaceAll("_", " ");
    if (FORM_KEYS.has(key)) listed[key] = value.split(",");
    else features[key] = value;
  }
  const names = classes.trim().split(/\s+/).map(nameOf);
  return { lemma: lemma.trim(), pos, classes: names, features, listed };
}

const names = new Map<string, string>();

/**
 * The one string of all rows that name this class, and of the code that asks for it: the engine
 * keeps the names of properties once, and then tells by its address alone that it is another name.
 */
function nameOf(name: string): string {
  let known = names.get(name);
  if (known === undefined) {
    known = Object.keys({ [name]: 0 })[0] ?? name;
    names.set(name, known);
  }
  return known;
}
