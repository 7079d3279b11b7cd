/**
 * The gazetteer: places, countries, institutions and nation adjectives by their folded Arabic
 * names. Compiled by `npm run generate` from GeoNames, country tables and the lexicons; nothing is
 * read at run time. Every look-up is linear in the length of the name, whatever the text.
 */
import { SortedLines } from "../text/sorted-lines.js";
import type { Demonym, GazetteerEntry, GazetteerMatch } from "./entry.js";
import { type PackedEntry, unpackBearers, unpackDemonyms, unpackEntry } from "./packing.js";
import { DEMONYMS, ENTRIES, PHRASES } from "./places.generated.js";

export type { Demonym, GazetteerEntry, GazetteerKind, GazetteerMatch } from "./entry.js";

/** What follows a token in names: the names that end with it, and the tokens they go on with. */
export interface NameNode {
  /** Packed bearers of the name that ends here; null where none does. */
  readonly packed: string | null;
  /** Tokens up to here. */
  readonly length: number;
  /** What `packed` holds, once it was asked for. */
  match: GazetteerMatch | null;
  readonly next: Map<string, NameNode> | null;
}

interface Demonyms {
  readonly article: string;
  readonly byForm: ReadonlyMap<string, Demonym>;
}

const phrases = new SortedLines(PHRASES);
/** First tokens of names that were met, and what follows them. */
const heads = new Map<string, NameNode>();
let lines: readonly string[] | null = null;
let demonyms: Demonyms | null = null;
const unpacked = new Map<number, PackedEntry>();

/** The names that begin with a folded token; null where none does. */
export function headOf(first: string): NameNode | null {
  let head = heads.get(first);
  if (!head) {
    if (!phrases.hasWord(first)) return null;
    const longer = phrases.phrasesOf(first);
    head = nodeOf(phrases.get(first), 1, longer.length > 0);
    for (const { key, value } of longer) {
      const tokens = key.split(" ");
      let node = head;
      for (let at = 1; at < tokens.length; at++) {
        const token = tokens[at] ?? "";
        const last = at === tokens.length - 1;
        const known = node.next?.get(token);
        // Sorted, so that a name is met before those that go on from it.
        const made = known ?? nodeOf(last ? value : null, at + 1, true);
        if (!known) node.next?.set(token, made);
        node = made;
      }
    }
    heads.set(first, head);
  }
  return head;
}

const nodeOf = (packed: string | null, length: number, goesOn: boolean): NameNode => ({
  packed,
  length,
  match: null,
  next: goesOn ? new Map() : null,
});

function unpack(position: number): PackedEntry {
  const known = unpacked.get(position);
  if (known) return known;
  lines ??= ENTRIES.split("\n");
  const entry = unpackEntry(lines[position] ?? "");
  unpacked.set(position, entry);
  return entry;
}

/** The entries are sorted by their ids. */
function positionOf(id: string): number | null {
  lines ??= ENTRIES.split("\n");
  const head = `${id}\t`;
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? "") < head) low = middle + 1;
    else high = middle;
  }
  return lines[low]?.startsWith(head) ? low : null;
}

function matchOf(packed: string, length: number): GazetteerMatch {
  const { bearers, commonWord } = unpackBearers(packed);
  return { entries: bearers.map(unpack), length, commonWord };
}

/** Entries asked for by their ids before. */
const asked = new Map<string, PackedEntry>();

function byId(id: string): PackedEntry | null {
  const known = asked.get(id);
  if (known) return known;
  const position = positionOf(id);
  if (position === null) return null;
  const entry = unpack(position);
  asked.set(id, entry);
  return entry;
}

/** Does any name begin with this folded token? */
export function startsWith(first: string): boolean {
  return heads.has(first) || phrases.hasWord(first);
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
  const head = headOf(first);
  return head ? longestFrom(head, form, start) : null;
}

/** The same for who knows `headOf` the first token. */
export function longestFrom(
  head: NameNode,
  form: (i: number) => string,
  start: number,
): GazetteerMatch | null {
  let node = head;
  let found: NameNode | null = node.packed === null ? null : node;
  for (let at = start + 1; node.next; at++) {
    const following = node.next.get(form(at));
    if (!following) break;
    node = following;
    if (node.packed !== null) found = node;
  }
  if (!found || found.packed === null) return null;
  found.match ??= matchOf(found.packed, found.length);
  return found.match;
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
