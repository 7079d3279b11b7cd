import type { Claim } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import { keyOf } from "../features.js";
import { spellingOf } from "../spelling.js";

/** A claim, and the keys under which another report of the same story can tell the same. */
export interface KeyedClaim {
  readonly claim: Claim;
  readonly keys: readonly string[];
}

/** The claims of a report by which siblings may date one another, in the report's order. */
export interface ToldKeys {
  /** Type and one who takes part. */
  readonly events: readonly KeyedClaim[];
  /** A toll as it is worded. */
  readonly figures: readonly KeyedClaim[];
  /** A deed of one kind in one small place. */
  readonly news: readonly KeyedClaim[];
}

/** Worked out once a report: dating asks for it anew for each day it weighs, and so does each story that grows. */
const known = new WeakMap<readonly Claim[], ToldKeys>();

export function toldKeys(reading: ReportReading): ToldKeys {
  let keys = known.get(reading.claims);
  if (!keys) {
    keys = keysOf(reading);
    known.set(reading.claims, keys);
  }
  return keys;
}

function keysOf(reading: ReportReading): ToldKeys {
  const spelling = spellingOf(reading.report.language);
  const entities = new Map(reading.entities.map((one) => [one.id, keyOf(one, spelling)]));
  const places = new Map(
    reading.entities
      .filter(({ kind, type }) => kind === "place" && type !== null && !LARGE.has(type))
      .map(({ id }) => [id, entities.get(id) ?? ""]),
  );
  const keyed = (of: (claim: Claim) => readonly string[]): KeyedClaim[] =>
    reading.claims.flatMap((claim) => {
      const keys = of(claim);
      return keys.length > 0 ? [{ claim, keys }] : [];
    });
  return {
    events: keyed((claim) => eventKeys(claim, entities)),
    figures: keyed(figureKeys),
    news: keyed((claim) => newsKeys(claim, places)),
  };
}

/** Ways to tell of the sending of a force, which reports choose between freely. */
const FAMILY: Readonly<Record<string, string>> = {
  deploy: "send",
  airlift: "send",
  decide: "send",
};

/** Events whose only filler is a country are too common. */
function eventKeys({ event, background }: Claim, keys: ReadonlyMap<string, string>): string[] {
  if (!event || background) return [];
  const family = FAMILY[event.type] ?? event.type;
  const fillers = Object.values(event.roles).flat();
  return [...new Set(fillers.map((filler) => `${family}|${keys.get(filler) ?? filler}`))];
}

/** Counts move daily, so that equal ones were told close together. */
function figureKeys({ figure, background }: Claim): string[] {
  if (!figure || background || figure.measure === "price") return [];
  const { measure, counted, value } = figure;
  return [`${measure}|${counted}|${value.min}|${value.max}|${value.hedge}`];
}

/** Places too large for one deed of a day: news of another day names them too. */
const LARGE: ReadonlySet<string> = new Set([
  "country",
  "capital",
  "city",
  "region",
  "world region",
  "continent",
  "countryside",
  "mountain",
  "sea",
  "river",
]);

/** Deeds and their victims are told interchangeably: one report has the raid, another the dead. */
const HARM: ReadonlySet<string> = new Set([
  "attack",
  "strike",
  "clash",
  "explosion",
  "force-used",
  "killed",
  "injured",
  "casualties",
]);

/** What of news a claim tells, one word for all harm; null where it tells none. */
export function newsKind({ background, modality, event, figure }: Claim): string | null {
  if (background || modality !== "asserted") return null;
  const kind = event?.type ?? figure?.measure ?? null;
  return kind !== null && HARM.has(kind) ? "harm" : event ? kind : null;
}

/** @param places keys of the small places of the report, by entity id */
function newsKeys(claim: Claim, places: ReadonlyMap<string, string>): string[] {
  const kind = newsKind(claim);
  if (kind === null) return [];
  return claim.places.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [`${kind}|${place}`];
  });
}
