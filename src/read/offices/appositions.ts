import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { MentionIndex } from "../mention-index.js";
import type { MentionRole, NameMention } from "../names/mention.js";
import { bodyOf } from "./body.js";
import {
  has,
  isBirth,
  isCutName,
  isEnded,
  isLate,
  isMainAdjective,
  isNoName,
  isOfWhatFollows,
  isRank,
  isSportsOffice,
  runsOn,
} from "./doubts.js";
import type { OfficeReading } from "./reading.js";

/** "Deputy assistant of the minister": titles nest no deeper. */
const MOST_NESTED = 2;

/** Offices told by apposition: "the minister X". */
export function officesByApposition(
  index: MentionIndex,
  pack: LanguagePack,
): Annotation<OfficeReading>[] {
  const found: Annotation<OfficeReading>[] = [];
  let latest: MentionRole | null = null;
  for (const [holder, mention] of index.names.entries()) {
    for (const role of mention.value.roles) {
      const of = bodyOf(index, role, mention);
      // "His counterpart" holds elsewhere what the one before holds.
      const office = role.counterpart ? latest?.office : role.office;
      if (isDeputyTo(index.layer, role.first, role.last, pack)) continue;
      if (mention.value.head === "name" && office && isHeld(index, role, mention, pack)) {
        const prefix = officesBefore(index, role, mention, pack);
        const isNested = prefix < role.first && !role.counterpart;
        found.push({
          first: Math.min(prefix, role.first, mention.first),
          last: Math.max(role.last, mention.last),
          rule: role.counterpart ? "offices.counterpart" : "offices.apposition",
          value: {
            holder,
            office: isNested ? `${detached(index.layer, prefix, role.first)} ${office}` : office,
            of,
            change:
              role.change === "holds" &&
              (isEnded(index.layer, role.first) ||
                isLate(index.layer, Math.min(role.first, mention.first), mention.last))
                ? "held"
                : role.change,
          },
        });
      }
      if (!role.counterpart) latest = role;
    }
  }
  return found;
}

/**
 * Whether a title beside a name tells of its holder: a street or a prize bears both (مطار الملك فهد),
 * a word for a man's rank may be read as his name (نائب مساعد وزير), and a player has a nation but
 * no office of it (الممثلة البريطانية).
 */
function isHeld(
  index: MentionIndex,
  role: MentionRole,
  mention: NameMention,
  pack: LanguagePack,
): boolean {
  const { layer } = index;
  const first = Math.min(role.first, mention.first);
  const isBearer = (at: number): boolean => {
    const reading = layer.words[at]?.readings.find(({ entry }) =>
      entry.classes.some((name) => name === "place-word" || name === "office.namesake"),
    );
    return reading !== undefined && !reading.article && reading.enclitic === "";
  };
  if (role.first < mention.first && (isBearer(first - 1) || isNamesake(layer, role, mention.first)))
    return false;
  if (isInNamesake(layer, role)) return false;
  if (isCutName(layer, mention, role, pack.names) || isMainAdjective(layer, role, mention))
    return false;
  if (isBirth(layer, role) || isRank(layer, role) || isNoName(index, mention, role, pack.names))
    return false;
  if (isOfWhatFollows(layer, role, mention, pack.names) || runsOn(layer, mention)) return false;
  const isRankWord = mention.last === mention.first + 1 && has(layer, mention.first, "office");
  if (
    isRankWord &&
    ["office", "place-word", "org", "portfolio"].some((of) => has(layer, mention.last, of))
  )
    return false;
  const ofNation = role.ofToken === null ? null : index.names[index.at(role.ofToken)];
  const isVague = isVagueCalling(layer, role.first);
  const isSport = isSportsOffice(layer, role.first);
  // حارس النادي سالم مراد: who keeps a goal, and no office.
  if (isVague && !isSport && has(layer, role.first, "sport.side")) return false;
  const isGame = isVague || isSport;
  // الممثلة جودي: of a word that is a calling besides, without whose office it is.
  if (ofNation === null && !role.possessed && isActor(layer, role.first)) return false;
  return !(ofNation?.value.head === "nominal" && isGame);
}

/** مؤسسة الملك خالد: the foundation, not the founder. */
const isNamesake = (layer: TextLayer, { first }: MentionRole, name: number): boolean =>
  has(layer, first, "office.namesake") &&
  (first + 1 === name ||
    ["title", "office", "honorific"].some((name) => has(layer, first + 1, name)));

/** مدير عام مطار الملك فهد: the king's title stands in the name of what is headed. */
function isInNamesake(layer: TextLayer, { first, last }: MentionRole): boolean {
  for (let at = first + 1; at < last; at++) {
    if (has(layer, at - 1, "office.namesake") && has(layer, at, "title")) return true;
  }
  return false;
}

const isActor = (layer: TextLayer, at: number): boolean =>
  layer.words[at]?.readings.some(({ entry }) => entry.features["actor"] === "yes") === true;

const isVagueCalling = (layer: TextLayer, at: number): boolean =>
  has(layer, at, "calling") &&
  layer.words[at]?.readings.some(
    ({ entry }) => entry.classes.includes("office") && entry.features["vague"] === "yes",
  ) === true;

/**
 * First of the words for offices that stand unbroken before one: "deputy assistant *minister*",
 * "the second deputy of the *president*".
 */
function officesBefore(
  { layer }: MentionIndex,
  { first }: MentionRole,
  mention: NameMention,
  pack: LanguagePack,
): number {
  const deputy = first - DEPUTY_WORDS;
  if (deputy >= 0 && isDeputyTo(layer, deputy, first, pack)) return deputy;
  let at = first;
  while (at > 0 && first - at < MOST_NESTED) {
    // آل خليفة وزير الداخلية: a word of the name is none of the title.
    if (at <= mention.last && at > mention.first) break;
    const reading = officeAt(layer, at - 1);
    // أحد مساعدي الزعيم: several, of whom the holder of the next office is none.
    if (!reading || reading.article || reading.enclitic !== "" || reading.number !== "singular")
      break;
    at--;
    if (reading.conjunction !== "" || reading.preposition !== "") break;
  }
  return at;
}

/** Words of "the second deputy". */
const DEPUTY_WORDS = 2;

/** النائب الثاني ل…: tokens `[first, last)` are the deputy's rank, and whose deputy follows. */
function isDeputyTo(layer: TextLayer, first: number, last: number, pack: LanguagePack): boolean {
  if (last !== first + DEPUTY_WORDS || !has(layer, first + 1, "number.ordinal")) return false;
  const whose = officeAt(layer, last);
  return officeAt(layer, first)?.article === true && whose?.preposition === pack.names.dative;
}

const ordinalAt = (layer: TextLayer, at: number): Reading | undefined =>
  layer.words[at]?.readings.find(({ entry }) => entry.classes.includes("number.ordinal"));

const officeAt = (layer: TextLayer, at: number): Reading | undefined =>
  layer.words[at]?.readings.find(({ entry }) => entry.classes.includes("office"));

function detached(layer: TextLayer, first: number, last: number): string {
  return Array.from({ length: last - first }, (_, step) => {
    const at = first + step;
    const told = officeAt(layer, at) ?? ordinalAt(layer, at);
    return told?.entry.lemma.split("|")[0] ?? layer.tokens[at]?.form ?? "";
  }).join(" ");
}
