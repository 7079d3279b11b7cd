import { closesConstruct, isOfMany } from "./phrase-closed.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/**
 * Whether somebody else begins here, to whom or of whom the subject speaks: "أبلغ الوكيل الصحيفة أن", "دعا المبعوث
 * الفصائل إلى".
 */
export const isAddressee = (scene: Scene, head: number, at: number, progress: Progress): boolean =>
  at > head && (isPersonTold(scene, head, at, progress) || isOtherTold(scene, head, at, progress));

/** A definite personal noun behind a name or another definite noun begins a new phrase. */
function isPersonTold(scene: Scene, head: number, at: number, progress: Progress): boolean {
  // "ودعا الأمير الله أن يديم".
  if (scene.has(at, "deity")) return !scene.has(at - 1, "name.prefix");
  // "دعا الرئيس، رئيس الهيئة، الأتراك المحتاجين إلى": an oblique plural behind the comma is spoken to.
  if (scene.isComma(at)) return scene.shape.isOblique(scene.form(at + 2));
  if (!scene.isPersonal(at)) return false;
  // "طالب الأمين العام للمجلس الدكتور سعيد": the holder of the office just told.
  if (progress.official && !progress.person && scene.has(at, "title")) return false;
  const listener = scene.reading(at, "speaker")?.entry.features["kind"];
  // "أبلغ سلام مجلس الوزراء", "طالب الاتحاد الأوروبي جيش مالي"; but "طالب قائد الجيش": his office is of it.
  const name = scene.name(head);
  const ofOffice = scene.isOfficial(at - 1) && !scene.main(at - 1)?.article;
  if (ofOffice && listener === "institution") return false;
  if (listener === "institution" && name?.last === at && !scene.main(at)?.conjunction) {
    if (name.kind === "person") return true;
    if (name.kind === "organization" && !scene.main(at)?.article) return true;
  }
  // "اتهم الأهالي ميليشيا قسد", "أنذر الجيش سكان الضاحية": behind a definite noun a body without its article is another.
  const whole = scene.shape.isDefinite(scene.form(at - 1)) && !progress.official;
  const others = listener === "institution" ? !name || name.last <= at : listener === "witness";
  if (others && whole && !isJoined(scene, at)) return true;
  // "طالبت إدارة النادي وكيل اللاعب": behind a body's whole name an office is somebody else's.
  const ofBody = scene.reading(head, "speaker")?.entry.features["kind"] === "institution";
  if (ofBody && at > head + 1 && scene.isOfficial(at) && !scene.main(at)?.article)
    return scene.shape.isDefinite(scene.form(at - 1)) && !scene.has(at, "office.adjective");
  if (!scene.shape.isDefinite(scene.form(at))) return false;
  const body = listener === "institution";
  if (scene.has(at, "office.adjective") || (scene.name(at) && !body)) return false;
  // "مصادر مطلعة الصحيفة": behind an adjective an outlet is told.
  if (listener === "outlet" && closesConstruct(scene, at - 1)) return true;
  const before = scene.form(at - 1);
  return scene.shape.isDefinite(before) || scene.main(at - 1) === null;
}

const isJoined = (scene: Scene, at: number): boolean => {
  const noun = scene.reading(at, "speaker");
  return !noun || noun.article || noun.conjunction !== "" || noun.preposition !== "";
};

/** Behind a phrase that is whole: another body, an outlet, several persons, a plural in the case of an object. */
function isOtherTold(scene: Scene, head: number, at: number, { person }: Progress): boolean {
  if (!scene.isWord(at) || isWaiting(scene, at - 1) || !isWhole(scene, head, at, person))
    return false;
  const main = scene.main(at);
  if (main?.conjunction || main?.preposition) return false;
  // "طالب الخطباء الجميع", "دعت الوزارة كافة المعلمين".
  if (scene.has(at, "count.every")) return true;
  const name = scene.name(at);
  const definite = scene.shape.isDefinite(scene.form(at));
  // "أبلغت تركيا الأمم المتحدة": a body with its article, and no place or person that may complete the name.
  const body = name?.kind === "organization" || name?.kind === "group" || name?.kind === "outlet";
  // "اتهمت تركيا حزب السلام": nor does a party's or a movement's name complete that of a country.
  const whole = definite || (name?.first === at && scene.name(head)?.kind === "place");
  if (body && whole && name?.skip === 0) return true;
  // "أبلغ المدرب سالم العلي موقع النادي".
  if (scene.has(at, "speaker.outlet") && !scene.isOfficial(at - 1)) return true;
  if (isOfMany(scene, at)) return !definite && scene.isPersonal(at);
  // "دعت البلدية الراغبين في الشراء"; but "بعض الخبراء الاقتصاديين" agrees with whom it governs.
  const oblique = scene.shape.isOblique(scene.form(at));
  if (
    oblique &&
    !isIndefinite(scene, at - 1) &&
    !["surname", "given-name"].some((part) => scene.has(at, part))
  )
    return isNominative(scene, head, at) && main?.number !== "singular";
  // "أبلغ مسؤولون النادي", "اتهم نائب معارض سالم العلي": behind an indefinite phrase that is whole nothing definite is its own.
  return (
    !scene.shape.isDefinite(scene.form(at - 1)) &&
    isIndefinite(scene, at - 1) &&
    (definite || name?.kind === "person")
  );
}

/** "رئيس | الهيئة", but "رئيسها", "مسؤولون": an office that is still without what it is of. */
const isWaiting = (scene: Scene, at: number): boolean =>
  scene.isOfficial(at) && !scene.main(at)?.enclitic && !isIndefinite(scene, at);

/** Its noun is complete: nothing but adjectives and what he is called can stand behind it. */
function isWhole(scene: Scene, head: number, at: number, person: boolean): boolean {
  const before = at - 1;
  if (scene.name(head)?.last === at || closesConstruct(scene, before)) return true;
  const unknown = head === before && scene.main(head) === null && scene.isWord(head);
  const his = scene.shape.isOfOthers(scene.main(before)?.enclitic ?? "");
  return unknown || his || isIndefinite(scene, before) || (person && scene.name(before) !== null);
}

/** "مسؤولون", "خبير عقاري", "نائب فرنسي معارض": an indefinite noun or adjective that governs nothing. */
function isIndefinite(scene: Scene, at: number): boolean {
  const main = scene.main(at);
  const form = scene.form(at);
  if (main?.article || main?.enclitic || main?.preposition || scene.shape.isDefinite(form))
    return false;
  if (["surname", "given-name", "title"].some((part) => scene.has(at, part)) || scene.name(at))
    return false;
  if (scene.shape.isOfActors(form) && scene.isPersonal(at)) return true;
  if (main?.entry.pos === "adjective") return !main.construct;
  // "نائب فرنسي", and behind him "معارض".
  const relation = scene.shape.isNisba(form) && main?.entry.pos !== "noun";
  const beside = scene.shape.isNisba(scene.form(at - 1)) && scene.isPersonal(at - 2);
  return scene.isPersonal(at - 1) ? relation : beside && scene.isPersonal(at);
}

/** "البلدية", "المبعوث الأممي": a definite noun and its adjectives, none of them an oblique plural. */
function isNominative(scene: Scene, head: number, at: number): boolean {
  for (let before = head; before < at; before++) {
    const form = scene.form(before);
    if (!scene.shape.isDefinite(form) || scene.shape.isOblique(form)) return false;
    if (before > head && !scene.shape.isAdjectiveShaped(form)) return false;
  }
  return true;
}
