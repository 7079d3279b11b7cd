import { endsInOffice } from "./phrase-complement.js";
import { isCoordinate, isFamilyName, isNameLike, isSonOf } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import {
  isAffiliation,
  isBody,
  isPress,
  isPurpose,
  servesField,
  servesPlace,
  servesTrade,
  standsIn,
  tellsTrade,
} from "./phrase-purpose.js";
import type { Scene } from "./scene.js";

/**
 * What may stand behind a proper name inside a speaker's phrase, the rest of the name or what describes who
 * bears it: an adjective, "of" a place, an office; not the object of the verb.
 */
export function describesName(scene: Scene, at: number, progress: Progress): boolean {
  const { official, person } = progress;
  if (scene.has(at, "speech.affiliated") || isAffiliation(scene, at)) return true;
  if (standsIn(scene, at, progress) || tellsTrade(scene, at, progress)) return true;
  if (person && servesPlace(scene, at) && endsInOffice(scene, progress.head, at)) return true;
  if (person && completesGiven(scene, at)) return true;
  // "أستاذ الاقتصاد بجامعة الطائف د. سالم": the title opens his name.
  if (!person && scene.has(at, "title.short") && scene.form(at + 1) === ".")
    return scene.isPersonal(progress.head);
  if (!person && !isBody(scene, progress.head) && opensName(scene, at)) return true;
  // "وكالة «موديز» للتصنيف": what a body named in marks is for.
  if (scene.isQuote(at - 1) && scene.bears(at, scene.shape.to) && !isPress(scene, at)) return true;
  if (official && !person) {
    if (isNameLike(scene, at) || servesPlace(scene, at)) return true;
    if (scene.name(at + 1)?.kind === "person" && !scene.isVerb(at)) return true;
    // "رئيس اللجنة للانتخابات م. سالم".
    if (scene.has(at, "title.short") && scene.form(at + 1) === ".") return true;
    // "مساعد المدير العام للدفاع المدني للطوارئ": what the office behind the body's name is for.
    if (servesField(scene, at)) return true;
  }
  if (scene.has(at, "prep.in") || scene.has(at, "prep.from") || scene.has(at, "name-of"))
    return true;
  if (isCoordinate(scene, at)) return true;
  if (isPurpose(scene, at) || servesTrade(scene, at, progress)) return true;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" && main.article) return true;
  // "عبدالغني الأنصاري التنظيم الجديد": behind a person a body with its article is told of.
  const body = person && isBody(scene, at) && scene.shape.isDefinite(scene.form(at));
  // "قوات الدفاع الشعبي الجناح العسكري للحزب".
  if (!body && scene.unit(at, "speaker")) return true;
  const describing = ["office", "speaker", "given-name", "surname"];
  if (!body && describing.some((name) => scene.has(at, name))) return true;
  // "القنصل السعودي العام".
  if (
    official &&
    !person &&
    scene.has(at, "office.adjective") &&
    scene.shape.isDefinite(scene.form(at))
  )
    return true;
  if (scene.shape.isDefinite(scene.form(at))) {
    // "القوات المشتركة": an adjective of bodies, whatever its shape.
    if (!person && scene.has(at, "body.adjective")) return true;
    // "أحمد بن محمد العمود رئيس البرنامج": behind "son of" the family name, whatever it means.
    if (person && !scene.isPersonal(at) && closesName(scene, at + 1)) return true;
    if (person && isFamilyName(scene, at)) return true;
    // "المقرب من الحزب", "المقيم في باريس": a participle with what it governs.
    const governs = scene.has(at + 1, "prep.from") || scene.has(at + 1, "prep.in");
    // "تبنى التنظيم الهجومين": the object.
    const agrees = scene.shape.isOblique(scene.form(at - 1));
    if (scene.shape.isOblique(scene.form(at)) && !agrees) return false;
    const participle = governs && !scene.isPersonal(at);
    return participle || scene.shape.isAdjectiveShaped(scene.form(at));
  }
  const unknown = scene.layer.words[at]?.readings.length === 0;
  if (isSonOf(scene, at)) return true;
  // "ذكر نادي مانشستر سيتي المنافس": behind a verb without an object an unknown word is of the name.
  if (unknown && !progress.object && !person && isNameLike(scene, at) && isForeign(scene, at))
    return true;
  // "عبد الستار بارز «…»": an indefinite word right before the speech is the last of the name.
  const next = at + 1;
  const opens =
    scene.isQuote(next) ||
    scene.isComma(next) ||
    scene.isColon(next) ||
    scene.has(next, "that") ||
    scene.has(next, "clause.front") ||
    scene.afterTime(next) > next ||
    (scene.has(next, "prep.in") && scene.has(next + 1, "speech.adjunct"));
  // "ألقى سالم العلي كلمة، أكد فيها": what he gave.
  const record = scene.isBare(at, "speech.adjunct");
  return opens && !record && !scene.isVerb(at) && !main?.preposition;
}

/** "الدكتور أمين صالح", "المهندسة منى": a title in front of a person's name. */
const opensName = (scene: Scene, at: number): boolean =>
  scene.has(at, "title") &&
  scene.name(at + 1)?.kind === "person" &&
  !scene.main(at)?.preposition &&
  !scene.main(at)?.conjunction;

/** Nouns of what is said or of whom it is said to. */
const TOLD = [
  "speaker",
  "org",
  "office",
  "harm.noun",
  "event.masdar",
  "event.name",
  "speech.content",
  "speech.renewed",
  "speech.mute",
  "speech.claim",
  "counted.person",
] as const;

/**
 * "النائب نعمة شمعة التفجير": behind an office nobody is called by a given name alone; an indefinite word
 * that is known for nothing else, right in front of a definite one, is his family's.
 */
function completesGiven(scene: Scene, at: number): boolean {
  const name = scene.name(at - 1);
  if (name?.kind !== "person" || name.first !== at - 1) return false;
  if (!scene.has(at - 1, "given-name") && !scene.has(at - 1, "surname")) return false;
  if (!scene.isOfficial(at - 2) && !scene.isOfficial(at - 3)) return false;
  if (!scene.shape.isDefinite(scene.form(at + 1)) || scene.shape.isDefinite(scene.form(at)))
    return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const plain = readings.every(
    ({ preposition, conjunction, tense, entry }) =>
      preposition === "" &&
      conjunction === "" &&
      tense === null &&
      entry.classes.includes("ordinary"),
  );
  return plain && !TOLD.some((told) => scene.has(at, told));
}

/** No letter in front of it is a preposition's. */
const isForeign = (scene: Scene, at: number): boolean =>
  !scene.shape.mayBear(scene.form(at), scene.shape.by) &&
  !scene.shape.mayBear(scene.form(at), scene.shape.to);

/** What is said, or an office without its article, stands there: the name is over. */
const closesName = (scene: Scene, at: number): boolean =>
  scene.has(at, "that") ||
  scene.isColon(at) ||
  // "عبد الله السند، بالتفجير".
  (scene.isComma(at) && (scene.has(at + 1, "that") || scene.bears(at + 1, scene.shape.by))) ||
  (scene.isOfficial(at) && !scene.main(at)?.article);
