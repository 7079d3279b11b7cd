import type { Claim, Disagreement, Time } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { daysOf } from "../days.js";
import { type Happening, happensOnce } from "../scenes/happenings.js";
import { shorten } from "../title.js";
import { speakerOf } from "../witnesses/voices.js";
import { event as eventTerm, message, name } from "../wording.js";
import { causeDisagreements } from "./causes.js";
import { extents, hours, REACHING } from "./extents.js";
import { originDisagreements } from "./origins.js";
import { disagreement, positionOf, type Term, toldAndDenied } from "./position.js";
import { quotedFromTwo } from "./quoted-from-two.js";
import { responsibilityDisagreements } from "./responsibility.js";
import { mayNameOne } from "./same-name.js";

export function eventDisagreements(
  happenings: readonly Happening[],
  context: StoryContext,
): Disagreement[] {
  return [
    ...extents(context),
    ...hours(happenings, context),
    ...happenings.flatMap((one) => [
      ...days(one, context),
      ...whereabouts(one, context),
      ...doers(one, context),
      ...denials(one, context),
    ]),
    ...causeDisagreements(context),
    ...denialsByStatement(context),
    ...quotedFromTwo(context),
    ...responsibilityDisagreements(context),
    ...originDisagreements(context),
  ];
}

const asserted = (claim: Claim): boolean => claim.modality === "asserted";

function days({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  if (!happensOnce(type)) return [];
  const told = byKey(ofNamedParty(claims.filter(asserted), context), (claim) =>
    claim.time && claim.time.basis !== "inherited" && daysOf(claim.time) ? claim.time.edtf : null,
  );
  if (told.size < 2) return [];
  const times = [...told.values()].map((group) => (group[0] as Claim).time);
  const apart = times.some((a) => times.some((b) => areApart(a, b)));
  if (!apart || reportsOf(told.values()) < 2) return [];
  const positions = [...told].map(([day, group]) => positionOf(group, day, context));
  return [
    disagreement("time", "contradicts", subject(type, claims, context), positions, [
      message("days"),
    ]),
  ];
}

/**
 * Claims of a deed done by or to somebody with a name: "one of the suspects was arrested" is told
 * of many.
 */
function ofNamedParty(claims: readonly Claim[], context: StoryContext): Claim[] {
  const isNamed = (filler: string): boolean => {
    const kind = context.entities.get(filler)?.kind;
    return kind !== undefined && kind !== "place";
  };
  return claims.filter(({ event }) => {
    const { target = [], agent = [] } = event?.roles ?? {};
    return (target.length > 0 ? target : agent).some(isNamed);
  });
}

/** "Today" and "yesterday" are a day apart by when a report was printed, not by what it tells. */
function areApart(a: Time | null, b: Time | null): boolean {
  const [x, y] = [daysOf(a), daysOf(b)];
  if (!x || !y) return false;
  const gap = Math.max(x.start - y.end, y.start - x.end);
  const areStated = a?.basis === "stated" && b?.basis === "stated";
  return gap > (areStated ? 0 : 1);
}

function whereabouts({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  if (!happensOnce(type) || REACHING.has(type)) return [];
  // Only a place told of the event itself: the place of its sentence may be another's.
  const told = byKey(ofNamedParty(claims.filter(asserted), context), (claim) => {
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
    disagreement("place", "contradicts", subject(type, claims, context), positions, [
      message("places"),
    ]),
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
  // "Jerry Brown" and "Edmund Brown": one man under two names, for all that is known.
  const names = [...told.keys()].map((agent) => context.nameOf(agent) ?? "");
  if (names.some((one, at) => names.slice(0, at).some((other) => mayNameOne(one, other))))
    return [];
  const positions = [...told].map(([agent, group]) =>
    positionOf(group, context.nameOf(agent) ?? "", context),
  );
  return [
    disagreement("identity", "contradicts", subject(type, claims, context), positions, [
      message("agents"),
    ]),
  ];
}

function denials({ type, claims }: Happening, context: StoryContext): Disagreement[] {
  // "He failed to take it", told by the report itself, is no denial of anybody's words.
  const denied = claims.filter((claim) => claim.modality === "denied" && speakerOf(claim) !== null);
  if (denied.length === 0) return decided(type, claims, context);
  // What is denied must be what was told: of the same party, of no other time, and by somebody else.
  const held = claims
    .filter(asserted)
    .filter((one) =>
      denied.some((no) => areOfOne(one, no) && context.voices.of(one) !== context.voices.of(no)),
    );
  const [first] = denied;
  if (!first || held.length === 0) return [];
  const why = message("denial", { speaker: name(speakerOf(first)?.name ?? "") });
  return [toldAndDenied(subject(type, claims, context), held, denied, why, context)];
}

/** What somebody decides and does at once: told as done and as refused, it cannot be both. */
const DECIDED: ReadonlySet<string> = new Set(["appoint", "dismiss", "deploy", "agree", "sanction"]);

/** "He appoints his brother", "he refuses to appoint his brother": two reports' own leads, of one day. */
function decided(type: string, claims: readonly Claim[], context: StoryContext): Disagreement[] {
  if (!DECIDED.has(type)) return [];
  const leads = claims.filter(({ span }) => span[0] <= OPENING).slice(0, MOST_OPENINGS);
  // Two of no known day are told apart by nothing either: that they are of one story is what ties them.
  const isRefusalOf = (no: Claim, one: Claim): boolean =>
    no.report !== one.report &&
    context.outBy(no.report) === context.outBy(one.report) &&
    areOfOne(one, no);
  const denied = leads.filter(({ modality }) => modality === "denied");
  const done = leads.filter((one) => asserted(one) && denied.some((no) => isRefusalOf(no, one)));
  if (done.length === 0) return [];
  const refused = denied.filter((no) => done.some((one) => isRefusalOf(no, one)));
  const about = subject(type, claims, context);
  return [toldAndDenied(about, done, refused, message("doneAndRefused"), context)];
}

/** Characters of headline and first sentence. */
const OPENING = 200;
/** Claims of openings that are looked at: each is held against each. */
const MOST_OPENINGS = 60;

/** A party of both, by its name or in the same words; and neither of years that the other is not of. */
function areOfOne(a: Claim, b: Claim): boolean {
  const parties = ({ event }: Claim): string[] =>
    ["agent", "target"].flatMap((role) => event?.roles[role] ?? []);
  const [x, y] = [daysOf(a.time), daysOf(b.time)];
  if ([x, y].some((days) => days !== null && days.end - days.start > LONGEST_DENIED)) return false;
  const others = parties(b);
  return parties(a).some((one) => others.includes(one));
}

/** "Since 2008 nobody was arrested" denies no arrest of this week. Days. */
const LONGEST_DENIED = 31;

/** Denials that later ones are held against. */
const MOST_DENIALS = 40;

function denialsByStatement(context: StoryContext): Disagreement[] {
  const byId = new Map(context.claims.map((claim) => [claim.id, claim]));
  const out: Disagreement[] = [];
  const told: Claim[] = [];
  for (const claim of context.claims) {
    if (claim.statement?.stance !== "denies") continue;
    const about = claim.statement.about.flatMap((id) => {
      const other = byId.get(id);
      return other && asserted(other) && context.voices.of(other) !== context.voices.of(claim)
        ? [other]
        : [];
    });
    if (about.length === 0) continue;
    // One denial in the words of many reports is one question.
    if (told.some((one) => context.wordings.isOne(one, claim))) continue;
    if (told.length < MOST_DENIALS) told.push(claim);
    const why = message("denial", { speaker: name(speakerOf(claim)?.name ?? "") });
    const what = [name(shorten(context.textOf(claim)))];
    out.push(toldAndDenied(what, about, [claim], why, context));
  }
  return out;
}

function subject(type: string, claims: readonly Claim[], context: StoryContext): Term[] {
  const target = claims.flatMap((claim) => claim.event?.roles["target"] ?? [])[0];
  const named = target === undefined ? null : (context.nameOf(target) ?? target);
  return named ? [eventTerm(type), name(named)] : [eventTerm(type)];
}

function byKey(
  claims: readonly Claim[],
  key: (claim: Claim) => string | null,
): Map<string, Claim[]> {
  const out = new Map<string, Claim[]>();
  for (const claim of claims) {
    const one = key(claim);
    if (one === null) continue;
    addTo(out, one, claim);
  }
  return out;
}

function reportsOf(groups: Iterable<readonly Claim[]>): number {
  const reports = new Set<string>();
  for (const group of groups) for (const claim of group) reports.add(claim.report);
  return reports.size;
}
