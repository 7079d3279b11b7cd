/**
 * The gazetteer: places, countries, institutions and nation adjectives by their folded Arabic
 * names. Compiled by `npm run generate` from GeoNames, country tables and the lexicons; nothing is
 * read at run time. Every look-up is linear in the length of the name, whatever the text.
 */
import type { Demonym, GazetteerEntry, GazetteerMatch } from "./entry.js";
import { type PackedEntry, unpackBearers, unpackDemonyms, unpackEntry } from "./packing.js";
import { DEMONYMS, ENTRIES, PHRASES } from "./places.generated.js";

export type { Demonym, GazetteerEntry, GazetteerKind, GazetteerMatch } from "./entry.js";

interface Index {
  /** Folded phrase → its packed bearers. */
  readonly phrases: ReadonlyMap<string, string>;
  /** First token → number of tokens of the longest phrase that it begins. */
  readonly longest: ReadonlyMap<string, number>;
}

interface Demonyms {
  readonly article: string;
  readonly byForm: ReadonlyMap<string, Demonym>;
}

let index: Index | null = null;
let lines: readonly string[] | null = null;
let lineOfId: ReadonlyMap<string, number> | null = null;
let demonyms: Demonyms | null = null;
const unpacked = new Map<number, PackedEntry>();

function phraseIndex(): Index {
  if (index) return index;
  const phrases = new Map<string, string>();
  const longest = new Map<string, number>();
  let from = 0;
  while (from < PHRASES.length) {
    const tab = PHRASES.indexOf("\t", from);
    const newline = PHRASES.indexOf("\n", tab);
    const to = newline === -1 ? PHRASES.length : newline;
    const phrase = PHRASES.slice(from, tab);
    phrases.set(phrase, PHRASES.slice(tab + 1, to));
    let tokens = 1;
    let firstEnd = -1;
    for (let at = phrase.indexOf(" "); at !== -1; at = phrase.indexOf(" ", at + 1)) {
      if (firstEnd === -1) firstEnd = at;
      tokens++;
    }
    const first = firstEnd === -1 ? phrase : phrase.slice(0, firstEnd);
    if ((longest.get(first) ?? 0) < tokens) longest.set(first, tokens);
    from = to + 1;
  }
  index = { phrases, longest };
  return index;
}

function unpack(position: number): PackedEntry {
  const known = unpacked.get(position);
  if (known) return known;
  lines ??= ENTRIES.split("\n");
  const entry = unpackEntry(lines[position] ?? "");
  unpacked.set(position, entry);
  return entry;
}

/** Packed bearers → their entries; the same names are met over and over. */
const bearings = new Map<string, Pick<GazetteerMatch, "entries" | "commonWord">>();

function bearersOf(packed: string): Pick<GazetteerMatch, "entries" | "commonWord"> {
  const known = bearings.get(packed);
  if (known) return known;
  const { bearers, commonWord } = unpackBearers(packed);
  const read = { entries: bearers.map(unpack), commonWord };
  bearings.set(packed, read);
  return read;
}

function byId(id: string): PackedEntry | null {
  if (!lineOfId) {
    lines ??= ENTRIES.split("\n");
    const positions = new Map<string, number>();
    for (const [i, line] of lines.entries()) positions.set(line.slice(0, line.indexOf("\t")), i);
    lineOfId = positions;
  }
  const position = lineOfId.get(id);
  return position === undefined ? null : unpack(position);
}

/** A cheap test before `longestAt`: does any name begin with this folded token? */
export function startsWith(first: string): boolean {
  return phraseIndex().longest.has(first);
}

/**
 * The longest name that begins at token `start`.
 * @param form the folded form of token `i`, with its article; "" past the end of the sentence
 * @param first stands for the first token's form, after its proclitic was split off
 */
export function longestAt(
  form: (i: number) => string,
  start: number,
  first: string = form(start),
): GazetteerMatch | null {
  const { phrases, longest } = phraseIndex();
  const most = longest.get(first);
  if (most === undefined) return null;
  let phrase = first;
  let found = phrases.get(phrase);
  let length = 1;
  for (let tokens = 2; tokens <= most; tokens++) {
    const next = form(start + tokens - 1);
    if (next === "") break;
    phrase = `${phrase} ${next}`;
    const bearers = phrases.get(phrase);
    if (bearers !== undefined) {
      found = bearers;
      length = tokens;
    }
  }
  if (found === undefined) return null;
  const { entries, commonWord } = bearersOf(found);
  return { entries, length, commonWord };
}

/** Looks up one whole folded name, its tokens joined by single spaces. */
export function named(phrase: string): GazetteerMatch | null {
  const tokens = phrase.split(" ");
  const match = longestAt((i) => tokens[i] ?? "", 0);
  return match?.length === tokens.length ? match : null;
}

export function entry(id: string): GazetteerEntry | null {
  return byId(id);
}

/** Every known spelling of an entry, as written, the preferred one first. */
export function forms(id: string): readonly string[] {
  return byId(id)?.forms ?? [];
}

/** ISO 3166-1 alpha-2 of the country an entry lies in or belongs to. */
export function countryOf(id: string): string | null {
  return byId(id)?.country ?? null;
}

/** Reads an inflected nation adjective or people's name, with or without its article. */
export function demonym(form: string): Demonym | null {
  demonyms ??= readDemonyms();
  const { article, byForm } = demonyms;
  const bare = byForm.get(form);
  if (bare) return bare;
  return form.startsWith(article) ? (byForm.get(form.slice(article.length)) ?? null) : null;
}

function readDemonyms(): Demonyms {
  const [article = "", ...packed] = DEMONYMS.split("\n");
  const byForm = new Map<string, Demonym>();
  for (const line of packed) {
    for (const [form, one] of unpackDemonyms(line)) if (!byForm.has(form)) byForm.set(form, one);
  }
  return { article, byForm };
}

/** ISO 3166-1 alpha-2 of a nation adjective in any inflection; null for peoples without a state. */
export function nationality(form: string): string | null {
  return demonym(form)?.country ?? null;
}
