import type { Claim, Entity, Range, Story } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import { named } from "../../gazetteer/gazetteer.js";
import { creditOf } from "../../relate/copies/credits.js";
import { DisjointSets } from "../../relate/disjoint-sets.js";
import type { RelatedStory } from "../../relate/relate.js";
import { fold } from "../../text/fold.js";
import { Rulings } from "./rulings.js";
import { type Origin, witnessesOf } from "./story-witnesses.js";
import type { Wordings } from "./wording-likeness.js";

type Witness = Story["witnesses"][number];

/** Share of a claim's words, or of its sentence's, that a passage in common must hold. */
const COPIED_FROM = 0.5;

/** Claims that the next ones are held against, one of each text: more would cost their square. */
const MOST_COMPARED = 40;

interface Passage {
  readonly range: Range;
  /** The same in both reports that share it. */
  readonly key: string;
  /** The agency it comes from, as a key; null where nothing names one. */
  readonly agency: string | null;
}

/**
 * Counts who tells a thing independently. `list` says it of whole reports
 * (`story-witnesses.ts`). A single claim is counted by its own words: two
 * reports may share one paragraph and be independent in another.
 */
export class WitnessCounter {
  readonly list: readonly Witness[];
  private readonly passages = new Map<string, Passage[]>();
  private readonly credits = new Map<string, string>();
  private readonly outlets = new Map<string, string>();
  /** The outlets among the reports. */
  private readonly known: ReadonlySet<string>;
  private readonly rulings: Rulings;
  private readonly sources = new Map<Claim, Source>();

  constructor(
    story: RelatedStory,
    private readonly entities: { readonly get: (id: string) => Entity | undefined },
    private readonly wordings: Wordings,
  ) {
    this.rulings = new Rulings(story.rulings ?? []);
    const credited = new Map<string, Origin>();
    // Of one report alone nothing is counted by whose words it prints.
    for (const report of story.reports.length > 1 ? story.reports : []) {
      const credit = creditOf(report);
      if (credit?.sole && credit.ref !== null) {
        const key = AGENCY + credit.ref;
        credited.set(report.id, { key, name: credit.name });
        this.credits.set(report.id, key);
      }
      // An agency's own site is the agency.
      const outlet = report.outlet === null ? null : keyOfName(report.outlet);
      if (outlet) this.outlets.set(report.id, outlet);
    }
    this.known = new Set(this.outlets.values());
    this.list = witnessesOf(story, {
      creditOf: ({ id }) => credited.get(id) ?? null,
      outletOf: ({ id, outlet }) => {
        const key = this.outlets.get(id);
        return key === undefined ? null : { key, name: outlet ?? "" };
      },
      agencyNamed: (name) => {
        const key = agencyNamed(name);
        return key === null ? null : { key, name };
      },
    });
    for (const [at, copy] of story.copies.entries()) {
      const agency = copy.origin === null ? null : agencyNamed(copy.origin);
      for (const [pairAt, pair] of copy.pairs.entries()) {
        this.addPassages(copy.from, copy.to, pair, `copy:${at}:${pairAt}`, agency);
      }
    }
    for (const [at, { from, to, pair }] of (story.standing ?? []).entries()) {
      this.addPassages(from, to, pair, `form:${at}`, null);
    }
  }

  private addPassages(
    from: string,
    to: string,
    pair: readonly [Range, Range],
    key: string,
    agency: string | null,
  ): void {
    for (const [side, report] of [from, to].entries()) {
      const passage = { range: pair[side] as Range, key, agency };
      addTo(this.passages, report, passage);
    }
  }

  /**
   * Number of independent witnesses to the claims together; at least 1 where there is a claim. An
   * agency is one, whatever outlets carry it and however they word it. A text that several outlets
   * print, of nobody's credit, was written by one of them: of outlets that share texts there are
   * no more witnesses than outlets, nor than texts.
   */
  count(claims: readonly Claim[]): number {
    const [first] = claims;
    if (!first) return 0;
    // A report is one witness, however it words a thing and through whomever.
    if (claims.every(({ report }) => report === first.report)) return 1;
    const byText = this.rulings.setsOf(claims.map(({ report }) => report));
    const keyed = new Map<string, number>();
    const sources = claims.map((claim, at) => {
      const source = this.sourceOf(claim);
      for (const key of source.keys) {
        const known = keyed.get(key);
        if (known === undefined) keyed.set(key, at);
        else byText.join(known, at);
      }
      return source;
    });
    this.joinWordings(claims, byText);
    const texts = byText.sets();
    const own = texts.filter((text) => text.every((at) => !sources[at]?.isAgency));
    const apart = (some: readonly (readonly number[])[]): number =>
      this.rulings.toldApart(some.map((text) => text.flatMap((at) => claims[at]?.report ?? [])));
    return texts.length - own.length + countOwn(own, sources, apart);
  }

  /** Claims in one wording are one text: a communiqué that each edits a little, an agency's line. */
  private joinWordings(claims: readonly Claim[], byText: DisjointSets): void {
    const compared: number[] = [];
    for (const [at, claim] of claims.entries()) {
      if (compared.some((one) => byText.same(one, at))) continue;
      const like = compared.find((one) => this.wordings.isOne(claims[one] as Claim, claim));
      if (like !== undefined) byText.join(like, at);
      if (compared.length < MOST_COMPARED) compared.push(at);
    }
  }

  /** Worked out once a claim: it is counted in its row, with others, and of each step of a history. */
  private sourceOf(claim: Claim): Source {
    let source = this.sources.get(claim);
    if (!source) {
      source = this.findSource(claim);
      this.sources.set(claim, source);
    }
    return source;
  }

  private findSource(claim: Claim): Source {
    // A report that tells a thing twice, once through an agency, is one witness.
    const keys = [`report:${claim.report}`];
    let carrier = this.carrierOf(claim) ?? this.credits.get(claim.report) ?? null;
    for (const passage of this.passages.get(claim.report) ?? []) {
      if (!holds(passage.range, claim.span) && !holds(passage.range, claim.sentence)) continue;
      keys.push(passage.key);
      carrier ??= passage.agency;
    }
    carrier ??= this.outlets.get(claim.report) ?? `report:${claim.report}`;
    const isAgency = carrier.startsWith(AGENCY);
    if (isAgency) keys.push(carrier);
    return { keys, carrier, isAgency };
  }

  /** The outlet nearest the source that the claim came through, where it tells one. */
  private carrierOf(claim: Claim): string | null {
    const link = claim.chain.slice(1).findLast(({ kind }) => kind === "outlet");
    if (!link) return null;
    const entity = link.entity === null ? undefined : this.entities.get(link.entity);
    const names = entity ? [entity.name, ...entity.forms.map(({ form }) => form)] : [];
    const keys = [link.name, ...names].map(keyOfName);
    // What one outlet has from another that is among the reports is the other's.
    const here = keys.find((key) => this.known.has(key));
    return here ?? AGENCY + (entity?.ref ?? link.entity ?? fold(link.name));
  }
}

/** Where the words of a claim come from. */
interface Source {
  /** Claims that share one of these rest on one text. */
  readonly keys: readonly string[];
  /** The agency or the outlet whose text it is. */
  readonly carrier: string;
  readonly isAgency: boolean;
}

/** Of texts that are no agency's, each given by its claims. */
function countOwn(
  texts: readonly (readonly number[])[],
  sources: readonly Source[],
  apart: (texts: readonly (readonly number[])[]) => number,
): number {
  const sharing = new DisjointSets(texts.length);
  const first = new Map<string, number>();
  for (const [at, text] of texts.entries()) {
    for (const claim of text) {
      const { carrier } = sources[claim] as Source;
      const known = first.get(carrier);
      if (known === undefined) first.set(carrier, at);
      else sharing.join(known, at);
    }
  }
  const outlets = new Map<number, number>();
  for (const at of first.values()) {
    const set = sharing.find(at);
    outlets.set(set, (outlets.get(set) ?? 0) + 1);
  }
  return sharing.sets().reduce((sum, set) => {
    const printed = Math.min(set.length, outlets.get(sharing.find(set[0] ?? 0)) ?? 1);
    return sum + Math.max(printed, apart(set.map((at) => texts[at] ?? [])));
  }, 0);
}

const AGENCY = "agency:";

function holds(range: Range, words: Range): boolean {
  const common = Math.min(range[1], words[1]) - Math.max(range[0], words[0]);
  return common / Math.max(1, words[1] - words[0]) >= COPIED_FROM;
}

function agencyNamed(name: string): string | null {
  const id = named(fold(name))?.entries.find(({ type }) => type === "news agency")?.id;
  return id ? AGENCY + id : null;
}

function keyOfName(outlet: string): string {
  return agencyNamed(outlet) ?? fold(outlet);
}
