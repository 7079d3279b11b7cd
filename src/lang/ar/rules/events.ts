import type { Role } from "../../../ontology/roles.js";
import { RuleSet } from "../../../rules/compile.js";
import type { Rule } from "../../../rules/rule.js";
import type { Reading, Word } from "../../../text/word.js";
import type { EventMorphology } from "../../event-morphology.js";

/**
 * How far a measure or a movement reaches. The value is true for the whole of a country, false for
 * several parts of it that are not named.
 */
const ALL = "( كامل | جميع | كافة | كافه | سائر | عموم | كل | شتى | مختلف | امتداد )";
const PARTS = "( أنحاء | أرجاء | أراضي | أراضى | مناطق | مدن | محافظات | أقاليم | ولايات )";
const COUNTRY =
  "( البلاد | البلد | الدولة | المملكة | الجمهورية | الوطن | السلطنة | الإمارة | القطر )";
const SEVERAL = "( العديد | عدد | الكثير | بعض | معظم | أغلب | غالبية | عدة | أجزاء )";
const REGIONS =
  "( المناطق | مناطق | المدن | مدن | المحافظات | محافظات | الأقاليم | أقاليم | الولايات | ولايات | البلاد | المقاطعات | مقاطعات )";

export const EXTENT_RULES: readonly Rule<boolean>[] = [
  { id: "extent.all-parts", pattern: `${ALL} ${PARTS} ${COUNTRY}`, build: () => true },
  {
    id: "extent.all",
    pattern: `( كامل | جميع | كافة | سائر | عموم ) ( البلاد | المملكة | الجمهورية )`,
    build: () => true,
  },
  { id: "extent.throughout", pattern: `في ( أنحاء | أرجاء ) ${COUNTRY}`, build: () => true },
  {
    id: "extent.all-regions",
    pattern: `( جميع | كافة | كل ) ( المناطق | المحافظات | المدن | الأقاليم | الولايات )`,
    build: () => true,
  },
  { id: "extent.several", pattern: `${SEVERAL} من? ${REGIONS}`, build: () => false },
];

/**
 * Roles of prepositions where a frame says nothing else; folded, `by` for a doer, `among` for
 * examples. `parties` are those between whom it happens.
 */
const EVENT_PREPOSITIONS: ReadonlyMap<string, Role | "parties"> = new Map<string, Role | "parties">(
  [
    ["في", "place"],
    ["ب", "place"],
    ["داخل", "place"],
    ["قرب", "place"],
    ["وسط", "place"],
    ["بين", "parties"],
    ["among", "place"],
    ["by", "agent"],
  ],
);

/**
 * Prepositions with their pronouns: they fill a place that no noun then fills. Folded; the value is
 * the preposition.
 */
const PRONOUNS: ReadonlyMap<string, string> = new Map(
  [
    ["علي", "عليه عليها عليهم عليهما عليهن"],
    ["عن", "عنه عنها عنهم عنهما عنهن"],
    ["من", "منه منها منهم منهما منهن"],
    ["الي", "اليه اليها اليهم اليهما"],
    ["مع", "معه معها معهم معهما"],
    ["في", "فيه فيها فيهم فيهما"],
    ["ل", "له لها لهم لهما لهن"],
    ["ب", "به بها بهم بهما بهن"],
    [
      "لدي",
      "بينه بينها بينهم بينهما لديه لديها لديهم عنده ضده ضدها ضدهم حوله حولها نحوه نحوها بعده بعدها قبله قبلها خلاله خلالها امامه امامها امامهم داخله داخلها خارجه خارجها",
    ],
  ].flatMap(([preposition = "", forms = ""]) =>
    forms.split(" ").map((form): [string, string] => [form, preposition]),
  ),
);

/** سيعلن: joined in front of a present verb. */
const FUTURE_LETTER = "س";

/** Pronouns of the first and second person: news tells of third persons. */
const SPOKEN_PRONOUNS: ReadonlySet<string> = new Set(["ي", "نا", "ك", "كم"]);

/** The sound masculine plural loses its ن before a complement; its ين is also a dual's, or a stem's, but not in إسرائيليين. */
function isWholePlural(form: string, isPlural: boolean): boolean {
  if (form.length <= SHORTEST_PLURAL) return false;
  if (form.endsWith("يين") && form.length > SHORTEST_PLURAL + 1) return true;
  return form.endsWith("ون") || (isPlural && form.endsWith("ين"));
}
const SHORTEST_PLURAL = 4;

/**
 * Forms that no noun shares: the present with ي, the derived present with تت and تست, the past with
 * its ت or وا, and the past of the stems that begin with alif. A past of three letters is written
 * like its verbal noun (حكم), and that of the fifth and sixth stems too (تراجع).
 */
function isVerbShape({ stem, tense, enclitic }: Reading, { readings }: Word): boolean {
  if (tense === "present") {
    if (/^(ي..|تت|تست)./.test(stem)) return true;
    // تنفذ, تقدر: unless the letters are also a noun's (تقدم, تعاون, تفجير).
    const others = readings.some(
      (one) => one.entry.pos === "noun" || (one.entry.pos === "verb" && one.tense === "past"),
    );
    return /^ت.../.test(stem) && !others && !/^ت(..ي.|.ا..)$/.test(stem);
  }
  if (stem.length <= SHORTEST_PAST) return false;
  return /(ت|وا)$/.test(stem) || (stem.startsWith("ا") && enclitic === "");
}
const SHORTEST_PAST = 3;

/** اتفاقا, هجوما; shorter words end in an alif of their own. */
function isAccusative(form: string): boolean {
  return form.length > SHORTEST_ACCUSATIVE && form.endsWith("ا");
}
const SHORTEST_ACCUSATIVE = 3;

/**
 * إلقاء, انتشال, استخدام, تدمير, محاصرة: verbal nouns of the derived stems, as written. The hamza tells
 * إفعال from the plural أفعال; outlets that leave it out are known by the endings alone.
 */
const DEED_SHAPE =
  /^[وف]?(لل|ل|بال|ب|ال)?(إ..ا[^اتن]ة?|القاء|ا[نت].{1,2}ا.|ا.ت.ا.|است..ا.|است.ا.ة|ت..ي[^تن]|ت..ية|م.ا..ة)$/;
const DIACRITICS = /[\u064b-\u0652\u0640]/g;
const isDeedShape = (word: string): boolean => DEED_SHAPE.test(word.replace(DIACRITICS, ""));

/** لاجئون, متهمين, فلسطيني: endings of persons; رهائن is in the lexicon. */
const PERSON_SHAPE = /(ون|ين|ان|ي|يا|يه)$/;
const isPersonShape = (form: string): boolean =>
  form.length > SHORTEST_PLURAL && PERSON_SHAPE.test(form);

/** المالكة, المشتركة, المتهم */
const PARTICIPLE_SHAPE = /^ال(.ا..ه?|م(ت|ن|س)?.{3,5}(ه|ون|ين|ات)?)$/;
/** الموافقة, المشاركة: a verbal noun of the third stem has the same letters. */
const isParticiple = (form: string): boolean =>
  PARTICIPLE_SHAPE.test(form) && !/^الم.ا..ه$/.test(form);
/** المكلفون, الفرنسيون; القانون and التلفزيون are neither behind a plural of persons. */
const isNominativeQuality = (form: string): boolean => /^ال(م.{3,5}|.{3,}ي)ون$/.test(form);
const isOblique = (form: string): boolean => form.length > SHORTEST_PLURAL && form.endsWith("ين");
const isNominative = (form: string): boolean =>
  form.length > SHORTEST_PLURAL && form.endsWith("ون");
const isFeminine = (form: string): boolean => form.endsWith("ه");
/** النووي, التركي; not المبنى, whose last letter is no ي, nor القاضي, nor the verbal noun التحدي. */
const isShortRelational = (raw: string): boolean => /^ال(?!ت.{2}ي)[^ا]{3}ي$/.test(raw);
/** واستجوبت, وتظاهروا, ويهتفون, ووزعوها; not وممثلوها, a noun before its complement. */
const JOINED_VERB_SHAPE =
  /^[وف](است.{3,4}|ت?.{3,4}وا|ي.{3,5}ون|ا.ت?.{2,3}ت|[^م].{2,3}و(ه|ها|هم|نا))$/;
/** وأرداه, فأردتهم, وأصابته: the fourth stem with و or ف and a pronoun. */
const isBoundVerb = (raw: string): boolean => /^[وف]أ.{2,4}(ه|ها|هم|هما|تهم|ته|تها)$/.test(raw);
const isJoinedVerb = (form: string): boolean => JOINED_VERB_SHAPE.test(form);

/** The hamza of "I" where the past begins with a bare alif. */
const isSpokenVerb = (raw: string, lemma: string): boolean =>
  lemma.startsWith("ا") && /^[وفس]?أ/.test(raw);

export const arabicEvents: EventMorphology = {
  extents: new RuleSet(EXTENT_RULES),
  prepositions: EVENT_PREPOSITIONS,
  spoken: SPOKEN_PRONOUNS,
  them: new Set(["هم", "هما", "هن"]),
  pronouns: PRONOUNS,
  genders: new Map([
    ...["انه", "بانه"].map((form): [string, "masculine"] => [form, "masculine"]),
    ...["انها", "بانها"].map((form): [string, "feminine"] => [form, "feminine"]),
  ]),
  resuming: new Set(["في", "لدي"]),
  maybeSpoken: new Set(["اعتدت", "واعتدت", "فاعتدت"]),
  within: new Set(["خلاله", "خلالها", "اثناءه", "اثناءها", "فيه", "فيها"]),
  otherWords: new Set([
    "أثر",
    "أثرا",
    "وأثر",
    "لأثر",
    "يحتجن",
    "ويحتجن",
    "تحتجن",
    "حراسه",
    // بشرطة المحافظة is no condition (بشرط).
    "بشرطة",
    "وبشرطة",
    "لشرطة",
    "وحراسه",
  ]),
  tanwin: "\u064b",
  backing: "ب",
  upon: "علي",
  consequence: "ف",
  future: FUTURE_LETTER,
  isWholePlural,
  isHis: (raw) => raw.endsWith("ه"),
  isAccusative,
  isDeedShape,
  isSpokenVerb,
  isParticiple,
  isNominativeQuality,
  isOblique,
  withoutPlural: (form) => form.replace(/(?:ين|ون)$/, ""),
  // كل من, كل شخص
  isWhoever: (form, next) => form === "كل" && (next === "من" || next === "شخص"),
  isOr: (form) => form === "او",
  isNominative,
  isFeminine,
  isFeminineRaw: (raw) => raw.endsWith("ة"),
  isShortRelational,
  isJoinedVerb,
  isBoundVerb,
  masculineRelatives: new Set(["الذي"]),
  conditions: new Set(["إن", "وإن", "فإن", "إنْ"]),
  isPersonShape,
  isVerbShape,
};
