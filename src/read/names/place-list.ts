import type { GazetteerEntry } from "../../gazetteer/entry.js";
import { knownAt, nameless, readingOfEntry } from "./place.js";
import { bearerOfType, isIndefinite, isPart, type PlaceWord } from "./place-kind.js";
import { endOfUnknown, isListable, opensToponym } from "./place-unknown.js";
import type { Draft, Scan } from "./scan.js";

/** Names in one list behind "towns", "fronts": more is no list of places. */
const MOST_LISTED = 24;
const COMMAS: ReadonlySet<string> = new Set(["،", ","]);

interface Named {
  readonly first: number;
  readonly last: number;
  readonly entry: GazetteerEntry | null;
  readonly rule: string;
}

/**
 * "بلدات كفر نوران وتديل وكفر تعال", "أحياء X، Y وZ": names joined by commas and "and". Names that
 * no gazetteer has are believed where there are two of them.
 */
export function readList(
  scan: Scan,
  first: number,
  limit: number,
  word: PlaceWord,
): readonly Draft[] {
  const found: Draft[] = [];
  let at = first;
  let unknown = 0;
  while (at < limit && found.length < MOST_LISTED && scan.isWord(at)) {
    const item = listedAt(scan, at, limit, word, found.length > 0);
    if (!item) break;
    found.push(item);
    if (item.rule === "names.place-listed" && !opensToponym(scan, at, limit, true)) unknown++;
    at = item.last;
    if (COMMAS.has(scan.form(at))) at++;
    else if (at < limit && scan.isWord(at) && !opensItem(scan, at)) break;
  }
  return found.length > 1 || unknown === 0 ? found : [];
}

const opensItem = (scan: Scan, at: number): boolean =>
  scan.pack.names.spellings(scan.form(at)).some((one) => one.conjunction);

function listedAt(
  scan: Scan,
  at: number,
  limit: number,
  word: PlaceWord,
  further: boolean,
): Draft | null {
  if (isPart(scan, at)) return null;
  const known = knownAt(scan, at, limit);
  const skips = known?.spelling.skip ?? 0;
  if (known && (skips === 0 || (further && known.spelling.conjunction))) {
    const entry = bearerOfType(known.match.entries, word.type);
    const common = known.match.commonWord && isIndefinite(scan, at);
    if (entry && !common) {
      const named = { first: at, last: known.last, entry, rule: "names.place-word" };
      return listed(scan, named, skips, word);
    }
  }
  if (!word.introduces) return null;
  const joined = further
    ? scan.pack.names.spellings(scan.form(at)).find((one) => one.conjunction && one.skip === 1)
    : undefined;
  // Within a list a word need only be unlisted: بينين, though it may be inflected as بين is not.
  const likely = further ? scan.profile(at).unlisted : isListable(scan, at);
  if (!likely && !opensToponym(scan, at, limit, true)) return null;
  const skip = joined && joined.form.length > 2 ? joined.skip : 0;
  const last = opensToponym(scan, at, limit, true)
    ? at + 2
    : endOfUnknown(scan, at, limit, word.feminine, false);
  if (last === at) return null;
  return listed(scan, { first: at, last, entry: null, rule: "names.place-listed" }, skip, word);
}

function listed(scan: Scan, named: Named, skip: number, word: PlaceWord): Draft {
  const { first, last, entry, rule } = named;
  const value = entry
    ? readingOfEntry(scan, entry, first, last, skip)
    : { ...nameless, name: scan.words(first, last, skip), type: word.type, skip };
  return { first, last, rule, value };
}
