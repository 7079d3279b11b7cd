import type { NameAt, TokenRange } from "./attribution-reading.js";
import { isOfMany } from "./phrase-closed.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

export function afterName(
  scene: Scene,
  at: number,
  end: number,
  progress: Progress,
): number | null {
  const name = scene.name(at);
  if (!name || (at > progress.head && !joins(scene, at, progress))) return null;
  for (let inside = at; inside < name.last; inside++)
    progress.official ||= scene.isOfficial(inside);
  // "هيئة الهلال الأحمر": right behind the name of a body an adjective is nobody's family name.
  const goesOn = progress.named && name.last === at + 1 && scene.shape.isDefinite(scene.form(at));
  progress.named = isProper(scene, name, progress.head);
  // "مطار الملك خالد": called after him.
  const calledAfter = at > progress.head && scene.has(at - 1, "place-word");
  progress.person ||=
    isPerson(scene, name) && progress.named && name.skip === 0 && !goesOn && !calledAfter;
  for (let inside = at + 1; inside < name.last; inside++) {
    // "في روسيا اليوم الاثنين": the name of an outlet, were it not for the day behind it.
    // "ابو مالك امس": nobody is called so.
    const time = scene.afterTime(inside);
    if (time > name.last || (time === name.last && time > inside && name.kind === "person"))
      return Math.min(inside, end);
    // "طالب المدرب اللاعبين": an oblique plural behind a definite subject is spoken to.
    if (isSpokenTo(scene, inside)) return Math.min(inside, end);
    // "دعا المبعوث الأممي الفصائل": nor is a plural that is known for no family his name.
    if (progress.addressee && isPlural(scene, inside)) return Math.min(inside, end);
    // "رئيس بلدية المدينة لوكالة الأنباء": no part of the body's name.
    if (scene.bears(inside, scene.shape.to) && tellsOutlet(scene, inside, progress))
      return Math.min(inside, end);
    // "يقترح سالم بعض الحلول": some of what he tells of.
    if (scene.isBare(inside, "one-of") && !scene.main(inside)?.conjunction)
      return Math.min(inside, end);
    if (endsWhoSpeaks(scene, inside)) return Math.min(inside, end);
    // "أضاف سالم العلي قوله".
    if (isSaying(scene, inside)) return Math.min(inside, end);
    // "أعرب الملك باسمه واسم شعبه": in his own name, which is a given name, too.
    if (scene.reading(inside, "speech.identity")?.enclitic) return Math.min(inside, end);
    // "مسؤول محلي رفض الكشف عن اسمه".
    if (scene.refusesName(inside)) return Math.min(inside, end);
  }
  return Math.min(name.last, end);
}

/** "سلوى لـ«الميزان»", "ابن كثير رحمه الله", "سالم البالغ من العمر": whom he told, a blessing, how old he is. */
export const endsWhoSpeaks = (scene: Scene, at: number): boolean =>
  scene.has(at, "prep.for") ||
  (scene.has(at, "attribute.aged") && scene.has(at + 1, "prep.from")) ||
  (scene.has(at + 1, "deity") && scene.shape.endsInHis(scene.written(at)));

/** "قوله", "القول": what he says, and no part of his name. */
export const isSaying = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.said") || scene.has(at, "speech.the-saying");

const isSpokenTo = (scene: Scene, at: number): boolean =>
  scene.shape.isOblique(scene.form(at)) &&
  scene.isPersonal(at) &&
  scene.shape.isDefinite(scene.form(at - 1)) &&
  !scene.shape.isOblique(scene.form(at - 1));

/** Several things or persons, behind a definite noun that governs nothing. */
const isPlural = (scene: Scene, at: number): boolean =>
  scene.shape.isDefinite(scene.form(at)) &&
  scene.shape.isDefinite(scene.form(at - 1)) &&
  scene.isPersonal(at) &&
  !["surname", "given-name"].some((part) => scene.has(at, part)) &&
  isOfMany(scene, at);

/** Somebody by his own name: "مدير عام التعليم" alone is an office that still waits for its holder. */
function isPerson(scene: Scene, { first, last, kind }: NameAt): boolean {
  if (kind !== "person" || scene.has(last - 1, "name-of")) return false;
  if (!scene.isOfficial(first)) return true;
  // "باسم" is a given name as well, and "in the name of" behind an office.
  for (let at = first; at < last; at++)
    if (isNameLike(scene, at) && !scene.has(at, "name-of")) return true;
  return false;
}

/** An outlet with "to" in front, and not right behind the office that may be hers. */
export const tellsOutlet = (scene: Scene, at: number, { head }: Progress): boolean =>
  scene.has(at, "speaker.outlet") &&
  at > head + 1 &&
  !scene.isOfficial(at - 1) &&
  !scene.has(at - 1, "office.adjective");

/** لرويترز: the outlet spoken to is no part of the speaker; a spokesman "for" somebody is. */
export function joins(scene: Scene, at: number, progress: Progress): boolean {
  const { official } = progress;
  const reading = scene.main(at);
  const toSomebody = reading
    ? reading.preposition === scene.shape.to
    : scene.shape.mayBear(scene.form(at), scene.shape.to);
  if (toSomebody && scene.has(at - 1, "speech.affiliated")) return true;
  if (toSomebody && tellsOutlet(scene, at, progress)) return false;
  return !toSomebody || ((official || isArm(scene, at)) && scene.name(at)?.kind !== "outlet");
}

/** "الجناح المسلح لحزب كذا", "المكتب السياسي لحركة كذا": an arm of the body named behind it. */
const isArm = (scene: Scene, at: number): boolean =>
  ["organization", "group"].includes(scene.name(at)?.kind ?? "") &&
  scene.shape.isDefinite(scene.form(at - 1)) &&
  scene.has(at - 1, "office.adjective");

/** A name that is complete in itself, unlike an office whose holder follows. */
function isProper(scene: Scene, name: TokenRange, head: number): boolean {
  const last = name.last - 1;
  if (scene.has(last, "office")) return false;
  // "المدير التنفيذي": the office waits for what it is of, and for its holder.
  if (scene.has(last, "office.adjective") && scene.isOfficial(name.first)) return false;
  return !(name.first === head && scene.isOfficial(last));
}

const NAME_PARTS = [
  "given-name",
  "surname",
  "title",
  "name.prefix",
  "name.filial",
  "name.tail",
] as const;

export function isNameLike(scene: Scene, at: number): boolean {
  if (!scene.isWord(at)) return false;
  if (NAME_PARTS.some((name) => scene.has(at, name))) return true;
  return scene.main(at) === null && !scene.has(at, "ordinary");
}

/** "المهندس محمد المخرج": what stands behind a title and a given name alone, whatever it means. */
export const isFamilyName = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "given-name") &&
  scene.has(at - 2, "title") &&
  scene.shape.isDefinite(scene.form(at));

/** "مستشفى الولادة والأطفال", "وزارة المياه والكهرباء": a second definite noun of the same name. */
export function isCoordinate(scene: Scene, at: number): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  return readings.some(
    ({ conjunction, article, stem, tense }) =>
      conjunction === scene.shape.and &&
      tense === null &&
      (article || scene.shape.isDefinite(stem)),
  );
}

/** "بدر باسلمه": families of Hadramaut begin with "sons of", spelled like a preposition. */
export const isSonOf = (scene: Scene, at: number): boolean =>
  scene.main(at) === null &&
  scene.has(at - 1, "given-name") &&
  scene.shape.isFamilyOfSons(scene.form(at));
