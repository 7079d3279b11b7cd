import { holds, wordSet } from "./words.js";

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
  "يدين",
  "تدين",
  "يدينون",
  "يدينان",
  "أدان",
  "أدانت",
  "إدانة",
  "إدانات",
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

/** True where a headline is of those who mourn or deplore: what happened was told before. */
export function headlinesDeploring(title: readonly string[]): boolean {
  return title.some((word) => holds(HEADLINED, word));
}

/** True where a sentence mourns or deplores. */
export function deplores(words: readonly string[]): boolean {
  return words.some((word) => holds(DEPLORES, word));
}
