/** Places: right coordinates when located, not located rather than wrong (`own/PLACES.md`). */
import type { Account, Entity } from "../../src/core/contract.js";
import { entry } from "../../src/gazetteer/gazetteer.js";
import { excerpt } from "../labelled.js";
import { overlap } from "../match.js";
import { kilometres, type LabelledPlace, labelledPlaces, type PlaceLabel } from "../own/places.js";
import type { Finding, ReadReports, Row, Task } from "../task.js";

type Geo = NonNullable<Entity["geo"]>;
interface Located {
  readonly name: string;
  readonly type: string | null;
  readonly geo: Geo;
}

/** The located place that shares most with the span; of equals the one named more shortly. */
function locatedAt({ entities }: Account, span: PlaceLabel["span"]): Located | null {
  let best: { readonly shared: number; readonly length: number; readonly located: Located } | null =
    null;
  for (const { kind, name, type, geo, mentions } of entities) {
    if (kind !== "place" || !geo) continue;
    for (const { start, end } of mentions) {
      const shared = overlap([start, end], span);
      const length = end - start;
      if (shared === 0) continue;
      if (!best || shared > best.shared || (shared === best.shared && length < best.length))
        best = { shared, length, located: { name, type, geo } };
    }
  }
  return best?.located ?? null;
}

/** A country is right by being that country, any other place by lying near enough. */
export function isRight(label: PlaceLabel, { type, geo }: Omit<Located, "name">): boolean {
  if (label.means !== "place") return false;
  if (label.country !== undefined) {
    const centre = entry(`country:${label.country}`)?.geo;
    if (!centre) throw new Error(`places: no country ${label.country}`);
    return type === "country" && centre.lat === geo.lat && centre.lon === geo.lon;
  }
  if (!label.at || label.km === undefined) return false;
  return kilometres(label.at, [geo.lat, geo.lon]) <= label.km;
}

/** Whether a place that stays unlocated is a loss. */
const isWanted = ({ means, at, country, aside }: PlaceLabel): boolean =>
  means === "place" && (country !== undefined || at != null) && !aside;

const described = ({ means, country, at, km, aside }: PlaceLabel): string =>
  means !== "place"
    ? `no place but ${means}`
    : `${country ?? (at ? `${at.join(", ")} ±${km}` : "untold")}${aside ? " (aside)" : ""}`;

function finding(place: LabelledPlace, located: Located | null): Finding | null {
  const { label, text } = place;
  const right = located !== null && isRight(label, located);
  if (!located && !isWanted(label)) return null;
  const given = located
    ? `${located.name} [${located.type} ${located.geo.lat}, ${located.geo.lon}]`
    : "not located";
  return {
    verdict: right ? "hit" : located ? "wrong" : "miss",
    record: label.of,
    at: label.span[0],
    text: `${excerpt(text, label.span)} ${described(label)}  ← ${given} in ${excerpt(text, label.span, 50)}`,
  };
}

/** Reads each record by itself, as a single report would be. */
function scored(name: string, places: readonly LabelledPlace[], read: ReadReports): Row {
  const accounts = new Map<string, Account>();
  const findings: Finding[] = [];
  const counts = { located: 0, right: 0, wanted: 0, wantedRight: 0 };
  for (const place of places) {
    const { label, text, outlet, fetched } = place;
    let account = accounts.get(label.of);
    if (!account) {
      account = read([{ text, file: `${label.of}.txt`, outlet, fetched }]);
      accounts.set(label.of, account);
    }
    const located = locatedAt(account, label.span);
    const right = located !== null && isRight(label, located);
    if (located) counts.located++;
    if (right) counts.right++;
    if (isWanted(label)) {
      counts.wanted++;
      if (right) counts.wantedRight++;
    }
    const found = finding(place, located);
    if (found) findings.push(found);
  }
  const precision = counts.located === 0 ? null : counts.right / counts.located;
  return {
    name,
    cases: places.length,
    precision,
    recall: counts.wanted === 0 ? null : counts.wantedRight / counts.wanted,
    // A place at the wrong spot misleads; one without a spot does not.
    score: precision,
    remark: `${counts.located} located, ${counts.right} right; ${counts.wantedRight} of ${counts.wanted} wanted`,
    findings,
  };
}

function taskOf(name: string, draw: PlaceLabel["draw"], sealed: string | null): Task {
  return {
    name,
    rows: [name],
    sealed,
    run: (read) => {
      const places = labelledPlaces(draw);
      return places ? [scored(name, places, read)] : null;
    },
  };
}

export const places = taskOf("places", 1, null);
export const placesApart = taskOf(
  "places apart",
  2,
  "rules are fitted to the misses of the first draw; this one says what that was worth",
);
