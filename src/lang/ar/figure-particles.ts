/** Particles beside counts. Forms are folded: على is علي, إلى is الي, أو is او. */
import type { FigureParticles } from "../figure-particles.js";

const one =
  (word: string) =>
  (form: string): boolean =>
    form === word;
const oneOf = (...words: readonly string[]): ((form: string) => boolean) => {
  const set = new Set(words);
  return (form) => set.has(form);
};
/** Also behind what is joined to it: ولا, بدون, وغير. */
const endsIn =
  (word: string) =>
  (form: string): boolean =>
    form.endsWith(word);

export const arabicFigureParticles: FigureParticles = {
  isOf: one("من"),
  // ومن الضحايا امرأتان
  isOfTold: oneOf("من", "ومن"),
  isIn: one("في"),
  isOn: one("علي"),
  isTo: one("الي"),
  isAbout: one("عن"),
  isWith: one("مع"),
  isBefore: one("قبل"),
  isOr: one("او"),
  isBetween: oneOf("بين", "وبين"),
  isWhat: oneOf("ما", "وما"),
  isWhere: one("حيث"),
  // حكم على ثلاثة, حكم بحق ثلاثة
  isAgainst: oneOf("علي", "بحق"),
  isAccordingTo: oneOf("وفق", "وفقا", "بحسب", "حسب"),
  isNo: endsIn("لا"),
  // هجمات غير مشروعة
  isNon: endsIn("غير"),
  isWithout: endsIn("دون"),
  // ضابط وأمين شرطة قد لقيا حتفهما
  isHas: one("قد"),
  governsNoun: oneOf("علي", "في", "الي", "عن", "بعد", "قبل", "منذ"),
  // سيتم نشر عشرة آلاف شرطي
  willBeDone: (form) => /^[وف]?س[يت](?:تم|جري)$/.test(form),
  isOnOne: oneOf("عليه", "عليها"),
  isInIt: oneOf("فيه", "فيها", "به", "بها"),
  opensCount: oneOf("و", "ب", "ل", "وب", "ما", "وما", "بين", "وبين", "من"),
};
