/** What a body or an office is for, to whom it belongs, what it is set over and where it serves. */
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** "اللجنة التابعة لغرفة جدة", "المركز المعني بالأسماك": what a body or an office belongs to or sees to. */
export const isAffiliation = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "speech.affiliated") &&
  (scene.bears(at, scene.shape.to) || scene.bears(at, scene.shape.by));

/** "الشؤون الصحية بمنطقة حائل": where a body is, unless the verb takes what stands so ("أشادت الأمانة بمدينة"). */
export function standsIn(scene: Scene, at: number, { head, by }: Progress): boolean {
  if (by || !servesPlace(scene, at)) return false;
  return (
    scene.name(head)?.kind === "organization" ||
    scene.unit(head, "speaker")?.reading.entry.features["kind"] === "institution"
  );
}

/** "الوكالة السورية للأنباء". */
export const tellsTrade = (scene: Scene, at: number, { head }: Progress): boolean =>
  scene.has(at, "outlet.generic") && scene.has(head, "speaker.outlet");

/** "المشرف على المهرجان", "المشرف العام على المركز": what he is set over. */
export const isCharge = (scene: Scene, at: number): boolean =>
  scene.has(at, "prep.over") &&
  scene.isWord(at + 1) &&
  (scene.has(at - 1, "speaker.over") || scene.has(at - 2, "speaker.over"));

/** "الرئاسة العامة لرعاية الشباب": behind "general", "national" a body tells what it is for. */
export function isPurpose(scene: Scene, at: number): boolean {
  return (
    scene.has(at - 1, "body.adjective") &&
    scene.bears(at, scene.shape.to) &&
    !scene.isPersonal(at) &&
    !isPress(scene, at) &&
    scene.afterTime(at) === at
  );
}

/** "شركة آسيا للاستثمار": what a body with a name of its own is for. */
export const servesTrade = (scene: Scene, at: number, { head, object }: Progress): boolean =>
  !object &&
  at > head + 1 &&
  isBody(scene, head) &&
  !scene.reading(head, "speaker")?.article &&
  servesField(scene, at);

/** "للصحفيين": journalists are spoken to; a spokesman is "for" an agency, not for them. */
export function isPress(scene: Scene, at: number): boolean {
  const kind = scene.reading(at, "speaker")?.entry.features["kind"];
  return kind === "outlet" && !scene.has(at, "speaker.outlet");
}

/** "للطوارئ والكوارث", not "للصحفيين", "لوكالة": definite, and nobody who can be told. */
export const servesField = (scene: Scene, at: number): boolean =>
  scene.main(at)?.preposition === scene.shape.to &&
  scene.main(at)?.article === true &&
  scene.name(at) === null &&
  !scene.isPersonal(at) &&
  !isPress(scene, at) &&
  !scene.has(at, "speaker.outlet") &&
  scene.afterTime(at) === at;

/** "سفير … لدى", "مبعوث … إلى سورية", "المتحدث … بمنطقة الرياض": where the official serves. */
export function servesPlace(scene: Scene, at: number): boolean {
  const joined =
    scene.main(at)?.preposition === scene.shape.by ||
    scene.shape.mayBear(scene.form(at), scene.shape.by);
  if (joined) return scene.name(at)?.kind === "place" || scene.has(at, "place-word");
  return scene.has(at, "prep.to") && scene.name(at + 1)?.kind === "place";
}

/** A body or an outlet, and nobody ("اجتمع المدرب سالم باللاعبين"). */
export function isBody(scene: Scene, at: number): boolean {
  const kind = scene.unit(at, "speaker")?.reading.entry.features["kind"];
  return kind === "institution" || kind === "outlet";
}
