/** Who says a thing, and through whom. */
import type { Claim, Link, Range } from "../../src/core/contract.js";
import type { AttributionLabel } from "../data.js";
import { excerpt, type LabelledReading, namesMatch, readLabelled } from "../labelled.js";
import { overlap, placesOf } from "../match.js";
import { type Finding, rate, share, type Task } from "../task.js";

/** The links that name or describe someone, without the report itself. */
export const namedLinks = (claim: Claim): readonly Link[] =>
  claim.chain.slice(1).filter((link) => link.kind !== "unstated" && link.kind !== "report");

/**
 * A hit: every labelled name is matched, in order, by a link whose name holds it or is held by
 * it, and no other link stands between the matched ones.
 */
export function chainMatches(names: readonly string[], links: readonly Link[]): boolean {
  if (names.length === 0) return links.length === 0;
  return links.some(
    (_, first) =>
      first + names.length <= links.length &&
      names.every((name, index) => namesMatch(name, links[first + index]?.name ?? "")),
  );
}

/** As `chainMatches`, where a link may also be named by the fuller mention it points back to. */
export const chainMeans = (names: readonly string[], links: readonly Link[]): boolean =>
  chainMatches(
    names,
    links.map((link) => (link.meant ? { ...link, name: link.meant } : link)),
  ) || chainMatches(names, links);

const STANCES_OF_LABEL: Readonly<Record<AttributionLabel["stance"], readonly Link["stance"][]>> = {
  // The labels have no word for these, and a reader called them plain statements.
  states: ["states", "confirms", "demands"],
  denies: ["denies"],
  accuses: ["accuses"],
  condemns: ["condemns"],
  warns: ["warns"],
  promises: ["promises"],
  unverified: ["alleges", "doubts"],
};

const stanceMatches = (label: AttributionLabel, claim: Claim): boolean => {
  if (label.stance === "unverified" && claim.modality === "unverified") return true;
  if (label.stance === "denies" && claim.modality === "denied") return true;
  const stance = claim.statement?.stance ?? claim.chain.at(-1)?.stance ?? "states";
  return STANCES_OF_LABEL[label.stance].includes(stance);
};

/** How much of the evidence a claim covers, by its own span or by the words it quotes. */
const coverage = (claim: Claim, evidence: Range): number =>
  Math.max(overlap(claim.span, evidence), overlap(claim.statement?.quoted ?? [0, 0], evidence));

/** The claims that tell the evidence best: statements first, most of it covered, shortest span. */
export function claimsFor(claims: readonly Claim[], places: readonly Range[]): readonly Claim[] {
  const candidates = claims
    .map((claim) => ({ claim, covers: Math.max(0, ...places.map((at) => coverage(claim, at))) }))
    .filter(({ covers }) => covers > 0);
  const statements = candidates.filter(({ claim }) => claim.kind === "statement");
  const pool = statements.length > 0 ? statements : candidates;
  const most = Math.max(0, ...pool.map(({ covers }) => covers));
  return pool
    .filter(({ covers }) => covers === most)
    .map(({ claim }) => claim)
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
}

const tellChain = (claim: Claim): string =>
  `[${namedLinks(claim)
    .map(({ name }) => name)
    .join(" ← ")}]`;

export interface ChainScore {
  readonly labelled: number;
  /** Labels for which a claim with someone named was found. */
  readonly found: number;
  readonly hits: number;
  readonly stances: number;
  /** Statement claims that stand on no labelled evidence. */
  readonly unlabelled: number;
  readonly findings: readonly Finding[];
}

export function scoreChains({ record, report, claims }: LabelledReading): ChainScore {
  const labels = record.labels.attributions;
  const places = placesOf(record.text, labels);
  const findings: Finding[] = [];
  let [found, hits, stances] = [0, 0, 0];
  labels.forEach((label, index) => {
    const candidates = claimsFor(claims, places[index] ?? []);
    const right = candidates.find((claim) => chainMatches(label.chain, namedLinks(claim)));
    const told = right ?? candidates[0];
    const isFound = told !== undefined && (right !== undefined || namedLinks(told).length > 0);
    if (isFound) found++;
    if (right) hits++;
    if (right && stanceMatches(label, right)) stances++;
    const wrongStance =
      right && !stanceMatches(label, right)
        ? `  ← ${right.statement?.stance ?? "no statement"}, labelled ${label.stance}`
        : "";
    const given = told && !right ? `  ← ${tellChain(told)} ${excerpt(report.text, told.span)}` : "";
    findings.push({
      verdict: right ? "hit" : isFound ? "wrong" : "miss",
      record: record.name,
      at: places[index]?.[0]?.[0] ?? null,
      text: `[${label.chain.join(" ← ")}] «${label.evidence}»${given}${wrongStance}`,
    });
  });
  const unlabelled = claims.filter(
    (claim) =>
      claim.kind === "statement" &&
      !places.some((ranges) => ranges.some((range) => coverage(claim, range) > 0)),
  );
  for (const claim of unlabelled) {
    findings.push({
      verdict: "note",
      record: record.name,
      at: claim.span[0],
      text: `not labelled: ${tellChain(claim)} ${excerpt(report.text, claim.span)}`,
    });
  }
  return { labelled: labels.length, found, hits, stances, unlabelled: unlabelled.length, findings };
}

export const chains: Task = {
  name: "chains",
  rows: ["chains", "chains stance"],
  run: (read) => {
    const readings = readLabelled(read);
    if (!readings) return null;
    const scores = readings.map(scoreChains);
    const total = (count: (score: ChainScore) => number): number =>
      scores.reduce((sum, score) => sum + count(score), 0);
    const hits = total((score) => score.hits);
    return [
      {
        name: "chains",
        ...rate({
          hits,
          labelled: total(({ labelled }) => labelled),
          given: total(({ found }) => found),
        }),
        remark: `${total(({ unlabelled }) => unlabelled)} statements stand on no label`,
        findings: scores.flatMap(({ findings }) => findings),
      },
      {
        name: "chains stance",
        ...share(
          total(({ stances }) => stances),
          hits,
        ),
        findings: [],
      },
    ];
  },
};
