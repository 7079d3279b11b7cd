import { markOf } from "../../text/marks.js";
import { perWord } from "../../text/per-word.js";
import type { Word } from "../../text/word.js";

/** What a word does in a number; see the classes `number.*` of a lexicon. */
export interface NumberWord {
  readonly role:
    | "unit"
    | "one-of"
    | "two-of"
    | "tens"
    | "hundred"
    | "hundreds"
    | "scale"
    | "scale-plural"
    | "scale-alif"
    | "scale-dual"
    | "fraction"
    | "parts"
    | "minus"
    | "ordinal"
    | "ordinal-feminine"
    | "article";
  readonly value: number;
  /** The share that the same letters tell before a definite noun (خمس السكان); null for most. */
  readonly share: number | null;
  /** Makes 11 to 19 of the unit before it. */
  readonly teen: boolean;
  readonly conjunction: string;
  readonly preposition: string;
  readonly article: boolean;
}

const ROLES = [
  "unit",
  "one-of",
  "two-of",
  "tens",
  "hundreds",
  "hundred",
  "scale-dual",
  "scale-alif",
  "scale-plural",
  "scale",
  "fraction",
  "parts",
  "minus",
  "ordinal-feminine",
  "ordinal",
  "article",
] as const;

/** The part a word can play in a number, worked out once for each distinct form. */
export const numberWordOf: (word: Word) => NumberWord | null = perWord(analyse);

/** Mark of the tokens whose word can play a part in a number. */
export const NUMBER_WORD = markOf([], (word) => numberWordOf(word) !== null);

function analyse(word: Word): NumberWord | null {
  // Fewest clitics first; a pronoun behind a number word (ثلثهم, خمسها) makes no number of it.
  for (const reading of word.readings) {
    if (reading.enclitic !== "") continue;
    const role = ROLES.find((name) => reading.entry.classes.includes(`number.${name}`));
    if (!role) continue;
    return {
      role,
      value: Number(reading.entry.features["value"] ?? 0),
      share: shareOf(word),
      teen: reading.entry.classes.includes("number.teen"),
      conjunction: reading.conjunction,
      preposition: reading.preposition,
      article: reading.article,
    };
  }
  return null;
}

function shareOf(word: Word): number | null {
  const reading = word.readings.find(({ entry }) => entry.classes.includes("number.fifth"));
  if (!reading || reading.article || reading.enclitic !== "") return null;
  return Number(reading.entry.features["value"]);
}
