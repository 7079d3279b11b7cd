import type { Measure } from "../../core/contract.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { Entry, Reading } from "../../text/word.js";
import { type CountedNoun, nounOf } from "./counted-noun.js";
import { FLAGS } from "./flags.js";
import {
  DEED_CLASSES,
  type DeedWord,
  HARM_CLASSES,
  type HarmWord,
  harmOf,
  isMeasure,
} from "./harm-word.js";

export type { CountedNoun } from "./counted-noun.js";
export type { Flag } from "./flags.js";
export type { DeedWord, HarmWord } from "./harm-word.js";

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
  // قتلى الإعصار: the dead, and no two killings.
  if (harm?.kind === "noun" && harm.number === "dual" && noun?.number === "plural") {
    if (noun.sort === "victim") harm = null;
  }
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
