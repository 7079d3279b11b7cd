import { MEASURES } from "../../core/codes.js";
import type { Measure } from "../../core/contract.js";
import type { FigureWords } from "../../lang/figure-words.js";
import { fold } from "../../text/fold.js";
import type { GrammaticalNumber, Reading } from "../../text/word.js";

export const isMeasure = (name: string | undefined): name is Measure =>
  MEASURES.some((measure) => measure === name);

const NEEDS = [
  "alive",
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

export const HARM_CLASSES = { verb: "harm.verb", noun: "harm.noun" } as const;
export const DEED_CLASSES = { verb: "deed.verb", noun: "deed.noun" } as const;

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
  /** One whom it is said of counts though the word is weak: إنقاذ طفلة. */
  readonly one: boolean;
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

/** What befell somebody, as a reading of a word tells it; null where it tells no harm. */
export function harmOf(
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
    one: entry.features["one"] === "yes",
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
