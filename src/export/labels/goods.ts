import type { LabelTable } from "./table.js";

/** Goods whose prices make news. */
export const GOODS = {
  fuel: ["الوقود", "fuel"],
  gas: ["الغاز", "gas"],
  "liquefied petroleum gas": ["غاز البترول المسال", "liquefied petroleum gas"],
  "liquefied natural gas": ["الغاز الطبيعي المسال", "liquefied natural gas"],
  "natural gas": ["الغاز الطبيعي", "natural gas"],
  petrol: ["البنزين", "petrol"],
  diesel: ["الديزل", "diesel"],
  kerosene: ["الكيروسين", "kerosene"],
  food: ["الغذاء", "food"],
  bread: ["الخبز", "bread"],
  flour: ["الطحين", "flour"],
  electricity: ["الكهرباء", "electricity"],
  water: ["المياه", "water"],
} as const satisfies LabelTable;

/** What stands around an event (`ontology/roles.ts`). */
export const ROLE_LABELS = {
  agent: ["الفاعل", "By"],
  target: ["على من أو ماذا", "To whom or what"],
  place: ["المكان", "Where"],
  origin: ["من أين", "From"],
  destination: ["إلى أين", "To"],
  office: ["المنصب", "Office"],
  topic: ["الموضوع", "About"],
  cause: ["السبب", "Because of"],
  instrument: ["الوسيلة", "By means of"],
  extent: ["النطاق", "How far"],
  hours: ["الساعات", "Hours"],
  start: ["البداية", "Begins"],
  end: ["النهاية", "Ends"],
  amount: ["المقدار", "How much"],
  purpose: ["الغرض", "What for"],
  condition: ["الشرط", "On condition"],
  phase: ["الطور", "Phase"],
} as const satisfies LabelTable;

/** Values of roles that are codes, not words of a report. */
export const ROLE_VALUES = {
  all: ["كامل البلاد", "the whole country"],
  ended: ["انتهى", "ended"],
  extended: ["مُدّد", "extended"],
} as const satisfies LabelTable;
