import type { Gender, GrammaticalNumber, Reading } from "../../text/word.js";
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** What a verb must agree with; null where neither the lexicon nor the kind of source tells. */
interface Person {
  readonly number: GrammaticalNumber | null;
  readonly gender: Gender | null;
}

/**
 * Whether a verb that has no subject beside it can have this speaker for one: "وأضافت" after
 * "نقلت رويترز عن الوزير" is said of the agency, "أعربوا" of more than one.
 * @returns null where that cannot be told
 */
export function agrees(scene: Scene, verb: Reading, speaker: Speaker): boolean | null {
  const { number, gender } = personOf(scene, speaker);
  if (verb.number === "plural") {
    if (number === null || isJoined(scene, speaker)) return null;
    // "وقالت مصادر أمنية … وأضافوا": those who are behind the word.
    if (speaker.kind === "anonymous" && number === "plural") return null;
    return number !== "singular" && !(gender === "feminine" && verb.gender === "masculine");
  }
  if (verb.number !== "singular" || verb.gender === null) return null;
  // In front of its subject a verb is singular; behind him, of more than one, it is plural.
  if (number === "plural" && gender === "masculine")
    return verb.gender === "masculine" ? null : false;
  return gender === null ? null : gender === verb.gender;
}

/**
 * "الكلية التي يرى أنها", "الشباب الذين يقدر عددهم", "الرجل الذي تتهمه منظمات": a verb that does not agree with its
 * relative pronoun says what somebody else says of them.
 */
export function fitsRelative(scene: Scene, relative: number, { gender, number }: Reading): boolean {
  const pronoun = scene.shape.relativeOf(scene.form(relative));
  if (pronoun === null) return true;
  if (pronoun.number === "plural" || number === "plural") return number === pronoun.number;
  return gender === null || gender === pronoun.gender;
}

/** "قال رئيس البلدية، ومصدران بالشرطة، إن … وأضافوا": others speak with the one named first. */
function isJoined(scene: Scene, { first, last }: Speaker): boolean {
  const end = scene.isComma(last) ? last + 2 : last;
  for (let at = first + 1; at < end; at++) {
    const other = scene.reading(at, "speaker");
    if (other?.conjunction !== scene.shape.and || other.preposition !== "") continue;
    const kind = other.entry.features["kind"];
    if (kind === "witness" || kind === "anonymous" || other.number !== "singular") return true;
  }
  return false;
}

/** "ألون كذا، الرئيس التنفيذي": the office behind an unknown name tells whether a man holds it. */
function genderOfOffice(scene: Scene, first: number, last: number): Gender | null {
  for (let at = first + 1; at < last; at++) {
    const office = scene.reading(at, "speaker");
    if (office?.entry.features["kind"] === "official" && office.number === "singular")
      return office.gender;
  }
  return null;
}

function personOf(scene: Scene, { first, last, kind }: Speaker): Person {
  const head = scene.reading(first, "speaker") ?? nounAt(scene, first);
  const human = kind === "official" || kind === "person" || kind === "witness";
  // "سالم العلي" is one man, whatever no lexicon knows of his name.
  if (!head) {
    const number = kind === "person" || kind === "official" ? "singular" : null;
    return { number, gender: kind === "outlet" ? "feminine" : genderOfOffice(scene, first, last) };
  }
  // "محامين": nothing but two or more men ends so.
  if (head.number !== "singular" && scene.shape.isOfMen(scene.form(first)))
    return { number: "plural", gender: "masculine" };
  // Of things and bodies the plural is feminine: "مصادر أضافت"; of people only by its ending.
  if (head.number === "plural") {
    return { number: "plural", gender: human ? "masculine" : "feminine" };
  }
  const number = head.number === "singular" ? "singular" : null;
  // "عضو المجلس الدكتورة عهود": the office is a man's word of a woman, too.
  if (human && isTitledWoman(scene, first, last)) return { number, gender: "feminine" };
  return { number, gender: number === null ? null : head.gender };
}

function isTitledWoman(scene: Scene, first: number, last: number): boolean {
  for (let at = first + 1; at < last; at++)
    if (scene.reading(at, "title")?.gender === "feminine") return true;
  return false;
}

function nounAt(scene: Scene, at: number): Reading | null {
  const main = scene.main(at);
  return main?.entry.pos === "noun" ? main : null;
}
