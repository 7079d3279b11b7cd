import { parseIsoDay } from "../core/calendar.js";
import type { Claim, Report, Time } from "../core/contract.js";
import { groupBy } from "../core/grouping.js";
import { entry } from "../gazetteer/gazetteer.js";
import type { RelatedStory } from "../relate/relate.js";
import { isBounded } from "./counts/bounded-time.js";
import type { EntityIndex } from "./entity-index.js";
import { ToldAlike } from "./witnesses/told-alike.js";
import { Voices } from "./witnesses/voices.js";
import { WitnessCounter } from "./witnesses/witnesses.js";
import { Wordings } from "./witnesses/wording-likeness.js";

/** What is told of days so long before the first report is no news of the story. */
const RECALLED_DAYS = 45;

/** Places that are built or fenced: which one is meant tells no incident from another. */
const BUILDINGS: ReadonlySet<string> = new Set([
  "mosque",
  "church",
  "temple",
  "university",
  "college",
  "school",
  "prison",
  "hotel",
  "market",
  "building",
  "headquarters",
  "military base",
  "police station",
  "court",
  "embassy",
  "stadium",
  "square",
]);

const WIDE = new Set(["country", "continent", "world region", "sea", "ocean"]);

/** One story with everything looked up that the views of it need. */
export class StoryContext {
  readonly reports: ReadonlyMap<string, Report>;
  readonly claims: readonly Claim[];
  readonly witnesses: WitnessCounter;
  readonly wordings: Wordings;
  readonly alike: ToldAlike;
  readonly voices: Voices;
  private readonly claimsByReport: ReadonlyMap<string, readonly Claim[]>;
  /** For each report, how many of the entities in its claims stand in another report's too. */
  readonly sharedNames: ReadonlyMap<string, number>;
  /** The country that the story's places lie in most often; null where none is named. */
  readonly mainCountry: string | null;
  /** Place of each claim in the story's order, by id. */
  readonly orderOf: ReadonlyMap<string, number>;
  /** `report|voice` of those who condemn something in a report. */
  private readonly condemners: ReadonlySet<string>;
  /** Day number from which what is told is news of the story; null where no report has a day. */
  private readonly newsFrom: number | null;

  constructor(
    readonly story: RelatedStory,
    readonly entities: EntityIndex,
  ) {
    this.reports = new Map(story.reports.map((report) => [report.id, report]));
    this.claims = story.claims;
    this.orderOf = new Map(story.claims.map((claim, at) => [claim.id, at]));
    this.claimsByReport = groupBy(story.claims, ({ report }) => report);
    this.wordings = new Wordings((report) => this.reports.get(report)?.text ?? "");
    this.alike = new ToldAlike(
      (report) => this.reports.get(report),
      (report) => this.claimsOf(report),
    );
    this.witnesses = new WitnessCounter(story, entities, this.wordings);
    this.voices = new Voices(story.claims, entities);
    this.condemners = new Set(
      story.claims.flatMap((claim) =>
        claim.chain.length > 1 && claim.chain.at(-1)?.stance === "condemns"
          ? [`${claim.report}|${this.voices.of(claim)}`]
          : [],
      ),
    );
    this.sharedNames = sharedNamesOf(story.claims);
    const country = mostToldCountry(story.claims, entities);
    this.mainCountry = country ? (entities.withRef(COUNTRY + country)?.id ?? null) : null;
    const [first] = story.reports.flatMap((report) => this.outBy(report.id) ?? []).sort();
    const day = first === undefined ? null : parseIsoDay(first);
    this.newsFrom = day === null ? null : day - RECALLED_DAYS;
  }

  /** In the order of their spans. */
  claimsOf(report: string): readonly Claim[] {
    return this.claimsByReport.get(report) ?? [];
  }

  textOf(claim: Claim): string {
    return this.slice(claim.report, claim.span);
  }

  sentenceOf(claim: Claim): string {
    return this.slice(claim.report, claim.sentence);
  }

  /**
   * True where the speaker condemns in that report: how many a deed killed he says in passing, and
   * is no source of it.
   */
  isCondemner(claim: Claim): boolean {
    return this.condemners.has(`${claim.report}|${this.voices.of(claim)}`);
  }

  private slice(report: string, [start, end]: readonly [number, number]): string {
    return this.reports.get(report)?.text.slice(start, end) ?? "";
  }

  nameOf(id: string | null): string | null {
    return id === null ? null : (this.entities.get(id)?.name ?? null);
  }

  /** The day a report was published, as the time at which its own words were said. */
  publishedOf(report: string): Time | null {
    const published = this.reports.get(report)?.published;
    if (!published?.edtf) return null;
    const { edtf, start, end } = published;
    return { edtf, start, end, span: null, basis: "inherited" };
  }

  /** The day by which a report was out: its day of publication, else the day a crawler found it. */
  outBy(report: string): string | null {
    const one = this.reports.get(report);
    return one?.published.start ?? one?.fetched ?? null;
  }

  /** Told as background, or of days long before the story's. */
  isRecalled(claim: Claim): boolean {
    if (claim.background) return !this.isNewsTotal(claim);
    const end = claim.time?.end ? parseIsoDay(claim.time.end) : null;
    const isLongAgo = end !== null && this.newsFrom !== null && end < this.newsFrom;
    return isLongAgo && !(this.isBounded(claim) && this.isNewsTotal(claim));
  }

  /** Its time is the first or the last of a time in which people were counted. */
  isBounded(claim: Claim): boolean {
    return isBounded(claim, this.reports.get(claim.report));
  }

  /**
   * A running total for which its report was written: it stands at the head, and no other count of
   * its kind does. So an epidemic and a siege are told.
   */
  private isNewsTotal(claim: Claim): boolean {
    const { report, figure, span } = claim;
    if (!figure || (figure.scope !== "cumulative" && !this.isBounded(claim))) return false;
    const from = this.reports.get(report)?.sentences[0]?.[0] ?? 0;
    const stands = (start: number): boolean => start - from <= HEAD_OF_TOTAL;
    return (
      stands(span[0]) &&
      !this.claimsOf(report).some(
        (other) =>
          other.figure?.measure === figure.measure &&
          other.figure.partOf === null &&
          other.figure.value.min !== figure.value.min &&
          !other.background &&
          stands(other.span[0]),
      )
    );
  }

  /** A country or more: said of a figure, it tells no incident from another. */
  isWide(place: string): boolean {
    return place === this.mainCountry || WIDE.has(this.entities.get(place)?.type ?? "");
  }

  /** A building of which nobody says where it lies: it sets no incident apart from the town's. */
  isUnplacedBuilding(place: string): boolean {
    const entity = this.entities.get(place);
    return entity?.ref === null && BUILDINGS.has(entity.type ?? "");
  }

  isCountry(place: string): boolean {
    return this.entities.get(place)?.type === "country";
  }

  /** Code of the country that a place is or lies in; null where nobody knows. */
  countryOf(place: string): string | null {
    return countryCodeOf(this.entities.get(place)?.ref ?? null);
  }

  /** True where `inner` is known to lie in `outer`: a place in its country, or in its region. */
  liesWithin(inner: string, outer: string): boolean {
    if (inner === outer) return true;
    const [small, large] = [this.entities.get(inner), this.entities.get(outer)];
    if (!small?.ref || !large?.ref) return false;
    const country = entry(small.ref)?.country ?? null;
    return large.type === "country" && large.ref === `country:${country}`;
  }
}

/** Headline and opening of a report. */
const HEAD_OF_TOTAL = 320;

/** What is told as having been counted; a number that is asked for or planned counts nobody. */
export const isCounted = ({ figure, modality }: Claim): boolean =>
  figure !== undefined && modality !== "demanded" && modality !== "planned";

function sharedNamesOf(claims: readonly Claim[]): Map<string, number> {
  const reportsOf = new Map<string, Set<string>>();
  for (const claim of claims) {
    const fillers = Object.values(claim.event?.roles ?? {}).flat();
    for (const name of [...fillers, ...claim.places, claim.place, claim.office?.holder]) {
      if (!name) continue;
      reportsOf.set(name, (reportsOf.get(name) ?? new Set()).add(claim.report));
    }
  }
  const out = new Map<string, number>();
  for (const reports of reportsOf.values()) {
    if (reports.size < 2) continue;
    for (const report of reports) out.set(report, (out.get(report) ?? 0) + 1);
  }
  return out;
}

const COUNTRY = "country:";

const countryCodeOf = (ref: string | null): string | null =>
  ref?.startsWith(COUNTRY) ? ref.slice(COUNTRY.length) : ref ? (entry(ref)?.country ?? null) : null;

/** Code of the country that most of the claims' places lie in; of equals the first by its code. */
function mostToldCountry(claims: readonly Claim[], entities: EntityIndex): string | null {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    for (const place of new Set([...(claim.place ? [claim.place] : []), ...claim.places])) {
      const country = countryCodeOf(entities.get(place)?.ref ?? null);
      if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best?.[0] ?? null;
}
