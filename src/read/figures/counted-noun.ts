import type { Measure } from "../../core/contract.js";
import type { FigureShapes } from "../../lang/figure-shapes.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { GrammaticalNumber, Reading } from "../../text/word.js";
import { isMeasure } from "./harm-word.js";

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

const SORTS = [
  ["victim", "victim"],
  ["counted.person", "person"],
  ["counted.thing", "thing"],
  ["counted.not", "not"],
] as const;

/** What a number before the word counts; null where the reading is of no such word. */
export function nounOf(
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
