import type { GazetteerEntry } from "../../gazetteer/entry.js";
import { fold } from "../../text/fold.js";
import type { KnownName } from "./known-name.js";
import type { Scan } from "./scan.js";

/** Inhabitants from which a name is believed though its last letter is written carelessly. */
const WELL_KNOWN = 500_000;

/**
 * One word that spells a town and is likelier something else here: a common noun by its written
 * ending, a word with a pronoun (زواره), a family name behind a given one (محمد الرباط), a verb or
 * adverb (دوما) that nothing puts in a place.
 */
export function isDoubtfulWord(
  scan: Scan,
  at: number,
  { spelling }: KnownName,
  entry: GazetteerEntry,
): boolean {
  const { names } = scan.pack;
  const written = writtenAt(scan, at);
  if (!names.mayBePlace(written, entry.name)) return true;
  if (spelling.skip === 0 && at > 0 && isBehindGivenName(scan, at)) return true;
  if (isOfArticle(scan, at, spelling)) return true;
  // كسبها: "as" is joined to the names of lands and capitals, hardly to a town's.
  const like = spelling.preposition !== "" && !isOfPlace(scan, spelling.preposition);
  if (like && entry.type !== "capital" && !spelling.form.startsWith(names.article)) return true;
  // "65 بليون": a numeral, and no town behind "in".
  if (spelling.skip > 0 && scan.layer.words[at]?.classes.has("number.scale")) return true;
  const placed = (): boolean => spelling.preposition === names.locative || isPlaced(scan, at);
  // "النبطية: 6 شهداء": a heading of a list of places.
  const heads = scan.form(at + 1) === ":";
  if (scan.layer.words[at]?.classes.has("place-if-placed")) return !heads && !placed();
  const careless = names.mayEndInPronoun(written) && !names.mayEndInPronoun(entry.name);
  if (!careless || !endsAlike(scan.form(at), fold(entry.name))) return false;
  return (entry.population ?? 0) >= WELL_KNOWN ? !placed() : !isPlaced(scan, at);
}

/** "للحج": "for the pilgrimage" before it is "for Lahij". */
function isOfArticle(scan: Scan, at: number, spelling: KnownName["spelling"]): boolean {
  const { names } = scan.pack;
  if (spelling.preposition !== names.dative || spelling.form.startsWith(names.article))
    return false;
  // "للحج" is split in both ways; only the pilgrimage is a word.
  return scan
    .profile(at)
    .spellings.some(
      (one) =>
        one.preposition === names.dative &&
        one.form.startsWith(names.article) &&
        scan.pack.lexicon.word(one.form).readings.length > 0,
    );
}

/** "in", "for": what is joined to a place. */
const isOfPlace = ({ pack }: Scan, preposition: string): boolean =>
  preposition === pack.names.locative || preposition === pack.names.dative;

const endsAlike = (a: string, b: string): boolean => a.slice(-1) === b.slice(-1);

function writtenAt(scan: Scan, at: number): string {
  const { start, end } = scan.token(at);
  return scan.layer.text.slice(start, end);
}

function isBehindGivenName(scan: Scan, at: number): boolean {
  if (!scan.isWord(at - 1) || scan.token(at).breaks > 0) return false;
  const { part, ordinary } = scan.profile(at - 1);
  if (part !== "given") return false;
  // "سمر الرمادي": a name that is a word too, before what is shaped as a family's.
  return !ordinary || scan.pack.names.isFamilyShape(scan.form(at));
}

/**
 * Behind a preposition, a direction or a word for a place, or behind a noun that can be its own:
 * في دوما، شمال صيدا، أهالي تدمر. Not behind a verb or a particle.
 */
export function isPlaced(scan: Scan, at: number): boolean {
  if (at === 0 || !scan.isWord(at - 1)) return false;
  // "دمشق ودوما", and not "فيضانات وسيول": a noun owns nothing behind "and".
  if (scan.profile(at).conjunction) return scan.profile(at - 1).known.length > 0;
  const word = scan.layer.words[at - 1];
  if (!word) return false;
  const { classes, readings } = word;
  if (classes.has("name.in") || classes.has("direction")) return true;
  // "مدينة دوما"; the definite "الدولة دوما", "الطريق الأقصر" has said its own.
  if (classes.has("place-word"))
    return readings.some(({ entry, article }) => !article && entry.classes.includes("place-word"));
  // "جراء سيول": causes govern what happened, and no place.
  if (classes.has("preposition")) return !classes.has("clause");
  const [lightest] = readings;
  return (
    lightest !== undefined &&
    lightest.entry.pos === "noun" &&
    !lightest.article &&
    lightest.enclitic === ""
  );
}
