import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** A quotation this short inside a noun phrase is a name (شبكة "فرات بوست"), not speech. */
const LONGEST_QUOTED_NAME = 6;

/** A short quotation or bracket behind the head: شبكة "فرات بوست", مراسلنا (منى سالم). */
export function afterBrackets(
  scene: Scene,
  at: number,
  end: number,
  progress: Progress,
): number | null {
  const { head, person } = progress;
  if (at === head) {
    const last = afterQuotedName(scene, at, end);
    if (last !== null) progress.named = true;
    return last;
  }
  // "تناقلته وسائل الإعلام «التحلي بالصبر»": outlets of every kind have no name.
  if (scene.opensQuote(at) && scene.unit(head, "speaker.outlet")?.last === at && at > head + 1)
    return null;
  const bracket = scene.form(at) === "(";
  // Behind a person's name a quotation is what he says.
  // "تبنت حركة الشباب «هجوما معقدا»": nor behind the whole name of a body.
  const body = scene.name(head)?.kind === "organization" && !progress.official;
  const whole = body && (progress.named || scene.shape.isDefinite(scene.form(at - 1)));
  if (!bracket && (person || !scene.opensQuote(at))) return null;
  if (!bracket && (scene.has(at + 1, "that") || (whole && !isNamedBehind(scene, at, progress))))
    return null;
  const close = bracket ? closingBracket(scene, at, end) : scene.closingQuote(at, end);
  if (close === null || close - at - 1 > LONGEST_QUOTED_NAME) return null;
  // "رصدت عدسة «المدينة» العمل": a name in marks is whole.
  if (!bracket && !progress.official) progress.named = true;
  return close + 1;
}

/** "ذكرت وكالة الأنباء «كذا» أن": an outlet called by its kind alone; its own name follows. */
function isNamedBehind(scene: Scene, at: number, { head, named }: Progress): boolean {
  if (named && scene.isQuote(at - 1)) return false;
  const outlet =
    scene.has(head, "speaker.outlet") && !scene.reading(head, "speaker.outlet")?.article;
  const close = outlet ? scene.closingQuote(at, at + LONGEST_QUOTED_NAME + 2) : null;
  return close !== null && endOfQuotedName(scene, close) !== null;
}

/** "وبيّن «العمري» أنه": a name may itself stand in quotation marks. */
function afterQuotedName(scene: Scene, at: number, end: number): number | null {
  if (!scene.opensQuote(at)) return null;
  const close = scene.closingQuote(at, end + 1);
  if (close === null || close - at - 1 > LONGEST_QUOTED_NAME) return null;
  // «يقول "ويب" في رده: …»: a word or two, and the sentence goes on.
  const within = ["prep.in", "pronoun.personal"].some((name) => scene.has(close + 1, name));
  if (close - at - 1 <= 2 && within) return close + 1;
  // "وأضاف "العلي" خلال حديثه: …".
  if (close - at - 1 <= 2 && scene.unit(close + 1, "speech.during")) return close + 1;
  // "علمت «النهار» من مصادرها أن", "من مصدر أمني أن".
  if (scene.has(close + 1, "prep.from") && scene.has(close + 2, "speaker")) return close + 1;
  // «قال "المرصد 80" (أبو أمين)، وهو مختص، إن»: a bracket or an aside describes who is named.
  const aside = scene.isComma(close + 1) && scene.has(close + 2, "pronoun.personal");
  if (close - at - 1 <= 3 && (aside || scene.form(close + 1) === "(")) return close + 1;
  return namesSpeaker(scene, at, close) ? close + 1 : endOfQuotedName(scene, close);
}

/**
 * `وأكد "الدفاع المدني" مقتل أربعة`: the marks hold the whole name of a body, and no
 * verb. Whatever stands behind is then his, as behind a name without marks.
 */
export function namesSpeaker(scene: Scene, open: number, close: number): boolean {
  const name = scene.name(open + 1);
  if (name && name.kind === "organization" && name.last === close) return true;
  if (!scene.has(open + 1, "speaker")) return false;
  for (let at = open + 1; at < close; at++) {
    if (!scene.isWord(at) || scene.isVerb(at) || scene.has(at, "that")) return false;
  }
  return true;
}

/**
 * A name in quotation marks is followed, give or take an adjective, commas and a time, by what is
 * said; a quotation that is speech is not. The token behind the name; null where it is speech.
 * @param close the closing mark
 */
export function endOfQuotedName(scene: Scene, close: number): number | null {
  let at = close + 1;
  // "«مكتب الأخبار» المعارض،": whatever stands between the mark and the comma describes it.
  const described =
    scene.shape.isAdjectiveShaped(scene.form(at)) ||
    scene.isComma(at + 1) ||
    scene.has(at + 1, "that");
  // "إلى" begins and ends like a definite adjective.
  if (scene.shape.isDefinite(scene.form(at)) && described && !scene.has(at, "prep.to")) at++;
  const last = at;
  for (let step = 0; step < 3; step++) {
    at = scene.afterTime(at);
    if (!scene.isComma(at)) break;
    at++;
  }
  const adjunct = scene.has(at, "prep.in") && scene.has(at + 1, "speech.adjunct");
  const opens =
    adjunct ||
    scene.has(at, "that") ||
    scene.isColon(at) ||
    scene.has(at, "prep.about") ||
    (scene.has(at, "prep.to") && TOLD.some((told) => scene.has(at + 1, told))) ||
    // "رصد «المرصد» اغتيال": the body in quotation marks, then what it tells of.
    TOLD.some((noun) => scene.isBare(at, noun)) ||
    (at > last && scene.opensQuote(at));
  return opens ? last : null;
}

/** What is told of begins with one of these: "لفتت «الصحة» إلى مقتل". */
const TOLD = ["harm.noun", "event.masdar", "that"] as const;

function closingBracket(scene: Scene, at: number, end: number): number | null {
  for (let next = at + 1; next < end; next++) if (scene.form(next) === ")") return next;
  return null;
}
