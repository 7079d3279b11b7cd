/** Whether every place an account points at exists: the promise that holds always, at 100%. */
import type { Account, Claim, Range } from "../src/core/contract.js";

export interface SpanCheck {
  /** Spans looked at. */
  readonly checked: number;
  /** What is wrong, in words with numbers; empty for a sound account. */
  readonly faults: readonly string[];
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

const splitsPair = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  isHighSurrogate(text.charCodeAt(at - 1)) &&
  isLowSurrogate(text.charCodeAt(at));

/** Checks every span and every id of an account against its own reports. */
export function checkSpans(account: Account): SpanCheck {
  const faults: string[] = [];
  let checked = 0;
  const texts = new Map(account.reports.map((report) => [report.id, report.text]));
  const check = (what: string, reportId: string, range: Range): void => {
    checked++;
    const [start, end] = range;
    const text = texts.get(reportId);
    const where = `${what} [${start}, ${end})`;
    if (text === undefined) faults.push(`${where}: no report ${reportId}`);
    else if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length)
      faults.push(`${where}: outside its report of ${text.length} code units`);
    else if (start >= end) faults.push(`${where}: empty or backwards`);
    else if (splitsPair(text, start) || splitsPair(text, end))
      faults.push(`${where}: cuts a surrogate pair`);
  };

  for (const report of account.reports) {
    for (const sentence of report.sentences) check("sentence", report.id, sentence);
    for (const piece of report.furniture) check("furniture", report.id, piece);
    for (const time of report.times) if (time.span) check("time", report.id, time.span);
    for (const span of report.published.evidence)
      check("publication evidence", span.report, [span.start, span.end]);
    faults.push(...checkOrder("sentences", report.sentences));
    faults.push(...checkOrder("furniture", report.furniture));
  }
  for (const entity of account.entities) {
    for (const span of entity.mentions)
      check(`mention of ${entity.id}`, span.report, [span.start, span.end]);
  }
  for (const claim of account.claims) {
    for (const [what, range] of claimRanges(claim))
      check(`${claim.rule} ${what}`, claim.report, range);
    const [start, end] = claim.span;
    if (start < claim.sentence[0] || end > claim.sentence[1])
      faults.push(
        `${claim.rule} span [${start}, ${end}) is outside its sentence [${claim.sentence[0]}, ${claim.sentence[1]})`,
      );
  }
  for (const story of account.stories) {
    for (const copy of story.copies) {
      for (const [from, to] of copy.pairs) {
        check("copied passage", copy.from, from);
        check("copied passage", copy.to, to);
      }
    }
  }
  faults.push(...checkIds(account));
  return { checked, faults };
}

function claimRanges(claim: Claim): readonly (readonly [string, Range])[] {
  const ranges: (readonly [string, Range])[] = [
    ["span", claim.span],
    ["sentence", claim.sentence],
  ];
  for (const link of claim.chain) if (link.span) ranges.push(["link", link.span]);
  if (claim.time?.span) ranges.push(["time", claim.time.span]);
  if (claim.statement?.quoted) ranges.push(["quotation", claim.statement.quoted]);
  return ranges;
}

function checkOrder(what: string, ranges: readonly Range[]): readonly string[] {
  const faults: string[] = [];
  ranges.forEach((range, index) => {
    const before = ranges[index - 1];
    if (before && before[1] > range[0])
      faults.push(`${what}: [${range[0]}, ${range[1]}) overlaps [${before[0]}, ${before[1]})`);
  });
  return faults;
}

/** Ids that name nothing, and ids given twice. */
function checkIds(account: Account): readonly string[] {
  const faults: string[] = [];
  const idsOf = (what: string, items: readonly { readonly id: string }[]): Set<string> => {
    const ids = new Set<string>();
    for (const { id } of items) {
      if (ids.has(id)) faults.push(`${what} id ${id} is given twice`);
      ids.add(id);
    }
    return ids;
  };
  const reports = idsOf("report", account.reports);
  const entities = idsOf("entity", account.entities);
  const claims = idsOf("claim", account.claims);
  const need = (ids: Set<string>, id: string | null | undefined, what: string): void => {
    if (id && !ids.has(id)) faults.push(`${what} names ${id}, which does not exist`);
  };
  for (const claim of account.claims) {
    need(entities, claim.place, "claim place");
    for (const place of claim.places) need(entities, place, "claim places");
    for (const link of claim.chain) need(entities, link.entity, "link");
    need(entities, claim.figure?.group, "figure group");
    need(claims, claim.figure?.partOf, "figure part");
    need(entities, claim.office?.holder, "office holder");
    need(entities, claim.office?.of, "office of");
    need(entities, claim.membership?.member, "member");
    need(entities, claim.membership?.of, "membership of");
    need(entities, claim.attribute?.of, "attribute of");
    for (const about of claim.statement?.about ?? []) need(claims, about, "statement about");
  }
  for (const story of account.stories) {
    for (const id of story.reports) need(reports, id, "story");
    for (const ledger of story.ledger)
      for (const row of ledger.rows) for (const id of row.claims) need(claims, id, "ledger row");
    for (const entry of story.timeline) for (const id of entry.claims) need(claims, id, "timeline");
    for (const disagreement of story.disagreements)
      for (const position of disagreement.positions)
        for (const id of position.claims) need(claims, id, "disagreement");
    for (const sentence of story.brief.sentences)
      for (const id of sentence.claims) need(claims, id, "brief");
  }
  return faults;
}
