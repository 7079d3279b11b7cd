/**
 * Pieces that the patterns of times are put together from. `@day` is a number from 1 to 31, `@year`
 * one of four digits (`@month-year` where a Gregorian month stands in front), `@hijri-year` one from 1300 to 1500, `@digits` a plain run of at most four
 * digits. Names of what they capture: day, month, year (Gregorian), hday, hijri, hyear (Hijri),
 * a b c and a2 b2 c2 (dates in figures), mod, hmod, wdMod (which of them).
 */

/** "Last", "coming", "before last", "after next". */
export const modifier = (name: string): string =>
  `( ${name}Before:قبل )? ( ${name}After:بعد )? ${name}:<time.modifier>`;

/** Months are often told in two traditions at once: يناير/كانون الثاني. */
const OTHER_MONTH = "month2:<time.month article=no>";
export const MONTH = `month:<time.month article=no> ( ( / | - | – )? ${OTHER_MONTH} | #open ${OTHER_MONTH} #close )?`;

export const YEAR =
  "( من? ( عام | العام | سنة | لعام | للعام | لسنة )? ( year:@month-year | year:@spelled-year ) <time.gregorian-mark>? )";
const WHICH_YEAR = `( ( من )? ( ( العام | السنة | عام ) ${modifier("yearWhich")} | yearWhich:<time.this> ( العام | السنة ) ) )`;
export const TAIL = `( ( ، | , | / | - )? ${YEAR} | ${WHICH_YEAR} | ( من | في )? ( الشهر )? ${modifier("mod")} )?`;

const OF_MONTH = "( من )? ( <time.this> الشهر )? ( شهر )?";
const GREGORIAN = `( day:@day ( - | / )? ${OF_MONTH} ${MONTH} ${TAIL} )`;
const BLESSED = "( الفضيل | الكريم | المبارك | المحرم | الحرام | الخير )";
const HIJRI_YEAR = `( ( ، | , )? ( من )? ( عام | العام | سنة | لعام | للعام )? hyear:@hijri-year <time.hijri-mark>? )`;
const HIJRI = `( hday:@day ( من )? ( ( <time.this> )? الشهر )? ${BLESSED}? ( شهر )? hijri:<time.hijri-month> ${BLESSED}? ( ${HIJRI_YEAR} | ( ( من )? hyearWhich:<time.this> ( العام | السنة ) | ( من | في )? ${modifier("hmod")} ) )? )`;
const figures = (n: string): string =>
  `( a${n}:@digits ( - | / | – ) b${n}:@digits ( - | / | – ) c${n}:@digits ( <time.hijri-mark> | <time.gregorian-mark> )? )`;

/** What stands between the two calendars: "…هـ الموافق لـ…", "(…)". */
const ACCORDING =
  "( ( ، | , | - | – | / | = )? ( الموافق | المصادف | والمصادف | والموافق | الموافقة | يوافق ) ( ل | ليوم | يوم | له )? | = | - | – | / | ، )";
const second = (date: string): string => `( ${ACCORDING} ${date} | #open الموافق? ${date} #close )`;

export const FULL_DATE = `( ( الموافق | المصادف )? ( ل )? ( ${GREGORIAN} ${second(`( ${HIJRI} | ${figures("2")} )`)}? | ${HIJRI} ${second(`( ${GREGORIAN} | ${figures("2")} )`)}? | ${figures("")} ${second(`( ${GREGORIAN} | ${HIJRI} | ${figures("2")} )`)}? ) )`;

/** A date behind the name of its day, in brackets or behind a mark. */
export const BRACKETED_DATE = `( ( ، | , | - | – | / | في )? ( #open ${FULL_DATE} #close | ${FULL_DATE} ) )`;
export const PART = "( part:<time.part> ( من )? )";
export const DAY_WORD = "( <time.day-word article=no> )";
/** The week of a weekday: "Tuesday of next week". */
export const OF_THE_WEEK = `( ( من )? ( week:<time.unit unit=week> ${modifier("weekMod")} | <time.this> week:<time.unit unit=week> ) )`;
