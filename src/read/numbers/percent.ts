import type { TextLayer } from "../../text/layer.js";

/** The sign as it is written from left to right, and from right to left. */
const SIGNS: ReadonlySet<string> = new Set(["%", "\u066a"]);

export const isPercentSign = (form: string | undefined): boolean =>
  form !== undefined && SIGNS.has(form);

/** Token behind the percent sign or words that stand at `at`; null where none do. */
export function percentBehind(layer: TextLayer, at: number): number | null {
  if (isPercentSign(layer.tokens[at]?.form)) return at + 1;
  if (layer.words[at]?.classes.has("number.percent")) return at + 1;
  const phrase = layer.phrases[at]?.find(({ reading }) =>
    reading.entry.classes.includes("number.percent"),
  );
  return phrase ? phrase.last : null;
}

/** Digits that a percent sign is written on to in front. */
export function hasPercentBefore({ tokens }: TextLayer, first: number): boolean {
  const token = tokens[first];
  return isPercentSign(tokens[first - 1]?.form) && token?.kind === "number" && !token.spaced;
}
