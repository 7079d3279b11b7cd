import type { Demonym } from "../../gazetteer/entry.js";
import type { demonym, entry, headOf, longestFrom, NameNode } from "../../gazetteer/gazetteer.js";
import type { NameSpelling } from "../../lang/name-morphology.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { Reading, Word } from "../../text/word.js";
import { isFamily, isInflected, joinedIn, weightOf } from "./word-shape.js";

/** The part of the gazetteer that names are read with. */
export interface Gazetteer {
  readonly headOf: typeof headOf;
  readonly longestFrom: typeof longestFrom;
  readonly demonym: typeof demonym;
  readonly entry: typeof entry;
}

/** A spelling with the names of the gazetteer that begin with it. */
export interface KnownSpelling extends NameSpelling {
  readonly head: NameNode;
}

/** What part of a person's name a word can be. */
export type NamePart =
  | "given"
  | "surname"
  | "filial"
  | "patronym"
  | "prefix"
  | "tail"
  | "foreign"
  | "ordinal";

/** What a word may do in a name; worked out once for each distinct word. */
export interface Profile {
  /** No name, title, office, place word or body begins with it, many-word entries aside. */
  readonly inert: boolean;
  readonly spellings: readonly NameSpelling[];
  /** Spellings with which some name of the gazetteer begins. */
  readonly known: readonly KnownSpelling[];
  readonly demonym: Demonym | null;
  /** The spelling under which the word is that part of a name; the whole form where `skip` is 0. */
  readonly part: NamePart | null;
  readonly partSpelling: NameSpelling | null;
  /** A foreign given name: `origin=foreign`. */
  readonly foreign: boolean;
  /** Every other way to read it is no name: verbs, particles, common nouns. */
  readonly ordinary: boolean;
  /** A word that no noun phrase runs across: particle, preposition, pronoun, verb of saying. */
  readonly stop: boolean;
  /** Known without introduction, and no common word. */
  readonly famous: boolean;
  /** A word of time: it ends every name. */
  readonly time: boolean;
  /** An office with a pronoun behind it: "its head". */
  readonly possessed: Reading | null;
  /** A participle or general word that is an office only by its complement: عضو, منسق. */
  readonly vague: boolean;
  /** Begins with the article, what is joined in front of it aside. */
  readonly article: boolean;
  readonly conjunction: boolean;
  /** Preposition joined in front, where the rest is known with it; else empty. */
  readonly preposition: string;
  /** Letters of a joined "in" before the article; 0 without one. */
  readonly joinedIn: number;
  readonly title: Reading | null;
  readonly calling: Reading | null;
  readonly office: Reading | null;
  readonly counterpart: Reading | null;
  readonly org: Reading | null;
  readonly place: Reading | null;
  readonly direction: boolean;
  readonly portfolio: Reading | null;
  readonly status: Reading | null;
  readonly adjective: boolean;
  readonly officeFor: boolean;
  /** No row bears it, whatever it may be an inflected form of. */
  readonly unlisted: boolean;
  /** A given name under the article: a family name, الحسين, العلي. */
  readonly family: boolean;
  /** No lexicon knows it, nor has it the shape of a joined common word. */
  readonly unknown: boolean;
}

const PARTS: Readonly<Record<string, NamePart>> = {
  "given-name": "given",
  surname: "surname",
  "known-surname": "surname",
  "name.filial": "filial",
  "name.patronym": "patronym",
  "name.prefix": "prefix",
  "name.tail": "tail",
  "name.foreign": "foreign",
  "name.ordinal": "ordinal",
};
const STOPS = ["that", "relative", "negation", "aspect", "be", "preposition", "demonstrative"];
const TIMES: ReadonlySet<string> = new Set([
  "time.weekday",
  "time.bare-weekday",
  "time.month",
  "time.hijri-month",
  "time.modifier",
  "time.day-word",
  "time.now",
]);
/** Classes of rows that say nothing against a name. */
const NAME_CLASSES = new Set([...Object.keys(PARTS)]);

/** Shorter words in another spelling are other words. */
const SHORTEST_VARIANT = 5;

/** The first reading of the class that has no pronoun behind it. */
export function bareReading(word: Word, name: string): Reading | null {
  if (!word.classes.has(name)) return null;
  return word.readings.find((r) => r.enclitic === "" && r.entry.classes.includes(name)) ?? null;
}

/** No heavier than the lightest reading: ولي is a word before it is و + لي. */
function light(word: Word, name: string): Reading | null {
  const reading = bareReading(word, name);
  const lightest = word.readings[0];
  return reading && lightest && weightOf(reading) <= weightOf(lightest) ? reading : null;
}

export function profileOf(word: Word, pack: LanguagePack, gazetteer: Gazetteer): Profile {
  const { names } = pack;
  const spellings = names.spellings(word.form);
  const listed = knownOf(spellings, gazetteer);
  const known =
    listed.length > 0 || word.readings.length > 0 || word.form.length < SHORTEST_VARIANT
      ? listed
      : knownOf(
          spellings.flatMap((one) => names.variants(one.form).map((form) => ({ ...one, form }))),
          gazetteer,
        );
  let part: NamePart | null = null;
  let partSpelling: NameSpelling | null = null;
  let foreign = false;
  let lightestPart = Number.POSITIVE_INFINITY;
  let lightestOther = Number.POSITIVE_INFINITY;
  let stop = false;
  for (const reading of word.readings) {
    const weight = weightOf(reading);
    const name = reading.entry.classes.find((one) => PARTS[one] !== undefined);
    if (name !== undefined && reading.enclitic === "") {
      // A name takes no article that is not its own: السعيد is left to surnames.
      if (weight < lightestPart && !reading.article) {
        lightestPart = weight;
        part = PARTS[name] ?? null;
        foreign = reading.entry.features["origin"] === "foreign";
        partSpelling =
          spellings.find(
            (s) =>
              s.conjunction === (reading.conjunction !== "") &&
              s.preposition === reading.preposition,
          ) ?? null;
      }
    }
    if (!reading.entry.classes.every((one) => NAME_CLASSES.has(one))) {
      lightestOther = Math.min(lightestOther, weight);
      if (weight <= 1 && STOPS.some((one) => reading.entry.classes.includes(one))) stop = true;
    }
  }
  // بكر is no ب + كر: a name with joined words gives way to a lighter common word.
  if (lightestOther < lightestPart) {
    part = null;
    partSpelling = null;
  }
  if (!part) {
    const compound = spellings.find((s) => names.isCompound(s.form));
    if (compound && lightestOther > 0) {
      part = "given";
      partSpelling = compound;
    }
  }
  const whole = spellings[0];
  const lightest = word.readings[0];
  const bare = spellings.find((s) => s.form.startsWith(names.article) && s.skip <= 2);
  const article =
    names.article !== "" &&
    bare !== undefined &&
    bare.form.length > names.article.length + 1 &&
    (bare.skip === 0 || lightest === undefined || weightOf(lightest) > 0);
  let nation = gazetteer.demonym(word.form);
  if (!nation) {
    for (const spelling of spellings) {
      if (spelling.skip > 0 && spelling.conjunction) nation ??= gazetteer.demonym(spelling.form);
    }
  }
  const unlisted = word.readings.length === 0 && part === null;
  const inflected = unlisted && isInflected(word, pack);
  const office = light(word, "office");
  const org = light(word, "org");
  const place = light(word, "place-word");
  const profile: { -readonly [K in keyof Profile]: Profile[K] } = {
    inert: false,
    spellings,
    // No name begins with a particle: أن, أو.
    known: stop && part === null ? [] : known,
    demonym: nation,
    part,
    partSpelling: part ? (partSpelling ?? whole ?? null) : null,
    foreign,
    ordinary: lightestOther < Number.POSITIVE_INFINITY || inflected,
    stop,
    article,
    // A joined reading (بيربوك as ب + …) takes nothing from a whole name.
    famous: lightestOther > 0 && light(word, "known-surname") !== null,
    time: [...word.classes].some((name) => TIMES.has(name)),
    possessed: stop || word.classes.has("preposition") ? null : possessedOffice(word),
    vague: office?.entry.features["vague"] === "yes",
    conjunction: (lightest?.conjunction ?? "") !== "",
    preposition: lightest?.preposition ?? "",
    joinedIn: joinedIn(spellings, names),
    title: light(word, "title") ?? light(word, "honorific") ?? light(word, "title.short"),
    calling: light(word, "calling"),
    office: office && office.number !== "plural" && office.number !== "dual" ? office : null,
    counterpart: officeCounterpart(word),
    org: org && org.number !== "dual" ? org : null,
    place,
    direction: light(word, "direction") !== null,
    portfolio: light(word, "portfolio"),
    status: light(word, "office.status"),
    adjective: light(word, "office.adjective") !== null,
    officeFor: light(word, "office.for") !== null,
    unlisted,
    family: part === null && whole !== undefined && isFamily(whole.form, pack),
    unknown: unlisted && !inflected,
  };
  // Written in place: a copy by spread has a shape of its own for every word, and each of the
  // readers would look the fields up by name.
  profile.inert = isInert(profile, word);
  return profile;
}

function knownOf(spellings: readonly NameSpelling[], gazetteer: Gazetteer): KnownSpelling[] {
  const known: KnownSpelling[] = [];
  for (const { form, skip, conjunction, preposition } of spellings) {
    const head = gazetteer.headOf(form);
    if (head) known.push({ form, skip, conjunction, preposition, head });
  }
  return known;
}

function isInert(profile: Profile, word: Word): boolean {
  return (
    profile.part === null &&
    profile.known.length === 0 &&
    profile.ordinary &&
    profile.title === null &&
    profile.calling === null &&
    profile.office === null &&
    profile.counterpart === null &&
    profile.possessed === null &&
    profile.org === null &&
    profile.place === null &&
    profile.portfolio === null &&
    !profile.famous &&
    !word.classes.has("country-land") &&
    !word.classes.has("org.name") &&
    !word.classes.has("letter-name")
  );
}

function possessedOffice(word: Word): Reading | null {
  if (!word.classes.has("office")) return null;
  return (
    word.readings.find(
      (r) =>
        r.enclitic !== "" &&
        r.number === "singular" &&
        r.entry.classes.includes("office") &&
        !r.entry.classes.includes("title"),
    ) ?? null
  );
}

function officeCounterpart(word: Word): Reading | null {
  if (!word.classes.has("office.counterpart")) return null;
  return (
    word.readings.find(
      (r) => r.entry.classes.includes("office.counterpart") && r.number === "singular",
    ) ?? null
  );
}
