import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import type { Row } from "../ledger/rows.js";

/**
 * Told by nobody but a man who fights or attacks: a claim of his, whatever was counted before. A group
 * of them is left out: what is laid to it is easily taken for what it says.
 */
export function isPartyClaim({ row: { speaker }, claims }: Row, context: StoryContext): boolean {
  if (speaker.kind !== "person" && speaker.kind !== "official") return false;
  const language = context.reports.get(claims[0]?.report ?? "")?.language ?? "ar";
  return foldLanguage(language).isFighter(speaker.name) && !isOfNature(context);
}

/** An earthquake or an accident has no parties: the story tells of it, and of no violence. */
function isOfNature(context: StoryContext): boolean {
  const known = OF_NATURE.get(context);
  if (known !== undefined) return known;
  const types = new Set(context.claims.flatMap(({ event }) => (event ? [event.type] : [])));
  const isNatural = types.has("disaster") || types.has("accident");
  const made = isNatural && !VIOLENT.some((one) => types.has(one));
  OF_NATURE.set(context, made);
  return made;
}

const OF_NATURE = new WeakMap<StoryContext, boolean>();
const VIOLENT = ["attack", "clash", "strike", "explosion", "force-used", "seize"] as const;
