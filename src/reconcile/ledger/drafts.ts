import type { Claim, Value } from "../../core/contract.js";
import { addTo, groupBy } from "../../core/grouping.js";
import { spellingOf } from "../../relate/spelling.js";
import { isCounted, type StoryContext } from "../context.js";
import { areCombatants, compareGroups, groupsOf, mayBeCalled, ofBody } from "../counts/counted.js";
import { deedOf, isTollInTurn, statusOf } from "../counts/figure-words.js";
import { canBeOne } from "../counts/one-number.js";
import { foldLanguage } from "../language.js";
import { specificPlace } from "../scenes/places.js";
import { TELLING_NUMBER } from "../scenes/scene.js";
import { speakerOf } from "../witnesses/voices.js";
import { isForeseen } from "./rows.js";
import { threadsOf } from "./threads.js";

/** Figures that count the same people or things in one incident, before they are made rows. */
export interface LedgerDraft {
  /** Measure, counted noun, body, unit and period: what is counted, without where. */
  readonly key: string;
  readonly noun: string;
  /** The body counted from, where its name does not tell as what its members are counted. */
  readonly of: string | null;
  /** Counts a part of another figure of the same group ("seven of them"). */
  readonly part: boolean;
  readonly background: boolean;
  /** Number of the happening that it is of; ledgers of one happening share it. */
  readonly incident: number;
  readonly place: string | null;
  readonly claims: readonly Claim[];
}

/** A number of a report this many times smaller than another of the same group counts a part. */
const PART_OF_SAME_REPORT = 3;
/** A single one, told alone, is a person's own story where the incident has at least so many. */
const SINGLE_BESIDE = 5;

/** One draft for each thing that is counted: measure, counted group and incident. */
export function ledgerDrafts(context: StoryContext): LedgerDraft[] {
  const byId = new Map(context.claims.map((claim) => [claim.id, claim]));
  const figures = context.claims.filter(isCounted);
  const bodies = new BodyNames(figures, context);
  const byThing = new Map<string, { first: Counted; claims: Claim[] }>();
  for (const claim of figures) {
    const counted = countedOf(claim, bodies, context);
    const part = isSome(claim, byId, context)
      ? `part ${partPlace(claim, byId, context) ?? ""}`
      : "";
    const key = `${thingKey(claim, counted, context)}|${part}`;
    const known = byThing.get(key);
    if (known) known.claims.push(claim);
    else byThing.set(key, { first: counted, claims: [claim] });
  }
  const out: LedgerDraft[] = [];
  for (const [key, { first, claims }] of byThing) {
    const isPart = isSome(claims[0] as Claim, byId, context);
    const background = context.isRecalled(claims[0] as Claim);
    const ofPlace = isPart ? partPlace(claims[0] as Claim, byId, context) : null;
    for (const { incident, place, told } of threadsOf(claims, context)) {
      const draft = { key, ...first, background, incident, place: ofPlace ?? place };
      const parts = isPart ? new Set<Claim>() : partsAmong(told, context);
      const whole = told.filter((claim) => !parts.has(claim));
      if (parts.size > 0) out.push({ ...draft, part: true, claims: [...parts] });
      if (whole.length > 0) out.push({ ...draft, part: isPart, claims: whole });
    }
  }
  return joinNamesakes(out, context);
}

interface Counted {
  readonly noun: string;
  readonly of: string | null;
}

/** Some of those that others count: an unnamed part, those who left the hospital, the executed. */
function isSome(claim: Claim, byId: ReadonlyMap<string, Claim>, context: StoryContext): boolean {
  return isUnnamedPart(claim, byId) || statusOf(claim, context) !== "";
}

/** A part that is told by no group of its own is no second count of its total. */
function isUnnamedPart(claim: Claim, byId: ReadonlyMap<string, Claim>): boolean {
  const total = claim.figure?.partOf ? byId.get(claim.figure.partOf)?.figure : undefined;
  if (!total || !claim.figure) return false;
  return (
    total.measure === claim.figure.measure &&
    groupsOf(total.counted).join("+") === groupsOf(claim.figure.counted).join("+")
  );
}

/** 290 of the 632 fell in one province: where a part is told of another place than its total; else null. */
function partPlace(
  claim: Claim,
  byId: ReadonlyMap<string, Claim>,
  context: StoryContext,
): string | null {
  if (!isUnnamedPart(claim, byId)) return null;
  const own = specificPlace(claim.place, context);
  const total = byId.get(claim.figure?.partOf ?? "");
  return own !== null && own !== specificPlace(total?.place ?? null, context) ? own : null;
}

const exactOf = ({ figure }: Claim): number | null =>
  figure && figure.value.min !== null && figure.value.min === figure.value.max
    ? figure.value.min
    : null;

/**
 * "Two of the injured died", beside fifteen dead in the same report; and the one whose funeral a
 * report tells of: both are some of those that others count. But where one who answers for his count
 * gives fewer than another, they differ.
 */
function partsAmong(claims: readonly Claim[], context: StoryContext): Set<Claim> {
  const largest = claims
    .filter((claim) => !isForeseen(claim))
    .sort((a, b) => (exactOf(b) ?? 0) - (exactOf(a) ?? 0));
  const top = largest[0] ? (exactOf(largest[0]) ?? 0) : 0;
  const told = groupBy(largest, ({ report }) => report);
  const isPart = (claim: Claim, value: number): boolean => {
    for (const whole of told.get(claim.report) ?? []) {
      if (value * PART_OF_SAME_REPORT > (exactOf(whole) ?? 0)) return false;
      if (!areTwoCounts(claim, whole, context)) return true;
    }
    return false;
  };
  const parts = claims.filter((claim) => {
    const value = exactOf(claim);
    if (value === null || value === 0) return false;
    return (value === 1 && top >= SINGLE_BESIDE) || isPart(claim, value);
  });
  return new Set(parts);
}

/** From so many on, a count is no hospital's or village's share of another. */
const LARGE_COUNT = 1000;

/** Two officials or bodies that each count so many, or of whom the one puts his toll against the other's. */
function areTwoCounts(a: Claim, b: Claim, context: StoryContext): boolean {
  const answers = (claim: Claim): boolean => {
    const kind = speakerOf(claim)?.kind;
    return kind === "official" || kind === "institution";
  };
  const isOfAll = (exactOf(a) ?? 0) >= LARGE_COUNT || isTollInTurn(a, context);
  if (!isOfAll || !answers(a) || !answers(b)) return false;
  return context.voices.of(a) !== context.voices.of(b);
}

/** Who is counted: the noun, and the body whose members they are where the noun does not tell. */
function countedOf(claim: Claim, bodies: BodyNames, context: StoryContext): Counted {
  const deed = deedOf(claim, context);
  if (deed !== null) return { noun: deed, of: null };
  const counted = claim.figure?.counted ?? "";
  const group = bodyOf(claim, context);
  if (!group) return { noun: groupsOf(counted).join(" and "), of: null };
  const language = foldLanguage(context.reports.get(claim.report)?.language ?? "ar");
  const body = language.countedAs(group.name);
  if (body !== null) return { noun: groupsOf(ofBody(counted, body)).join(" and "), of: null };
  // Who tells a figure counts others, unless the words are known to mean its own members.
  const tells = claim.chain.some((link) => link.entity === group.id);
  return { noun: groupsOf(counted).join(" and "), of: tells ? null : bodies.nameOf(group.name) };
}

/** "Of Zambia" is where they are from, and a person is no group. */
function bodyOf(claim: Claim, context: StoryContext) {
  const group = context.entities.get(claim.figure?.group ?? "");
  return group?.kind === "organization" || group?.kind === "group" ? group : null;
}

function thingKey(claim: Claim, { noun, of }: Counted, context: StoryContext): string {
  const { figure } = claim;
  if (!figure) return "";
  const recalled = context.isRecalled(claim);
  const period = recalled ? `background ${claim.time?.edtf ?? ""}` : "";
  const running = figure.scope === "cumulative" && recalled ? "cumulative" : "";
  const status = statusOf(claim, context);
  return [figure.measure, noun, of ?? "", figure.unit, period, running, status].join("|");
}

/** Names of bodies that members are counted from: a longer name that holds all words of a shorter is it. */
class BodyNames {
  private readonly canonical = new Map<string, string>();

  constructor(claims: readonly Claim[], context: StoryContext) {
    const { bareForm } = spellingOf("ar");
    const counts = new Map<string, { words: Set<string>; count: number }>();
    for (const claim of claims) {
      const name = bodyOf(claim, context)?.name;
      if (name === undefined) continue;
      const known = counts.get(name);
      if (known) known.count++;
      else counts.set(name, { words: new Set(name.split(/\s+/).map(bareForm)), count: 1 });
    }
    const names = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
    for (const [name, { words }] of names.slice(0, MOST_BODIES)) {
      const home = names.find(
        ([other, { words: known }]) =>
          this.canonical.get(other) === other && sharedBy(words, known) >= LEAST_SHARED_WORDS,
      );
      this.canonical.set(name, home?.[0] ?? name);
    }
  }

  nameOf(name: string): string {
    return this.canonical.get(name) ?? name;
  }
}

/** Bodies beyond these keep their own names: comparing all with all would not be linear. */
const MOST_BODIES = 60;
/** "The special emergency forces" and "the emergency forces of the province" share two words. */
const LEAST_SHARED_WORDS = 2;

/** Words shared by two names of which neither has more than one word of its own. */
function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size - shared <= 1 || b.size - shared <= 1 ? shared : 0;
}

/** Nouns that do not say of what body. */
const UNSAID = new Set(["members", "security forces"]);

/**
 * "Ten members", "ten of the security forces" and "ten of the special forces" of one incident are
 * the same ten: drafts whose groups differ only in how closely they are named, and that tell the
 * same number, are one. Groups that exclude one another never are.
 */
function joinNamesakes(drafts: readonly LedgerDraft[], context: StoryContext): LedgerDraft[] {
  const out: LedgerDraft[] = [];
  const byNumber = new Map<string, number[]>();
  const ranked = [...drafts].sort((a, b) => reportsOf(b) - reportsOf(a));
  for (const draft of ranked) {
    const home = draft.part ? undefined : homeOf(draft, out, byNumber);
    if (home === undefined) out.push(draft);
    else {
      const known = out[home] as LedgerDraft;
      const named = known.of === null && draft.of !== null ? draft : known;
      out[home] = {
        ...known,
        noun: known.noun === "members" || draft.noun === "persons" ? draft.noun : known.noun,
        of: named.of,
        claims: inOrder([...known.claims, ...draft.claims], context),
      };
    }
    const at = home ?? out.length - 1;
    for (const number of numbersOf(draft)) {
      addTo(byNumber, number, at);
    }
  }
  return out;
}

function homeOf(
  draft: LedgerDraft,
  out: readonly LedgerDraft[],
  byNumber: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  for (const number of numbersOf(draft)) {
    for (const at of byNumber.get(number) ?? []) {
      const other = out[at];
      if (!other || other.part || other.background !== draft.background) continue;
      if (draft.incident !== other.incident) continue;
      if (areNamesakes(draft, other) || areOneCrowd(draft, other)) return at;
    }
  }
  return undefined;
}

/** Measure, unit and number, for numbers that are not equal by chance. */
function numbersOf(draft: LedgerDraft): Set<string> {
  const out = new Set<string>();
  for (const claim of draft.claims) {
    const value = exactOf(claim);
    if (value !== null && value >= TELLING_NUMBER && claim.figure) {
      out.add(`${claim.figure.measure}|${claim.figure.unit}|${value}`);
    }
  }
  return out;
}

function areNamesakes(a: LedgerDraft, b: LedgerDraft): boolean {
  if (a.noun === b.noun) {
    // In a war both sides have fighters: of whom no side is told may be the other's.
    return a.of === b.of || ((a.of === null || b.of === null) && !areCombatants(a.noun));
  }
  if (a.of !== null && b.of !== null && a.of !== b.of) return false;
  // The vaguest first: "members" may be any forces, "forces" are no members of anything.
  const unsaid = [a, b].sort((x, y) => vagueness(y) - vagueness(x)).find(isUnsaid);
  if (!unsaid) return false;
  const other = unsaid === a ? b : a;
  if (unsaid.noun === "members") return UNSAID.has(other.noun) || other.of !== null;
  return other.of !== null && compareGroups(other.noun, "security forces") === "narrower";
}

/** Fewer are equal by chance. */
const CROWD_FROM = 10;

/**
 * "41 prisoners died" in one report and "41 persons" in the next are one count, where no report tells
 * them apart: as part and whole, or by two numbers of its own.
 */
function areOneCrowd(a: LedgerDraft, b: LedgerDraft): boolean {
  if (a.of !== null || b.of !== null || !mayBeCalled(a.noun, b.noun)) return false;
  if ([a, b].some(({ claims }) => claims.some(({ figure }) => figure?.partOf !== null)))
    return false;
  const isShared = a.claims.some((one) => {
    const number = exactOf(one);
    return (
      number !== null && number >= CROWD_FROM && b.claims.some((two) => exactOf(two) === number)
    );
  });
  return isShared && !a.claims.some((one) => b.claims.some((two) => areToldApart(one, two)));
}

const areToldApart = (a: Claim, b: Claim): boolean =>
  a.report === b.report &&
  !canBeOne(toldValue(a), toldValue(b)) &&
  !areNearlyEqual(toldValue(a), toldValue(b));

/** "Sixty migrants", and "59 persons" by the mayor: two counts of one crowd. */
function areNearlyEqual(a: Value, b: Value): boolean {
  const [x, y] = [a.min ?? 0, b.min ?? 0];
  return Math.min(x, y) >= Math.max(x, y) * NEARLY;
}
const NEARLY = 0.9;

const toldValue = ({ figure }: Claim): Value =>
  figure?.value ?? { min: null, max: null, hedge: "vague" };

const isUnsaid = ({ noun }: LedgerDraft): boolean => UNSAID.has(noun);
const vagueness = ({ noun }: LedgerDraft): number => Number(noun === "members");

const reportsOf = ({ claims }: LedgerDraft): number =>
  new Set(claims.map((claim) => claim.report)).size;

function inOrder(claims: readonly Claim[], context: StoryContext): Claim[] {
  const order = context.orderOf;
  return [...claims].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
