import type { RelativePronoun, SpeechMorphology } from "../speech-morphology.js";

/** A word that bears a joined letter has at least two more than that. */
const SHORTEST_BEARER = 4;

const RELATIVES: Readonly<Record<string, RelativePronoun>> = {
  الذي: { gender: "masculine", number: "singular" },
  التي: { gender: "feminine", number: "singular" },
  الذين: { gender: "masculine", number: "plural" },
};

export const arabicSpeech: SpeechMorphology = {
  isAdjectiveShaped: (form) => /(ي|يه|ين|ون|يين|يون|يات)$/.test(form),
  to: "ل",
  by: "ب",
  like: "ك",
  and: "و",
  answer: "ف",
  will: "س",
  isFamilyOfSons: (form) => /^با(?!ل)..../.test(form),
  isDefinite: (form) => form.startsWith("ال"),
  isCircumstance: (form) => /(ا|ه|ين)$/.test(form),
  isOnlyCircumstance: (form) => form.endsWith("ا"),
  isFirstPerson: (stem, tense, lemma, written) =>
    tense === "present" ? /^[ان]/.test(stem) : lemma.startsWith("ا") && /^[وف]?أ/.test(written),
  isOfSelf: (form) => form === "كنت" || form === "كنا",
  isFeminineVerb: (form) => form.endsWith("ت"),
  bearsPronoun: (written, enclitic) => enclitic === "" || !/ة[\u064b-\u0652]?$/.test(written),
  isAccusative: (written) => /\u064bا?$|ا\u064b$/.test(written),
  mayBear: (form, preposition) =>
    form.startsWith(preposition) && form.length >= SHORTEST_BEARER + 1,
  isNisba: (form) => /^...+ي$/.test(form),
  isAndThat: (written) => /^وب?[أا]ن(ه|ها|هم|هما|نا)?$/.test(written),
  isWhatBehind: (form, preposition) =>
    preposition === "عن"
      ? form === "عما" || form === "عمن"
      : form === `${preposition}ما` || form === `${preposition}من`,
  isJoinedDefinite: (form) => /^[وف]?(بال|كال|لل)/.test(form),
  isOblique: (form) => /^ال..+ين$/.test(form),
  isObliqueConstruct: (form) => /^(?!ال)...+ي$/.test(form),
  isObliqueOfRelation: (form) => /^ال..+يين$/.test(form),
  isOfMen: (form) => /...(?:ون|ين)$/.test(form),
  isOfManyActors: (form) => /^ال...+ون$/.test(form),
  isOfActors: (form) => /^(?!ال)...+ون$/.test(form),
  isSoundPlural: (form) => /..يون$/.test(form),
  isSoundFeminine: (form) => /^(?!ال)..+ات$/.test(form),
  isManner: (form) => /^[وف]?ب..+ه$/.test(form),
  isRelation: (form) => /^(?!ال)..+يه$/.test(form),
  pronounOf: { masculine: "ه", feminine: "ها" },
  isObjectOfVerb: (enclitic) => enclitic !== "ي",
  isOfOthers: (enclitic) => enclitic.startsWith("ه"),
  isBareAccusative: (form) => /^(?!ال)..+[^يو]ا$/.test(form),
  bearsThird: (form) => /ن(ه|ها|هم|هن|هما)$/.test(form),
  endsInHis: (written) => /^(?!ال|و|ف).{3,}ه$/.test(written),
  isOfNation: (written) => /^(?!بال)\p{L}{4,}(ي|ية|يون|يين|يان)$/u.test(written),
  isToldMe: (form) => form.endsWith("ني"),
  isGivenName: (written) => written.endsWith("ي"),
  relativeOf: (form) => RELATIVES[form.replace(/^[وف]/, "")] ?? null,
  isJoinedThat: (form) => /^[فب]ان$/.test(form),
  isWhatOf: (form) => form === "مما",
  isFeminineNoun: (form) => /^ال..+(ه|ات)$/.test(form),
  isJoinedLetter: (form) => /^(ب|بال|ل|لل|ك|و|ف)$/.test(form),
  indefinite: (words) => words.replace(/^(ال|ل)/, ""),
  // The article is written without its alif after ل.
  withoutPreposition: (words) =>
    words.startsWith("لل") ? `ال${words.slice(2)}` : words.replace(/^[لب]/, ""),
};
