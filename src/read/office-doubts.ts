import type { LanguagePack } from "../lang/pack.js";
import type { TextLayer } from "../text/layer.js";
import type { MentionRole, NameMention } from "./names/mention.js";

/** Words beside a name in which it is said that somebody is dead. */
const LATE_REACH = 4;
/** Tokens between a noun of appointing and whom it appoints, titles included. */
const HOLDER_REACH = 8;

const has = (layer: TextLayer, at: number, name: string): boolean =>
  layer.words[at]?.classes.has(name) === true;

/** The word there has the class, by itself or as the first of many. */
const tells = (layer: TextLayer, at: number, name: string): boolean =>
  has(layer, at, name) ||
  (layer.phrases[at] ?? []).some(({ reading }) => reading.entry.classes.includes(name));

/**
 * "the minister Ashton | Carter": one word of a name, and behind it another that the lexicon knows
 * nothing of, or as a name. Who that is, the name read does not say.
 */
export function isCutName(
  layer: TextLayer,
  mention: NameMention,
  role: MentionRole,
  { article, isJoined }: LanguagePack["names"],
): boolean {
  if (mention.last !== mention.first + 1 || role.first >= mention.first) return false;
  // السفير الفايز: a family name by itself is whole.
  if (layer.tokens[mention.first]?.form.startsWith(article)) return false;
  const next = layer.tokens[mention.last];
  const word = layer.words[mention.last];
  if (next?.kind !== "word" || next.breaks > 0 || !word) return false;
  const { readings, classes } = word;
  if (isJoined(next.form) || NO_NAMES.some((of) => classes.has(of))) return false;
  return readings.length === 0 || classes.has("surname") || classes.has("given-name");
}

const NO_NAMES: readonly string[] = ["preposition", "relative", "closed", "verb", "that"];

/** المؤشر الرئيس, السبب الرئيس: behind what is no person, the adjective "main". */
export function isMainAdjective(
  layer: TextLayer,
  role: MentionRole,
  mention: NameMention,
): boolean {
  return role.first < mention.first && has(layer, role.first - 1, "office.main-of");
}

/** فقيد الأمة الملك, الملك عبدالله رحمه الله: who is dead held it. */
export function isLate(layer: TextLayer, first: number, last: number): boolean {
  for (let at = Math.max(0, first - LATE_REACH); at < first; at++) {
    if (tellsDead(layer, at)) return true;
  }
  for (let at = first; at < last; at++) if (tellsDead(layer, at)) return true;
  for (let at = last; at < Math.min(layer.tokens.length, last + LATE_REACH); at++) {
    if (tellsDead(layer, at)) return true;
    if (layer.tokens[at]?.kind === "word") return false;
  }
  return false;
}

const tellsDead = (layer: TextLayer, at: number): boolean => tells(layer, at, "office.late");

/** "the dismissal of the minister, under the slogan …": whoever is named further on is another. */
export function isFarHolder(layer: TextLayer, noun: number, holder: NameMention): boolean {
  const first = Math.min(holder.first, ...holder.value.roles.map((role) => role.first));
  if (first > noun + HOLDER_REACH) return true;
  for (let at = noun + 1; at < first; at++) if (has(layer, at, "office")) return true;
  return false;
}

/** A coach's or a player's nation is his own, and no country that he holds his office of. */
export const isSportsOffice = (layer: TextLayer, at: number): boolean => tells(layer, at, "sport");
