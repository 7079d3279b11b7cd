/** Whether a word that may be a verb of saying is one where it stands. */
import type { Reading } from "../../text/word.js";
import { isFollowed } from "./followed.js";
import type { Scene } from "./scene.js";
import { isTurned } from "./stance.js";
import { frameOf } from "./verb-frame.js";
import { NEED_REACH } from "./verb-needs.js";

/** "لا تعترف إلا بـ". */
const EXCEPTION_REACH = 6;
/** The أن of the verb بيّن stands this near, where the letters could be "between". */
const BETWEEN_REACH = 16;

/** A verb of saying here, and not a noun or preposition of the same letters, nor one negated. */
export function isSaying(scene: Scene, at: number, reading: Reading): boolean {
  if (scene.nominalContext(at) && reading.tense !== "present") return false;
  if (scene.isNegated(at) && !isExcepted(scene, at) && !isTurned(scene, at, reading)) return false;
  if (scene.main(at)?.article) return false;
  if (scene.isFirstPerson(at, reading) || scene.isBlessing(at, reading)) return false;
  // "سيناريو كنت قد حذرت منه".
  if (scene.has(at - 1, "aspect") && scene.shape.isOfSelf(scene.form(at - 2))) return false;
  if (isPassive(scene, at, reading)) return false;
  // "سوف تطلب", "وربما تعلن": not said so far; "وصفي" is no verb with its object.
  if (reading.tense === "present" && scene.has(at - 1, "speech.unsaid")) return false;
  // "إذا أعلن المجلس": a condition.
  if (scene.has(at - 1, "event.if") && !scene.has(at - 1, "that")) return false;
  // "لماذا تشتكي": asked, not said.
  if (scene.has(at - 1, "interrogative") && !scene.has(at - 1, "what")) return false;
  // So is "ستعلن الهيئة نتائجها".
  if (reading.preposition === scene.shape.will) return false;
  const object = reading.enclitic === "" || scene.shape.isObjectOfVerb(reading.enclitic);
  // "أخبرني أحد الأطباء".
  if (!object && !(frameOf(reading).takes.has("addressee") && scene.shape.isToldMe(scene.form(at))))
    return false;
  // "مبلغ وقدره ألف": with a pronoun the letters are another word.
  if (reading.enclitic !== "" && reading.entry.features["bound"] === "no") return false;
  if (isFollowed(reading) || isReason(scene, at, reading)) return false;
  // "أن تبني": behind the bare particle a verb is in the subjunctive, which is never past.
  // "من المتوقع أن تعلن", "دون أن يفصح": nor has anything been said yet by one in the present.
  if (scene.has(at - 1, "that.bare") && !scene.has(at - 2, "that.said")) return false;
  // "تظهر فيها صور", "وصفت له حالنا": with a pronoun's preposition the verb is another.
  if (reading.entry.features["pronoun"] === "no" && scene.has(at + 1, "prep.pronoun"))
    return scene.has(at + 2, "that");
  switch (frameOf(reading).guard) {
    case "between":
      return beginsClause(scene, at) && thatFollows(scene, at) && !isPaired(scene, at);
    case "noun":
    case "mute":
      return (
        beginsClause(scene, at) ||
        scene.has(at - 1, "relative") ||
        reading.tense === "present" ||
        scene.shape.isFeminineVerb(scene.form(at))
      );
    default:
      return true;
  }
}

/**
 * "ويدعى سالم": "he is called" is written otherwise than "he claims"; so is "club" otherwise than "he
 * called".
 */
function isPassive(scene: Scene, at: number, reading: Reading): boolean {
  const { tense, entry, number } = reading;
  // "واتهم بالقتل": who is accused himself.
  if (entry.features["stance"] === "accuses" && tense === "past" && reading.enclitic === "") {
    const { takes } = frameOf(reading);
    const charged = takes.has("addressee") && takes.has(scene.shape.by);
    if (charged && scene.bears(at + 1, scene.shape.by) && !scene.name(at + 1)) return true;
  }
  const ending = tense === "present" ? entry.features["ends"] : entry.features["ended"];
  if (ending === undefined || scene.written(at).endsWith(ending)) return false;
  return (
    tense === "present" || (number === "singular" && !scene.shape.isFeminineVerb(scene.form(at)))
  );
}

/** "وهو ما دعا الجيش إلى الانسحاب": what prompts somebody calls on nobody; "ما دعا إليه" does. */
function isReason(scene: Scene, at: number, reading: Reading): boolean {
  const { takes } = frameOf(reading);
  if (!takes.has("addressee") || reading.tense !== "past" || reading.enclitic) return false;
  // "كما دعت الحركة المجتمع الدولي": "as", which adds, is spelled with "what".
  return (
    scene.has(at - 1, "what") &&
    !scene.has(at - 1, "clause.front") &&
    !scene.has(at + 1, "prep.pronoun") &&
    !scene.has(at + 2, "prep.pronoun")
  );
}

/** "لا تعترف إلا بقتيل" affirms what follows إلا. */
function isExcepted(scene: Scene, at: number): boolean {
  for (let next = at + 1; next < at + EXCEPTION_REACH; next++) {
    if (scene.has(next, "except")) return true;
  }
  return false;
}

export function beginsClause(scene: Scene, at: number): boolean {
  const { sentenceOf } = scene.layer;
  if (at === 0 || sentenceOf[at - 1] !== sentenceOf[at]) return true;
  if (scene.main(at)?.conjunction) return true;
  if (scene.has(at - 1, "clause.front") || scene.has(at - 1, "clause.inner")) return true;
  // "من جانبه عبر الأمير عن".
  if (scene.has(at - 1, "speech.aside") && scene.has(at - 2, "prep.from")) return true;
  return (
    scene.token(at - 1)?.kind === "punct" || scene.has(at - 1, "aspect") || scene.has(at - 1, "be")
  );
}

/** "بين هذا وبين ذاك": the second of two prepositions. */
function isPaired(scene: Scene, at: number): boolean {
  if (scene.has(at - 1, "what")) return true;
  const { sentenceOf } = scene.layer;
  for (let back = at - 1; back > at - BETWEEN_REACH; back--) {
    if (sentenceOf[back] !== sentenceOf[at]) return false;
    if (scene.has(back, "speech.verb") && scene.has(back, "preposition")) return true;
  }
  return false;
}

function thatFollows(scene: Scene, at: number): boolean {
  for (let next = at + 1; next < at + BETWEEN_REACH; next++) {
    if (scene.has(next, "that")) return true;
    // "وبيّن المتحدث بصحة الجوف، فهد الكريع، أن".
    if (scene.isComma(next) && scene.has(next + 1, "that")) return true;
    if (scene.isComma(next) && next > at + NEED_REACH) return false;
  }
  return false;
}
