/**
 * Words that figures are told with and that are no entries of the lexicon: forms that mean what is asked only beside
 * a count. All are folded, so that آخر is اخر and قائلا may be قايلا; و, ف, ب and ل may be joined where it says so.
 */
import type { FigureWords } from "../figure-words.js";
import { arabicFigureParticles } from "./figure-particles.js";
import { arabicFigurePronouns } from "./figure-pronouns.js";
import { arabicFigureShapes } from "./figure-shapes.js";
import { arabicJoined } from "./joined-letters.js";

const among = (pattern: RegExp) => (form: string) => pattern.test(form);

const TAKES_UP: ReadonlySet<string> = new Set([
  "انه",
  "انها",
  "بانه",
  "بانها",
  "لكنه",
  "لكنها",
  "ولكنه",
  "ولكنها",
  "ثم",
  "لقد",
]);

const OTHERS: ReadonlyMap<string, number> = new Map([
  ["اخر", 1],
  ["اخري", 1],
  ["اخران", 2],
]);

export const arabicFigures: FigureWords = {
  joined: arabicJoined,
  particles: arabicFigureParticles,
  pronouns: arabicFigurePronouns,
  shapes: arabicFigureShapes,

  isOne: among(/^(?:واحد|واحده|واحدا)$/),
  isToday: among(/^(?:و|ف)?اليوم$/),
  // مقتل آخر, ومقتل آخران; آخرين may be two or more and is not told.
  othersTold: (form) => OTHERS.get(form) ?? null,
  isAndAnother: among(/^واخري?$/),
  isAndTwoOthers: among(/^واخ(?:ر|ري)(?:ان|تان)$/),
  isMoreMen: among(/^(?:اخرين|اخرون)$/),
  isMoreWomen: among(/^اخري(?:ات)?$/),
  isAll: among(/^[وفبل]?(?:جميع|كافه|كل)(?:هم|ها)?$/u),
  // أحد أبرز قادة التنظيم
  isGrade: among(/^(?:ابرز|اهم|اخطر|كبار|اشهر|اكبر|اقدم|اقرب)$/),
  // 37 معظمهم نساء
  opensWhoTheyAre: among(/^(?:معظم|اغلب|غالبيت|اغلبيت|جميع|كل|جل|نصف)(?:هم|هن)$/),
  isOneOfTwo: among(/^(?:احدهما|احداهما)$/),
  // وعددهم 62, وكانوا 40: of "all who were aboard".
  opensTheirNumber: among(/^(?:و?عددهم|وهم|وكانوا)$/),
  isTheyWere: among(/^هم$|^كانوا$/),
  // بواقع 11 قتيلا; في القرية وحدها 32.
  opensShare: among(/^ب?واقع$|^وحدها?$/),
  isAged: among(/^عمره?ا?$/),
  isOneFamily: among(/^واحده$/),
  isFamily: among(/^(?:عايله|عائله|اسره)$/),

  isTallyNumber: (form) => form === "عدد",
  isTheirNumber: among(/^عدده(?:م|ا)$/),
  beginsTheirNumber: among(/^عدده/),
  isToll: among(/^[وفبل]?ا?لحصيله$/),
  isExistence: (form) => form === "وجود",
  isReaching: among(/^[يت]صل/),
  isComingTo: among(/^[يت](?:صل|بلغ|رتفع|تجاوز|زيد|فوق)$/),
  cameTo: among(/^[وفل]?(?:ارتفع|بلغ|وصل|زاد|صعد|انخفض|تراجع|ارتفاع)(?:ت)?$/),

  isExalted: (form) => form === "تعالي",
  isSonOf: (form) => form === "بن",
  isVictim: among(/ضحي|ضحاي/),
  isVictimOf: (form) => form === "ضحيه",
  isOfDead: among(/قتلي|قتيل|وفيات|وفاه/),
  isInjuries: among(/اصابات$/),
  isCase: among(/^حال/),
  isCasesOf: among(/^(?:و|ف)?(?:ب|ل)?حالات$/),
  isSuspected: among(/^(?:ي|ال)?(?:شتبه|مشتبه|اشتباه|موكده|مءكده)/),
  isRecording: among(/^(?:و?ب?(?:تسجيل|رصد)|و?سجلت?|و?رصدت?)$/),
  isSonsOf: (form) => form === "ابناء",
  isPeople: among(
    /^(?:ال)?(?:شعب|وطن|بلد|امه|قبيله|عشيره|طايفه|طائفه|جاليه|منطقه|مدينه|قريه|محافظه|بلده|ولايه|حي|عراق|يمن|سنه|شيعه|قبائل|قبايل)(?:ه|ها|هم|نا|ي)?$/,
  ),
  isUnits: (form) => form === "وحدات",
  isAboard: among(/متن$/),

  isHurtBy: among(/^ب(?:جروح|جراح|حروق|كسور|رضوض|شظايا|رصاص|الرصاص|طلق|اعيره|اختناق|اصابات)/),
  isWound: among(
    /^ب(?:ال)?(?:جروح|جراح|جرح|طلق|طلقه|طلقات|رصاص|رصاصه|رصاصتين|شظايا|شظيه|حروق|كسور|كسر|رضوض|كدمه|كدمات|نزيف|عيار|اصابات|مقذوف|قذيفه)$/u,
  ),
  isState: among(/^ب(?:جروح|جراح|اصابه|اصابات|حاله)$/),
  isManner: among(/^(?:حرقا|خنقا|شنقا|دهسا|طعنا|رميا|ذبحا|غدرا|غرقا|جوعا|ضربا|رجما|نحرا|بالرصاص)$/),
  // متأثرا بجراحه, متأثرة; متأثرين are many, told of elsewhere.
  isDyingOf: (form) => form.startsWith("متاثر") && form !== "متاثرين",
  // الكرة ماتت في مصر
  isDyingOfAnything: among(/^[وف]?مات/u),
  isDeathOfAll: among(/موته?/u),
  // إيقافه عن الدراسة, احتجازه بين الحديد
  opensNoArrest: among(/^(?:عن|بين|داخل|تحت|وسط)$/u),
  isFinding: among(/^و?و?جد/),
  isSuffering: among(/عان/),
  isWant: among(
    /^(?:و|ب|ل)?(?:ال|لل)?(?:جوع|مجاع|فقر|نقص|سوء|انعدام|عطش|جفاف|تشرد|نزوح|حصار|ازم|اوضاع|ظروف|شح|حرمان|عوز)/,
  ),
  isProtest: among(/^(?:اعتصام|وقفه|اضراب|مسيره|تظاهره|مظاهره|احتجاج)/),

  // توفي عام 2007, قتل عندما هاجموا
  opensTime: among(
    /^(?:عام|سنه|شهر|صيف|شتاء|ربيع|خريف|مطلع|منتصف|بدايه|نهايه|اواخر|اوائل|ساعه|عندما|بعدما|بينما|حينما)$/u,
  ),
  isResuming: among(/^(?:فيها?|بها?|منها?|خلالها?|بسببها?|اثرها?)$/u),
  isSayingSo: among(/^(?:قايلا|قائلا|قايله|قائله)$/),
  isTelling: among(/^(?:قال|اعلن|ذكر|افاد|اكد|اوضح|صرح|كشف|اشار|تحدث)(?:ت|وا)?$/),
  takesUpOneTold: (form) => TAKES_UP.has(form),
  isBeing: among(/^[وف]?كان$/),
  // من مات, إذا توفي, هل قتل
  opensNoNews: among(/^(?:و|ف)?(?:من|ان|لو|اذا|هل|ام|او|ما|مهما|كلما|حين)$/u),
  // بعد مقتله, تم اعتقاله, نبأ وفاته
  tellsAsDone: among(
    /^(?:و|ف)?(?:بعد|عقب|اثر|منذ|فور|قبل|قبيل|حتي|لحظه|غداه|خلال|اثناء|تم|تمت|جري|جرت|نبا|خبر|سبب|اسباب|ملابسات|ظروف|تفاصيل|عنه|عنها|حيث|ان|تاريخ|يوم|ليله|ساعه)$/u,
  ),
  isOccasion: among(
    /^(?:و|ف)?(?:ت?تعرض|يتعرض|افض|نظرا|وفقا|نتيجه|مخطط|احتجاجا|تنديدا|رفضا|ادان|استنكار|مساند|انتقام|ردا|اتهام|متهم|تاكيد|نفي)/,
  ),
  isAlarm: among(
    /^(?:و|ف|ب|ل|ال|لل)*(?:حادث|حوادث|قصف|غار|اشتباك|مواجه|معار|معرك|هجوم|هجمات|عسكر|حرب|مسلح|متفجر|ملغوم|مفخخ|حريق|حرايق|حرائق|انقاذ|اسعاف|اغاث|كارث|سيول|فيضان|غرق|تصادم|اصطد|تحطم|هبوط|سرق|تهريب|لاج|مهاجر|مقاوم|ميليش|مليش|مقاتل|قوات|جيش|جوي|مظاهر|متظاهر|محتج|شغب|تفجير|انتحار|مساعدات)/,
  ),
  closesName: among(/^(?:[وبفل]*ال.{2,}|.{2,}(?:ها|هما|هم)|ذلك|هذا|هذه)$/),
  isRank: among(/^[وفبلك]?(?:ال)?(?:اسوا|اعنف|اكبر|اشد|اضخم|اكثر|افدح|اقوي|ابرز|اخطر|اول|اولي)$/),
  isKind: among(/^نوع/),
  isRemembrance: among(/^[وفبل]?(?:ال|ل)?ذكري$/),
};
