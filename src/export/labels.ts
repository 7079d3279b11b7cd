/**
 * What the codes of the account are called, in the two languages of the interface. One place
 * for every export: the terminal, the page, tables. A code that has no label is shown as it is,
 * with its hyphens as spaces, so that a new code never breaks an export.
 */
import { COUNTED } from "./labels/counted.js";
import { EVENTS } from "./labels/events.js";
import { GOODS, ROLE_LABELS, ROLE_VALUES } from "./labels/goods.js";
import { OFFICES, TYPES } from "./labels/names.js";
import { SAYINGS } from "./labels/sayings.js";
import type { LabelTable } from "./labels/table.js";

export interface Label {
  readonly ar: string;
  readonly en: string;
}

export type LabelLanguage = keyof Label;

const MEASURES: LabelTable = {
  killed: ["قتلى", "Killed"],
  injured: ["جرحى", "Injured"],
  casualties: ["قتلى وجرحى", "Killed and injured"],
  arrested: ["معتقلون", "Arrested"],
  missing: ["مفقودون", "Missing"],
  kidnapped: ["مخطوفون", "Kidnapped"],
  displaced: ["نازحون", "Displaced"],
  hospitalised: ["في المستشفى", "In hospital"],
  besieged: ["محاصرون", "Besieged"],
  crowd: ["حشد", "Crowd"],
  destroyed: ["مدمَّر", "Destroyed"],
  deployed: ["قوات منتشرة", "Deployed"],
  seized: ["مضبوطات", "Seized"],
  price: ["أسعار", "Price"],
  other: ["أعداد أخرى", "Other figures"],
};

const TABLES = {
  measure: MEASURES,
  counted: COUNTED,
  event: EVENTS,
  office: OFFICES,
  goods: GOODS,
  role: ROLE_LABELS,
  roleValue: ROLE_VALUES,
  type: TYPES,
  relation: {
    contradicts: ["تناقض", "Contradiction"],
    updates: ["تحديث", "Update"],
    narrower: ["فئة أضيق", "Narrower group"],
    vaguer: ["لفظ أعم", "Vaguer wording"],
    "other-group": ["فئة أخرى", "Another group"],
    "other-measure": ["مقياس آخر", "Another measure"],
    undecided: ["غير محسوم", "Undecided"],
  },
  disagreement: {
    figure: ["عدد", "figure"],
    extent: ["نطاق", "extent"],
    identity: ["هوية", "identity"],
    office: ["منصب", "office"],
    time: ["زمن", "time"],
    place: ["مكان", "place"],
    cause: ["سبب", "cause"],
    attribution: ["نسبة القول", "attribution"],
    fact: ["واقعة", "fact"],
  },
  ...SAYINGS,
  kind: {
    figure: ["عدد", "figure"],
    event: ["حدث", "event"],
    office: ["منصب", "office"],
    membership: ["عضوية", "membership"],
    attribute: ["صفة", "attribute"],
    statement: ["تصريح", "statement"],
  },
  entity: {
    person: ["أشخاص", "People"],
    organization: ["منظمات ومؤسسات", "Organizations"],
    place: ["أماكن", "Places"],
    group: ["جماعات", "Groups"],
    outlet: ["وسائل إعلام", "Outlets"],
  },
  change: {
    holds: ["يشغل", "holds"],
    held: ["شغل سابقًا", "held"],
    appointed: ["عُيّن", "appointed"],
    dismissed: ["أُقيل", "dismissed"],
    resigned: ["استقال", "resigned"],
    acting: ["بالإنابة", "acting"],
  },
  published: {
    metadata: ["من البيانات الوصفية", "from metadata"],
    stated: ["مذكور في النص", "stated in the text"],
    inferred: ["مستنتج", "inferred"],
    unknown: ["غير معروف", "unknown"],
  },
  // Why something is put before a person: review/queue.ts.
  review: {
    contradiction: ["الروايات متناقضة", "The accounts contradict one another"],
    "part-above-whole": ["الجزء أكثر من الكل", "The part is more than the whole"],
    "parts-above-whole": [
      "مجموع الأجزاء أكثر من الكل",
      "The parts together are more than the whole",
    ],
    "judgement-idle": ["حكم لم يعد يسري", "A decision that applies no longer"],
    "decides-best": [
      "العدد المرجَّح كله على هذا القول وشهوده قليل",
      "The best number hangs on this claim alone, with few witnesses",
    ],
    "undecided-relation": [
      "لم يُحسم أهو تناقض أم لا",
      "Whether this is a contradiction was not decided",
    ],
    "undecided-identity": ["لم يُحسم أهما واحد أم اثنان", "Whether they are one was not decided"],
    "not-vouched-for": ["التقرير نفسه لا يجزم به", "The report itself does not vouch for it"],
    "unnamed-source": ["قائله غير مسمّى", "Its source is not named"],
    "toll-without-place": ["عدد ضحايا بلا مكان", "A toll of which no place is told"],
    "day-inferred": [
      "يوم التقرير مستنتج لا مذكور",
      "The day of its report was inferred, not stated",
    ],
  },
  standing: {
    accepted: ["مُقَرّ", "Accepted"],
    rejected: ["مردود", "Rejected"],
    corrected: ["مصحَّح", "Corrected"],
  },
  field: {
    measure: ["المقياس", "measure"],
    counted: ["المعدود", "who is counted"],
    value: ["العدد", "value"],
    type: ["نوع الحدث", "type of event"],
    time: ["الزمن", "time"],
    place: ["المكان", "place"],
    speaker: ["القائل", "speaker"],
    modality: ["صيغة القول", "modality"],
    background: ["كونه خلفية", "background"],
    partOf: ["كونه جزءًا", "part of"],
  },
  timeBasis: {
    stated: ["مذكور", "stated"],
    relative: ["محسوب من كلمة", "reckoned from a word"],
    inherited: ["من السياق", "from the context"],
    unknown: ["غير معروف", "unknown"],
  },
} as const satisfies Readonly<Record<string, LabelTable>>;

export type LabelTableName = keyof typeof TABLES;

const isTable = (name: string): name is LabelTableName => Object.hasOwn(TABLES, name);

/** The row of a code; lexicons write words of a code apart, joined by `_` or joined by `-`. */
function rowOf(table: string, code: string): LabelTable[string] | undefined {
  if (!isTable(table)) return undefined;
  const rows: LabelTable = TABLES[table];
  const spellings = [code, code.replace(/_/g, "-"), code.replace(/[-_]/g, " ")];
  const known = spellings.find((spelling) => Object.hasOwn(rows, spelling));
  return known === undefined ? undefined : rows[known];
}

/** The label of a code, or the code in words where the table has none. */
export function codeLabel(table: string, code: string): Label {
  const row = rowOf(table, code);
  if (row) return { ar: row[0], en: row[1] };
  const words = code.replace(/[-_]/g, " ");
  return { ar: words, en: words };
}

/** True where the table knows the code: for tests that no code goes without a label. */
export function hasLabel(table: LabelTableName, code: string): boolean {
  return rowOf(table, code) !== undefined;
}
