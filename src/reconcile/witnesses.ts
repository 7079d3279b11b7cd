import type { Claim, Entity, Range, Report, Story } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import { DisjointSets } from "../relate/disjoint-sets.js";
import type { RelatedStory } from "../relate/relate.js";
import { fold } from "../text/fold.js";

type Witness = Story["witnesses"][number];

/** Reports that share this much of the shorter one's text are one witness to everything. */
const ONE_WITNESS_FROM = 0.5;
/** Share of a claim's words that a copied passage must hold for the claim to be copied. */
const COPIED_FROM = 0.5;

/**
 * Counts who tells a thing independently. Reports are one witness where they are copies of one
 * another or of one outlet; and for a single claim also where its words stand in a passage that
 * they share, or came through the same agency.
 */
export class WitnessCounter {
  readonly list: readonly Witness[];
  private readonly homeOf = new Map<string, string>();
  private readonly passages = new Map<string, { range: Range; key: string }[]>();
  private readonly outletOf = new Map<string, string>();

  constructor(
    story: RelatedStory,
    private readonly entities: { readonly get: (id: string) => Entity | undefined },
  ) {
    this.list = witnessesOf(story);
    for (const witness of this.list) {
      for (const report of witness.reports) this.homeOf.set(report, witness.id);
    }
    for (const report of story.reports) {
      if (report.outlet) this.outletOf.set(fold(report.outlet), this.homeOf.get(report.id) ?? "");
    }
    for (const [at, copy] of story.copies.entries()) {
      for (const [pairAt, [inFrom, inTo]] of copy.pairs.entries()) {
        const key = `copy:${at}:${pairAt}`;
        this.addPassage(copy.from, inFrom, key);
        this.addPassage(copy.to, inTo, key);
      }
    }
  }

  private addPassage(report: string, range: Range, key: string): void {
    const list = this.passages.get(report);
    if (list) list.push({ range, key });
    else this.passages.set(report, [{ range, key }]);
  }

  /** Number of independent witnesses to the claims together; at least 1 where there is a claim. */
  count(claims: readonly Claim[]): number {
    return this.groups(claims).length;
  }

  /** The claims, in sets that rest on one witness each. */
  groups(claims: readonly Claim[]): Claim[][] {
    const sets = new DisjointSets(claims.length);
    const first = new Map<string, number>();
    for (const [at, claim] of claims.entries()) {
      for (const key of this.keysOf(claim)) {
        const known = first.get(key);
        if (known === undefined) first.set(key, at);
        else sets.join(known, at);
      }
    }
    return sets.sets().map((set) => set.map((at) => claims[at] as Claim));
  }

  private keysOf(claim: Claim): string[] {
    // A report that tells a thing twice, once through an agency, is one witness.
    const keys = [this.carrierOf(claim), `report:${claim.report}`];
    const length = Math.max(1, claim.span[1] - claim.span[0]);
    for (const { range, key } of this.passages.get(claim.report) ?? []) {
      const common = Math.min(range[1], claim.span[1]) - Math.max(range[0], claim.span[0]);
      if (common / length >= COPIED_FROM) keys.push(key);
    }
    return keys;
  }

  /** The agency nearest the source that the claim came through, else the report's own witness. */
  private carrierOf(claim: Claim): string {
    const agency = claim.chain.slice(1).findLast((link) => link.kind === "outlet");
    if (!agency) return this.homeOf.get(claim.report) ?? claim.report;
    const names = [agency.name];
    const entity = agency.entity === null ? undefined : this.entities.get(agency.entity);
    if (entity) names.push(entity.name, ...entity.forms.map((one) => one.form));
    for (const name of names) {
      const home = this.outletOf.get(fold(name));
      if (home) return home;
    }
    return agency.entity ?? `outlet:${fold(agency.name)}`;
  }
}

/** By first report in the story's order. */
function witnessesOf(story: RelatedStory): Witness[] {
  const at = new Map(story.reports.map((report, i) => [report.id, i]));
  const sets = new DisjointSets(story.reports.length);
  const outlets = new Map<string, number>();
  for (const [i, report] of story.reports.entries()) {
    if (!report.outlet) continue;
    const outlet = fold(report.outlet);
    const known = outlets.get(outlet);
    if (known === undefined) outlets.set(outlet, i);
    else sets.join(known, i);
  }
  const origins = new Map<string, string>();
  for (const copy of story.copies) {
    if (copy.share < ONE_WITNESS_FROM) continue;
    sets.join(at.get(copy.from) ?? 0, at.get(copy.to) ?? 0);
    if (copy.origin !== null) {
      origins.set(copy.from, copy.origin);
      origins.set(copy.to, copy.origin);
    }
  }
  return sets.sets().map((set) => {
    const reports = set.map((i) => (story.reports[i] as Report).id);
    const outlet = story.reports[set[0] ?? 0]?.outlet ?? null;
    const origin = reports.map((id) => origins.get(id)).find((one) => one !== undefined);
    return {
      id: contentId("witness", ...reports),
      reports,
      origin: origin ?? (reports.length > 1 ? outlet : null),
    };
  });
}
