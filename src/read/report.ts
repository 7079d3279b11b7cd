import { type DayNumber, parseIsoDay } from "../core/calendar.js";
import type { Claim, Entity, Range, Report } from "../core/contract.js";
import { textId } from "../core/hash.js";
import type { ReportInput } from "../core/input.js";
import * as gazetteer from "../gazetteer/gazetteer.js";
import type { LanguagePack } from "../lang/pack.js";
import type { TextLayer } from "../text/layer.js";
import type { Token } from "../text/tokens.js";
import type { Trace } from "../text/trace.js";
import { readAttributes } from "./attributes.js";
import { readAttribution } from "./attribution/attribution.js";
import { Anchors } from "./claims/anchors.js";
import { Chains, reportLink } from "./claims/chains.js";
import { eventClaims } from "./claims/event-claims.js";
import { figureClaims } from "./claims/figure-claims.js";
import type { ClaimFrame } from "./claims/frame.js";
import { findPlaces } from "./claims/place-mentions.js";
import {
  attributeClaims,
  type EntityOf,
  membershipClaims,
  officeClaims,
} from "./claims/relation-claims.js";
import { statementClaims } from "./claims/statements.js";
import { withVerification } from "./claims/verification.js";
import { readEvents } from "./events/events.js";
import { readFigures } from "./figures/figures.js";
import { readQuantities } from "./figures/quantities.js";
import { readMemberships } from "./memberships.js";
import { readEntities } from "./names/entities.js";
import type { NameMention } from "./names/mention.js";
import { readNames } from "./names/names.js";
import { readNumbers } from "./numbers/numbers.js";
import { readOffices } from "./offices/offices.js";
import { readTextLayer } from "./page/text-layer.js";
import type { ReportReading } from "./reading.js";
import { datePublication, type Published } from "./times/publication.js";
import type { TimesRead } from "./times/time-expression.js";
import { readTimes } from "./times/times.js";

/**
 * The layers in their order: each reads the text once and builds on those before it.
 * @param known the publication date where it was found outside the report, from its siblings
 * @param trace takes down what every layer read, and what lost
 */
export function readReport(
  input: ReportInput,
  pack: LanguagePack,
  known?: Published,
  trace?: Trace,
): ReportReading {
  return atOnce(readSteps(input, pack, known, trace)).reading;
}

/**
 * Reports that are read side by side, layer by layer. The code of all layers is larger than what a
 * processor keeps near it: a layer that reads one report alone waits for its code longer than it
 * works. Of 4, 8, 16 and 32 this many were fastest.
 */
const SIDE_BY_SIDE = 16;

/**
 * Reads the reports in their order, as one by one, in about two thirds of the time.
 * @param known the publication date of each where it was found outside the report, in the same order
 */
export function* readReports(
  inputs: readonly ReportInput[],
  pack: LanguagePack,
  known: readonly Published[] = [],
): Generator<DatableReport> {
  for (let from = 0; from < inputs.length; from += SIDE_BY_SIDE) {
    const some = inputs.slice(from, from + SIDE_BY_SIDE);
    yield* sideBySide(some.map((input, at) => readSteps(input, pack, known[from + at])));
  }
}

/**
 * A report that can be given its day later. The layers ask which words tell a time, not which day
 * they mean: only the claims do, so that these alone are made anew. Holds every layer of the text.
 */
export class DatableReport {
  constructor(
    readonly reading: ReportReading,
    private readonly layers: Layers,
  ) {}

  /** Those of the text, in order. */
  get tokens(): readonly Token[] {
    return this.layers.layer.tokens;
  }

  /** The reading, had the report been published then. */
  on(published: Published): ReportReading {
    const { input, times } = this.layers;
    const resolved = resolveOn(times, input, published);
    return atOnce(readClaims({ ...this.layers, published, resolved }));
  }
}

/** Work in steps that others may come between. */
type Steps<T> = Generator<void, T, void>;

function* readSteps(
  input: ReportInput,
  pack: LanguagePack,
  known?: Published,
  trace?: Trace,
): Steps<DatableReport> {
  const layers = yield* readLayers(input, pack, known, trace);
  return new DatableReport(yield* readClaims(layers), layers);
}

function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The first step of all, then the second of all … */
function sideBySide<T>(all: readonly Steps<T>[]): T[] {
  const out: T[] = [];
  while (out.length < all.length) {
    for (const steps of all) {
      const { done, value } = steps.next();
      if (done) out.push(value);
    }
  }
  return out;
}

/** What the words say; all but `published` and `resolved` whenever they were written. */
interface Layers {
  readonly id: string;
  readonly input: ReportInput;
  readonly pack: LanguagePack;
  readonly layer: TextLayer;
  readonly times: TimesRead;
  readonly published: Published;
  readonly resolved: ReturnType<TimesRead["resolve"]>;
  readonly names: readonly NameMention[];
  readonly attributions: ReturnType<typeof readAttribution>;
  readonly figures: ReturnType<typeof readFigures>;
  readonly events: ReturnType<typeof readEvents>;
  readonly offices: ReturnType<typeof readOffices>;
  readonly memberships: ReturnType<typeof readMemberships>;
  readonly attributes: ReturnType<typeof readAttributes>;
  readonly entities: readonly Entity[];
  readonly entityOf: EntityOf;
}

/** The id of a report: rests on what identifies it and on its text. */
export const reportIdOf = ({ id, file, url, text }: ReportInput): string =>
  textId("report", id ?? "", file ?? "", url ?? "", text);

function* readLayers(
  input: ReportInput,
  pack: LanguagePack,
  known?: Published,
  trace?: Trace,
): Steps<Layers> {
  const id = reportIdOf(input);
  yield;
  const layer = readTextLayer(input.text, pack, trace);
  yield;
  const numbers = readNumbers(layer, pack);
  yield;
  const times = readTimes(layer, numbers, pack);
  yield;
  const published = known ?? datePublication(id, input, layer, times);
  const resolved = resolveOn(times, input, published);
  yield;
  const names = readNames(layer, pack, gazetteer);
  yield;
  const attributions = readAttribution(layer, names, resolved, input.outlet ?? null, pack);
  yield;
  const quantities = readQuantities(layer, numbers, pack);
  yield;
  const figures = readFigures(layer, quantities, pack, names);
  yield;
  const events = readEvents(layer, names, resolved, pack);
  yield;
  const offices = readOffices(layer, names, pack);
  const memberships = readMemberships(layer, names, pack);
  const attributes = readAttributes(layer, names, pack);
  yield;
  trace?.keep("numbers", numbers);
  trace?.keep("times", resolved);
  trace?.keep("names", names);
  trace?.keep("attribution", attributions);
  trace?.keep("quantities", quantities);
  trace?.keep("figures", figures);
  trace?.keep("events", events);
  trace?.keep("offices", offices);
  trace?.keep("memberships", memberships);
  trace?.keep("attributes", attributes);

  const { entities, entityOf } = readEntities(layer, names, id, pack, gazetteer);
  return {
    id,
    input,
    pack,
    layer,
    times,
    published,
    resolved,
    names,
    attributions,
    figures,
    events,
    offices,
    memberships,
    attributes,
    entities,
    entityOf,
  };
}

/** The days that the expressions mean in a report of that date. */
function resolveOn(times: TimesRead, input: ReportInput, published: Published) {
  return times.resolve(dayOf(published), parseDay(input.fetched));
}

const parseDay = (day: string | null | undefined): DayNumber | null =>
  day ? parseIsoDay(day) : null;

const dayOf = ({ start, end }: Published): DayNumber | null =>
  start !== null && start === end ? parseIsoDay(start) : null;

/** Where, when and through whom what the words say is told. */
function* readClaims(layers: Layers): Steps<ReportReading> {
  yield;
  const { id, input, pack, layer, times, published, resolved } = layers;
  const { names, attributions, figures, entities, entityOf } = layers;
  const entityIn = entityFinder(layer, names, entityOf);
  const frame: ClaimFrame = {
    report: id,
    layer,
    pack,
    chains: new Chains(layer, attributions, reportLink(input.outlet ?? null), entityIn),
    anchors: new Anchors(
      layer,
      resolved,
      findPlaces(layer, names, entityOf, attributions, pack.names),
      attributions,
      published.start === published.end ? published.start : null,
      figures,
      pack.figures,
    ),
    entityIn,
  };
  yield;
  const ofFigures = figureClaims(frame, figures);
  yield;
  const ofEvents = eventClaims(
    frame,
    layers.events,
    dayOf(published),
    dayOf(published) ?? parseDay(input.fetched),
  );
  yield;
  const told = inOrder([
    ...ofFigures,
    ...ofEvents,
    ...officeClaims(frame, layers.offices, entityOf),
    ...membershipClaims(frame, layers.memberships, entityOf),
    ...attributeClaims(frame, layers.attributes, entityOf),
  ]);
  yield;
  const statements = statementClaims(frame, attributions, told);
  const report: Report = {
    id,
    file: input.file ?? null,
    url: input.url ?? null,
    outlet: input.outlet ?? null,
    title: input.title ?? null,
    byline: input.byline ?? null,
    language: input.language ?? pack.code,
    text: input.text,
    published,
    fetched: input.fetched && parseIsoDay(input.fetched) !== null ? input.fetched : null,
    times: resolved.map((time) => time.value),
    sentences: layer.sentences.map(({ start, end }): Range => [start, end]),
    furniture: layer.furniture,
  };
  return {
    report,
    entities,
    claims: withVerification(layer, inOrder([...told, ...statements])),
    dateConstraints: times.constraints,
    // Only a report whose day its siblings may tell needs them.
    dayWords: published.start === null ? times.dayWords() : [],
  };
}

/** A person before the body he speaks for, a body before a place. */
const PRECEDENCE: Readonly<Record<Entity["kind"], number>> = {
  person: 0,
  outlet: 1,
  organization: 2,
  group: 2,
  place: 3,
};

function entityFinder(
  layer: TextLayer,
  names: readonly NameMention[],
  entityOf: EntityOf,
): ClaimFrame["entityIn"] {
  const covering = new Int32Array(layer.tokens.length).fill(-1);
  for (const [index, { first, last }] of names.entries()) covering.fill(index, first, last);
  return (first, last, fits = () => true) => {
    let best: { id: string; rank: number } | null = null;
    for (let at = first; at < last; at++) {
      const index = covering[at] ?? -1;
      const mention = names[index];
      const id = mention && fits(mention) ? entityOf(index) : null;
      if (!mention || !id) continue;
      const rank = PRECEDENCE[mention.value.kind];
      if (!best || rank < best.rank) best = { id, rank };
    }
    return best?.id ?? null;
  };
}

/** In the order of their spans; what two rules read of the same words as the same thing counts once. */
function inOrder(claims: readonly Claim[]): Claim[] {
  const byId = new Map<string, Claim>();
  for (const claim of claims) if (!byId.has(claim.id)) byId.set(claim.id, claim);
  return [...byId.values()].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1),
  );
}
