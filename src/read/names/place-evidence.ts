import { kilometresBetween } from "../../gazetteer/distance.js";
import type { GazetteerEntry, GazetteerPoint } from "../../gazetteer/entry.js";
import { Opening } from "./openings.js";
import type { Draft, Scan } from "./scan.js";

/** Something that tells in which country a report moves: a sure place, a nation adjective. */
interface Witness {
  readonly at: number;
  readonly sentence: number;
  readonly country: string;
  /** What bears witness: a place is none for itself. */
  readonly ref: string;
  readonly point: GazetteerPoint | null;
}

/** What speaks for one bearer of a name. */
export interface Support {
  /** In the sentence and those beside it: at most `MOST_LOCAL` by countries, as much by places near. */
  readonly local: number;
  /** In the whole report, at most `MOST_GENERAL`. */
  readonly general: number;
}

/** Witnesses looked at on either side of a name. */
const NEAREST = 12;
const NEIGHBOUR_SENTENCES = 2;
/** A town this near, in kilometres, speaks for a place more than its country does. */
const NEARBY_KM = 80;
const SAME_COUNTRY = 0.5;
const NEARBY = 1;
const BESIDE = 0.5;
const MOST_LOCAL = 2;
const OF_REPORT = 0.25;
const MOST_GENERAL = 1.5;

/**
 * In which countries a report moves, and where in it: gathered once a report, when first asked.
 * Asking costs the same however long the report is.
 */
export class PlaceEvidence {
  private readonly witnesses: readonly Witness[];
  private readonly byCountry = new Map<string, { total: number; byRef: Map<string, number> }>();

  /** @param isSure whether a draft's place is known without looking around */
  constructor(scan: Scan, drafts: readonly Draft[], isSure: (draft: Draft) => boolean) {
    const { sentenceOf } = scan.layer;
    const found: Witness[] = [];
    for (const draft of drafts) {
      const { country, ref, geo, kind } = draft.value;
      if (kind !== "place" || !country || !ref || !isSure(draft)) continue;
      const sentence = sentenceOf[draft.first] ?? -1;
      const point = geo && geo.precision !== "country" ? geo : null;
      found.push({ at: draft.first, sentence, country, ref, point });
    }
    for (let at = 0; at < scan.layer.tokens.length; at++) {
      if (!scan.mayOpen(at, Opening.Nation)) continue;
      const country = scan.profile(at).demonym?.country;
      const sentence = sentenceOf[at] ?? -1;
      if (!country || sentence < 0) continue;
      found.push({ at, sentence, country, ref: `nation:${country}`, point: null });
    }
    this.witnesses = found.sort((a, b) => a.at - b.at);
    for (const { country, ref } of found) {
      let tally = this.byCountry.get(country);
      if (!tally) this.byCountry.set(country, (tally = { total: 0, byRef: new Map() }));
      tally.total++;
      tally.byRef.set(ref, (tally.byRef.get(ref) ?? 0) + 1);
    }
  }

  /** What speaks for `bearer` being meant at token `at`. */
  supportOf(bearer: GazetteerEntry, at: number, sentence: number): Support {
    const tally = bearer.country ? this.byCountry.get(bearer.country) : undefined;
    const told = tally ? tally.total - (tally.byRef.get(bearer.id) ?? 0) : 0;
    return {
      local: this.localSupport(bearer, at, sentence),
      general: Math.min(MOST_GENERAL, told * OF_REPORT),
    };
  }

  /** How often other countries than those of the bearers are told. */
  elsewhere(bearers: readonly GazetteerEntry[]): number {
    let count = 0;
    for (const [country, { total }] of this.byCountry)
      if (!bearers.some((bearer) => bearer.country === country)) count += total;
    return count;
  }

  /** How many places of one other country than the bearers' stand in the sentence; the most told. */
  company(bearers: readonly GazetteerEntry[], at: number, sentence: number): number {
    const counts = new Map<string, number>();
    for (const { country, point, sentence: where } of this.around(at)) {
      if (where !== sentence || !point) continue;
      if (bearers.some((bearer) => bearer.country === country)) continue;
      counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  }

  /**
   * Kilometres to the nearest place of the same country in the sentence; null where none is told.
   */
  nearestInSentence(bearer: GazetteerEntry, at: number, sentence: number): number | null {
    let nearest: number | null = null;
    for (const { ref, country, point, sentence: where } of this.around(at)) {
      if (where !== sentence || !point || !bearer.geo || ref === bearer.id) continue;
      if (country !== bearer.country) continue;
      const distance = kilometresBetween(bearer.geo, point);
      nearest = nearest === null ? distance : Math.min(nearest, distance);
    }
    return nearest;
  }

  private localSupport(bearer: GazetteerEntry, at: number, sentence: number): number {
    let [nearby, national] = [0, 0];
    for (const witness of this.around(at)) {
      const apart = Math.abs(witness.sentence - sentence);
      if (witness.ref === bearer.id || apart > NEIGHBOUR_SENTENCES) continue;
      const weight = apart === 0 ? 1 : BESIDE;
      if (isNear(bearer, witness)) nearby += weight * NEARBY;
      if (bearer.country === witness.country) national += weight * SAME_COUNTRY;
    }
    return Math.min(MOST_LOCAL, nearby) + Math.min(MOST_LOCAL, national);
  }

  private around(at: number): readonly Witness[] {
    const middle = this.positionOf(at);
    return this.witnesses.slice(Math.max(0, middle - NEAREST), middle + NEAREST);
  }

  /** The first witness at or behind token `at`. */
  private positionOf(at: number): number {
    let [low, high] = [0, this.witnesses.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.witnesses[middle] as Witness).at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isNear = ({ geo }: GazetteerEntry, { point }: Witness): boolean =>
  geo !== null && point !== null && kilometresBetween(geo, point) <= NEARBY_KM;
