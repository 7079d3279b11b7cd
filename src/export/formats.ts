/**
 * Every file that an account can be written out as, in one list: the command's help and the desk's
 * menu are both drawn from it. What writes them is in `exports.ts`, so that a menu costs nothing.
 */
import type { Label } from "./labels.js";

export const FORMAT_IDS = [
  "csv-ledger",
  "csv-claims",
  "csv-timeline",
  "csv-disagreements",
  "ndjson",
  "geojson",
  "timelinejs",
  "markdown",
] as const;

export type FormatId = (typeof FORMAT_IDS)[number];

export interface ExportFormat {
  readonly id: FormatId;
  readonly label: Label;
  /** What a file of it holds, in a few words. */
  readonly writes: Label;
  /** As a server or a download names it (RFC 6838), with its charset where it is text. */
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
}

const CSV = { mediaType: "text/csv; charset=utf-8; header=present", extension: "csv" };

const FORMATS_BY_ID: Readonly<Record<FormatId, Omit<ExportFormat, "id">>> = {
  "csv-ledger": {
    ...CSV,
    label: { ar: "سجل الأعداد (CSV)", en: "Ledger of figures (CSV)" },
    writes: {
      ar: "سطر لكل عدد: قيمته ولفظه وقائله وشهوده وموضعه",
      en: "a row a figure: value, wording, speaker, witnesses, where it stands",
    },
  },
  "csv-claims": {
    ...CSV,
    label: { ar: "الأقوال (CSV)", en: "Claims (CSV)" },
    writes: {
      ar: "سطر لكل قول من أي نوع، بموضعه وسلسلة إسناده",
      en: "a row a claim of any kind, with its words and its chain",
    },
  },
  "csv-timeline": {
    ...CSV,
    label: { ar: "التسلسل الزمني (CSV)", en: "Timeline (CSV)" },
    writes: { ar: "سطر لكل حدث، بزمنه ودقته ومكانه", en: "a row an event, with its day and place" },
  },
  "csv-disagreements": {
    ...CSV,
    label: { ar: "مواضع الاختلاف (CSV)", en: "Disagreements (CSV)" },
    writes: {
      ar: "سطر لكل قول في كل اختلاف، بسبب الحكم عليه",
      en: "a row a position in each disagreement, with the reason",
    },
  },
  ndjson: {
    label: { ar: "الأقوال (NDJSON)", en: "Claims (NDJSON)" },
    writes: {
      ar: "قول في كل سطر، وأسماؤه مكتوبة فيه",
      en: "a claim a line, whole, its entities by name",
    },
    mediaType: "application/x-ndjson",
    extension: "ndjson",
  },
  geojson: {
    label: { ar: "خريطة (GeoJSON)", en: "Map (GeoJSON)" },
    writes: {
      ar: "الأحداث والأعداد التي يُعرف موضعها، وعدد ما لا يُعرف",
      en: "located events and figures, and a count of what is not located",
    },
    mediaType: "application/geo+json",
    extension: "geojson",
  },
  timelinejs: {
    label: { ar: "خط زمني (TimelineJS)", en: "Timeline (TimelineJS)" },
    writes: {
      ar: "الأحداث المؤرخة لأداة TimelineJS",
      en: "the dated events, for TimelineJS 3",
    },
    mediaType: "application/json",
    extension: "timeline.json",
  },
  markdown: {
    label: { ar: "موجز بحواشٍ (Markdown)", en: "Brief with footnotes (Markdown)" },
    writes: {
      ar: "الموجز وجدول الأعداد ومواضع الاختلاف، ولكل سطر حاشية",
      en: "brief, figures and disagreements, each with a footnote to its words",
    },
    mediaType: "text/markdown; charset=utf-8",
    extension: "md",
  },
};

/** In the order in which a menu shows them. */
export const FORMATS: readonly ExportFormat[] = FORMAT_IDS.map((id) => ({
  id,
  ...FORMATS_BY_ID[id],
}));

export const isFormatId = (word: string): word is FormatId =>
  FORMAT_IDS.some((known) => known === word);

/** `story-4f21-ledger.csv`: what a file of a format is called unless somebody names it. */
export function fileNameOf(format: FormatId, name: string): string {
  const [, part] = /^csv-(.+)$/.exec(format) ?? [];
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `${safe || "account"}${part ? `-${part}` : ""}.${FORMATS_BY_ID[format].extension}`;
}
