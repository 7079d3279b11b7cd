/** An HTML page to a report: its article, and what the page says of it. */
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import { decodeMarkup } from "../declared.js";
import { isUndecodable } from "../decode.js";
import { emptyFile, problemOfBytes, problemOfDamage, tooLarge } from "../fault.js";
import { languageOf } from "../language.js";
import { hasArabic } from "../letters.js";
import { MAX_PAGE_BYTES } from "../limits.js";
import { problemOfText } from "../record.js";
import { articleLines } from "./article.js";
import { parsePage } from "./dom.js";
import { MAX_ELEMENTS, MAX_LEAN_CHARACTERS } from "./lean.js";
import { type PageMetadata, pageMetadata } from "./metadata.js";

/** What is known of a page besides its bytes. */
export interface PageAbout {
  /** Where it was found, after redirects. */
  readonly url: string | null;
  /** As the server sent it: `text/html; charset=windows-1256`. */
  readonly contentType: string | null;
  /** ISO 8601, a day or a time. */
  readonly fetched: string | null;
  /** What problems name: a path, `press.warc.gz#12`, an address. */
  readonly file: string;
}

export interface PageResult {
  /** Null where there is no article to read; then a problem says why. */
  readonly report: ReportInput | null;
  readonly problems: readonly Problem[];
  /** ISO 8601, with hour and zone where the page tells them: of the last change, as the page says. */
  readonly modified: string | null;
  /** The address that the page gives itself, absolute, whether or not the report takes it. */
  readonly canonical: string | null;
}

const refused = (problem: Problem): PageResult => ({
  report: null,
  problems: [problem],
  modified: null,
  canonical: null,
});

const tooIntricate = (file: string, bound: "elements" | "characters"): Problem => ({
  severity: "error",
  code: "page-too-intricate",
  file,
  place: null,
  message:
    bound === "elements"
      ? `The page has more than ${MAX_ELEMENTS.toLocaleString("en")} elements, or three times as many entities.`
      : `The page has more than ${MAX_LEAN_CHARACTERS.toLocaleString("en")} characters of text and tags.`,
  remedy: "Save the article alone, or give its text as .txt.",
});

/**
 * The address of the report: the page's own word for it, if it is of the same site and no front page;
 * else where it was found. Many sites name their front page on every page.
 */
export function addressOf(url: string | null, canonical: string | null): string | null {
  if (canonical === null || url === null) return url ?? canonical;
  try {
    const [found, given] = [new URL(url), new URL(canonical)];
    const site = (host: string): string => host.replace(/^(www|m|mobile|amp)\./, "");
    const isFront = given.pathname === "/" && given.search === "" && found.pathname !== "/";
    return site(found.hostname) === site(given.hostname) && !isFront ? canonical : url;
  } catch {
    return url;
  }
}

/** The article's text: what was found on the page, or what its data hold where that is much more. */
function textOf(lines: readonly string[], { body }: PageMetadata): string {
  const found = lines.join("\n");
  if (body === null || body.length <= found.length * 2) return found;
  const plain = body.replace(/<[^<>]{0,500}>/g, "\n");
  return plain
    .split(/[\r\n]+/)
    .flatMap((line) => line.trim() || [])
    .join("\n");
}

/** Reads a page. Never throws; takes a second at most, whatever the bytes are. */
export function readPage(bytes: Uint8Array, about: PageAbout): PageResult {
  const { file } = about;
  if (bytes.length === 0) return refused(emptyFile(file));
  if (bytes.length > MAX_PAGE_BYTES) {
    return refused(tooLarge(file, bytes.length, MAX_PAGE_BYTES, "Save the article alone."));
  }
  const decoded = decodeMarkup(bytes, about.contentType);
  if (isUndecodable(decoded)) return refused(problemOfBytes(file, null, decoded));
  // Archives of the whole Web hold thirty pages of others for each of ours.
  const none =
    hasArabic(decoded.text) || /&#(?:1[56]|x6)/i.test(decoded.text)
      ? null
      : problemOfText(decoded.text, { file, place: null, mark: null });
  if (none !== null) return refused(none);
  const page = parsePage(decoded.text);
  if (typeof page === "string") return refused(tooIntricate(file, page));

  const metadata = pageMetadata(page.document, page.jsonLd, about.url);
  const text = textOf(articleLines(page.document, metadata), metadata);
  const rest = { modified: metadata.modified?.time ?? null, canonical: metadata.canonical };
  if (text.trim() === "") return { report: null, problems: [noArticle(file)], ...rest };
  const wrong = problemOfText(text, { file, place: null, mark: null });
  if (wrong !== null) return { report: null, problems: [wrong], ...rest };
  const language = languageOf(text, metadata.language, file);
  if (language !== "ar") return { report: null, problems: [language], ...rest };

  const problems: Problem[] = [];
  const damage = problemOfDamage(file, null, decoded);
  if (damage) problems.push(damage);
  const fetched = about.fetched?.slice(0, 10) ?? null;
  const published = metadata.published?.day ?? null;
  const modified = metadata.modified?.day ?? null;
  const report: ReportInput = {
    text,
    file,
    title: metadata.title,
    byline: metadata.byline,
    outlet: metadata.outlet,
    url: addressOf(about.url, metadata.canonical),
    published,
    modified: modified !== null && published !== null && modified < published ? null : modified,
    fetched,
    language: "ar",
  };
  return { report, problems, ...rest };
}

const noArticle = (file: string): Problem => ({
  severity: "warning",
  code: "no-article",
  file,
  place: null,
  message: "No article was found on this page; it was left out.",
  remedy:
    "It may be a list, or be filled by a script. Give the article's own page, or its text as .txt.",
});
