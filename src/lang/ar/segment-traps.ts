/**
 * Words whose first letters look like the article, alone or behind a conjunction or preposition, and
 * are their own. Plain alifs, ي for ى. A trap ends in `-` where any ending may follow.
 */
const TRAPS: readonly string[] = [
  // Verbs of the eighth form from stems in ل: التقى, التزم, التحق, التفت, التهم, التمس, التقط, التف.
  "التقي- التقت التقوا التقيا التزم التزمت التزموا التحق التحقت التحقوا التفت التفتت التهم التهمت",
  "التمس التمست التقط التقطت التف التفوا التام الح الحت الغي الغت الغوا القي القت القوا",
  "الهم الهمت الزم الزمت الف الفت البس الصق",
  // Their verbal nouns, without an article.
  "التزام التزاما التزامها التزامه التزامهم التحاق التحاقه التقاء التقاط التماس التهاب التهابات",
  "التفاف التباس التفاتة",
  // God, and the relative and other function words that begin so.
  "الله اللهم الذي التي الذين اللذين اللتين اللذان اللتان اللاتي اللواتي الا الي",
  // Foreign names and words.
  "المانيا المانيه الماني الالب البانيا البوم الكترون- الفريد الكسندر- اليكس- اليزابيت",
  // و and ف that begin the stem.
  "والد والدة والده والدها والدهم والدي والدين والديه والديها والدته والدتها والدتي والدات والدا والي والت والتر فالح فالنسيا فالنتاين فالنتين- فالكون- فالي",
  // ب and ك that begin the stem.
  "بالغ بالغه بالغا بالغين بالغت بالي باليه بالون- بالوني كالي كاليفورنيا كالدون كالديرون كالاهان",
];

const whole = new Set<string>();
const prefixes: string[] = [];
for (const trap of TRAPS.join(" ").split(" ")) {
  if (trap.endsWith("-")) prefixes.push(trap.slice(0, -1));
  else whole.add(trap);
}

/** What looks like an article at `at` belongs to the stem that begins there, or one letter before. */
export function beginsWithoutArticle(form: string, at: number): boolean {
  for (const from of at > 0 ? [at, at - 1] : [at]) {
    const rest = form.slice(from);
    if (whole.has(rest) || prefixes.some((prefix) => rest.startsWith(prefix))) return true;
  }
  return false;
}

/** ل in front of a stem in ل, where the article would shrink to the same letters. */
export const NO_ARTICLE_OF_LAM: ReadonlySet<string> = new Set(
  "لله لليبيا لليبي للندن للبنان".split(" "),
);
