import {
  type Blame,
  blameIn,
  disclaimedIn,
  disownedIn,
  pointsBack,
  sideStem,
  sideWords,
  tellsTarget,
} from "../lang/ar/blame/blame.js";
import type { Deed } from "../lang/ar/blame/deeds.js";
import { type Commodity, commoditiesIn, isKindOf } from "../lang/ar/commodities.js";
import { isComplementizer } from "../lang/ar/complementizers.js";
import { countedAs } from "../lang/ar/counted-bodies.js";
import {
  addsToBefore,
  countsOthers,
  tellsAnother,
  tellsToo,
  turnsToAnother,
} from "../lang/ar/counts/another.js";
import { type CountDeed, countDeedOf } from "../lang/ar/counts/deeds.js";
import { deplores, headlinesDeploring } from "../lang/ar/counts/deplores.js";
import { comesOfSeveral, headlinesSeveral, tellsSeveral } from "../lang/ar/counts/several.js";
import { countsOne } from "../lang/ar/counts/single.js";
import { type CountStatus, countStatusOf } from "../lang/ar/counts/status.js";
import {
  type CountStep,
  stepOf,
  tellsSaidBefore,
  tellsSupplement,
} from "../lang/ar/counts/steps.js";
import {
  tellsBound,
  tellsDayCount,
  tellsLongTime,
  tellsPeriod,
  tellsThroughout,
} from "../lang/ar/counts/times.js";
import { countsBodies, peoplesIn, tellsAlone, tellsWhose } from "../lang/ar/counts/whose.js";
import { tellsWithin } from "../lang/ar/counts/within.js";
import { countWords } from "../lang/ar/counts/words.js";
import { lengthRules } from "../lang/ar/lengths.js";
import { excludesOffice, isSingleOffice, officeConcept } from "../lang/ar/office-concepts.js";
import { tellsNoHolder } from "../lang/ar/office-holders.js";
import { type Origin, originsIn } from "../lang/ar/origins.js";
import { arabic as arabicPack } from "../lang/ar/pack.js";
import {
  bringsInScripture,
  isFighter,
  isScriptureSpeaker,
  isSpokesperson,
} from "../lang/ar/spokespersons.js";
import { readNumbers } from "../read/numbers/numbers.js";
import { readTextLayer } from "../read/page/text-layer.js";
import { readDurations } from "../read/times/durations.js";
import { fold } from "../text/fold.js";

export type { CountDeed, CountStatus, CountStep, Deed };

/** What the fold must know of the words of a language, beyond what the reading has told it. */
export interface FoldLanguage {
  /** One name for the spellings of an office. */
  readonly officeConcept: (title: string) => string;
  /** Two offices of one state that one person does not hold at once. */
  readonly excludesOffice: (a: string, b: string) => boolean;
  /** An office that one person at a time holds in a state. */
  readonly isSingleOffice: (title: string) => boolean;
  /** What the members of a body are counted as ("police"); null where its name does not tell. */
  readonly countedAs: (bodyName: string) => string | null;
  /** A word after which what is said stands by itself ("that"). */
  readonly isComplementizer: (word: string) => boolean;
  readonly commoditiesIn: (text: string) => readonly Commodity[];
  readonly isKindOf: (narrow: Commodity, wide: Commodity) => boolean;
  /** A title, or a speaker's description, of one who speaks for a body. */
  readonly isSpokesperson: (title: string) => boolean;
  /** A speaker whom anybody may quote: God, the prophet. */
  readonly isScriptureSpeaker: (name: string) => boolean;
  /** Words that bring in scripture within a speech. */
  readonly bringsInScripture: (text: string) => boolean;
  /** A speaker's description, of one who attacks or fights outside a state's forces. */
  readonly isFighter: (name: string) => boolean;
  /** "His Highness": it names nobody. */
  readonly isHonorificAlone: (name: string) => boolean;
  /** Days for which something is told to hold ("for a period of two weeks"); null where none is. */
  readonly lengthIn: (words: string) => number | null;
  /** The words of a text as whatever below takes words wants them: without marks, folded. */
  readonly countWords: (text: string) => readonly string[];
  /** What sets a count apart from that of all who were hurt or killed, by the words beside it. */
  readonly countStatusOf: (
    before: readonly string[],
    own: readonly string[],
    after: readonly string[],
  ) => CountStatus | null;
  /** A length of weeks or more is told. */
  readonly tellsLongTime: (words: readonly string[]) => boolean;
  /** Several happenings are told together, by the words beside a figure or its sentence before it. */
  readonly tellsSeveral: (clause: readonly string[], sentence: readonly string[]) => boolean;
  /** A count is bounded by a day and a night ("in the last 24 hours"). */
  readonly tellsDayCount: (words: readonly string[]) => boolean;
  /** A sentence tells of a time with a beginning and an end. */
  readonly tellsPeriod: (words: readonly string[]) => boolean;
  /** People were counted throughout the time that the words tell. */
  readonly tellsThroughout: (words: readonly string[]) => boolean;
  /** The words in front of a time make it the first or last of a time in which people were counted. */
  readonly tellsBound: (before: readonly string[]) => boolean;
  /** What stands behind a figure tells that it comes of several happenings. */
  readonly comesOfSeveral: (behind: readonly string[]) => boolean;
  /** Whose dead are counted ("in the ranks of"), by the words on either side; "" where it is not named, null for all. */
  readonly tellsWhose: (before: readonly string[], after: readonly string[]) => string | null;
  /** A count of bodies. */
  readonly countsBodies: (own: readonly string[], after: readonly string[]) => boolean;
  /** Words that may name the people a count is of ("the Egyptian pilgrims"), of those before it. */
  readonly peoplesIn: (before: readonly string[]) => readonly string[];
  /** A sentence tells that its count was given before ("had announced"), by its words before the figure. */
  readonly tellsSaidBefore: (sentence: readonly string[]) => boolean;
  /** Those counted come beside others told before ("were killed too"). */
  readonly tellsToo: (before: readonly string[], after: readonly string[]) => boolean;
  /** A headline sums up several happenings. */
  readonly headlinesSeveral: (title: readonly string[]) => boolean;
  /** The numbers that a headline tells, in digits or words. */
  readonly numbersIn: (words: string) => readonly number[];
  /** Another happening than before is told, by the words of its sentence before a figure. */
  readonly tellsAnother: (sentence: readonly string[]) => boolean;
  /** A figure counts others than those before. */
  readonly countsOthers: (own: readonly string[], after: readonly string[]) => boolean;
  /** The words between two places put the first in the second ("on the island of"). */
  readonly tellsWithin: (between: readonly string[]) => boolean;
  /** What befell those counted, where no measure says it: saved, aboard, got away. */
  readonly countDeedOf: (
    before: readonly string[],
    own: readonly string[],
    after: readonly string[],
  ) => CountDeed | null;
  /** The words of a figure of one count, and do not only introduce somebody. */
  readonly countsOne: (own: readonly string[]) => boolean;
  /** "A first toll" and "rose to": where in a count that went on a figure stands. */
  readonly stepOf: (before: readonly string[], after: readonly string[]) => CountStep | null;
  readonly deplores: (words: readonly string[]) => boolean;
  /** A headline is of those who mourn or deplore. */
  readonly headlinesDeploring: (title: readonly string[]) => boolean;
  /** A sentence goes on from what its speaker announced before, by its words before a figure. */
  readonly tellsSupplement: (sentence: readonly string[]) => boolean;
  /** A count of a part of the place ("in that village alone"), by the words behind it. */
  readonly tellsAlone: (after: readonly string[]) => boolean;
  /** A sentence adds to the one before ("also", "as well"), by its first words. */
  readonly addsToBefore: (sentence: readonly string[]) => boolean;
  /** A sentence that turns from one speaker to another ("for his part"), by all its words before the figure. */
  readonly turnsToAnother: (sentence: readonly string[]) => boolean;
  /** Whom an accusation lays which deed to, by the words of its content; null where it is of no such deed. */
  readonly blameIn: (content: string) => Blame | null;
  /** The deed that the content of a denial disowns. */
  readonly disownedIn: (content: string) => Deed | null;
  /** The deed that somebody says he has nothing to do with. */
  readonly disclaimedIn: (content: string) => Deed | null;
  /** The words for a side that tell it from others. */
  readonly sideWords: (name: string) => readonly string[];
  /** Of such a word, folded, what stays where it is of a man and where it is of a woman or of many. */
  readonly sideStem: (word: string) => string;
  /** "The latter": a name for whoever was named before. */
  readonly pointsBack: (name: string) => boolean;
  /** What words tell to have brought a crash, a fire or a blast about. */
  readonly originsIn: (content: string) => readonly Origin[];
  /** A word that may tell what a deed was done to. */
  readonly tellsTarget: (word: string) => boolean;
  /** "Deputy", "former": who is named so does not hold the office. */
  readonly tellsNoHolder: (words: readonly string[]) => boolean;
  /** A word for a kind of place ("airport", "building"), which somebody can hold. */
  readonly isPlaceWord: (word: string) => boolean;
}

const SECONDS_OF_DAY = 86_400;

/** Only a length that "for", "a period of" brings in: an age or a distance in time is none. */
function lengthIn(words: string): number | null {
  const layer = readTextLayer(words, arabicPack);
  const found = readDurations(layer, readNumbers(layer, arabicPack), lengthRules());
  for (const { first, value } of found) {
    const told = [1, 2, 3, 4].some((back) =>
      layer.words[first - back]?.classes.has("time.duration-word"),
    );
    const joined = layer.tokens[first]?.form.startsWith(arabicPack.joined.to) ?? false;
    if ((told || joined) && value.seconds !== null && value.seconds >= SECONDS_OF_DAY) {
      return Math.round(value.seconds / SECONDS_OF_DAY);
    }
  }
  return null;
}

function numbersIn(words: string): readonly number[] {
  const found = readNumbers(readTextLayer(words, arabicPack), arabicPack);
  return found.flatMap(({ value: { kind, value } }) => (kind === "cardinal" ? [value] : []));
}

const classesOf = (word: string): ReadonlySet<string> =>
  arabicPack.lexicon.word(fold(word)).classes;

const arabic: FoldLanguage = {
  officeConcept,
  excludesOffice,
  isSingleOffice,
  countedAs,
  isComplementizer,
  commoditiesIn,
  isKindOf,
  isSpokesperson,
  isScriptureSpeaker,
  bringsInScripture,
  isFighter,
  isHonorificAlone: (name) => classesOf(name).has("style"),
  lengthIn,
  countStatusOf,
  tellsLongTime,
  tellsSeveral,
  tellsDayCount,
  tellsPeriod,
  tellsThroughout,
  tellsBound,
  comesOfSeveral,
  tellsWhose,
  peoplesIn,
  countsBodies,
  tellsSaidBefore,
  tellsToo,
  headlinesSeveral,
  numbersIn,
  tellsAnother,
  countsOthers,
  countDeedOf,
  tellsWithin,
  countsOne,
  stepOf,
  deplores,
  headlinesDeploring,
  tellsSupplement,
  tellsAlone,
  addsToBefore,
  turnsToAnother,
  tellsNoHolder,
  blameIn,
  disownedIn,
  disclaimedIn,
  sideStem,
  sideWords,
  pointsBack,
  originsIn,
  tellsTarget,
  countWords,
  isPlaceWord: (word) => classesOf(word).has("place-word"),
};
const plain: FoldLanguage = {
  officeConcept: fold,
  excludesOffice: () => false,
  isSingleOffice: () => false,
  countedAs: () => null,
  isComplementizer: () => false,
  commoditiesIn: () => [],
  isKindOf: () => false,
  isSpokesperson: () => false,
  isScriptureSpeaker: () => false,
  bringsInScripture: () => false,
  isFighter: () => false,
  isHonorificAlone: () => false,
  lengthIn: () => null,
  countStatusOf: () => null,
  tellsLongTime: () => false,
  tellsSeveral: () => false,
  tellsDayCount: () => false,
  tellsPeriod: () => false,
  tellsThroughout: () => false,
  tellsBound: () => false,
  comesOfSeveral: () => false,
  tellsWhose: () => null,
  peoplesIn: () => [],
  countsBodies: () => false,
  tellsSaidBefore: () => false,
  tellsToo: () => false,
  headlinesSeveral: () => false,
  numbersIn: () => [],
  tellsAnother: () => false,
  countsOthers: () => false,
  countDeedOf: () => null,
  tellsWithin: () => false,
  countsOne: () => true,
  stepOf: () => null,
  deplores: () => false,
  headlinesDeploring: () => false,
  tellsSupplement: () => false,
  tellsAlone: () => false,
  addsToBefore: () => false,
  turnsToAnother: () => false,
  tellsNoHolder: () => false,
  blameIn: () => null,
  disownedIn: () => null,
  disclaimedIn: () => null,
  sideStem: (word) => word,
  sideWords: () => [],
  pointsBack: () => false,
  originsIn: () => [],
  tellsTarget: () => false,
  countWords: () => [],
  isPlaceWord: () => false,
};

/** @param language ISO 639-1 code */
export function foldLanguage(language: string): FoldLanguage {
  return language === "ar" ? arabic : plain;
}
