import { MEASURES } from "../../core/codes.js";
import type { Measure } from "../../core/contract.js";
import type { FigureShapes } from "../../lang/figure-shapes.js";
import type { FigureWords } from "../../lang/figure-words.js";
import { fold } from "../../text/fold.js";
import type { Entry, GrammaticalNumber, Reading } from "../../text/word.js";
import { FLAGS } from "./flags.js";

export type { Flag } from "./flags.js";

/** A counted noun: what a number before it counts. */
export interface CountedNoun {
  /** `person` and `thing` are counted; `victim` says what befell the counted too; `not` is a unit. */
  readonly sort: "person" | "victim" | "thing" | "not";
  /** Short English noun, as the account calls the counted: `soldiers`. */
  readonly counted: string;
  /** What it is where its last letter is a pronoun: شقيقه, folded as شقيقة is. */
  readonly masculine: string | null;
  readonly unit: string;
  /** For a victim noun. */
  readonly measure: Measure | null;
  /** Null where the form does not tell a dual from a plural (مدنيين). */
  readonly number: GrammaticalNumber | null;
  /** A case of a medical report (حالة): a person only where it is carried or treated. */
  readonly medicalCase: boolean;
  /** A following phrase tells more of the group (عنصر من الشرطة). */
  readonly generic: boolean;
  readonly kin: boolean;
  /** A body (جثة): the noun behind it tells whose. */
  readonly body: boolean;
  readonly crowd: boolean;
  readonly event: boolean;
  readonly article: boolean;
  readonly preposition: string;
  readonly conjunction: string;
  readonly enclitic: string;
}

/** A verb or a verbal noun that says what befell those counted. */
export interface HarmWord {
  readonly kind: "verb" | "noun";
  readonly measure: Measure;
  /** Verbs: `subject` where the subject is the victim, `either` where only the clause tells. */
  readonly voice: "subject" | "either";
  /** A class that must stand in the clause for the word to have this sense. */
  readonly needs: (typeof NEEDS)[number] | null;
  /** What it says where that class stands nowhere: فقد ثلاثة حياتهم, but فقد ثلاثة alone. */
  readonly otherwise: Measure | null;
  /** A class that must stand in the clause before it: أودى before بحياة, a vehicle before تقل. */
  readonly after: (typeof AFTER)[number] | null;
  /** A class that gives the word another sense where it stands behind it: أوقف ثلاث مباريات. */
  readonly unless: (typeof UNLESS)[number] | null;
  /** Clauses run over it: it tells harm only where its clause says so (دفع 500 أسرة إلى النزوح). */
  readonly open: boolean;
  /** The form is also the past of another verb: توقف is "she arrests" and "he stopped". */
  readonly ambiguous: boolean;
  /** The preposition its object stands behind: استولى على. */
  readonly takes: string | null;
  readonly weak: boolean;
  /** Who stands behind it mourns: نعى الوزير. */
  readonly mourns: boolean;
  /** It befalls persons alone, so that a noun no lexicon has is one: مقتل X. */
  readonly personal: boolean;
  /** The only nouns it is said of: so many aircraft are shot down; other things fall. */
  readonly of: readonly string[] | null;
  /** Its victims are of an armed body: خسرت المقاومة ثلاثة من مقاتليها, but not three players. */
  readonly armed: boolean;
  readonly things: boolean;
  /** What the word says of persons, where it is first said of things: أحرق. */
  readonly persons: Measure | null;
  readonly number: GrammaticalNumber | null;
  readonly feminine: boolean;
  /** Present or future: said of what is, will be or may be. */
  readonly present: boolean;
  /** A joined س makes a future of it. */
  readonly future: boolean;
  readonly conjunction: string;
  readonly preposition: string;
  readonly enclitic: string;
}

/** A word that tells so many persons of a report who took part, came, went or stood before a court: شارك, غادر. */
export interface DeedWord extends HarmWord {
  /** Below so many it tells no count of an event, but for armed men. */
  readonly least: number;
}

export interface Role {
  readonly noun: CountedNoun | null;
  readonly harm: HarmWord | null;
  /** The verbal noun, where the same letters are first a verb: قتل behind a preposition. */
  readonly headed: HarmWord | null;
  readonly deed: DeedWord | null;
  /** English noun for the members of the body it names. */
  readonly affiliation: string | null;
  readonly hedgeBefore: "min" | "max" | "about" | null;
  readonly hedgeAfter: "min" | "max" | "about" | null;
  readonly vague: { readonly min: number; readonly max: number | null } | null;
  /** What a state told of somebody says: في عداد المفقودين. */
  readonly measure: Measure | null;
  readonly conjunction: string;
  readonly preposition: string;
  readonly article: boolean;
  readonly flags: ReadonlySet<string>;
}

const STATES: ReadonlySet<string> = new Set(["harm.state", "harm.resumed"]);

export const isMeasure = (name: string | undefined): name is Measure =>
  MEASURES.some((measure) => measure === name);

/**
 * A verb that may end a clause. Verbs that no layer reads mostly stand in a clause that describes a
 * noun ("a man driving his car was hurt"), and the reach of what befell him goes on behind it.
 */
const isTelling = ({ pos, features }: Entry): boolean =>
  pos === "verb" && features["persons"] !== "common";

/** What the readings of one form do; the fewest clitics come first. */
export function roleOf(readings: readonly Reading[], language: FigureWords): Role | null {
  const first = readings[0];
  if (!first) return null;
  const flags = new Set<string>();
  let noun: CountedNoun | null = null;
  let harm: HarmWord | null = null;
  let headed: HarmWord | null = null;
  let deed: DeedWord | null = null;
  let affiliation: string | null = null;
  let hedgeBefore: Role["hedgeBefore"] = null;
  let hedgeAfter: Role["hedgeAfter"] = null;
  let vague: Role["vague"] = null;
  let measure: Measure | null = null;
  /** The reading whose clitics count: the first that plays a part. */
  let main: Reading | null = null;
  const isVerb =
    readings.some(({ entry }) => isTelling(entry)) &&
    readings.every(({ entry }) => entry.pos === "verb" || entry.classes.includes("ordinary"));
  for (const reading of readings) {
    const { entry } = reading;
    for (const flag of FLAGS) {
      if (!entry.classes.includes(flag) || flags.has(flag)) continue;
      // A pronoun makes another word of a particle: فيه is no في before a noun, بينهم no بين.
      // own=yes asks for it: حياتهم, ديارهم.
      const wantsPronoun = entry.features["own"] === "yes";
      if ((reading.enclitic !== "") !== wantsPronoun) continue;
      flags.add(flag);
      if (STATES.has(flag) && isMeasure(entry.features["measure"]))
        measure = entry.features["measure"];
      main ??= reading;
    }
    if (entry.classes.some((name) => name.endsWith("month"))) flags.add("month");
    if (!noun) {
      noun = nounOf(reading, readings, language);
      if (noun) main ??= reading;
    }
    if (!harm) {
      harm = harmOf(reading, readings, HARM_CLASSES, language);
      if (harm) main ??= reading;
    } else if (harm.kind === "verb" && harm.conjunction === reading.conjunction) {
      const other = harmOf(reading, readings, HARM_CLASSES, language);
      if (other?.kind === "noun" && other.measure === harm.measure) headed ??= other;
    }
    if (!deed) {
      const told = harmOf(reading, readings, DEED_CLASSES, language);
      if (told) {
        deed = { ...told, least: Number(reading.entry.features["least"] ?? 0) };
        main ??= reading;
      }
    }
    if (!affiliation && entry.classes.includes("affiliation")) {
      affiliation = entry.features["group"] ?? null;
      main ??= reading;
    }
    if (!hedgeBefore && entry.classes.includes("hedge.before") && !reading.article) {
      hedgeBefore = boundOf(reading);
      main ??= reading;
    }
    if (!hedgeAfter && entry.classes.includes("hedge.after")) {
      hedgeAfter = boundOf(reading);
      main ??= reading;
    }
    if (!vague && entry.classes.includes("count.vague") && reading.enclitic === "") {
      const { min, max } = entry.features;
      vague = { min: Number(min), max: max === undefined ? null : Number(max) };
      main ??= reading;
    }
  }
  if (isVerb) flags.add("verb");
  if (readings.some(({ entry }) => isTelling(entry))) flags.add("verb.maybe");
  // طالبان is a movement, and no two students.
  if (flags.has("particle") || (affiliation && noun?.number === "dual")) noun = null;
  if (!main && (flags.size === 0 || (flags.size === 1 && flags.has("verb.maybe")))) return null;
  const clitics = main ?? first;
  return {
    noun,
    harm,
    headed,
    deed,
    affiliation,
    hedgeBefore,
    hedgeAfter,
    vague,
    measure,
    conjunction: clitics.conjunction,
    preposition: clitics.preposition,
    article: clitics.article,
    flags,
  };
}

function boundOf(reading: Reading): Role["hedgeBefore"] {
  const bound = reading.entry.features["bound"];
  return bound === "min" || bound === "max" || bound === "about" ? bound : null;
}

const SORTS = [
  ["victim", "victim"],
  ["counted.person", "person"],
  ["counted.thing", "thing"],
  ["counted.not", "not"],
] as const;

function nounOf(
  reading: Reading,
  all: readonly Reading[],
  { pronouns, shapes }: FigureWords,
): CountedNoun | null {
  const { entry } = reading;
  const sort = SORTS.find(([name]) => entry.classes.includes(name))?.[1];
  if (!sort) return null;
  const { features } = entry;
  // News speaks of nobody's own: سوري is no my-chapter.
  // A witness speaks of his own kin: قتلت زوجتي وابني.
  const isMine = pronouns.isMine(reading.enclitic) && features["mine"] === "yes";
  if (pronouns.isOfUsOrYou(reading.enclitic) && !isMine) return null;
  if (features["bound"] === "yes" && !reading.enclitic && !reading.article) return null;
  if (features["pronoun"] === "no" && reading.enclitic) return null;
  // الأبنية are buildings: ابنيه has its pronoun, and no article.
  if (features["owned"] === "yes" && reading.article) return null;
  const measure = features["measure"];
  const isPerson = sort === "person" || sort === "victim";
  return {
    sort,
    counted: features["counted"] ?? "persons",
    masculine: features["masculine"] ?? null,
    unit: features["unit"] ?? (isPerson ? "persons" : (features["counted"] ?? "units")),
    measure: sort === "victim" && isMeasure(measure) ? measure : null,
    number: fixedNumber(features["number"]) ?? numberOf(reading, all, shapes),
    medicalCase: features["case"] === "yes",
    generic: features["generic"] === "yes",
    body: features["body"] === "yes",
    kin: entry.classes.includes("counted.kin"),
    crowd: features["crowd"] === "yes",
    event: features["event"] === "yes",
    article: reading.article,
    preposition: reading.preposition,
    conjunction: reading.conjunction,
    enclitic: reading.enclitic,
  };
}

/** What a row says of its word, whatever its form: بشر are many. */
const fixedNumber = (told: string | undefined): GrammaticalNumber | null =>
  told === "singular" || told === "plural" || told === "dual" ? told : null;

/** Singular wins over dual (جنديا); a dual that may be a plural (مدنيين) is left open. */
function numberOf(
  reading: Reading,
  all: readonly Reading[],
  shapes: FigureShapes,
): GrammaticalNumber | null {
  const same = all.filter(
    (other) =>
      other.entry.lemma === reading.entry.lemma &&
      other.preposition === reading.preposition &&
      other.conjunction === reading.conjunction &&
      other.article === reading.article &&
      other.enclitic === reading.enclitic,
  );
  const numbers = new Set(same.map(({ number }) => number));
  // ضحية alone is as often a figure of speech (وقع ضحية).
  if (reading.entry.features["single"] === "no") numbers.delete("singular");
  // طفلاها: the accusative drops its alif before a pronoun, the dual keeps it.
  const endsInAlif = reading.enclitic !== "" && shapes.endsInAlif(reading.stem);
  if (endsInAlif && numbers.has("dual") && reading.entry.classes.includes("counted.kin"))
    return "dual";
  if (numbers.has("singular")) return "singular";
  if (numbers.has("dual") && numbers.has("plural")) {
    return reading.entry.features["two"] === "yes" && !reading.conjunction ? "dual" : null;
  }
  // صاروخي, عنصري: far oftener adjectives than the construct dual.
  // رجلي أمن: completed by its own second word; جنديي: no adjective ends so.
  const { stem } = reading;
  const isCompleted = stem.includes(" ") || shapes.isRelationalDual(stem);
  const free = reading.enclitic === "" && !isCompleted && !shapes.isDualOfFeminine(stem);
  if (reading.number === "dual" && reading.construct && free) return null;
  return numbers.has(reading.number) ? reading.number : null;
}

const NEEDS = [
  "camp",
  "carrier",
  "court",
  "fate.unknown",
  "harm.fate",
  "harm.flight",
  "harm.leaving",
  "harm.life",
  "harm.mercy",
  "harm.self",
  "harm.wound",
  "hospital",
  "prison",
  "protest",
] as const;
const AFTER = ["harm.end", "carrier", "raids", "fire.set"] as const;
const UNLESS = ["sport", "cited", "prize", "faculty", "mire", "rank", "hospital"] as const;

const HARM_CLASSES = { verb: "harm.verb", noun: "harm.noun" } as const;
const DEED_CLASSES = { verb: "deed.verb", noun: "deed.noun" } as const;

function harmOf(
  reading: Reading,
  all: readonly Reading[],
  classes: typeof HARM_CLASSES | typeof DEED_CLASSES,
  { joined }: FigureWords,
): HarmWord | null {
  const { entry } = reading;
  const isVerb = entry.classes.includes(classes.verb);
  if (!isVerb && !entry.classes.includes(classes.noun)) return null;
  const { measure, voice, needs, otherwise, after, unless, takes, weak, things, persons, open } =
    entry.features;
  // الإصابة names the thing in general; as a head the noun has no article.
  if (!isVerb && reading.article) return null;
  if (!isMeasure(measure)) return null;
  // أصيب باختناق tells how they were hurt.
  if (open === "yes" && !isVerb && reading.preposition === joined.by) return null;
  // "we killed", "I hit" tell no count of the news; س and ل before a verb are no report either.
  if (isVerb && (reading.number === null || reading.gender === null)) return null;
  return {
    kind: isVerb ? "verb" : "noun",
    measure,
    voice: voice === "subject" ? "subject" : "either",
    needs: NEEDS.find((name) => name === needs) ?? null,
    otherwise: isMeasure(otherwise) ? otherwise : null,
    after: AFTER.find((name) => name === after) ?? null,
    unless: UNLESS.find((name) => name === unless) ?? null,
    open: open === "yes",
    ambiguous:
      reading.tense === "present" &&
      all.some(({ entry: other, tense, conjunction }) => {
        const apart = other.pos === "verb" && tense === "past" && other.lemma !== entry.lemma;
        return apart && conjunction === reading.conjunction;
      }),
    takes: takes ? fold(takes) : null,
    weak: weak === "yes",
    mourns: entry.features["mourns"] === "yes",
    personal: entry.features["who"] === "person",
    armed: entry.features["who"] === "armed",
    of: entry.features["of"]?.split(",") ?? null,
    things: things === "yes",
    persons: isMeasure(persons) ? persons : null,
    number: reading.number,
    feminine: reading.gender === "feminine",
    present: reading.tense === "present",
    future: reading.preposition === joined.will,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    enclitic: reading.enclitic,
  };
}
