import { type PublicationCode, partsOfDate } from "../../core/publication-reasons.js";

/** Why a report is of its day, in Arabic, by the codes of `core/publication-reasons.ts`. */
export const PUBLICATION_REASONS_AR = {
  "published-metadata": "تاريخ النشر المسجّل مع التقرير",
  "published-stamp": "ختم التاريخ في رأس النص",
  "published-dateline": "تاريخ سطر المكان في رأس النص",
  "published-unknown": "لا بيانات التقرير ولا نصه تدل على يوم نشره",

  "published-is": "يوم النشر: {date}",
  "published-day-before": "اليوم السابق للنشر: {date}",
  "published-day-after": "اليوم التالي للنشر: {date}",
  "published-days-before": "قبل النشر بأيام ({count}): {date}",
  "published-days-after": "بعد النشر بأيام ({count}): {date}",
  "published-within-before": "من الأيام السابقة للنشر ({count}): {date}",
  "published-within-after": "من الأيام التالية للنشر ({count}): {date}",

  "published-crawled": "جُمع في {date}، خلال أسبوع من ذلك اليوم",
  "published-dated-in-full": "في النص تاريخ ذلك اليوم كاملًا",
  "published-lead": "خبر المقدمة خبر ذلك اليوم",
  "published-not-before": "ليس قبل {date}، لما يستعيده النص أو يسميه",
  "published-not-after-release": "وليس بعد صدور هذا المحرك ({date})",
  "published-not-after-crawl": "وليس بعد جمعه ({date})",

  "published-siblings": "مستنتج من تقارير مؤرخة للخبر نفسه: {reports}",
  "published-within-story": "ضمن أيام تقارير الخبر المؤرخة",
  "published-copied": "فيه فقرات كاملة من {report} ({date})",
  "published-weekday-named": "يسمي التقرير يوم الأسبوع هذا",
  "published-event-on": "يضع في ذلك اليوم ما يضعه تقرير مؤرخ في {date}: {event}",
  "published-event-weekday": "يذكر يوم الأسبوع الذي وقع فيه ما يضعه تقرير مؤرخ في {date}: {event}",
  "published-event-news": "خبره ما يضعه تقرير مؤرخ في {date}: {event}",
  "published-figure": "يذكر عددًا يذكره تقرير نُشر في {date}",
  "published-news": "يروي خبرًا لذلك اليوم يضعه تقرير مؤرخ في {date}",
} as const satisfies Readonly<Record<PublicationCode, string>>;

const WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
const MONTHS = [
  "كانون الثاني/يناير",
  "شباط/فبراير",
  "آذار/مارس",
  "نيسان/أبريل",
  "أيار/مايو",
  "حزيران/يونيو",
  "تموز/يوليو",
  "آب/أغسطس",
  "أيلول/سبتمبر",
  "تشرين الأول/أكتوبر",
  "تشرين الثاني/نوفمبر",
  "كانون الأول/ديسمبر",
];

/** A date code as words: `الخميس 6 كانون الثاني/يناير`. */
export function dateInArabic(code: string): string {
  const { weekday, year, month, day } = partsOfDate(code);
  const parts = [
    weekday === null ? null : WEEKDAYS[weekday - 1],
    day,
    month === null ? null : MONTHS[month - 1],
    year,
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(" ");
}
