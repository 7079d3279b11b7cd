import { fold } from "../../../text/fold.js";
import { holds, isDigits, wordSet } from "./words.js";

/** Whoever mourns or deplores a deed says in passing how many it killed. */
const DEPLORES = wordSet(
  "عزاء",
  "العزاء",
  "تعازي",
  "التعازي",
  "تعازيه",
  "تعازيها",
  "تعازينا",
  "تعازيهم",
  "مواساة",
  "المواساة",
  "مواساته",
  "مواساتها",
  "عزى",
  "يعزي",
  "معزيا",
  "ندد",
  "نددت",
  "مستنكرا",
  "استنكر",
  "استنكرت",
  "استنكارها",
  "استنكاره",
  "أدان",
  "أدانت",
  "إدانتها",
  "إدانته",
  "شجب",
  "شجبت",
  // What only he calls a deed who deplores it.
  "الغاشم",
  "الجبان",
  "جبان",
  "الآثم",
  "آثم",
  "المشين",
  "النكراء",
  "الشنيع",
  "الشنيعة",
  "البشع",
  "البشعة",
  "الأليم",
);

/** A headline of somebody's condemnation or condolences: "the council condemns", "condoles with". */
const HEADLINED = wordSet(
  "يستنكر",
  "تستنكر",
  "يستنكرون",
  "استنكر",
  "استنكرت",
  "استنكار",
  "يندد",
  "تندد",
  "ينددون",
  "نددت",
  "ندد",
  "تنديد",
  "يشجب",
  "تشجب",
  "يشجبون",
  "يعزي",
  "تعزي",
  "يعزون",
  "يعزيان",
  "عزى",
  "معزيا",
  "تعازي",
  "التعازي",
  "تعازيه",
  "مواساة",
);

/** "Condemns", which also says that a court convicts. */
const CONDEMNS = wordSet("يدين", "تدين", "يدينون", "يدينان", "أدان", "أدانت", "إدانة", "إدانات");
/** A court, one who is accused, or a crime that one is convicted of. */
const OF_COURT = wordSet(
  "محكمة",
  "المحكمة",
  "محاكم",
  "قاض",
  "القاضي",
  "محلفين",
  "محلفون",
  "المحلفين",
  "الجنايات",
  "متهم",
  "متهمين",
  "متهمون",
  "المتهم",
  "المتهمين",
  "بتهمة",
  "بتهم",
  "بجريمة",
  "بجرائم",
  "بقتل",
  "بالقتل",
  "باغتيال",
  "باغتصاب",
  "بالتجسس",
  "بالفساد",
  "بالسجن",
  "بالإعدام",
);
const JUDICIARY = fold("القضاء");
const ON = fold("على");
const ACCUSED = fold("متهما");
const NUMBER_END = /(?:عشر|ون|ين)$/u;

/** "12 accused": the same letters without a number say that he accuses. "An end to" is no judiciary. */
const isOfCourt = (word: string, at: number, title: readonly string[]): boolean => {
  if (word === JUDICIARY) return title[at + 1] !== ON;
  const before = title[at - 1] ?? "";
  if (word === ACCUSED) return isDigits(before) || NUMBER_END.test(before);
  return holds(OF_COURT, word);
};

/** True where a headline is of those who mourn or deplore: what happened was told before. */
export function headlinesDeploring(title: readonly string[]): boolean {
  if (title.some((word) => holds(HEADLINED, word))) return true;
  return title.some((word) => holds(CONDEMNS, word)) && !title.some(isOfCourt);
}

/** True where a sentence mourns or deplores. */
export function deplores(words: readonly string[]): boolean {
  return words.some((word) => holds(DEPLORES, word));
}
