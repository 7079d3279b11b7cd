/** Hand-made accounts for testing the scorers: one report of invented sentences. */
import type { Account, Claim, Entity, Link, Range, Report, Time } from "../src/core/contract.js";
import { exactly } from "../src/core/value.js";
import type { Labels } from "./data.js";
import type { LabelledReading } from "./labelled.js";

/** The range of a phrase that stands once in the text. */
export function rangeOf(text: string, phrase: string): Range {
  const start = text.indexOf(phrase);
  if (start < 0) throw new Error(`not in the text: ${phrase}`);
  return [start, start + phrase.length];
}

export const reportOf = (text: string, parts: Partial<Report> = {}): Report => ({
  id: "report-a",
  file: "a.txt",
  url: null,
  outlet: null,
  title: null,
  language: "ar",
  text,
  published: { edtf: null, start: null, end: null, basis: "unknown", why: "", evidence: [] },
  times: [],
  sentences: [[0, text.length]],
  furniture: [],
  ...parts,
});

export const linkOf = (name: string, parts: Partial<Link> = {}): Link => ({
  name,
  entity: null,
  kind: "institution",
  medium: null,
  stance: "states",
  span: null,
  ...parts,
});

export const claimOf = (text: string, phrase: string, parts: Partial<Claim> = {}): Claim => ({
  id: `claim-${phrase}`,
  report: "report-a",
  span: rangeOf(text, phrase),
  sentence: [0, text.length],
  rule: "test",
  kind: "statement",
  chain: [linkOf("a.txt", { kind: "report" })],
  modality: "asserted",
  time: null,
  place: null,
  places: [],
  background: false,
  ...parts,
});

export const figureOf = (
  measure: NonNullable<Claim["figure"]>["measure"],
  count: number,
  parts: Partial<NonNullable<Claim["figure"]>> = {},
): Pick<Claim, "kind" | "figure"> => ({
  kind: "figure",
  figure: {
    measure,
    counted: "persons",
    group: null,
    value: exactly(count),
    unit: "persons",
    partOf: null,
    scope: "event",
    ...parts,
  },
});

export const timeOf = (
  text: string,
  phrase: string,
  start: string | null,
  end: string | null = start,
): Time => ({
  edtf: start ?? "XXXX",
  start,
  end,
  span: rangeOf(text, phrase),
  basis: start ? "stated" : "unknown",
});

export const accountOf = (
  report: Report,
  claims: readonly Claim[] = [],
  entities: readonly Entity[] = [],
): Account => ({
  schema: "isnad/account@1",
  engine: "test",
  reports: [report],
  entities,
  claims,
  stories: [],
});

export function readingOf(
  report: Report,
  labels: Partial<Labels>,
  claims: readonly Claim[] = [],
): LabelledReading {
  return {
    record: {
      name: "a",
      text: report.text,
      labels: {
        outlet: "test",
        group: "other",
        published: null,
        figures: [],
        times: [],
        attributions: [],
        chrome: [],
        ...labels,
      },
    },
    report,
    claims,
    account: accountOf(report, claims),
  };
}
