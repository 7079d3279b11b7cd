import type { Message } from "./contract.js";

export type Term = Message["terms"][string];

/**
 * The sentence of a template: `{name}` is the term of that name, `{*}` all of them.
 * @param say how a language says one value of a term
 * @param and what stands between two values, and between more
 */
export function fillTemplate(
  template: string,
  terms: Message["terms"],
  say: (term: Term) => string,
  between = ", ",
): string {
  return template.replace(/\{(\w+|\*)\}/g, (_, key: string) => {
    if (key === "*") return Object.values(terms).map(say).join(between);
    const term = terms[key];
    return term ? say(term) : "";
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(values: readonly string[]): string {
  if (values.length < 2) return values[0] ?? "";
  return `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}
