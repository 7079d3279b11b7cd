/** One record of a `.json` or `.jsonl` file to one report, or the reasons why not. */
import { parseIsoDay } from "../core/calendar.js";
import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { hasArabic } from "./letters.js";
import { MAX_REPORT_CHARACTERS } from "./limits.js";
import { isNinjs, ninjsFault, recordOfNinjs } from "./newsml/ninjs.js";

/**
 * The fields of a record and the other names they go by in press dumps and news services; the
 * first present wins. Any other field (a section, tags) is passed over.
 */
const FIELD_NAMES = {
  text: ["text", "content", "body", "articleBody", "article", "full_text"],
  id: ["id", "_id", "guid", "uuid"],
  title: ["title", "headline"],
  byline: ["byline", "author", "authors", "creator"],
  outlet: ["outlet", "source", "publisher", "site", "site_name"],
  url: ["url", "link"],
  published: [
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "datePublished",
    "pub_date",
    "pubDate",
    "date",
  ],
  modified: ["modified", "modified_at", "date_modified", "dateModified", "updated", "updated_at"],
  fetched: [
    "fetched",
    "fetched_at",
    "date_extracted",
    "date_download",
    "crawled",
    "crawled_at",
    "scraped_at",
    "retrieved",
  ],
  language: ["language", "lang"],
} as const;

type Field = keyof typeof FIELD_NAMES;

/** What one record gave. `report` is null where it cannot be read; problems may stand beside one. */
export interface RecordResult {
  readonly report: ReportInput | null;
  readonly problems: readonly Problem[];
}

/** Where a record stands: the file as given, the place inside it in words, and a short mark. */
export interface RecordPlace {
  readonly file: string;
  /** `line 5`, `record 12`; null where the record is the whole file. */
  readonly place: string | null;
  /** Stands behind `#` in `report.file` where the record has no id of its own. */
  readonly mark: string | null;
}

const ARABIC_LANGUAGE = /^(ar|ara|arb)([-_].*)?$|^arabic$/i;

/** A day, or a day and an hour, as ISO 8601 and as databases print it. */
const ISO_DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}($|[T ]\d{2}:?\d{2})/;

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "an object";
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return typeof value;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads records one by one; holds the problems met so far. */
class RecordReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly record: Readonly<Record<string, unknown>>,
    private readonly at: RecordPlace,
  ) {}

  report(
    severity: Problem["severity"],
    code: string,
    field: string,
    message: string,
    remedy: string,
  ): void {
    const place = [this.at.place, field && `field "${field}"`].filter(Boolean).join(", ");
    this.problems.push({
      severity,
      code,
      file: this.at.file,
      place: place || null,
      message,
      remedy,
    });
  }

  /** The first name of a field that is present and not null, with its value. */
  find(field: Field): { readonly name: string; readonly value: unknown } | null {
    for (const name of FIELD_NAMES[field]) {
      const value = this.record[name];
      if (value !== undefined && value !== null) return { name, value };
    }
    return null;
  }

  /** A text field. Numbers pass as ids; `{ name: … }` passes as an outlet, as news services send it. */
  string(field: Field): string | null {
    const found = this.find(field);
    if (found === null) return null;
    const { name, value } = found;
    if (typeof value === "string") return value === "" ? null : value;
    if (field === "id" && typeof value === "number") return String(value);
    if (field === "outlet" && isObject(value) && typeof value["name"] === "string") {
      return value["name"];
    }
    const severity = field === "text" ? "error" : "warning";
    this.report(
      severity,
      "wrong-type",
      name,
      `is ${typeOf(value)}, not text${severity === "error" ? "" : "; it was passed over"}`,
      `Give "${name}" as a text in quotes, or leave it out.`,
    );
    return null;
  }

  /** Who signs it; feeds give a list of names, or objects with a name, or a text. */
  byline(): string | null {
    const value = this.find("byline")?.value;
    const names = (Array.isArray(value) ? value : [value]).flatMap((one): string[] => {
      const name = isObject(one) ? one["name"] : one;
      return typeof name === "string" && name.trim() !== "" ? [name.trim()] : [];
    });
    return names.length === 0 ? null : names.join("، ");
  }

  day(field: "published" | "modified" | "fetched"): string | null {
    const value = this.string(field);
    if (value === null) return null;
    if (ISO_DAY_OR_TIME.test(value) && parseIsoDay(value) !== null) return value.slice(0, 10);
    this.report(
      "warning",
      "invalid-date",
      this.find(field)?.name ?? field,
      `"${value.slice(0, 40)}" is no valid day; the report was read without it`,
      "Write the day as YYYY-MM-DD, for example 2022-01-06.",
    );
    return null;
  }
}

/** What is wrong with a text before it is read, or null: empty, too long, without any Arabic. */
export function problemOfText(text: string, at: RecordPlace): Problem | null {
  const problem = (
    severity: Problem["severity"],
    code: string,
    message: string,
    remedy: string,
  ): Problem => ({ severity, code, file: at.file, place: at.place, message, remedy });

  if (text.trim() === "") {
    return problem(
      "error",
      "empty-text",
      "There is no text in it.",
      "Put the report's text there, or take it out of the input.",
    );
  }
  if (text.length > MAX_REPORT_CHARACTERS) {
    return problem(
      "error",
      "text-too-long",
      `The text has ${text.length.toLocaleString("en")} characters; one report may have ${MAX_REPORT_CHARACTERS.toLocaleString("en")}.`,
      "If it holds many reports, give one a file, or one a line of a .jsonl file.",
    );
  }
  if (!hasArabic(text)) {
    return problem(
      "warning",
      "no-arabic",
      "There is not one Arabic letter in the text; it was left out.",
      "Isnad reads Arabic so far. Check that this is the right file and that it is not transliterated.",
    );
  }
  return null;
}

/** Turns one parsed record into a report. Never throws. */
export function readRecord(value: unknown, at: RecordPlace): RecordResult {
  if (!isObject(value)) {
    const problem: Problem = {
      severity: "error",
      code: "not-a-record",
      file: at.file,
      place: at.place,
      message: `Here stands ${typeOf(value)}, not a record.`,
      remedy: 'A record is an object with at least a text: {"text": "…"}.',
    };
    return { report: null, problems: [problem] };
  }
  if (isNinjs(value)) {
    const fault = ninjsFault(value);
    if (fault === null) return readFields(recordOfNinjs(value), at);
    const remedy = "Take out what was read of it before.";
    const problem = { file: at.file, place: at.place, message: fault, remedy };
    return { report: null, problems: [{ severity: "warning", code: "withdrawn", ...problem }] };
  }
  return readFields(value, at);
}

function readFields(value: Readonly<Record<string, unknown>>, at: RecordPlace): RecordResult {
  const reader = new RecordReader(value, at);
  const found = reader.find("text");
  if (found === null) {
    reader.report(
      "error",
      "no-text",
      "",
      "The record has no text.",
      `Give the report's text in "text" (also known: ${FIELD_NAMES.text.slice(1, 3).join(", ")}).`,
    );
    return { report: null, problems: reader.problems };
  }
  if (typeof found.value !== "string") {
    reader.string("text");
    return { report: null, problems: reader.problems };
  }
  const text = found.value;
  const wrong = problemOfText(text, at);
  if (wrong !== null) return { report: null, problems: [wrong] };

  const language = reader.string("language");
  if (language !== null && !ARABIC_LANGUAGE.test(language)) {
    reader.report(
      "warning",
      "unsupported-language",
      reader.find("language")?.name ?? "language",
      `The report's language is given as "${language.slice(0, 40)}"; it was left out.`,
      'Isnad reads Arabic so far. If the report is in Arabic, write "ar".',
    );
    return { report: null, problems: reader.problems };
  }
  const id = reader.string("id");
  const mark = id ?? at.mark;
  const report: ReportInput = {
    text,
    file: mark === null ? at.file : `${at.file}#${mark}`,
    title: reader.string("title"),
    byline: reader.byline(),
    outlet: reader.string("outlet"),
    url: reader.string("url"),
    published: reader.day("published"),
    modified: reader.day("modified"),
    fetched: reader.day("fetched"),
    language: language === null ? null : "ar",
    ...(id === null ? {} : { id }),
  };
  return { report, problems: reader.problems };
}
