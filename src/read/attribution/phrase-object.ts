/** What stands behind a speaker's phrase as the object of his verb, and is no part of the phrase. */
import { closesConstruct } from "./phrase-closed.js";
import { isNameLike } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** "قدم الأمير شكره", "أبدى الوزير استعداده": what is the subject's own is what he tells. */
export function isOwnNoun(scene: Scene, head: number, at: number): boolean {
  if (at <= head || scene.has(at, "name-of")) return false;
  // "أبدى الأمير سعادته": his joy, and no style of address.
  if (scene.has(at, "style")) return true;
  const main = scene.main(at);
  if (scene.name(at) && (scene.name(at)?.last !== at + 1 || !main?.enclitic)) return false;
  // "بدأ اللاعب حديثه": an unknown word with the letter of the pronoun, not of the feminine.
  const his = !main && scene.shape.isDefinite(scene.form(at - 1)) && scene.has(at, "ordinary");
  if (his && scene.shape.endsInHis(scene.written(at))) return true;
  if (!main?.enclitic || main.entry.pos !== "noun" || main.conjunction || main.preposition)
    return false;
  // "نعت الكتائب قائدها": behind a whole name even somebody is.
  const name = scene.name(head);
  if (name?.last === at) return scene.shape.isOfOthers(main.enclitic);
  return !scene.isPersonal(at) && (name !== null || closesConstruct(scene, at - 1));
}

/** "أكد كي مون أهمية": nouns of what is affirmed, unless the head itself governs them ("مدير دور"). */
export function isContent(scene: Scene, head: number, at: number): boolean {
  // "أعلنت الكلية الصناعية أسماء الطلاب": names of many, and nobody's name.
  const many = scene.shape.isOblique(scene.form(at + 1)) || scene.isPersonal(at + 1);
  const names = scene.reading(at, "speech.identity");
  if (at > head + 1 && names?.number === "plural" && names.preposition === "" && many) return true;
  if (scene.isBare(at, "speech.content"))
    return at > head + 1 || (at > head && (scene.name(head) !== null || scene.main(head) === null));
  // "أدان الرئيس العام العمل الإرهابي"; but "وزير العمل", "مدير مكتب العمل".
  const whole = at > head + 1 && scene.shape.isDefinite(scene.form(at - 1));
  return whole && !scene.isOfficial(at - 1) && scene.reading(at, "speech.figure")?.article === true;
}

/**
 * "رجح خبير الأرصاد هطول أمطار", "أكد خبراء أمنيون استخدام": an indefinite noun behind a phrase that
 * is complete is told of.
 */
export function isObject(scene: Scene, head: number, at: number): boolean {
  if (at > head && scene.isBare(at, "speech.mute")) return true;
  // "عزا متحدث باسمها الفارق إلى": behind "in her name" nothing more of him is told.
  if (at > head && scene.reading(at - 1, "speech.identity")?.enclitic && !scene.name(at))
    return true;
  if (at <= head || scene.name(at) || !scene.isWord(at - 1) || isNameLike(scene, at)) return false;
  const listed = scene.reading(at, "speaker")?.entry.features;
  // "قدر مسؤولو الأرصاد المحليون قوة الزلزال".
  const thing =
    listed?.["kind"] === "document" ||
    listed?.["weak"] === "yes" ||
    scene.has(at, "speech.document");
  const split = scene.main(at) ?? scene.layer.words[at]?.readings[0];
  // "للأرصاد وحماية البيئة" goes on with the name; "وللأمن حادث" does not.
  const before = scene.form(at - 1);
  const and =
    before.startsWith(scene.shape.and) &&
    scene.shape.isDefinite(before.slice(1)) &&
    scene.main(at) !== null;
  const joined = (and || scene.shape.isJoinedDefinite(before)) && !split?.conjunction;
  if (!(joined || closesConstruct(scene, at - 1)) || (scene.isPersonal(at) && !thing)) return false;
  // "الرئاسة العامة للأرصاد", "المدير التنفيذي لمنظومة": what a body or an office is for.
  const waits = scene.has(at - 1, "body.adjective") || scene.has(at - 1, "office.adjective");
  if (waits && split?.preposition === scene.shape.to) return false;
  // "لجنة الآثار والتراث": a definite noun goes on with the name.
  if (scene.layer.words[at]?.readings.some(({ article }) => article)) return false;
  // "المتحدث باسم الولاية دين محمد": no noun that is known; "أعلن الوزير تعيين فلان" tells of one.
  const unknown = scene.main(at) === null;
  if (unknown && scene.isOfficial(head) && scene.name(at + 1)?.kind === "person") return false;
  // "مصادر محلية مطلعة": a second adjective of sources ends as the first.
  const source = scene.reading(head, "speaker")?.entry.features["kind"] === "anonymous";
  const second =
    [at - 1, at].every((one) => !scene.shape.isDefinite(scene.form(one))) &&
    scene.form(at - 1).at(-1) === scene.form(at).at(-1);
  const told = scene.has(at, "event.masdar") || scene.has(at, "harm.noun");
  if (source && second && !told) return false;
  // "سياسيون يمنيون": an adjective agrees with what it describes.
  const describes = !scene.shape.isDefinite(scene.form(at - 1)) && !scene.has(at, "event.masdar");
  if (describes && scene.shape.isAdjectiveShaped(scene.form(at))) return false;
  const main = scene.main(at);
  // "مصدر أمني رفيع": behind an indefinite adjective an unknown word may be another.
  const known = scene.main(at - 1)?.entry.pos === "adjective" && !scene.main(at - 1)?.article;
  const noun = thing
    ? true
    : main
      ? main.entry.pos === "noun" || TOLD_OF.some((told) => scene.has(at, told))
      : (scene.has(at, "ordinary") && !known) || scene.shape.isSoundFeminine(scene.form(at));
  return noun && !main?.article && !main?.preposition && !scene.shape.isDefinite(scene.form(at));
}

/**
 * "وصفت مصادر تركية الحادث": behind an indefinite noun and its adjective nothing definite is a part of it;
 * "انتقد الشيخ سالم العلي فرنسا": nor is a country of somebody's name.
 */
export function isDefiniteObject(
  scene: Scene,
  head: number,
  at: number,
  { person }: Progress,
): boolean {
  if (at <= head + 1 || !scene.isWord(at) || scene.isPersonal(at)) return false;
  const name = scene.name(at);
  if (name?.kind === "place" && name.skip === 0) return person && endsFamilyName(scene, at - 1);
  if (name || !scene.shape.isDefinite(scene.form(at))) return false;
  const kind = scene.reading(head, "speaker")?.entry.features["kind"];
  const some = kind === "anonymous" || kind === "witness";
  const main = scene.main(at - 1);
  const adjective =
    main?.entry.pos === "adjective" ||
    (some && main?.entry.pos !== "noun" && scene.shape.isAdjectiveShaped(scene.form(at - 1)));
  return (
    adjective &&
    head === at - 2 &&
    [head, at - 1].every((one) => !scene.name(one) && !scene.shape.isDefinite(scene.form(one)))
  );
}

/** The last word of somebody's name, and no office or place that waits for what it is of. */
const endsFamilyName = (scene: Scene, at: number): boolean =>
  isNameLike(scene, at) &&
  !scene.isOfficial(at) &&
  !["title", "name.prefix", "name.filial", "place-word"].some((part) => scene.has(at, part)) &&
  scene.shape.isDefinite(scene.form(at));

/** Fixed words that tell of an event: "قبائل كذا حادث التفجير". */
const TOLD_OF = ["harm.fall", "event.before", "event.after"] as const;
