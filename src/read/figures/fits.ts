import type { HarmWord } from "./cue.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Those who are sent: soldiers, not the persons of any other news. */
const DEPLOYED: ReadonlySet<string> = new Set([
  "soldiers",
  "police",
  "security personnel",
  "guards",
  "officers",
  "fighters",
  "militants",
  "rescuers",
  "medics",
  "experts",
  "aircraft",
  "ships",
  "vehicles",
  "tanks",
  "guns",
  "launchers",
  "systems",
]);

/** What strikes is not what is struck: دمرت إحدى الغارات دبابة. */
const STRIKES: ReadonlySet<string> = new Set([
  "air strikes",
  "strikes",
  "shells",
  "rockets",
  "attacks",
  "explosions",
  "fires",
  "accidents",
  "teams",
]);

const SERVICES: ReadonlySet<string> = new Set(["security personnel", "soldiers", "civilians"]);

/** Taking part in a match or a meeting makes no crowd. */
const NO_CROWD: ReadonlySet<string> = new Set([
  "players",
  "officials",
  "leaders",
  "experts",
  "members",
  "children",
  "students",
  "police",
  "soldiers",
  "security personnel",
  "militants",
  "guards",
  "parents",
]);

export const isNoCrowd = ({ counted }: QuantityAnnotation["value"]): boolean =>
  NO_CROWD.has(counted ?? "");

/** What befalls many at once. */
const ALONE: ReadonlySet<string> = new Set(["crowd", "displaced"]);

/** What a weak word tells of "others", who are persons told before. */
const OF_OTHERS: ReadonlySet<string> = new Set(["missing", "arrested", "displaced", "other"]);

/** No vessel carries so many. */
const LEAST_TRAFFIC = 8000;

/** Whether the quantity can be what the harm word counts. */
export function fits(harm: HarmWord, { value }: QuantityAnnotation, adjacent: boolean): boolean {
  const { sort } = value;
  if (sort === "not") return false;
  if (harm.of && !harm.of.includes(value.counted ?? "")) return false;
  // تجمعت 50 فعالية: a noun no lexicon has may be no person.
  if (sort === "unknown" && harm.measure === "crowd") return false;
  if (harm.things) {
    // أحرق 20 آخرون: persons told before.
    if (harm.persons === "killed" && value.others) return adjacent && value.form === "number";
    if (harm.persons && sort === "person") {
      // تضررت 300 عائلة من السيول: struck, though nobody is hurt.
      const counts = value.unit === "persons" || harm.persons === "other";
      // تضرر من السيول أكثر من 300 شخص: a count may stand behind a phrase, a bare noun may not.
      const stands = adjacent || (harm.persons === "other" && value.form === "number");
      return stands && counts && !(harm.persons === "other" && value.plain);
    }
    // سيطر التنظيم على المدينة، واستقبل مئات المقاتلين: what one takes hold of is no person.
    if (harm.measure === "seized" && harm.takes !== null && sort !== "thing") return false;
    if (harm.measure === "seized" && sort === "person" && value.form !== "one-of") {
      // نقاط ضبط أمني: the adjective of a service, and nobody who is caught.
      if (value.plain && !value.definite && SERVICES.has(value.counted ?? "")) return false;
      // تم ضبط المتهم: whoever is suspected of what is told.
      if (value.plain && value.definite && value.counted === "suspects") return adjacent;
      return adjacent && (!value.plain || !value.definite);
    }
    // مقتل سبعة مسلحين وضبط 15: a bare number behind persons told before.
    if (harm.measure === "seized" && sort === null && value.form === "number") return adjacent;
    // تدمير ثلاثة صواريخ: behind a head they are what is struck, as behind a verb they may not be.
    if (value.counted === "rockets" && harm.kind === "noun") return adjacent;
    return sort === "thing" && !STRIKES.has(value.counted ?? "");
  }
  if (harm.armed && (value.plain || !DEPLOYED.has(value.counted ?? ""))) return false;
  // خسر الجيش 40 دبابة: what arms it has are lost as its men are.
  if (harm.armed && sort === "thing") return value.form === "number";
  if (harm.measure === "deployed") {
    return adjacent && !value.plain && DEPLOYED.has(value.counted ?? "");
  }
  if (sort === "thing") return false;
  // تجمع النزيل بأسرته, نزح والده إلى مكة: one is no crowd, and who moves alone is not driven out.
  if (value.plain && value.unit === "persons" && ALONE.has(harm.measure)) return false;
  // هجرت أبناءها: she left her own.
  // هجر المواطن سيارته: he left it.
  const leaves = harm.measure === "displaced" && harm.voice === "either";
  if (leaves && harm.kind === "verb" && !harm.needs && sort === "unknown") return false;
  // اختناق الجنين: of any, and nobody told of.
  if (harm.open && value.plain && value.definite) return false;
  if (leaves && (value.kin || (value.plain && harm.kind === "verb"))) return false;
  // نقل المريض إلى المستشفى: any patient, unless a relative of somebody told.
  if (value.plain && value.definite && harm.measure === "hospitalised" && !value.kin) return false;
  if (harm.measure === "crowd" && sort === "victim") return false;
  // مشاركة الأسرتين الفرحة: those told before share something.
  if (harm.measure === "crowd" && harm.weak && value.definite && value.form === "dual")
    return false;
  if (value.plain && value.unit === "families" && harm.measure !== "displaced") return false;
  // إنقاذ طفلة: one who is saved.
  const isOneSaved = harm.one && sort === "person" && !value.definite;
  if (value.plain && harm.weak && harm.measure !== "killed") return isOneSaved && adjacent;
  if (value.form === "one-of" && harm.weak) return false;
  if (value.plain && value.definite && harm.measure === "kidnapped" && !value.kin) return false;
  if (harm.measure === "crowd" && NO_CROWD.has(value.counted ?? "")) return false;
  // إحدى سفنها أنقذت 87: a bare number, of persons told before.
  if (harm.weak && sort === null && harm.measure === "other" && value.form === "number") {
    return adjacent && harm.voice === "either";
  }
  // شارك فيها المئات: a vague count alone is of persons.
  if (harm.weak && harm.measure === "crowd" && value.form === "vague" && sort === null)
    return adjacent;
  // فر المئات منهم, استسلم العشرات: so too.
  const moves = harm.measure === "other" || harm.measure === "displaced";
  const isMoved = harm.voice === "subject" || harm.kind === "noun";
  if (harm.weak && moves && isMoved && value.form === "vague" && sort === null) return adjacent;
  // فقد 20 آخرون, أسروا 11 آخرين, إخلاء 40 آخرين: more of those told before.
  if (harm.weak && value.others && OF_OTHERS.has(harm.measure)) return adjacent;
  // رحلات على متنها 15 ألف راكب: the traffic of a port, and nobody in one event.
  const isTraffic = harm.weak && harm.measure === "other" && value.counted === "passengers";
  if (isTraffic && (value.value.min ?? 0) >= LEAST_TRAFFIC) return false;
  // على متنها 80 جريحا: who is carried or saved and hurt is told as hurt.
  if (harm.weak && harm.measure === "other" && value.measure === "injured") return false;
  if (harm.weak) return adjacent && (sort === "person" || (sort === "victim" && !value.plain));
  if (sort === "unknown") return adjacent;
  if (value.plain && value.kin && !adjacent) return false;
  if (value.medicalCase && value.plain) return harm.measure === "hospitalised";
  if (harm.measure === "hospitalised" && value.plain && sort === "victim") return false;
  // سيارة إسعاف متطوعة: a bare noun behind it is no patient, a relative is.
  if (value.plain && harm.measure === "hospitalised" && harm.kind === "noun") return value.kin;
  return true;
}
