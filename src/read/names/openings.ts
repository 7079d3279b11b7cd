import type { LanguagePack } from "../../lang/pack.js";
import type { Word } from "../../text/word.js";
import { endingOf } from "./endings.js";
import { bareReading, type Profile } from "./profile.js";

/**
 * What a token may open, as bits of one integer, so that a reader is asked only where something of
 * its own can begin. A bit that is not set rules that out; one that is set proves nothing.
 */
export enum Opening {
  Word = 1 << 0,
  /** No name, title, office, place word or body begins here. */
  Inert = 1 << 1,
  /** A many-word entry of the lexicon begins here. */
  Phrase = 1 << 2,
  /** A title, a calling or an office. */
  Role = 1 << 3,
  /** A body by its head word, its portfolio, or a fixed name. */
  Body = 1 << 4,
  /** A word for a kind of place. */
  PlaceWord = 1 << 5,
  /** A name that the gazetteer has. */
  Known = 1 << 6,
  /** A part of a country. */
  Region = 1 << 7,
  /** A name that no list has, of a place or a club. */
  Unlisted = 1 << 8,
  /** The name of a foreign letter, and no common word. */
  Letter = 1 << 9,
  /** A person's name without a role in front of it. */
  Person = 1 << 10,
  /** A nation adjective, or the name of a people. */
  Nation = 1 << 11,
  /** The word "in". */
  In = 1 << 12,
  Sport = 1 << 13,
}

/** What a many-word entry may open. */
const OF_PHRASE = Opening.Phrase | Opening.Role | Opening.Body | Opening.Letter | Opening.Person;

/** What some reader of names begins with. */
const READ =
  Opening.Role |
  Opening.Body |
  Opening.PlaceWord |
  Opening.Known |
  Opening.Region |
  Opening.Unlisted |
  Opening.Letter |
  Opening.Person;

/** Above the bits: how the word ends. */
const ENDING_SHIFT = 14;

/** What a word may open where no many-word entry begins with it; its ending in the bits above. */
export function openingsOf(word: Word, profile: Profile, { names }: LanguagePack): number {
  const { classes } = word;
  const { office, counterpart, possessed, title, calling } = profile;
  const role = office ?? counterpart ?? possessed ?? title ?? calling;
  const body = profile.org !== null || classes.has("org.name") || classes.has("portfolio");
  return (
    Opening.Word |
    (profile.inert ? Opening.Inert : 0) |
    (role ? Opening.Role : 0) |
    (body ? Opening.Body : 0) |
    (profile.place ? Opening.PlaceWord : 0) |
    (profile.known.length > 0 && !bareReading(word, "never-a-place") ? Opening.Known : 0) |
    (classes.has("region-part") || classes.has("country-land") ? Opening.Region : 0) |
    (profile.unlisted && names.isOwnScript(word.form) ? Opening.Unlisted : 0) |
    (isLetter(word) ? Opening.Letter : 0) |
    (profile.part !== null || profile.unknown ? Opening.Person : 0) |
    (profile.demonym ? Opening.Nation : 0) |
    (classes.has("name.in") ? Opening.In : 0) |
    (classes.has("sport") ? Opening.Sport : 0) |
    (endingOf(word.form) << ENDING_SHIFT)
  );
}

/** The same of a token at which a many-word entry begins. */
export const withPhrase = (openings: number): number => (openings | OF_PHRASE) & ~Opening.Inert;

/** Whether some reader of names has to look closer. */
export const isRead = (openings: number): boolean =>
  (openings & Opening.Inert) === 0 && (openings & READ) !== 0;

/** The number of the ending of the word; see `endingOf`. */
export const endingIn = (openings: number): number => openings >>> ENDING_SHIFT;

function isLetter(word: Word): boolean {
  const reading = bareReading(word, "letter-name");
  return reading !== null && !reading.article && reading.entry.features["weak"] !== "yes";
}
