import type { Claim, Disagreement } from "../core/contract.js";
import type { Commodity } from "../lang/ar/commodities.js";
import { type StoryContext, speakerKey, speakerOf } from "./context.js";
import { daysOf, type Happening, happensOnce, placesOf } from "./happenings.js";
import { foldLanguage } from "./language.js";
import { disagreement, type Position, positionOf } from "./position.js";
import { shorten } from "./timeline.js";
import { WORDING } from "./wording.js";

/** Measures of authority that hold somewhere: how far they reach can be told differently. */
const REACHING = new Set(["emergency", "curfew", "blackout", "ban", "transport-halt"]);
/** Events whose cause reports tell. */
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
    ...causes(context),
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
    if (!asserted(claim)) continue;
    const list = byType.get(claim.event.type);
    if (list) list.push(claim);
    else byType.set(claim.event.type, [claim]);
  }
  const out: Disagreement[] = [];
  for (const [type, claims] of byType) {
    const whole = claims.filter((claim) => reachesEverywhere(claim, context));
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

/** The words of an extent ("all over the country") are a role; a country alone is all of it. */
function reachesEverywhere(claim: Claim, context: StoryContext): boolean {
  const extent = claim.event?.roles["extent"] ?? [];
  if (extent.some((one) => one === "all" || context.isCountry(one))) return true;
  const places = placesOf(claim);
  if (partsOf(claim, context).length > 0) return false;
  return extent.length > 0 || places.some((place) => context.isCountry(place));
}

function partsOf(claim: Claim, context: StoryContext): string[] {
  const places = [...placesOf(claim), ...(claim.event?.roles["place"] ?? [])];
  const names = [...new Set(places)]
    .filter((place) => context.entities.get(place) !== undefined && !context.isCountry(place))
    .map((place) => context.nameOf(place) ?? "");
  return names;
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
  const told = byKey(claims.filter(asserted), (claim) => claim.place);
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

/** Which goods' price, or what else of one kind, set things off. */
function causes(context: StoryContext): Disagreement[] {
  const byGoods = new Map<string, { goods: Commodity; claims: Claim[] }>();
  for (const claim of context.claims) {
    const language = foldLanguage(context.reports.get(claim.report)?.language ?? "ar");
    for (const goods of language.commoditiesIn(causeWords(claim, context))) {
      const known = byGoods.get(goods.name);
      if (!known) byGoods.set(goods.name, { goods, claims: [claim] });
      else if (
        !known.claims.some(
          (one) => one.sentence[0] === claim.sentence[0] && one.report === claim.report,
        )
      ) {
        known.claims.push(claim);
      }
    }
  }
  const told = [...byGoods.values()];
  const { isKindOf } = foldLanguage("ar");
  const vaguer = new Map<string, Set<(typeof told)[number]>>();
  const contradicting = new Set<(typeof told)[number]>();
  for (const a of told) {
    for (const b of told) {
      if (a === b) continue;
      if (isKindOf(a.goods, b.goods)) {
        const top = rootOf(
          a.goods,
          told.map((one) => one.goods),
          isKindOf,
        );
        vaguer.set(top, (vaguer.get(top) ?? new Set()).add(a).add(b));
      } else if (a.goods.within !== null && a.goods.within === b.goods.within) {
        contradicting.add(a).add(b);
      }
    }
  }
  const position = ({ goods, claims }: (typeof told)[number]): Position =>
    positionOf(claims, goods.name, context);
  const out = [...vaguer].map(([top, group]) =>
    disagreement("cause", "vaguer", top, [...group].map(position), WORDING.why.vaguerCause),
  );
  if (contradicting.size > 1) {
    const positions = [...contradicting].map(position);
    const what = positions.map((one) => one.value).join(" / ");
    out.push(disagreement("cause", "contradicts", what, positions, WORDING.why.causes));
  }
  return out;
}

function rootOf(
  goods: Commodity,
  all: readonly Commodity[],
  isKindOf: (narrow: Commodity, wide: Commodity) => boolean,
): string {
  const wider = all.filter((one) => isKindOf(goods, one));
  return (wider.find((one) => wider.every((other) => isKindOf(other, one))) ?? goods).name;
}

/** The words that tell a cause: a change of price, or what a cause role holds. */
function causeWords(claim: Claim, context: StoryContext): string {
  if (!claim.event || claim.background) return "";
  const cause = claim.event.roles["cause"] ?? [];
  const words = cause.filter((one) => context.entities.get(one) === undefined);
  if (claim.event.type === "price-change") words.push(context.textOf(claim));
  return words.join(" . ");
}

/** One speech in quotation marks, given to two speakers of whom neither relays the other. */
function quotedFromTwo(context: StoryContext): Disagreement[] {
  const out: Disagreement[] = [];
  for (const { from, to, pair } of context.story.quotations) {
    const [a, b] = [quoting(from, pair[0], context), quoting(to, pair[1], context)];
    if (!a || !b || speakerKey(a) === speakerKey(b)) continue;
    const names = (claim: Claim) => new Set(claim.chain.map((link) => link.entity ?? link.name));
    const [inA, inB] = [speakerOf(a), speakerOf(b)];
    if (!inA || !inB) continue;
    if (names(a).has(inB.entity ?? inB.name) || names(b).has(inA.entity ?? inA.name)) continue;
    out.push(
      disagreement(
        "attribution",
        "contradicts",
        shorten(context.textOf(a)),
        [positionOf([a], inA.name, context), positionOf([b], inB.name, context)],
        WORDING.why.quotedFromTwo,
      ),
    );
  }
  return out;
}

function quoting(
  report: string,
  [start, end]: readonly [number, number],
  context: StoryContext,
): Claim | undefined {
  return context.claims.find((claim) => {
    const quoted = claim.statement?.quoted;
    return claim.report === report && quoted && quoted[0] <= start && end <= quoted[1];
  });
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
