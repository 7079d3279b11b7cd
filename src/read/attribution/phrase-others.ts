/** Who stands right behind a speaker's phrase and is somebody else: a country, a person or an outlet. */
import { closesConstruct } from "./phrase-closed.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** "تتهم البحرين إيران", "حملت الحركة إسرائيل": a country behind a country or a body is its object. */
export function isOtherCountry(
  scene: Scene,
  head: number,
  at: number,
  addressee: boolean,
  { person, official }: Progress,
): boolean {
  const name = scene.name(head);
  const other = at > head && scene.name(at)?.kind === "place" && !scene.name(at)?.skip;
  // "أكدت أوكرانيا وروسيا".
  if (scene.name(at)?.skip && scene.form(at).startsWith(scene.shape.and)) return false;
  // "حذر الرئيس التركي من", "دعا رئيس تركيا إلى": what the office is of; but "دعا الرئيس إسرائيل إلى".
  const nation =
    scene.shape.isDefinite(scene.form(at)) && scene.shape.isAdjectiveShaped(scene.form(at));
  const waits = official && !person && scene.shape.isDefinite(scene.form(at - 1));
  if (other && ((nation && waits) || (scene.isOfficial(at - 1) && !scene.main(at - 1)?.article)))
    return false;
  // "حذر القائد سالم العلي طهران من": behind a person's own name.
  if (addressee && other && person && !scene.isOfficial(at - 1)) return true;
  // "انتقدت جماعة بيئية الدنمارك".
  if (other && scene.main(at - 1)?.entry.pos === "adjective" && closesConstruct(scene, at - 1))
    if (!scene.shape.isDefinite(scene.form(at - 1)) && head < at - 1) return true;
  // "حملت حركة حماس إسرائيل المسؤولية", "دعا غوتيريش إسرائيل إلى".
  const whole = name ? name.last === at : head === at - 1 && scene.main(head) === null;
  if (addressee && other && whole) return true;
  if (addressee && other && scene.shape.isDefinite(scene.form(at - 1)))
    return !scene.shape.isDefinite(scene.form(at));
  return name?.kind === "place" && name.last === at && scene.name(at)?.kind === "place";
}

/** "تتهم وزارة الداخلية سامي الحلبي": behind a body's whole name a person is somebody else. */
export function isOtherPerson(
  scene: Scene,
  head: number,
  at: number,
  { official }: Progress,
): boolean {
  if (at <= head || official) return false;
  if (scene.name(at)?.kind !== "person" && !scene.isBare(at, "given-name")) return false;
  const ofBody =
    scene.name(head)?.kind === "organization" ||
    scene.reading(head, "speaker")?.entry.features["kind"] === "institution";
  return ofBody && scene.shape.isDefinite(scene.form(at - 1));
}

/**
 * "زار الأمير فيصل بن خالد المصابين", "دان الوزير أحمد الملا التفجير": behind a person's name a plural of the
 * wrong case and the name of an event are the object.
 */
export function isOthersBehindName(
  scene: Scene,
  head: number,
  at: number,
  progress: Progress,
): boolean {
  if (at <= head || !progress.person || !scene.isWord(at)) return false;
  const form = scene.form(at);
  if (!scene.shape.isDefinite(form) || scene.isOfficial(at - 1)) return false;
  if (scene.shape.isOblique(form)) {
    const plural = scene.isPersonal(at) || scene.has(at, "victim");
    return plural && !scene.shape.isOblique(scene.form(at - 1)) && !scene.has(at, "surname");
  }
  return progress.object && EVENTS.some((name) => scene.has(at, name));
}

const EVENTS = ["event.name", "event.masdar", "harm.noun"] as const;

/**
 * "أفاد مسؤول محلي وكالة فرانس برس", "قالت مصادر طبية للجزيرة": an outlet behind a phrase that is complete
 * is told, and no part of it.
 */
export function isOutletTold(scene: Scene, head: number, at: number): boolean {
  if (at <= head) return false;
  if (scene.has(at, "outlet.told")) return true;
  if (!namesOutlet(scene, at) || namesOutlet(scene, head)) return false;
  const kind = scene.reading(head, "speaker")?.entry.features["kind"];
  if (kind === "outlet") return false;
  const alone = at === head + 1 && (kind === "witness" || kind === "anonymous");
  if (PREPOSITIONS.some((name) => scene.has(at - 1, name))) return false;
  // "عضو شرف نادي الرياض": what the body is called.
  if (isClub(scene, at - 1)) return false;
  const described = at > head + 1 && scene.shape.isAdjectiveShaped(scene.form(at - 1));
  return alone || described || closesConstruct(scene, at - 1);
}

const PREPOSITIONS = ["preposition", "prep.in", "prep.from", "prep.about", "prep.at"] as const;

/** "نادي", "جامعة": a body's noun that waits for its name. */
export const isClub = (scene: Scene, at: number): boolean => {
  const noun = scene.reading(at, "org");
  return noun !== null && !noun.article && !noun.enclitic && scene.has(at, "speaker");
};

const namesOutlet = (scene: Scene, at: number): boolean => {
  const name = scene.name(at);
  if (name) return name.kind === "outlet" && name.skip === 0;
  const noun = scene.reading(at, "speaker.outlet");
  return noun !== null && !noun.article && !noun.preposition && !noun.enclitic;
};
