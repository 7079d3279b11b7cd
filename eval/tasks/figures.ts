/** Counts of people and things: measure, bounds, counted group, place, day, parts of totals. */
import type { Claim, Measure } from "../../src/core/contract.js";
import { sameCounted } from "../counted.js";
import type { FigureLabel } from "../data.js";
import {
  entityMatches,
  excerpt,
  type LabelledReading,
  readLabelled,
  sameAtPrecision,
} from "../labelled.js";
import { overlap, pair, placesOf } from "../match.js";
import { type Finding, type Row, rate, share, type Task } from "../task.js";
import { chainMatches, namedLinks } from "./chains.js";
import { isBorneOut, siblingDays } from "./published.js";

/** What the labels cover; the rest is left out of precision. */
const LABELLED_MEASURES: ReadonlySet<Measure> = new Set([
  "killed",
  "injured",
  "casualties",
  "arrested",
  "missing",
  "kidnapped",
  "displaced",
  "hospitalised",
  "besieged",
  "crowd",
  "destroyed",
  "other",
]);

type Figure = NonNullable<Claim["figure"]>;
export interface FigureClaim {
  readonly claim: Claim;
  readonly figure: Figure;
}
export interface Hit extends FigureClaim {
  readonly label: FigureLabel;
  readonly reading: LabelledReading;
}

const figuresOf = (
  claims: readonly Claim[],
  measures: ReadonlySet<Measure>,
): readonly FigureClaim[] =>
  claims.flatMap((claim) =>
    claim.figure && measures.has(claim.figure.measure) ? [{ claim, figure: claim.figure }] : [],
  );

const bounds = (min: number | null, max: number | null): string => `${min ?? "…"}..${max ?? "…"}`;
const describeLabel = (label: FigureLabel): string =>
  `${label.measure} ${label.who} ${bounds(label.min, label.max)} «${label.evidence}»`;
const describeClaim = ({ claim, figure }: FigureClaim, text: string): string =>
  `${figure.measure} ${figure.counted} ${bounds(figure.value.min, figure.value.max)} ${excerpt(text, claim.span)} (${claim.rule})`;

export interface FigureScore {
  readonly labelled: number;
  readonly given: number;
  readonly hits: readonly Hit[];
  /** Labels that say of which other label they are a part, and how many links are right. */
  readonly parts: {
    readonly labelled: number;
    readonly given: number;
    readonly right: number;
    /** Links that are missing, lead to another whole, or stand where none is labelled. */
    readonly findings: readonly Finding[];
  };
  readonly findings: readonly Finding[];
}

/** Scores the figures of one report. Figures of other measures are not held against precision. */
export function scoreFigures(
  reading: LabelledReading,
  measures: ReadonlySet<Measure> = LABELLED_MEASURES,
): FigureScore {
  const { record, report, claims } = reading;
  const labels = record.labels.figures;
  const places = placesOf(record.text, labels);
  const given = figuresOf(claims, measures);
  const partners = pair(
    labels.map((label, index) => ({ label, ranges: places[index] ?? [] })),
    given,
    ({ label, ranges }, { claim, figure }) =>
      figure.measure === label.measure &&
      figure.value.min === label.min &&
      figure.value.max === label.max
        ? Math.max(0, ...ranges.map((range) => overlap(range, claim.span)))
        : 0,
  );

  const findings: Finding[] = [];
  const hits: Hit[] = [];
  const claimOfLabel = labels.map((_, index) => given[partners[index] ?? -1]);
  const used = new Set(partners);
  labels.forEach((label, index) => {
    const at = places[index]?.[0]?.[0] ?? null;
    const partner = claimOfLabel[index];
    const found = { record: record.name, at };
    if (partner) {
      hits.push({ ...partner, label, reading });
      findings.push({ ...found, verdict: "hit", text: describeLabel(label) });
      return;
    }
    const near = given.filter(({ claim }) =>
      (places[index] ?? []).some((range) => overlap(range, claim.span) > 0),
    );
    const instead = near.map((figure) => describeClaim(figure, report.text)).join("; ");
    findings.push({
      ...found,
      verdict: near.length > 0 ? "wrong" : "miss",
      text: `${describeLabel(label)}${instead ? `  ← ${instead}` : ""}`,
    });
  });
  given.forEach((figure, index) => {
    if (used.has(index)) return;
    findings.push({
      verdict: "spurious",
      record: record.name,
      at: figure.claim.span[0],
      text: `${describeClaim(figure, report.text)} in ${excerpt(report.text, figure.claim.span, 60)}`,
    });
  });

  const isRightPart = (label: FigureLabel, index: number): boolean =>
    label.part_of !== null &&
    claimOfLabel[index]?.figure.partOf != null &&
    claimOfLabel[index]?.figure.partOf === claimOfLabel[label.part_of]?.claim.id;
  const partFindings = labels.flatMap((label, index): Finding[] => {
    const partOf = claimOfLabel[index]?.figure.partOf ?? null;
    if (isRightPart(label, index) || (label.part_of === null && partOf === null)) return [];
    const whole = label.part_of === null ? undefined : labels[label.part_of];
    const linked = given.find(({ claim }) => claim.id === partOf);
    const wanted = whole ? describeLabel(whole) : "no whole";
    const got = linked ? describeClaim(linked, report.text) : "no whole";
    const at = places[index]?.[0]?.[0] ?? null;
    const text = `${describeLabel(label)}: ${wanted} ← ${got}`;
    return [{ verdict: "wrong", record: record.name, at, text }];
  });
  const parts = {
    findings: partFindings,
    labelled: labels.filter(({ part_of }) => part_of !== null).length,
    given: hits.filter(({ figure }) => figure.partOf !== null).length,
    right: labels.filter(isRightPart).length,
  };
  return { labelled: labels.length, given: given.length, hits, parts, findings };
}

const placeIsRight = ({ label, claim, reading }: Hit): boolean => {
  if (label.place === null) return claim.place === null;
  const { place } = label;
  return [claim.place, ...claim.places].some((id) => {
    const entity = reading.account.entities.find((candidate) => candidate.id === id);
    return entity !== undefined && entityMatches(entity, place);
  });
};

/** A day given where the text alone fixes none is right only if reports of the same incident bear it out. */
const dayIsRight = ({ label, claim, reading }: Hit, siblings: readonly string[]): boolean => {
  const [start, end] = label.date?.split("/") ?? [null, null];
  const isInferred = label.date === null && reading.record.labels.published === null;
  if (isInferred && claim.time?.start != null && isBorneOut(claim.time.start, siblings))
    return true;
  return (
    sameAtPrecision(start ?? null, claim.time?.start ?? null) &&
    sameAtPrecision(end ?? start ?? null, claim.time?.end ?? null)
  );
};

export const chainIsRight = ({ label, claim }: Hit): boolean =>
  chainMatches(label.chain, namedLinks(claim));

const countedIsRight = ({ label, figure }: Hit): boolean => sameCounted(label.who, figure.counted);

/** The figures hit whose chain is not the labelled one, told beside it. */
export const tellChains = ({ label, claim }: Hit): string =>
  `[${label.chain.join(" ← ")}] ← [${namedLinks(claim)
    .map(({ name }) => name)
    .join(" ← ")}]`;

/** A row over the figures hit: the share for which one more thing is right. */
export function facet(
  name: string,
  hits: readonly Hit[],
  isRight: (hit: Hit) => boolean,
  tell: (hit: Hit) => string,
): Row {
  const right = hits.filter(isRight);
  const findings = hits
    .filter((hit) => !isRight(hit))
    .map(
      (hit): Finding => ({
        verdict: "wrong",
        record: hit.reading.record.name,
        at: hit.claim.span[0],
        text: `${describeLabel(hit.label)}: ${tell(hit)}`,
      }),
    );
  return { name, ...share(right.length, hits.length), findings };
}

/** The row of days over the figures hit of these readings. */
function dayRow(name: string, readings: readonly LabelledReading[], hits: readonly Hit[]): Row {
  const siblings = new Map(
    readings.map((reading) => [reading.record.name, siblingDays(readings, reading.record)]),
  );
  return facet(
    name,
    hits,
    (hit) => dayIsRight(hit, siblings.get(hit.reading.record.name) ?? []),
    ({ label, claim }) => `${label.date} ← ${claim.time?.edtf ?? "no time"}`,
  );
}

export const figures: Task = {
  name: "figures",
  rows: [
    "figures",
    "figures strict",
    "figures parts",
    "figures counted",
    "figures place",
    "figures day",
    "figures day, as collected",
    "figures chain",
    "figures background",
  ],
  run: (read) => {
    const readings = readLabelled(read);
    const collected = readLabelled(read, "collected");
    if (!readings || !collected) return null;
    const scores = readings.map((reading) => scoreFigures(reading));
    const total = (count: (score: FigureScore) => number): number =>
      scores.reduce((sum, score) => sum + count(score), 0);
    const hits = scores.flatMap((score) => score.hits);
    const labelled = total((score) => score.labelled);
    const given = total((score) => score.given);
    const placeName = (hit: Hit): string =>
      hit.reading.account.entities.find(({ id }) => id === hit.claim.place)?.name ?? "no place";
    return [
      {
        name: "figures",
        ...rate({ hits: hits.length, labelled, given }),
        findings: scores.flatMap((score) => score.findings),
      },
      {
        name: "figures strict",
        ...rate({
          hits: hits.filter((hit) => countedIsRight(hit) && placeIsRight(hit)).length,
          labelled,
          given,
        }),
        findings: [],
      },
      {
        name: "figures parts",
        ...rate({
          hits: total(({ parts }) => parts.right),
          labelled: total(({ parts }) => parts.labelled),
          given: total(({ parts }) => parts.given),
        }),
        findings: scores.flatMap(({ parts }) => parts.findings),
      },
      facet("figures counted", hits, countedIsRight, ({ figure }) => figure.counted),
      facet("figures place", hits, placeIsRight, (hit) => `${hit.label.place} ← ${placeName(hit)}`),
      dayRow("figures day", readings, hits),
      dayRow(
        "figures day, as collected",
        collected,
        collected.flatMap((reading) => scoreFigures(reading).hits),
      ),
      facet("figures chain", hits, chainIsRight, tellChains),
      facet(
        "figures background",
        hits,
        ({ label, claim }) => label.background === claim.background,
        ({ claim }) => (claim.background ? "called background" : "not called background"),
      ),
    ];
  },
};
