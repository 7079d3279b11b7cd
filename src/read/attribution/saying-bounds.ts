/** Where the clause of a saying begins, and which sayings lie inside another and do not end it. */
import type { Attribution } from "./attribution-reading.js";
import { opensTopic } from "./floor.js";
import type { Scene } from "./scene.js";
import { isDeeper } from "./speaker-chain.js";

/** A subject in front of its verb, give or take a time. */
const FRONT_REACH = 6;
/** "مخاطبا …" stands this near in front of "قائلا". */
const CIRCUMSTANCE_REACH = 12;
/** What somebody is asked about stands between commas in front of his verb, in at most so many tokens. */
const TOPIC_REACH = 40;

/** "نما القطاع بأسرع وتيرة مما يشير إلى", "الوثيقة التي أعلنها المجلس": said in a clause that is a part of what is told. */
export function isEmbedded(scene: Scene, { value }: Attribution): boolean {
  const cue = value.cue.first;
  const before = scene.has(cue - 1, "aspect") ? cue - 2 : cue - 1;
  // "كما أشار إلى" and "فيما أكد" begin a clause of their own.
  if (scene.has(before, "clause.front")) return false;
  return scene.has(before, "relative") || scene.has(before, "what");
}

/** Where the clause of a saying begins: with a subject in front of its verb, and what leads to it. */
export function beginningOf(scene: Scene, { value }: Attribution, from: number): number {
  const cue = value.cue.first;
  const origin = value.chain.at(-1);
  // "تصريحات من الوزير قال فيها": where it stands in a record, he who made it is of the clause before.
  const inRecord = scene.has(cue + 1, "prep.within");
  let at =
    origin &&
    !inRecord &&
    origin.first > from &&
    origin.last <= cue &&
    origin.last > cue - FRONT_REACH
      ? origin.first
      : cue;
  // "واكتفى بالقول", "وعقب الناطق بالقول": the act that he does by saying it.
  if (at - 1 > from && scene.has(cue, "speech.by-saying") && scene.isVerb(at - 1)) at--;
  if (at === cue) at = circumstanceBefore(scene, cue, from) ?? at;
  while (at - 1 > from && leadsOn(scene, at - 1)) at--;
  const topic = at === cue ? topicBefore(scene, cue, from) : null;
  if (topic !== null) return topic;
  // "…، إلى ذلك أعلن التنظيم".
  if (at - 2 > from && scene.has(at - 1, "demonstrative") && scene.has(at - 2, "prep.to"))
    return at - 2;
  // "في حين تحدثت مصادر".
  return at - 1 > from && scene.has(at, "speech.lead") && scene.has(at - 1, "prep.in")
    ? at - 1
    : at;
}

/** "…، مخاطبا الجنود الذين التحقوا بالخدمة قائلا": what he does by saying it, behind a comma of its own. */
function circumstanceBefore(scene: Scene, cue: number, from: number): number | null {
  const { shape } = scene;
  if (scene.isComma(cue - 1) || !scene.has(cue, "speech.saying")) return null;
  for (let at = cue - 1; at > Math.max(from + 1, cue - CIRCUMSTANCE_REACH); at--) {
    if (!scene.isComma(at)) continue;
    const begins = shape.isBareAccusative(scene.form(at + 1)) && at + 1 < cue;
    return begins ? at + 1 : null;
  }
  return null;
}

/** "…، وعن توفر السلعة في الأسواق، قال إن": what he is asked about begins the clause of his answer. */
function topicBefore(scene: Scene, cue: number, from: number): number | null {
  if (!scene.isComma(cue - 1) || scene.main(cue)?.conjunction !== "") return null;
  for (let at = cue - 2; at > Math.max(from, cue - TOPIC_REACH) && !scene.isStop(at); at--)
    if (opensTopic(scene, at)) return at - 1;
  return null;
}

/** فيما, لكن, حيث in front of a saying belong to it, and no comma to what is said before. */
const leadsOn = (scene: Scene, at: number): boolean =>
  LEADING.some((name) => scene.has(at, name)) ||
  // "قبل أن يعلن", "بعدما أعلن".
  (scene.has(at, "before-that") && scene.has(at + 1, "that"));

const LEADING = [
  "clause.front",
  "clause.inner",
  "aspect",
  "be",
  "that",
  "negation",
  "speech.lead",
] as const;

export function isQuotedInside(outer: Attribution, inner: Attribution): boolean {
  if (inner.rule === "attribution.hearsay" || inner.rule === "attribution.bulletin") return true;
  return isDeeper(inner.value.chain, outer.value.chain);
}

const PARTICIPLE = "attribution.participle";

/** "شدد عليه الوزير، قائلا: …": a verb behind which nothing stands but a participle of saying says what that says. */
export function dropEmpty(found: Attribution[], firstOfSentence: number): void {
  for (let index = found.length - 1; index > firstOfSentence; index--) {
    const [outer, inner] = [found[index - 1], found[index]];
    if (inner?.rule !== PARTICIPLE || outer?.first !== inner.value.cue.first) continue;
    if (outer.value.chain.at(-1)?.name === inner.value.chain.at(-1)?.name)
      found.splice(index - 1, 1);
  }
}
