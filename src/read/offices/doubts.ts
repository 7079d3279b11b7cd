import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { MentionIndex } from "../mention-index.js";
import type { MentionRole, NameMention } from "../names/mention.js";

/** Words beside a name in which it is said that somebody is dead. */
const LATE_REACH = 4;
/** Tokens between a noun of appointing and whom it appoints, titles included. */
const HOLDER_REACH = 8;

/** The word there has the class. */
export const has = (layer: TextLayer, at: number, name: string): boolean =>
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
  // تيريزا ماي: no month stands behind a name by itself.
  if (classes.has("time.month") && layer.tokens[mention.first - 1]?.kind !== "number") return true;
  if (isJoined(next.form) || NO_NAMES.some((of) => classes.has(of))) return false;
  return readings.length === 0 || classes.has("surname") || classes.has("given-name");
}

/**
 * مدرب القادسية, رئيس ليون ميشال أولاس: an office without the article is held *of* what follows, so
 * that the first word behind it is a club, a town or a body, and no name of a holder.
 */
export function isOfWhatFollows(
  layer: TextLayer,
  role: MentionRole,
  mention: NameMention,
  names: LanguagePack["names"],
): boolean {
  if (role.last !== mention.first || role.last !== role.first + 1) return false;
  if (role.ofToken !== null || role.possessed || role.counterpart) return false;
  const office = officeReading(layer, role.first);
  if (office === null || office.article || office.enclitic !== "") return false;
  // "عين وزيرا محمد"
  return !names.isAccusative(layer.tokens[role.first]?.form ?? "");
}

const officeReading = (layer: TextLayer, at: number): Reading | null =>
  layer.words[at]?.readings.find(({ entry }) => entry.classes.includes("office")) ?? null;

/** الأمير فلان, الحارس فلان: a rank of birth or a calling, and an office only with what it is of. */
export function isBirth(layer: TextLayer, role: MentionRole): boolean {
  const office = officeReading(layer, role.first);
  const isBorn = office?.article === true && office.entry.features["birth"] === "yes";
  // الأمير الأردني فلان: his nation's adjective; أمير قطر is of a land, and has no article.
  return isBorn && (role.ofToken === null || role.ofToken === role.first + 1);
}

/** القاضي ترك لي, المرشح الأفضل, قائد السجن واستجوبت: one word that is another word, and nobody's name. */
export function isNoName(
  { layer, names }: MentionIndex,
  mention: NameMention,
  role: MentionRole,
  { article, isJoined, isFeminineNoun }: LanguagePack["names"],
): boolean {
  if (mention.last !== mention.first + 1 || role.first >= mention.first) return false;
  const word = layer.words[mention.first];
  const form = layer.tokens[mention.first]?.form ?? "";
  if (!word) return false;
  if (isJoined(form) && word.readings.length === 0) return true;
  // تحلية المياه المالحة, المرشح الأفضل: an adjective, if nobody else in the report is called so.
  const office = officeReading(layer, role.first);
  const isVague = office?.entry.features["vague"] === "yes" && role.ofToken === null;
  if (form.startsWith(article) && word.readings.length === 0)
    return (isVague || isFeminineNoun(form)) && !isCalled(names, layer, form);
  if (word.classes.has("given-name") || word.classes.has("known-surname")) {
    // الكابتن فوزي كرني, زعيم حزب مؤيد: of others than kings a first name alone is half a name.
    return (
      !word.classes.has("surname") &&
      !isStyled(layer, role, mention) &&
      !isCalled(names, layer, form)
    );
  }
  return word.readings.some(
    ({ entry, tense }) => entry.classes.includes("verb") && tense === "past",
  );
}

/** Somebody whom the report names in full bears the word as his last name, or as his first. */
const isCalled = (names: readonly NameMention[], { tokens }: TextLayer, form: string): boolean =>
  names.some(
    ({ first, last, value }) =>
      value.kind === "person" &&
      last > first + 1 &&
      (tokens[last - 1]?.form === form || tokens[first]?.form === form),
  );

/** الملك سلمان, البابا فرنسيس: kings and popes are told by one name. */
function isStyled(layer: TextLayer, { first }: MentionRole, mention: NameMention): boolean {
  for (let at = first; at < mention.first; at++) {
    if (has(layer, at, "honorific")) return true;
    const reading = officeReading(layer, at);
    if (reading?.entry.classes.includes("title")) return true;
  }
  return false;
}

/** العميد محمد سمير: a rank, and no dean, unless it says of what. */
export function isRank(layer: TextLayer, role: MentionRole): boolean {
  if (role.ofToken !== null || role.last !== role.first + 1) return false;
  const office = officeReading(layer, role.first);
  return (
    office?.article === true &&
    layer.words[role.first]?.readings.some(
      ({ entry }) => entry.features["grade"] === "military",
    ) === true
  );
}

/** المستشار المالي: of finance, and of no state that is spelled so. */
export function isOtherSense(layer: TextLayer, role: MentionRole, of: NameMention): boolean {
  const alien = officeReading(layer, role.first)?.entry.features["alien"];
  return of.value.head === "nominal" && alien !== undefined && of.value.country === alien;
}

/** "the governor Fahd bin Muammar the third meeting": a name that runs on into what was done. */
export function runsOn(layer: TextLayer, { first, last }: NameMention): boolean {
  for (let at = first + 1; at < last; at++) {
    const word = layer.words[at];
    if (word?.readings.some(({ article, entry }) => article && isDone(entry.classes))) return true;
  }
  return false;
}

const isDone = (classes: readonly string[]): boolean =>
  classes.includes("event.masdar") || classes.includes("event.name");

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

/** الملك فاروق: a ruler of long ago. */
export const isEnded = (layer: TextLayer, first: number): boolean =>
  tells(layer, first, "office.ended");

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
