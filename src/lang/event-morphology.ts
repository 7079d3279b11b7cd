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
  /** "on him", "with them": the preposition of a form that is one with its pronoun. */
  readonly pronouns: ReadonlyMap<string, string>;
  /** Raw mark of an indefinite noun in the accusative. */
  readonly tanwin: string;
  /** Letter of the future in front of a present verb. */
  readonly future: string;
  /**
   * A plural whose ending a complement would have taken: محتجون, not محتجو.
   * `isPlural`: the lexicon has it as one.
   */
  readonly isWholePlural: (form: string, isPlural: boolean) => boolean;
  /** A form that the ending of the indefinite accusative may have shaped: اتفاقا. */
  readonly isAccusative: (form: string) => boolean;
  /** A verb by its shape alone, though its letters are also listed as some common word's. */
  readonly isVerbShape: (reading: Reading, word: Word) => boolean;
}
