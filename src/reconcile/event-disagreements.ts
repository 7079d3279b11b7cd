import type { Claim, Disagreement } from "../core/contract.js";
import { causeDisagreements } from "./cause-disagreements.js";
import { type StoryContext, speakerKey, speakerOf } from "./context.js";
import { daysOf, type Happening, happensOnce, placesOf } from "./happenings.js";
import { disagreement, positionOf } from "./position.js";
import { quotedFromTwo } from "./quoted-from-two.js";
import { shorten } from "./timeline.js";
import { WORDING } from "./wording.js";

/** Measures of authority that hold somewhere: how far they reach can be told differently. */
const REACHING = new Set(["emergency", "curfew", "blackout", "ban", "transport-halt"]);
const MOST_POSITIONS = 6;

export function eventDisagreements(
  happenings: readonly Happening[],
  context: StoryContext,
): Disagreement[] {
  return [
    ...extents(context),
    ...happenings.flatMap((one) => [
      ...days(one, context),
      ...whereabouts(one, context),
      ...doers(one, context),
      ...denials(one, context),
    ]),
    ...causeDisagreements(context),
    ...denialsByStatement(context),
    ...quotedFromTwo(context),
  ];
}

const asserted = (claim: Claim): boolean => claim.modality === "asserted";

/** Emergency "in the whole country" and "in several regions". */
function extents(context: StoryContext): Disagreement[] {
  const byType = new Map<string, Claim[]>();
  for (const claim of context.claims) {
    if (!claim.event || !REACHING.has(claim.event.type) || claim.background) continue;
    if (!asserted(claim) || claim.event.roles["phase"]?.includes("ended")) continue;
    const list = byType.get(claim.event.type);
    if (list) list.push(claim);
    else byType.set(claim.event.type, [claim]);
  }
  const out: Disagreement[] = [];
  for (const [type, claims] of byType) {
    const whole = claims.filter((claim) => reachesEverywhere(claim));
    const parts = new Map<string, Claim[]>();
    for (const claim of claims) {
      if (whole.includes(claim)) continue;
      const names = partsOf(claim, context).sort().join("، ");
      if (names === "") continue;
      const list = parts.get(names);
      if (list) list.push(claim);
      else parts.set(names, [claim]);
    }
    const narrower = [...parts].map(([names, told]) => positionOf(told, names, context));
    if (whole.length > 0 && narrower.length > 0) {
      const everywhere = context.nameOf(context.mainCountry) ?? WORDING.everywhere;
      const positions = [
        positionOf(whole, `${WORDING.everywhere} (${everywhere})`, context),
        ...narrower,
      ];
      out.push(
        disagreement(
          "extent",
          "narrower",
          type,
          positions.slice(0, MOST_POSITIONS),
          WORDING.why.wholeAndParts,
        ),
      );
    } else if (narrower.length > 1) {
      out.push(
        disagreement(
          "extent",
          "undecided",
          type,
          narrower.slice(0, MOST_POSITIONS),
          WORDING.why.partsAndParts,
        ),
      );
    }
  }
  return out;
}

/** The reading says `all` where the words do; a country named alone does not say "all of it". */
function reachesEverywhere(claim: Claim): boolean {
  return claim.event?.roles["extent"]?.includes("all") ?? false;
}

/** Names of the parts, else the words for them ("several regions"); empty where none is told. */
function partsOf(claim: Claim, context: StoryContext): string[] {
  const places = [...placesOf(claim), ...(claim.event?.roles["place"] ?? [])];
  const names = [...new Set(places)]
    .filter((place) => context.entities.get(place) !== undefined && !context.isCountry(place))
    .map((place) => context.nameOf(place) ?? "");
  if (names.length > 0) return names;
  return (claim.event?.roles["extent"] ?? []).filter((one) => !context.isCountry(one));
}

function days({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  if (!happensOnce(type)) return [];
  const told = byKey(claims.filter(asserted), (claim) =>
    claim.time && claim.time.basis !== "inherited" && daysOf(claim.time) ? claim.time.edtf : null,
  );
  if (told.size < 2) return [];
  const spans = [...told.values()].map((group) => daysOf((group[0] as Claim).time));
  const apart = spans.some((a) =>
    spans.some((b) => a !== null && b !== null && (a.end < b.start || b.end < a.start)),
  );
  if (!apart || reportsOf(told.values()) < 2) return [];
  const positions = [...told].map(([day, group]) => positionOf(group, day, context));
  return [
    disagreement(
      "time",
      "contradicts",
      subject(type, claims, context),
      positions,
      WORDING.why.days,
    ),
  ];
}

function whereabouts({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  if (!happensOnce(type) || REACHING.has(type)) return [];
  // Only a place told of the event itself: the place of its sentence may be another's.
  const told = byKey(claims.filter(asserted), (claim) => {
    const [place, ...more] = claim.event?.roles["place"] ?? [];
    return place !== undefined && more.length === 0 && context.entities.get(place) ? place : null;
  });
  const places = [...told.keys()];
  const apart = places.some((a) =>
    places.some((b) => !context.liesWithin(a, b) && !context.liesWithin(b, a)),
  );
  if (places.length < 2 || !apart || reportsOf(told.values()) < 2) return [];
  const positions = [...told].map(([place, group]) =>
    positionOf(group, context.nameOf(place) ?? "", context),
  );
  return [
    disagreement(
      "place",
      "contradicts",
      subject(type, claims, context),
      positions,
      WORDING.why.places,
    ),
  ];
}

/** One deed, one party it was done to, two persons said to have done it. */
function doers({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  if (!happensOnce(type)) return [];
  const told = byKey(claims.filter(asserted), (claim) => {
    const [agent, ...more] = claim.event?.roles["agent"] ?? [];
    const isPerson = agent !== undefined && context.entities.get(agent)?.kind === "person";
    return isPerson && more.length === 0 ? agent : null;
  });
  if (told.size < 2 || reportsOf(told.values()) < 2) return [];
  const positions = [...told].map(([agent, group]) =>
    positionOf(group, context.nameOf(agent) ?? "", context),
  );
  return [
    disagreement(
      "identity",
      "contradicts",
      subject(type, claims, context),
      positions,
      WORDING.why.agents,
    ),
  ];
}

function denials({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  const denied = claims.filter((claim) => claim.modality === "denied");
  const held = claims.filter(asserted);
  const [first] = denied;
  if (!first || held.length === 0) return [];
  return [
    disagreement(
      "fact",
      "contradicts",
      subject(type, claims, context),
      [positionOf(held, "asserted", context), positionOf(denied, "denied", context)],
      WORDING.why.denial(speakerOf(first)?.name ?? WORDING.notStated),
    ),
  ];
}

function denialsByStatement(context: StoryContext): Disagreement[] {
  const byId = new Map(context.claims.map((claim) => [claim.id, claim]));
  const out: Disagreement[] = [];
  for (const claim of context.claims) {
    if (claim.statement?.stance !== "denies") continue;
    const about = claim.statement.about.flatMap((id) => {
      const other = byId.get(id);
      return other && asserted(other) && speakerKey(other) !== speakerKey(claim) ? [other] : [];
    });
    if (about.length === 0) continue;
    out.push(
      disagreement(
        "fact",
        "contradicts",
        shorten(context.textOf(claim)),
        [positionOf(about, "asserted", context), positionOf([claim], "denied", context)],
        WORDING.why.denial(speakerOf(claim)?.name ?? WORDING.notStated),
      ),
    );
  }
  return out;
}

function subject(type: string, claims: readonly Claim[], context: StoryContext): string {
  const target = claims.flatMap((claim) => claim.event?.roles["target"] ?? [])[0];
  const name = target === undefined ? null : (context.nameOf(target) ?? target);
  return name ? `${type}, ${name}` : type;
}

function byKey(
  claims: readonly Claim[],
  key: (claim: Claim) => string | null,
): Map<string, Claim[]> {
  const out = new Map<string, Claim[]>();
  for (const claim of claims) {
    const one = key(claim);
    if (one === null) continue;
    const list = out.get(one);
    if (list) list.push(claim);
    else out.set(one, [claim]);
  }
  return out;
}

function reportsOf(groups: Iterable<readonly Claim[]>): number {
  const reports = new Set<string>();
  for (const group of groups) for (const claim of group) reports.add(claim.report);
  return reports.size;
}
