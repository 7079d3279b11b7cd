import type { Message } from "../../core/contract.js";
import { IDENTITY_REASONS, isIdentityReason } from "../../core/identity-reasons.js";
import { fillTemplate } from "../../core/message.js";
import {
  dateInEnglish,
  isPublicationCode,
  PUBLICATION_REASONS,
} from "../../core/publication-reasons.js";
import { isStoryReason, STORY_REASONS } from "../../core/story-reasons.js";
import { inEnglish } from "../../reconcile/wording.js";
import { codeLabel, type Label } from "../labels.js";
import { countedLabel } from "./counted-label.js";
import { IDENTITY_REASONS_AR } from "./identities.js";
import { dateInArabic, PUBLICATION_REASONS_AR } from "./publication.js";
import { REASONS_AR } from "./reasons.js";
import { STORY_REASONS_AR } from "./stories.js";

type Term = Message["terms"][string];

/** A sentence of the account in both languages of the interface; names stay as they are. */
export function describeMessage(message: Message): Label {
  const { code, terms } = message;
  if (isPublicationCode(code)) {
    return {
      ar: fillTemplate(PUBLICATION_REASONS_AR[code], terms, inArabic, "، "),
      en: fillTemplate(PUBLICATION_REASONS[code], terms, englishOf),
    };
  }
  if (isStoryReason(code)) {
    return {
      ar: fillTemplate(STORY_REASONS_AR[code], terms, inArabic, "، "),
      en: fillTemplate(STORY_REASONS[code], terms, englishOf),
    };
  }
  if (isIdentityReason(code)) {
    return {
      ar: fillTemplate(IDENTITY_REASONS_AR[code], terms, inArabic, "، "),
      en: fillTemplate(IDENTITY_REASONS[code], terms, englishOf),
    };
  }
  const template: string = Object.hasOwn(REASONS_AR, code)
    ? REASONS_AR[code as keyof typeof REASONS_AR]
    : code;
  return { ar: fillTemplate(template, terms, inArabic, "، "), en: inEnglish(inWords(message)) };
}

/** Several sentences, one after the other; what is said twice once. One with a full stop ends by itself. */
export function describeMessages(messages: readonly Message[]): Label {
  const labels = [
    ...new Map(messages.map(describeMessage).map((label) => [label.en, label])).values(),
  ];
  return {
    ar: inOneLine(
      labels.map(({ ar }) => ar),
      "؛ ",
    ),
    en: inOneLine(
      labels.map(({ en }) => en),
      "; ",
    ),
  };
}

const inOneLine = (sentences: readonly string[], between: string): string =>
  sentences
    .map((next, at) => {
      const before = sentences[at - 1];
      return `${before === undefined ? "" : before.endsWith(".") ? " " : between}${next}`;
    })
    .join("");

const inArabic = (term: Term): string =>
  term.values.map((value) => labelOf(term.kind, value).ar).join(" و");

const englishOf = (term: Term): string =>
  term.values.map((value) => lowered(term.kind, labelOf(term.kind, value).en)).join(", ");

/** English sentences take labels too: `labour-strike` is a code, "Labour strike" a word. */
function inWords({ code, terms }: Message): Message {
  const worded = Object.entries(terms).map(([key, { kind, values }]) => [
    key,
    { kind, values: values.map((value) => lowered(kind, labelOf(kind, value).en)) },
  ]);
  return { code, terms: Object.fromEntries(worded) };
}

const lowered = (kind: Term["kind"], label: string): string =>
  kind === "name" || kind === "date" ? label : label.toLocaleLowerCase("en");

function labelOf(kind: Term["kind"], value: string): Label {
  switch (kind) {
    case "name":
    case "number":
      return { ar: value, en: value };
    case "date":
      return { ar: dateInArabic(value), en: dateInEnglish(value) };
    case "counted":
      return countedLabel(value);
    default:
      return codeLabel(kind, value);
  }
}
