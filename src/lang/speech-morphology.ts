import type { Gender, Tense } from "../text/word.js";

/** The gender and number of those for whom a relative pronoun stands. */
export interface RelativePronoun {
  readonly gender: Gender;
  readonly number: "singular" | "plural";
}

/** What the shape of a word tells a reader of reported speech where no lexicon knows the word. */
export interface SpeechMorphology {
  /** Ends like an adjective of relation or a plural: may go on behind a noun it agrees with. */
  readonly isAdjectiveShaped: (form: string) => boolean;
  /** The joined prepositions "to, for" and "by, in", and the conjunctions "and" and "then"; folded. */
  readonly to: string;
  readonly by: string;
  /** The joined preposition "like, as". */
  readonly like: string;
  readonly and: string;
  readonly answer: string;
  /** The joined particle of what will be. */
  readonly will: string;
  readonly isDefinite: (form: string) => boolean;
  /** A participle in the form that qualifies the subject of its sentence (موضحا, موضحة, موضحين). */
  readonly isCircumstance: (form: string) => boolean;
  /** In that form and in no other: موضحا, while موضحة may be an adjective or a noun as well. */
  readonly isOnlyCircumstance: (form: string) => boolean;
  /**
   * A verb in the first person, "we say", "I think".
   * @param lemma of its row, with hamzas: one that begins without keeps apart اعتقد and أعتقد
   * @param written the word as the source writes it
   */
  readonly isFirstPerson: (stem: string, tense: Tense, lemma: string, written: string) => boolean;
  /** "I was", "we were". */
  readonly isOfSelf: (form: string) => boolean;
  /** A verb that agrees with a feminine subject, and so is no noun of the same letters. */
  readonly isFeminineVerb: (form: string) => boolean;
  /** The word as written can bear this pronoun: وأضافه, not وإضافة. */
  readonly bearsPronoun: (written: string, enclitic: string) => boolean;
  /** Written in the accusative for all to see (بيانًا): no subject, and no part of one. */
  readonly isAccusative: (written: string) => boolean;
  /** An unknown word that may bear this joined preposition. */
  readonly mayBear: (form: string, preposition: string) => boolean;
  /** Ends like an adjective of relation of one man (عسيري, الحربي): most family names of Arabia do. */
  readonly isNisba: (form: string) => boolean;
  /** "And that" as written: "وأن", "وأنه", "وبأن"; with its hamza below "وإن" is also "even if". */
  readonly isAndThat: (written: string) => boolean;
  /** A joined preposition with "what" or "who": "بما", "لمن". */
  readonly isWhatBehind: (form: string, preposition: string) => boolean;
  /** An unknown word that bears a preposition and the article: "بالطبع". */
  readonly isJoinedDefinite: (form: string) => boolean;
  /** A sound plural in the accusative or genitive, with its article: no subject. */
  readonly isOblique: (form: string) => boolean;
  /** The same of an adjective of relation (المحليين). */
  readonly isObliqueOfRelation: (form: string) => boolean;
  /** A sound plural or dual in the accusative or genitive, in front of what it governs (سائقي المركبات). */
  readonly isObliqueConstruct: (form: string) => boolean;
  /** A sound masculine plural in any case (محامون، محامين). */
  readonly isOfMen: (form: string) => boolean;
  /** An indefinite sound plural in the nominative (مختصون): who acts. */
  readonly isOfActors: (form: string) => boolean;
  /** The same with its article (المتخصصون). */
  readonly isOfManyActors: (form: string) => boolean;
  /** A sound plural in the nominative, whole: no construct (أمنيون). */
  readonly isSoundPlural: (form: string) => boolean;
  /** An indefinite sound feminine plural (تعزيزات): nobody is named so. */
  readonly isSoundFeminine: (form: string) => boolean;
  /** A joined preposition before an abstract noun: how something is said (بمرارة). */
  readonly isManner: (form: string) => boolean;
  /** "لكنها", "فإنه", "أنهم": a particle with the pronoun of somebody spoken of. */
  readonly bearsThird: (form: string) => boolean;
  /** As written, ends in the pronoun "his" and has no article: حديثه, but حديثة is "modern". */
  readonly endsInHis: (written: string) => boolean;
  /** The pronoun of one man and of one woman, joined to a noun. */
  readonly pronounOf: { readonly masculine: string; readonly feminine: string };
  /** Begins like the families of Hadramaut, "sons of": باسلمه. */
  readonly isFamilyOfSons: (form: string) => boolean;
  /** A pronoun that a verb can bear: "me" has another shape there than behind a noun. */
  readonly isObjectOfVerb: (enclitic: string) => boolean;
  /** A pronoun of the third person (قائدها), unlike the last letter of a family name (صديقي). */
  readonly isOfOthers: (enclitic: string) => boolean;
  /** An indefinite accusative written without its mark (تزامنا). */
  readonly isBareAccusative: (form: string) => boolean;
  /** An indefinite feminine adjective of relation (صناعية). */
  readonly isRelation: (form: string) => boolean;
  /**
   * As written, ends like an adjective of relation and has no article: بريطاني, بحرينية. A noun with a
   * joined preposition ends otherwise (بمستشفى) or bears the article (بالنادي).
   */
  readonly isOfNation: (written: string) => boolean;
  /** As written, ends like the name علي and not like the preposition على. */
  /** A verb with the pronoun of the first person for its object. */
  readonly isToldMe: (form: string) => boolean;
  readonly isGivenName: (written: string) => boolean;
  /** Whom a relative pronoun stands for; null where its form does not tell. */
  readonly relativeOf: (form: string) => RelativePronoun | null;
  /** "That" with a joined particle: so written it may be a syllable of a foreign name, too. */
  readonly isJoinedThat: (form: string) => boolean;
  /** "Of what", in one word: what follows is concluded from what stands in front. */
  readonly isWhatOf: (form: string) => boolean;
  /** A definite noun that ends as feminine ones do. */
  readonly isFeminineNoun: (form: string) => boolean;
  /** Letters that are written joined to a following quotation mark or number. */
  readonly isJoinedLetter: (form: string) => boolean;
  /** The words of a noun phrase in its citation form: المصادر → مصادر. */
  readonly indefinite: (words: string) => string;
  /** The words without a joined preposition, its article restored: للمدينة → المدينة, لرويترز → رويترز. */
  readonly withoutPreposition: (words: string) => string;
}
