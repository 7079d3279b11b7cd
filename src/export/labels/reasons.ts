import type { MessageCode } from "../../reconcile/wording.js";

/**
 * The account's own sentences in Arabic, by the codes of `reconcile/wording.ts`. A name may be a
 * man's, a woman's or a body's: no verb stands before one, for it would have to agree with it.
 */
export const REASONS_AR = {
  rows: "{count} أعداد لشيء واحد.",
  oneRow: "عدد واحد.",
  rowsSuperseded: "تُرك ما حلّ محلّه عدد لاحق للقائل نفسه ({count}).",
  rowsOvertaken: "لا يُحسب في الأدنى ما تجاوزه عدد لاحق أو كان بعضًا منه ({count}).",
  rowsDenied: "تُرك ما نُفي ({count}).",
  rowsForeseen: "تُرك ما يُتوقع ولم يُحصَ ({count}).",
  rowsNone: "تُرك ما يقول إنه لا أحد ({count}).",
  "rule-isnad":
    "قاعدة إسناد. الأدنى والأعلى: طرفا ما لا يزال قائمًا. الأرجح: آخر إحصاء لم يُتجاوز؛ فإن تعدد فالمحدّد الذي شهوده المستقلون أكثر، والرسمي قبل غيره.",
  "rule-acled":
    "قاعدة ACLED: أكثر الأعداد القائمة تحفظًا، وهو الأدنى أيضًا؛ والعشرات 10، والمئات 100، والعدة 3.",
  "rule-ucdp":
    "قاعدة UCDP. الأدنى والأعلى: أقل ما قيل وأكثره. الأرجح: أدق عدد لمصدر مسمّى؛ فإن تساوت المصادر فالأقل.",
  noFigure: "لا عدد قائمًا: كلها نُفيت.",

  "about-figure": "كم: {*}",
  "about-extent": "إلى أي مدى: {*}",
  "about-identity": "من: {*}",
  "about-office": "أي منصب: {*}",
  "about-time": "متى: {*}",
  "about-place": "أين: {*}",
  "about-cause": "لماذا: {*}",
  "about-attribution": "من القائل: {*}",
  "about-fact": "هل وقع: {*}",

  sameSpeakerLater: "عدد لاحق من القائل نفسه: {speaker}",
  sameSpeakerHigher:
    "العددان في يوم واحد للقائل نفسه ({speaker})، ومثل هذا الإحصاء لا ينقص: فالأكثر هو اللاحق",
  sameSpeakerLower: "ذكر القائل نفسه ({speaker}) عددًا أقل لاحقًا: تصحيح، أو إحصاء لغيرهم",
  laterAndHigher: "قيل لاحقًا وليس أقل: إحصاء استمر",
  laterGroup: "عدد {after} قيل بعد عدد {before} وليس أقل: إحصاء استمر",
  laterFewer: "قيل لاحقًا: عدد ينقص حين يُعثر على الناس أو يُفرج عنهم",
  laterWidens: "ذُكر النطاق الأوسع لاحقًا: لعله وُسّع",
  narrowerGroup: "{narrow} جزء من {wide}: قد يصح العددان معًا",
  moreThanWhole: "{narrow} جزء من {wide}، ومع ذلك ذُكر للجزء أكثر مما ذُكر للكل",
  narrowerPlace: "{narrow} من {wide}: قد يصح العددان معًا",
  otherGroup: "المعدودون مختلفون: لا يتنافس العددان",
  contestedGroup: "من يسميهم طرف {a} قد يسميهم آخر {b}: لا يُذكر إن كانوا هم أنفسهم",
  vaguerFigure: "اللفظ الأعم يحتمل العدد المحدّد",
  roundedFigure: "أحدهما عدد مدوَّر يقارب العدد المحدّد",
  stillTold: "ظل يُذكر بعد أن لم يعد الأقل يُذكر: إحصاء استمر",
  farBelow: "يبعد أن يقول من يعرف العدد الآخر حدًّا أدنى كهذا",
  sameDayFigures: "أعداد مختلفة في اليوم نفسه لقائلين مختلفين ({counted})",
  aboard: "عدد من كانوا على المتن لا يتغير: لا يصح العددان معا",
  laterLower: "العدد الأقل قيل في يوم لاحق ({speaker})، ومثل هذا الإحصاء لا ينقص",
  noneOrSome: "قول ينفي وجود أحد وقول يثبته، في اليوم نفسه",
  noneAndSome: "يقول أحدها إنه لا قتلى ولا جرحى، ويذكر غيره عددهم",
  noneOvertaken: "قيل أولًا إنه لا أحد، ثم تجاوزه الواقع",
  partyClaims: "أحد العددين قول طرف في ما جرى ({speaker})",
  atMost: "يقول {speaker} إن العدد لا يتجاوز حدًّا يتجاوزه عدد غيره",
  earlierCount: "تسمي التقارير نفسها أحد العددين حصيلة سابقة",
  noDays: "لا يُعرف أي العددين قيل أولًا",
  wholeAndParts:
    "قول بأنها في البلاد كلها، وآخر يسمي أجزاء منها في الوقت نفسه: وُسّعت، أو لم يُدقَّق القول",
  partsAndParts: "سُمّيت أجزاء مختلفة، ولا يقول أحد إنها فيها وحدها",
  hours: "ساعات مختلفة للتدبير نفسه",
  offices: "لا يشغل شخص واحد المنصبين معًا في {of}",
  officesOneReport: "تقرير واحد ينسب إلى {holder} المنصبين معًا في {of}",
  holders: "{office} في {of} شخص واحد في الوقت الواحد، ولا يذكر تقرير تغييرًا",
  days: "أمر يقع مرة واحدة ذُكر في أيام مختلفة",
  places: "أمر يقع مرة واحدة ذُكر في أماكن ليس أحدها من الآخر",
  agents: "الفعل نفسه نُسب إلى فاعلين مختلفين",
  causes: "سببان من نوع واحد وليسا شيئًا واحدًا",
  vaguerCause: "السبب الأعم يشمل السبب المحدّد",
  toldAndDenied: "خبر يثبت ما ينفيه آخر",
  doneAndRefused: "خبر بأنه وقع، وآخر بأنه رُفض",
  denial: "نفي من {speaker} لما يثبته آخرون",
  relayDiffers: "العدد المنقول عبر {relayer} غير العدد المذكور مباشرة عن {speaker} في اليوم نفسه",
  quotedFromTwo: "الكلام المقتبس نفسه نُسب إلى قائلين",

  wholeCountry: "البلاد كلها ({place})",
  asserted: "مثبَت",
  denied: "منفي",
  notDoneBy: "ليس {who}",
  goods: "{goods}",
} as const satisfies Readonly<Record<MessageCode, string>>;
