/** The reports that a feed carries whole. */
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import { fragmentLines } from "../html/fragment.js";
import { dropLeads, type PageLine } from "../html/leads.js";
import { languageOf } from "../language.js";
import { problemOfText } from "../record.js";
import type { FeedResult } from "./feed.js";
import type { FeedItem } from "./item.js";

/** Characters from which what a feed gives as a summary is taken for the report. */
const LEAST_SUMMARY = 400;
/** The same where the feed says that it is the content: some put their summaries there. */
const LEAST_CONTENT = 100;
/** What ends with this goes on elsewhere. */
const GOES_ON =
  /(?:\.\.\.|…|\[…\]|\[&hellip;\])\s*(?:$|(?:اقرأ|أقرأ|قراءة|المزيد|التفاصيل|متابعة|continue|read)[^.!؟]{0,80}$)|(?:اقرأ المزيد|قراءة المزيد|لقراءة المزيد|متابعة القراءة|read more|continue reading)[^.!؟]{0,60}$/iu;
/** "The post … appeared first on …": what blogs put below. */
const BLOG_FOOTER =
  /^(?:The post\s.{0,400}\sappeared first on\s|ظهرت المقالة\s.{0,400}\sأولاً على\s)/u;

/** The lines of the report, where the item holds it whole; null where it does not. */
function linesOfItem({ html, text, summary }: FeedItem): readonly string[] | null {
  const whole = html ?? text;
  const told = whole ?? summary;
  if (told === null) return null;
  const lines: readonly PageLine[] | null =
    html === null && text !== null
      ? text.split(/[\r\n]+/).flatMap((line): PageLine[] => {
          const plain = line.replace(/\s+/gu, " ").trim();
          return plain === "" ? [] : [{ text: plain, linked: 0, inHeading: false }];
        })
      : fragmentLines(told);
  if (lines === null) return null;
  const kept = dropLeads(lines).flatMap(({ text: line }) => (BLOG_FOOTER.test(line) ? [] : [line]));
  const characters = kept.reduce((sum, line) => sum + line.length, 0);
  const goesOn = GOES_ON.test(kept.at(-1) ?? "");
  return characters < (whole === null ? LEAST_SUMMARY : LEAST_CONTENT) || goesOn ? null : kept;
}

export interface ItemReport {
  /** Null where the item does not hold its report whole, or not in Arabic. */
  readonly report: ReportInput | null;
  /** Why it is none, where its text is there; empty where only a summary is. */
  readonly problem: Problem | null;
}

/**
 * The report that an item of a feed holds, if it holds one whole.
 * @param feed of the feed: its title is the outlet
 */
export function reportOfItem(
  item: FeedItem,
  feed: Pick<FeedResult, "title" | "language">,
  about: { readonly file: string; readonly fetched: string | null },
): ItemReport {
  const lines = linesOfItem(item);
  if (lines === null) return { report: null, problem: null };
  const text = lines.join("\n");
  const at = { file: about.file, place: item.title ?? item.url, mark: null };
  const wrong = problemOfText(text, at);
  if (wrong) return { report: null, problem: wrong };
  const language = languageOf(text, feed.language, about.file);
  if (language !== "ar") return { report: null, problem: { ...language, place: at.place } };
  const report: ReportInput = {
    text,
    file: `${about.file}#${item.id ?? item.url ?? ""}`,
    title: item.title,
    byline: item.byline,
    outlet: feed.title,
    url: item.url,
    published: item.published?.slice(0, 10) ?? null,
    modified: item.updated?.slice(0, 10) ?? null,
    fetched: about.fetched?.slice(0, 10) ?? null,
    language: "ar",
  };
  return { report: item.id === null ? report : { ...report, id: item.id }, problem: null };
}
