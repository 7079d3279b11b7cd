/** Footnotes of a Markdown text: each leads from a statement to reports, sentences and offsets. */
import type { Claim } from "../core/contract.js";
import type { Label } from "./labels.js";
import { words } from "./markdown-text.js";
import type { Scope } from "./scope.js";
import { describeDate } from "./terminal/dates.js";

const SENTENCE: Label = { ar: "الجملة", en: "sentence" };
const WORDS: Label = { ar: "الألفاظ", en: "words" };
const PUBLISHED: Label = { ar: "نُشر", en: "published" };
const NOT_FOUND: Label = { ar: "لا موضع له في التقارير", en: "it has no place in the reports" };

/** Spans that a footnote names of one sentence; more would hide the sentence among numbers. */
const SPANS_SHOWN = 6;

/** Claims of one sentence of one report. */
interface Place {
  readonly claim: Claim;
  readonly spans: Set<string>;
}

export class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly #notes: string[] = [];

  constructor(readonly scope: Scope) {}

  /**
   * The sign of a footnote on claims; the same claims get the same footnote.
   * @param quoted the sentence stands in the text already: it is not quoted again
   */
  on(claims: readonly string[], quoted = false): string {
    const key = `${quoted} ${claims.join(" ")}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#notes.length + 1;
      this.#numbers.set(key, number);
      this.#notes.push(`[^${number}]: ${this.#noteOn(claims, quoted)}`);
    }
    return `[^${number}]`;
  }

  /** A line each, in order of number. */
  lines(): readonly string[] {
    return this.#notes;
  }

  #noteOn(claims: readonly string[], quoted: boolean): string {
    const { lang } = this.scope;
    const reports = this.#placesOf(claims);
    const first = [...reports.values()][0]?.values().next().value;
    if (!first) return NOT_FOUND[lang];
    const listed = [...reports].map(([report, places]) => this.#describe(report, places, quoted));
    const between = lang === "ar" ? "؛ " : "; ";
    const sentence = `«${words(this.scope.sentenceOf(first.claim), lang)}»`;
    if (quoted) return listed.join(between);
    // The sentence of the first is quoted beside it, the others are only pointed to.
    return [`${listed[0]}: ${sentence}`, ...listed.slice(1)].join(between);
  }

  /** Report → sentence → the claims' spans in it, in the order of the claims. */
  #placesOf(claims: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, Place>> {
    const reports = new Map<string, Map<string, Place>>();
    for (const id of claims) {
      const claim = this.scope.claim(id);
      if (!claim) continue;
      const places = reports.get(claim.report) ?? new Map<string, Place>();
      reports.set(claim.report, places);
      const key = claim.sentence.join(" ");
      const place = places.get(key) ?? { claim, spans: new Set<string>() };
      places.set(key, place);
      place.spans.add(this.#offsets(claim.span));
    }
    return reports;
  }

  /** `0–194`, kept in that order inside Arabic. */
  #offsets([start, end]: Claim["span"]): string {
    const range = `${start}–${end}`;
    return this.scope.lang === "ar" ? `\u2066${range}\u2069` : range;
  }

  #describe(id: string, places: ReadonlyMap<string, Place>, quoted: boolean): string {
    const { scope } = this;
    const { lang } = scope;
    const report = scope.report(id);
    const published = report?.published;
    const comma = lang === "ar" ? "، " : ", ";
    const where = [...places.values()].map(({ claim, spans }) => {
      const shown = [...spans].slice(0, SPANS_SHOWN).join(comma);
      const rest = spans.size > SPANS_SHOWN ? " …" : "";
      const sentence = `${SENTENCE[lang]} ${this.#offsets(claim.sentence)}`;
      return quoted ? sentence : `${sentence} (${WORDS[lang]} ${shown}${rest})`;
    });
    return [
      `\\[${scope.number(id) ?? "?"}\\] ${words(report ? scope.reportName(report) : id, lang)}`,
      ...(published && (published.start ?? published.end) !== null
        ? [`${PUBLISHED[lang]} ${describeDate(published, lang)}`]
        : []),
      ...where,
    ].join(comma);
  }
}
