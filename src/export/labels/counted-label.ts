import { codeLabel, hasLabel, type Label } from "../labels.js";

/**
 * What a ledger counts: one noun, several ("national guard and police"), or a noun with the body
 * whose members are counted ("guards (name)").
 */
export function countedLabel(counted: string): Label {
  if (hasLabel("counted", counted)) return codeLabel("counted", counted);
  const body = /^(.*) \((.*)\)$/.exec(counted);
  if (body) {
    const noun = countedLabel(body[1] ?? "");
    return { ar: `${noun.ar} (${body[2]})`, en: `${noun.en} (${body[2]})` };
  }
  const parts = counted.split(" and ").map((part) => codeLabel("counted", part));
  return {
    ar: parts.map(({ ar }) => ar).join(" و"),
    en: parts.map(({ en }) => en).join(" and "),
  };
}
