import type { TextLayer } from "../../text/layer.js";
import type { Draft } from "./draft.js";

/** Parts that are added up to a total, and the figures behind it among which they are looked for. */
const MOST_PARTS = 6;
const MOST_NEAR = 20;
/** A list by places or by cases is looked for among so many. */
const MOST_LISTED = 100;

/**
 * سبع جثث … خمس لرجال وجثتان لامرأتين: counts of one harm that follow a larger one, in its sentence
 * or the next, and add up to it exactly, are its parts; the dead and the wounded add up to casualties.
 */
export function linkSums(layer: TextLayer, drafts: readonly Draft[]): void {
  for (const [at, total] of drafts.entries()) {
    const whole = exactCount(total) ?? leastCount(total);
    if (whole === null || whole < 2 || total.total) continue;
    const sentence = layer.sentenceOf[total.first] ?? -1;
    if (linkVictims(layer, drafts, at, whole)) continue;
    const near = drafts
      .slice(at + 1, at + 1 + MOST_NEAR)
      .filter((draft) => (layer.sentenceOf[draft.first] ?? -1) - sentence <= reachOf(whole));
    const behind = near.filter((draft) => isPartOf(draft, total)).slice(0, MOST_PARTS);
    // بواقع 12 في حمص و19 في حماة: some of them are known to be parts.
    const linked = near.filter((draft) => draft.total === total || isPartOf(draft, total));
    // قتل 17 من المسلحين … وثلاثة جنود … وأصيب 43 من المسلحين: or only those of one group.
    const ofGroup = behind.filter(({ counted }) => counted === total.counted);
    const found = total.rule === CASES_FOUND ? brokenDown(layer, drafts, at, whole) : null;
    const parts =
      found ??
      addingUp(behind, whole) ??
      addingUp(ofGroup, whole) ??
      addingUp(linked, whole) ??
      distributed(layer, drafts.slice(at + 1, at + 1 + MOST_LISTED), total, whole);
    for (const part of parts ?? []) part.total = total;
  }
}

/** عدد الضحايا 3547، منها 1262 وفاة و2285 إصابة: victims of both kinds, told apart right behind. */
function linkVictims(
  layer: TextLayer,
  drafts: readonly Draft[],
  at: number,
  whole: number,
): boolean {
  const [total, dead, hurt] = [drafts[at], drafts[at + 1], drafts[at + 2]];
  if (!total || !dead || !hurt || total.measure !== "killed") return false;
  // مقتل 12 جنديا tells deaths; only a count of victims may be of both.
  if (!/^figure\.(?:tally|carried)/.test(total.rule)) return false;
  if (dead.measure !== "killed" || hurt.measure !== "injured" || dead.total || hurt.total)
    return false;
  if (layer.sentenceOf[total.first] !== layer.sentenceOf[hurt.first]) return false;
  if ((exactCount(dead) ?? 0) + (exactCount(hurt) ?? 0) !== whole) return false;
  total.measure = "casualties";
  dead.total = total;
  hurt.total = total;
  return true;
}

/** وجود خمس حالات … حالتا وفاة … وثلاث إصابات: a toll by the scene is told again by its cases. */
const CASES_FOUND = "figure.cases-found";
/** Sentences in which the cases of one scene are told. */
const SCENE_REACH = 2;

function brokenDown(
  layer: TextLayer,
  drafts: readonly Draft[],
  at: number,
  whole: number,
): readonly Draft[] {
  const scene = layer.sentenceOf[drafts[at]?.first ?? 0] ?? -1;
  const parts: Draft[] = [];
  let left = whole;
  for (const draft of drafts.slice(at + 1, at + 1 + MOST_LISTED)) {
    if ((layer.sentenceOf[draft.first] ?? -1) - scene > SCENE_REACH) break;
    if (draft.rule === CASES_FOUND) break;
    if (!isHarm(draft) || draft.total) continue;
    const count = exactCount(draft);
    if (count === null || count > left) break;
    left -= count;
    parts.push(draft);
  }
  return parts;
}

/** A man is none of the women and children counted before. */
const APART: ReadonlyMap<string, string> = new Map([
  ["women", "men"],
  ["children", "men"],
  ["men", "women"],
]);

function isPartOf(draft: Draft, total: Draft): boolean {
  if (draft.total || draft.unit !== total.unit) return false;
  if (draft.counted !== null && APART.get(total.counted ?? "") === draft.counted) return false;
  return total.measure === "casualties" ? isHarm(draft) : draft.measure === total.measure;
}

/** The first drafts whose counts make the whole; what says the whole again is passed over. */
function addingUp(drafts: readonly Draft[], whole: number): readonly Draft[] | null {
  const parts: Draft[] = [];
  let sum = 0;
  for (const draft of drafts) {
    const count = exactCount(draft);
    if (count === whole || parts.some((part) => isRepeat(part, draft))) continue;
    if (count === null || count === 0) return null;
    sum += count;
    parts.push(draft);
    if (sum >= whole) break;
  }
  return sum === whole && parts.length > 1 ? parts : null;
}

/** A toll of fewer is not told by so many places. */
const LEAST_DISTRIBUTED = 20;
/** Counts of one sentence that make a list. */
const LEAST_LISTED = 3;
/** A list leaves out places with few; and it may be of another hour than the toll above it. */
const LEAST_SHARE = 0.75;
const MOST_SHARE = 1.01;
/** Sentences from the toll to the list, and from one sentence of the list to the next. */
const LIST_REACH = 4;

/** 632 وفاة. سجلت 290 في الحوز، و190 في تارودانت، و89 في شيشاوة …: the toll by places, most of them told. */
function distributed(
  layer: TextLayer,
  behind: readonly Draft[],
  total: Draft,
  whole: number,
): readonly Draft[] | null {
  if (whole < LEAST_DISTRIBUTED || !isHarm(total)) return null;
  const parts: Draft[] = [];
  let sum = 0;
  let reached = layer.sentenceOf[total.first] ?? -1;
  for (const draft of behind) {
    const sentence = layer.sentenceOf[draft.first] ?? -1;
    if (sentence - reached > LIST_REACH) break;
    if (draft.measure !== total.measure) continue;
    const count = exactCount(draft);
    if (count === null || !isPartOf(draft, total) || sum + count > MOST_SHARE * whole) break;
    // A list stands by itself: the first count of it opens a sentence behind the toll's.
    if (parts.length === 0 && sentence === reached) break;
    parts.push(draft);
    sum += count;
    reached = sentence;
  }
  const first = layer.sentenceOf[parts[0]?.first ?? 0];
  const listed = parts.filter((part) => layer.sentenceOf[part.first] === first);
  return listed.length >= LEAST_LISTED && sum >= LEAST_SHARE * whole ? parts : null;
}

/** وأصيب 19 … وجرح 19: the same count of the same harm, in another sentence or by another word. */
function isRepeat(part: Draft, { measure, value, counted }: Draft): boolean {
  return (
    part.measure === measure &&
    part.value.min === value.min &&
    (part.counted === counted || part.counted === null || counted === null)
  );
}

/** Sentences to look on: small numbers add up by chance, large ones do not. */
const reachOf = (whole: number): number => (whole >= 40 ? 4 : whole > 2 ? 1 : 0);

const isHarm = ({ measure }: Draft): boolean => measure === "killed" || measure === "injured";

/** 56 معتقلا على الأقل … 42 في القاهرة و14 في الإسكندرية: the least they are is what they add up to. */
const leastCount = ({ value }: Draft): number | null =>
  value.hedge === "bound" && value.max === null ? value.min : null;

function exactCount({ value }: Draft): number | null {
  return value.hedge === "exact" ? value.min : null;
}
