import type { Role } from "../ontology/roles.js";
import type { RuleSet } from "../rules/compile.js";
import type { Lexicon } from "./lexicon.js";
import type { NameMorphology } from "./name-morphology.js";
import type { SpeechMorphology } from "./speech-morphology.js";
import type { TimeExpressionValue } from "./time-spec.js";

/** A language, as the reading layers see it: everything that differs between languages is in here. */
export interface LanguagePack {
  /** ISO 639-1 code. */
  readonly code: string;
  readonly name: string;
  readonly lexicon: Lexicon;
  readonly names: NameMorphology;
  readonly speech: SpeechMorphology;
  /** Rules for times: expressions, then what joins two of them. */
  readonly times: {
    readonly single: RuleSet<TimeExpressionValue>;
    readonly joined: RuleSet<TimeExpressionValue>;
  };
  readonly events: {
    /** How far an event reaches; true for the whole of a country. */
    readonly extents: RuleSet<boolean>;
    /** Roles that folded prepositions give where a verb's own frame says nothing; `by` is an agent's. */
    readonly prepositions: ReadonlyMap<string, Role>;
    /** Folded pronouns behind a word of those who talk: "me", "you", "us". */
    readonly spoken: ReadonlySet<string>;
    /**
     * A folded plural whose ending a complement would have taken: محتجون, not محتجو.
     * `isPlural`: the lexicon has it as one.
     */
    readonly isWholePlural: (form: string, isPlural: boolean) => boolean;
  };
}
