import type { Message } from "./contract.js";

/**
 * What speaks for and against two names being borne by one, by codes, in English. Another language
 * has a table of the same codes (`export/labels/identities.ts`).
 */
export const IDENTITY_REASONS = {
  "id-name": "the same name: {what}",
  "id-name-long": "a name of three words and more",
  "id-name-part": "{what} is the full name, or its first and last word",
  "id-name-consonants": "the same consonants in other spellings",
  "id-name-near": "the same consonants but one",
  "id-name-lone": "a lone name that the full one ends with",
  "id-name-alone": "the same lone name",
  "id-long-skeleton": "many consonants, all the same",
  "id-foreign": "a foreign name, which is spelled as one hears it",
  "id-rare": "a name that hardly two bear",
  "id-plain-family": "a family name that others bear, too",
  "id-common-family": "a name of a tribe or town, which many bear",
  "id-given-only": "given names alone, which many bear",
  "id-word": "both have the word {what}",
  "id-body": "the same words but for article, country and kind of body",
  "id-place": "the same consonants, and the same first letter",
  "id-short-body": "the longer name told in the same report",
  "id-wider-body": "the same ministry of the only country told of, with more of its portfolio",
  "id-outlet": "outlets are few: one name is one outlet",
  "id-story": "told in one story",
  "id-report": "told in one report",
  "id-before": "the full name nearest before it in the same report",
  "id-only-bearer": "nobody else in the story bears it",
  "id-other-bearers": "others in the story bear it, too",
  "id-office": "the same office: {what}",
  "id-holder": "the only one told to hold the office",
  "id-no-holder": "the same office, its holder not named",
  "id-country": "of the same country",
  "id-countries": "of different countries",
  "id-told-alike": "told in the same words: {what}",
  "id-beside": "both reports name {what}",
  "id-nothing-beside": "nothing else is the same in both reports",
  "id-walk": "told of one walk of life",
  "id-walks": "told of different walks of life",
  "id-signs": "each signs a report of the same outlet",
} as const satisfies Readonly<Record<string, string>>;

export type IdentityReasonCode = keyof typeof IDENTITY_REASONS;

export const isIdentityReason = (code: string): code is IdentityReasonCode =>
  Object.hasOwn(IDENTITY_REASONS, code);

/** @param what names, or words of the reports */
export const identityReason = (
  code: IdentityReasonCode,
  what: readonly string[] = [],
): Message => ({
  code,
  terms: what.length > 0 ? { what: { kind: "name", values: what } } : {},
});
