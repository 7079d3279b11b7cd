import type { Claim, Range } from "../../core/contract.js";
import { describeMessages } from "../labels/messages.js";
import { codeLabel } from "../labels.js";
import {
  type ClaimEntry,
  type Context,
  languageOf,
  type ReportEntry,
  reportAnchor,
  reportFile,
  reportName,
} from "./context.js";
import { describeTime } from "./format.js";
import { type Html, heading, html, isolate, sourceText } from "./markup.js";
import { type Layer, splitLayers } from "./pieces.js";
import type { Section } from "./section.js";

/** More reports than this start closed, so that the page opens fast and reads short. */
const OPEN_REPORTS = 3;

export function sourcesSection(context: Context): Section {
  const byReport = new Map<string, ClaimEntry[]>();
  for (const entry of context.claims.values()) {
    const list = byReport.get(entry.claim.report);
    if (list) list.push(entry);
    else byReport.set(entry.claim.report, [entry]);
  }
  const open = context.account.reports.length <= OPEN_REPORTS;
  return {
    key: "sources",
    title: { ar: "المصادر كما نُشرت", en: "Sources as published" },
    count: context.account.reports.length,
    body: [
      drawLayers(context),
      [...context.reports.values()].map((entry) =>
        drawReport(context, entry, byReport.get(entry.report.id) ?? [], open),
      ),
    ],
  };
}

/** What is underlined in the sources; each layer can be put out without a script. */
const LAYERS = [
  { key: "fig", title: { ar: "الأعداد", en: "Figures" } },
  { key: "oth", title: { ar: "الأحداث والمناصب", en: "Events and offices" } },
  { key: "say", title: { ar: "الأقوال", en: "Statements" } },
  { key: "who", title: { ar: "القائلون", en: "Speakers" } },
  { key: "time", title: { ar: "الأوقات", en: "Times" } },
] as const;

function drawLayers({ phrases }: Context): Html {
  const boxes = LAYERS.map(
    ({ key, title }) =>
      html`<label class="layer"><input type="checkbox" class="l-${key}" checked> <span class="swatch ${key}">${phrases.text(title)}</span></label>`,
  );
  return html`<fieldset class="layers"><legend>${phrases.text({ ar: "المعلَّم في النصوص", en: "Marked in the texts" })}</legend>${boxes}</fieldset>`;
}

function drawReport(
  context: Context,
  entry: ReportEntry,
  claims: readonly ClaimEntry[],
  open: boolean,
): Html {
  const { report } = entry;
  const { phrases } = context;
  const name = reportName(context, report.id);
  const title =
    report.title !== null &&
    html` <span class="title"${languageOf(report.language)}>${report.title}</span>`;
  const text =
    report.text.length === 0
      ? html`<p class="empty">${phrases.text({ ar: "النصّ فارغ.", en: "The text is empty." })}</p>`
      : html`<div class="text source"${languageOf(report.language)}>${drawText(entry, claims)}</div>`;
  return html`<details class="report" id="${reportAnchor(entry)}"${open && html` open`}><summary>${heading(context.account.stories.length > 1 ? 3 : context.level + 1, [name, title])}${drawFacts(context, entry)}</summary>${drawPublished(context, entry)}${text}</details>`;
}

/** The publication day, and the file: what tells one report from another at a glance. */
function drawFacts({ phrases }: Context, { report }: ReportEntry): Html {
  const file = reportFile(report);
  const day =
    report.published.start === null && report.published.end === null
      ? phrases.text({ ar: "يوم النشر غير معروف", en: "day of publication unknown" })
      : phrases.text(describeTime(report.published));
  return html`<p class="in">${day}${file !== null && html` · <span class="file">${isolate(file)}</span>`}</p>`;
}

/** Why it is of its day: in both languages where the account has the codes. */
const drawWhy = (
  phrases: Context["phrases"],
  { why, whyMessages }: ReportEntry["report"]["published"],
): Html =>
  whyMessages === undefined
    ? html`<span dir="auto">${why}</span>`
    : phrases.text(describeMessages(whyMessages));

/** When it was published, how that is known, and from which words. */
function drawPublished({ phrases, reports }: Context, { report }: ReportEntry): Html {
  const { published } = report;
  const words = published.evidence.slice(0, 4).flatMap((span) => {
    const text = reports.get(span.report)?.report.text.slice(span.start, span.end);
    return text ? [html` <q class="words" dir="auto">${text}</q>`] : [];
  });
  const url =
    report.url !== null &&
    html`<div><dt>${phrases.text({ ar: "العنوان", en: "Address" })}</dt><dd><bdi dir="ltr">${report.url}</bdi></dd></div>`;
  const outlet =
    report.outlet === null &&
    html`<div><dt>${phrases.text({ ar: "الناشر", en: "Outlet" })}</dt><dd class="none">${phrases.text({ ar: "غير مذكور", en: "not stated" })}</dd></div>`;
  return html`<dl class="facts"><div><dt>${phrases.text({ ar: "يوم النشر", en: "Published" })}</dt><dd>${phrases.text(describeTime(published.edtf === null && published.start === null ? null : published))} <span class="tag">${phrases.text(codeLabel("published", published.basis))}</span> ${drawWhy(phrases, published)}${words}</dd></div>${outlet}${url}</dl>`;
}

type Mark =
  | { readonly kind: "claim"; readonly entry: ClaimEntry }
  | { readonly kind: "time" }
  | { readonly kind: "speaker" }
  | { readonly kind: "furniture" };

/** Pieces of the text in order, each an element that a link can reach, its layers lit. */
function drawText({ report, index, pieces }: ReportEntry, claims: readonly ClaimEntry[]): Html {
  const layers: Layer<Mark>[] = [
    ...report.furniture.map((range) => ({ range, mark: { kind: "furniture" } as const })),
    ...report.times.flatMap(({ span }) =>
      span === null ? [] : [{ range: span, mark: { kind: "time" } as const }],
    ),
    ...speakerSpans(claims.map(({ claim }) => claim)).map((range) => ({
      range,
      mark: { kind: "speaker" } as const,
    })),
    ...claims.map((entry) => ({
      range: entry.claim.span,
      mark: { kind: "claim", entry } as const,
    })),
  ];
  const segments = splitLayers(report.text.length, [
    ...layers,
    // Pieces carry no mark: they only make sure that no segment crosses their borders.
    ...pieces.map((range) => ({ range, mark: null })),
  ]);
  const anchored = new Set<ClaimEntry>();
  let next = 0;
  const drawn = pieces.map(([, end], piece) => {
    const parts: Html[] = [];
    for (let segment = segments[next]; segment && segment.end <= end; segment = segments[++next]) {
      const marks = segment.marks.filter((mark) => mark !== null);
      parts.push(drawSegment(report.text.slice(segment.start, segment.end), marks, anchored));
    }
    return html`<span class="s" id="s${index}-${piece}">${parts}</span>`;
  });
  const lost = claims.filter((entry) => !anchored.has(entry));
  return html`${lost.map((entry) => html`<span id="${entry.anchor}"></span>`)}${drawn}`;
}

function speakerSpans(claims: readonly Claim[]): readonly Range[] {
  const seen = new Map<string, Range>();
  for (const { chain } of claims) {
    for (const { span } of chain) if (span !== null) seen.set(span.join("-"), span);
  }
  return [...seen.values()];
}

/** A figure shows through an event, and an event through the statement that tells it. */
function layerOf(claims: readonly ClaimEntry[]): string {
  if (claims.some(({ claim }) => claim.kind === "figure")) return "k-fig";
  return claims.some(({ claim }) => claim.kind !== "statement") ? "k-oth" : "k-say";
}

function drawSegment(text: string, marks: readonly Mark[], anchored: Set<ClaimEntry>): Html {
  let drawn = sourceText(text);
  if (marks.length === 0) return drawn;
  const claims = marks.flatMap((mark) => (mark.kind === "claim" ? [mark.entry] : []));
  const fresh = claims.filter((entry) => !anchored.has(entry));
  for (const entry of fresh) anchored.add(entry);
  if (marks.some(({ kind }) => kind === "time")) drawn = html`<span class="k-time">${drawn}</span>`;
  if (marks.some(({ kind }) => kind === "speaker"))
    drawn = html`<span class="k-who">${drawn}</span>`;
  const first = claims[0];
  if (first) {
    const numbers = claims.map((entry) => entry.index).join(" ");
    const skip = fresh.length === 0 && html` tabindex="-1"`;
    drawn = html`<a class="m" href="#${first.anchor}" data-c="${numbers}"${skip}><mark class="${layerOf(claims)}">${drawn}</mark></a>`;
  }
  if (marks.some(({ kind }) => kind === "furniture"))
    drawn = html`<span class="fu">${drawn}</span>`;
  return html`${fresh.map((entry) => html`<span class="an" id="${entry.anchor}"></span>`)}${drawn}`;
}
