import type { Claim, Disagreement } from "../../core/contract.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { StoryContext } from "../context.js";
import { type Deed, foldLanguage } from "../language.js";
import { incidentsOf } from "../scenes/incidents.js";
import { speakerOf } from "../witnesses/voices.js";
import { event as eventTerm, message, name } from "../wording.js";
import { disagreement, type Position, positionOf } from "./position.js";
import { isSameSide, mayBeOneSide, type Side, sideOf, speaksFor } from "./sides.js";

/** A deed laid to somebody, by the one who says so. */
interface Laid {
  readonly claim: Claim;
  readonly accused: Side;
  /** Null where a report itself says it. */
  readonly by: Side | null;
  readonly deed: Deed;
}

/** Somebody says that a deed was not his. */
interface Disowned {
  readonly claim: Claim;
  readonly by: Side;
  readonly deed: Deed;
}

/** Accusations and denials held against each other, the first of either: each is held against each. */
const MOST_HELD = 60;

/**
 * Who did it: told where the accused says that he did not, or lays it to another. What others make of
 * it may be one side under two names, and is told by nobody.
 */
export function responsibilityDisagreements(context: StoryContext): Disagreement[] {
  const laid = accusations(context);
  if (laid.length === 0) return [];
  const disowned = denials(laid, context);
  const used = new Set<Laid>();
  const questions: Question[] = [];
  for (const one of laid) {
    const { accused } = one;
    if (used.has(one) || (one.by !== null && speaksFor(one.by, accused))) continue;
    const same = laid.filter(
      (other) =>
        isSameSide(other.accused, accused) && (other.by === null || !speaksFor(other.by, accused)),
    );
    // Who lays it to a side does not speak for it, though he bears its country's name.
    const accusers = new Set(
      same.flatMap(({ by, claim }) => (by ? [context.voices.of(claim)] : [])),
    );
    // Two who only tell of raids tell of two: one of them must accuse, or be accused, in words.
    const isAccused = same.some((other) => other.by !== null && isInWords(other));
    const elsewhere = laid.filter(
      ({ claim, by, accused: other }) =>
        (isAccused || claim.statement !== undefined) &&
        by !== null &&
        !accusers.has(context.voices.of(claim)) &&
        speaksFor(by, accused) &&
        !mayBeOneSide(other, accused),
    );
    const no = disowned.filter(({ by }) => speaksFor(by, accused));
    const told = ofDeedOf<OfDeed>(one, [...same, ...elsewhere, ...no], context);
    const others = same.filter((other) => told.has(other));
    const counter = elsewhere.filter((other) => told.has(other));
    const denied = no.filter((other) => told.has(other));
    if (counter.length + denied.length === 0) continue;
    for (const held of [...others, ...counter]) used.add(held);
    // Two that lay it to each other are one question, from whichever side it is found.
    const turned = questions.find(
      (held) =>
        isOneOf(accused, held.counter) &&
        counter.some((back) => isOneOf(back.accused, held.others)),
    );
    if (turned) turned.counter.push(...others.filter((back) => !turned.counter.includes(back)));
    else questions.push({ deed: one.deed, others, counter, denied });
  }
  return questions.map((question) => between(question, context));
}

const isInWords = ({ claim }: Laid): boolean => claim.statement !== undefined;

/** Who did one deed. */
interface Question {
  readonly deed: Deed;
  /** Those who lay it to one side. */
  readonly others: readonly Laid[];
  /** That side's own words of who did it. */
  readonly counter: Laid[];
  readonly denied: readonly Disowned[];
}

const isOneOf = (side: Side, laid: readonly Laid[]): boolean =>
  laid.some(({ accused }) => isSameSide(accused, side));

/** Those that are of the deed of the first, or of that of one that is. */
function ofDeedOf<T extends OfDeed>(first: T, all: readonly T[], context: StoryContext): Set<T> {
  const told = new Set([first]);
  for (const one of told) {
    for (const other of all)
      if (!told.has(other) && areOfOneDeed(one, other, context)) told.add(other);
  }
  return told;
}

function between(
  { deed, others, counter: elsewhere, denied: no }: Question,
  context: StoryContext,
): Disagreement {
  const positions: Position[] = [positionBlaming(others, context)];
  const rest = [...elsewhere];
  while (rest.length > 0) {
    const [first] = rest;
    if (!first) break;
    const same = rest.filter(({ accused }) => isSameSide(accused, first.accused));
    positions.push(positionBlaming(same, context));
    for (const one of same) rest.splice(rest.indexOf(one), 1);
  }
  const who = nameOf((others[0] as Laid).accused, context);
  const why = elsewhere.length > 0 ? [message("agents")] : [];
  const [denier] = no;
  if (denier) {
    const claims = no.map(({ claim }) => claim);
    positions.push(positionOf(claims, message("notDoneBy", { who: name(who) }), context));
    why.push(message("denial", { speaker: name(nameOf(denier.by, context)) }));
  }
  const place = others.map(({ claim }) => claim.place).find((one) => one !== null) ?? null;
  const where = context.nameOf(place);
  const about = where === null ? [] : [name(where)];
  return disagreement("identity", "contradicts", [eventTerm(deed.type), ...about], positions, why);
}

const positionBlaming = (laid: readonly Laid[], context: StoryContext): Position =>
  positionOf(
    laid.map(({ claim }) => claim),
    nameOf((laid[0] as Laid).accused, context),
    context,
  );

const nameOf = ({ name: told, entity }: Side, context: StoryContext): string =>
  context.nameOf(entity) ?? told;

/** What is laid to somebody, in words of accusing or by telling of him as the doer. */
function accusations(context: StoryContext): Laid[] {
  const out: Laid[] = [];
  for (const claim of context.claims) {
    if (out.length === MOST_HELD) break;
    if (claim.background || claim.modality !== "asserted") continue;
    const laid = claim.statement ? accusedIn(claim, context) : doneIn(claim, context);
    if (laid) out.push(laid);
  }
  return out;
}

function accusedIn(claim: Claim, context: StoryContext): Laid | null {
  const speaker = speakerOf(claim);
  if (claim.statement?.stance !== "accuses" || !speaker) return null;
  const { blameIn, pointsBack } = foldLanguage("ar");
  const blame = blameIn(context.textOf(claim));
  if (!blame || pointsBack(blame.accused)) return null;
  const accused = sideOf(blame.accused, null, context);
  // "The ministry": whose it is need not be known of one who only accuses.
  const { name: told, entity } = speaker;
  const nobody = { name: told, entity, country: null, words: [] };
  const by = sideOf(speaker.name, speaker.entity, context) ?? nobody;
  if (!accused || isSameSide(by, accused)) return null;
  return { claim, accused, by, deed: blame.deed };
}

const HARMING: ReadonlySet<string> = new Set(["attack", "strike", "explosion", "kidnap"]);

/** "The spokesman said that X shelled the village." */
function doneIn(claim: Claim, context: StoryContext): Laid | null {
  const { type, roles } = claim.event ?? { type: "", roles: {} };
  const [agent, ...more] = roles["agent"] ?? [];
  if (!HARMING.has(type) || agent === undefined || more.length > 0) return null;
  const known = context.entities.get(agent);
  const accused = sideOf(known?.name ?? agent, known ? agent : null, context);
  const speaker = speakerOf(claim);
  const by = speaker && sideOf(speaker.name, speaker.entity, context);
  if (!accused || (by && (speaksFor(by, accused) || mayBeOneSide(by, accused)))) return null;
  const targets = [...(roles["target"] ?? []), ...(roles["place"] ?? [])];
  const { sideWords } = foldLanguage("ar");
  const about = targets.flatMap((one) => sideWords(context.nameOf(one) ?? one));
  return about.length === 0
    ? null
    : { claim, accused, by, deed: { type, isSpecific: false, about } };
}

function denials(laid: readonly Laid[], context: StoryContext): Disowned[] {
  const { disownedIn, disclaimedIn, pointsBack } = foldLanguage("ar");
  const out: Disowned[] = [];
  for (const claim of context.claims) {
    if (out.length === MOST_HELD) break;
    const speaker = speakerOf(claim);
    if (!claim.statement || !speaker || claim.background) continue;
    const words = context.textOf(claim);
    const isDenial = claim.statement.stance === "denies";
    const deed = isDenial ? disownedIn(words) : disclaimedIn(words);
    if (!deed) continue;
    const back = pointsBack(speaker.name) ? accusedBefore(claim, laid) : null;
    const by = back ?? sideOf(speaker.name, speaker.entity, context);
    if (by) out.push({ claim, by, deed });
  }
  return out;
}

/** "The latter denied it": whom the same report accused just before, or is about to in the same sentence. */
function accusedBefore(claim: Claim, laid: readonly Laid[]): Side | null {
  const near = laid.filter(
    (one) => one.claim.report === claim.report && one.claim.span[0] <= claim.sentence[1],
  );
  return near.at(-1)?.accused ?? null;
}

interface OfDeed {
  readonly claim: Claim;
  readonly deed: Deed;
}

/**
 * Nothing sets the two deeds apart, and something ties them: a target or place that both name, or a
 * story of one happening, in which one of them names none.
 */
function areOfOneDeed(a: OfDeed, b: OfDeed, context: StoryContext): boolean {
  if (a === b) return true;
  if (a.deed.isSpecific && b.deed.isSpecific && familyOf(a.deed) !== familyOf(b.deed)) return false;
  const { tellsTarget } = foldLanguage("ar");
  const [x, y] = [a, b].map(({ deed }) =>
    deed.about.filter((word) => tellsTarget(word) && nationality(word) === null),
  );
  if (x?.some((word) => y?.includes(word))) return true;
  // Who only tells of a shot or a raid means this one only where he says at what.
  const isOpen = (x?.length === 0 || y?.length === 0) && !a.claim.event && !b.claim.event;
  return isOpen && (a.claim.report === b.claim.report || incidentsOf(context).isFocused);
}

/** What is blown up, others say was shelled. */
const familyOf = ({ type }: Deed): string => (type === "strike" ? "explosion" : type);
