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

/** True where a sentence mourns or deplores. */
export function deplores(words: readonly string[]): boolean {
  return words.some((word) => holds(DEPLORES, word));
}
