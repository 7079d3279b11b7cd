import type { Message } from "../../core/contract.js";
import { inEnglish } from "../../reconcile/wording.js";
import { codeLabel, type Label } from "../labels.js";
import { countedLabel } from "./counted-label.js";
import { REASONS_AR } from "./reasons.js";

type Term = Message["terms"][string];

/** A sentence of the account in both languages of the interface; names stay as they are. */
export function describeMessage(message: Message): Label {
  const template: string = Object.hasOwn(REASONS_AR, message.code)
    ? REASONS_AR[message.code as keyof typeof REASONS_AR]
    : message.code;
  return { ar: fill(template, message.terms), en: inEnglish(inWords(message)) };
}

/** Several sentences, one after the other. */
export function describeMessages(
  messages: readonly Message[],
  between = { ar: "؛ ", en: "; " },
): Label {
  const labels = messages.map(describeMessage);
  return {
    ar: labels.map(({ ar }) => ar).join(between.ar),
    en: labels.map(({ en }) => en).join(between.en),
  };
}

function fill(template: string, terms: Message["terms"]): string {
  return template.replace(/\{(\w+|\*)\}/g, (_, key: string) => {
    if (key === "*") return Object.values(terms).map(inArabic).join("، ");
    const term = terms[key];
    return term ? inArabic(term) : "";
  });
}

const inArabic = (term: Term): string =>
  term.values.map((value) => labelOf(term.kind, value).ar).join(" و");

/** English sentences take labels too: `labour-strike` is a code, "Labour strike" a word. */
function inWords({ code, terms }: Message): Message {
  const worded = Object.entries(terms).map(([key, { kind, values }]) => [
    key,
    { kind, values: values.map((value) => lowered(kind, labelOf(kind, value).en)) },
  ]);
  return { code, terms: Object.fromEntries(worded) };
}

const lowered = (kind: Term["kind"], label: string): string =>
  kind === "name" ? label : label.toLocaleLowerCase("en");

function labelOf(kind: Term["kind"], value: string): Label {
  switch (kind) {
    case "name":
    case "number":
      return { ar: value, en: value };
    case "counted":
      return countedLabel(value);
    default:
      return codeLabel(kind, value);
  }
}
