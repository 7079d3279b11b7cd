import type { Reading } from "../../text/word.js";
import { leadOf } from "./lead.js";
import type { Scene } from "./scene.js";

/** "According to" this near to the head of its sentence governs what follows. */
const FRONT_REACH = 4;
/** The ف of the answer (فإن) follows this near behind the source. */
const ANSWER_REACH = 8;

/** What an adjunct at the head of a sentence begins with. */
const LEADS = [
  "preposition",
  "prep.from",
  "prep.about",
  "adverb",
  "clause",
  "clause.front",
  "as-for",
  "then",
  "time.now",
] as const;

/** Whether "according to" stands in front of what it governs, or behind it. */
export function isFront(scene: Scene, at: number, last: number, opener: Reading): boolean {
  const sentence = scene.layer.sentences[scene.layer.sentenceOf[at] ?? -1];
  const start = sentence ? leadOf(scene, sentence) : at;
  if (at === start || (opener.conjunction && scene.isComma(at - 1))) return true;
  // "… نقلة كبيرة فبحسب المنظمة توجد عوائق".
  if (opener.conjunction === scene.shape.answer) return true;
  if (isAnswered(scene, last, sentence?.last ?? last)) return true;
  if (at - start > FRONT_REACH || !leadsIn(scene, start)) return false;
  for (let before = start; before < at; before++) {
    if (scene.isVerb(before) || scene.has(before, "harm.noun")) return false;
  }
  return true;
}

/** "وفي حلب، وفقا للمرصد": an adjunct; "السوق مغلقة، بحسب التجار" is a clause already. */
const leadsIn = (scene: Scene, at: number): boolean =>
  scene.afterTime(at) > at ||
  scene.isClosed(at) ||
  LEADS.some((name) => scene.has(at, name)) ||
  (scene.main(at)?.preposition ?? "") !== "";

/** "وبحسب X، فإن …": the ف of the answer shows that what X says comes behind. */
function isAnswered(scene: Scene, from: number, limit: number): boolean {
  // "وفقا لتقرير نشر مؤخرا فإن": how an indefinite source came out is no clause of its own.
  const described = scene.isVerb(from) && !scene.shape.isDefinite(scene.form(from - 1));
  for (let at = described ? from + 1 : from; at < Math.min(limit, from + ANSWER_REACH); at++) {
    if (scene.has(at, "then")) return true;
    if (scene.isVerb(at)) return false;
  }
  return false;
}
