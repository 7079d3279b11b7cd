import type { Role } from "../ontology/roles.js";
import type { RuleSet } from "../rules/compile.js";
import type { Reading, Word } from "../text/word.js";

/** How a language tells of events, as far as its letters go. Forms are folded. */
export interface EventMorphology {
  /** How far an event reaches; true for the whole of a country. */
  readonly extents: RuleSet<boolean>;
  /**
   * Roles that prepositions give where a verb's own frame says nothing. `by` is a doer's, `among`
   * opens examples, `parties` are those between whom it happens.
   */
  readonly prepositions: ReadonlyMap<string, Role | "parties">;
  /** Pronouns behind a word of those who talk: "me", "you", "us". */
  readonly spoken: ReadonlySet<string>;
  /** Pronouns behind a verb or verbal noun that are of persons: "them". */
  readonly them: ReadonlySet<string>;
  /** "on him", "with them": the preposition of a form that is one with its pronoun. */
  readonly pronouns: ReadonlyMap<string, string>;
  /** "that he", "that she": of which gender the speaker is whose deed a verb behind it tells. */
  readonly genders: ReadonlyMap<string, "masculine" | "feminine">;
  /** Of these, those with which a relative clause takes up its noun as no party: "in which". */
  readonly resuming: ReadonlySet<string>;
  /** Raw verbs of the third person that are another verb's first person: اعتدت. */
  readonly maybeSpoken: ReadonlySet<string>;
  /** Forms of "in the course of it", "in it". */
  readonly within: ReadonlySet<string>;
  /** Raw words that are no cue, though they fold or inflect like one: أثر is a trace, يحتجن is "they need". */
  readonly otherWords: ReadonlySet<string>;
  /** Raw mark of an indefinite noun in the accusative. */
  readonly tanwin: string;
  /** Letter in front of those by whom somebody is backed. */
  readonly backing: string;
  /** Preposition of what a demand of the market is for, folded. */
  readonly upon: string;
  /** "Every", and behind it "who" or "person": whoever does what a law provides for. */
  readonly isWhoever: (form: string, next: string) => boolean;
  readonly isOr: (form: string) => boolean;
  /** Letter in front of what follows from something. */
  readonly consequence: string;
  /** Letter of the future in front of a present verb. */
  readonly future: string;
  /**
   * A plural whose ending a complement would have taken: محتجون, not محتجو.
   * `isPlural`: the lexicon has it as one.
   */
  readonly isWholePlural: (form: string, isPlural: boolean) => boolean;
  /** A raw word that a pronoun may end, and no ending of its own: مكتبه, not مكتبة. */
  readonly isHis: (raw: string) => boolean;
  /** A form that the ending of the indefinite accusative may have shaped: اتفاقا. */
  readonly isAccusative: (form: string) => boolean;
  /** A verbal noun by the raw shape of a word that the lexicon tells nothing of: إلقاء, تدمير. */
  readonly isDeedShape: (word: string) => boolean;
  /** An active or passive participle under the article, of words known as nothing else: المالكة. */
  readonly isParticiple: (form: string) => boolean;
  /** A definite participle or adjective of relation in the sound plural of the nominative. */
  readonly isNominativeQuality: (form: string) => boolean;
  /** The same without its ending, as one of them is called. */
  readonly withoutPlural: (form: string) => string;
  /** A sound plural that is no nominative. */
  readonly isOblique: (form: string) => boolean;
  /** A sound plural in the nominative. */
  readonly isNominative: (form: string) => boolean;
  /** A form with the ending of the feminine singular. */
  readonly isFeminine: (form: string) => boolean;
  /** A raw word with the written ending of the feminine, which no pronoun has. */
  readonly isFeminineRaw: (raw: string) => boolean;
  /** A raw definite adjective of relation that four letters make: النووي. */
  readonly isShortRelational: (raw: string) => boolean;
  /** Relative pronouns of one man or thing. */
  readonly masculineRelatives: ReadonlySet<string>;
  /** Raw words that open a condition before a verb of the past: إن, not أن. */
  readonly conditions: ReadonlySet<string>;
  /** A joined word that is a verb by its letters, where no lexicon has it: واستجوبت. */
  readonly isJoinedVerb: (form: string) => boolean;
  /** A raw joined verb with its object, of a word that no lexicon has: وأرداه, فأصابته. */
  readonly isBoundVerb: (raw: string) => boolean;
  /** A plural or a relational noun: of persons, where nothing else is known of the word. */
  readonly isPersonShape: (form: string) => boolean;
  /** ألتقي: the first person of a verb whose past, التقى, folds alike. */
  readonly isSpokenVerb: (raw: string, lemma: string) => boolean;
  /** A verb by its shape alone, though its letters are also listed as some common word's. */
  readonly isVerbShape: (reading: Reading, word: Word) => boolean;
}
