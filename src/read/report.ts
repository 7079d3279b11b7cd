import { parseIsoDay } from "../core/calendar.js";
import type { Claim, Range, Report } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { ReportInput } from "../core/input.js";
import * as gazetteer from "../gazetteer/gazetteer.js";
import type { LanguagePack } from "../lang/pack.js";
import { readAttribution } from "./attribution/attribution.js";
import { Anchors, type PlaceMention } from "./claims/anchors.js";
import { Chains, reportLink } from "./claims/chains.js";
import { figureClaims } from "./claims/figure-claims.js";
import { statementClaims } from "./claims/statements.js";
import { readFigures } from "./figures.js";
import type { NameMention } from "./names/mention.js";
import { readNames } from "./names/names.js";
import { readNumbers } from "./numbers.js";
import { readQuantities } from "./quantities.js";
import type { ReportReading } from "./reading.js";
import { readTextLayer } from "./text-layer.js";
import { datePublication, type Published } from "./times/publication.js";
import { readTimes } from "./times/times.js";

/**
 * The layers in their order: each reads the text once and builds on those before it.
 * @param known the publication date where it was found outside the report, from its siblings
 */
export function readReport(
  input: ReportInput,
  pack: LanguagePack,
  known?: Published,
): ReportReading {
  const id = contentId("report", input.id ?? "", input.file ?? "", input.url ?? "", input.text);
  const layer = readTextLayer(input.text, pack);
  const numbers = readNumbers(layer, pack);
  const times = readTimes(layer, numbers, pack);
  const published = known ?? datePublication(id, input, layer, times);
  const day =
    published.start !== null && published.start === published.end
      ? parseIsoDay(published.start)
      : null;
  const resolved = times.resolve(day);
  const names = readNames(layer, pack, gazetteer);
  const attributions = readAttribution(layer, names, resolved, input.outlet ?? null);
  const quantities = readQuantities(layer, numbers, pack);
  const figures = readFigures(layer, quantities, pack);

  const entityIn = (_first: number, _last: number): string | null => null;
  const chains = new Chains(layer, attributions, reportLink(input.outlet ?? null), entityIn);
  const anchors = new Anchors(layer, resolved, placesOf(names), attributions);
  const told: Claim[] = figureClaims(id, layer, figures, chains, anchors, entityIn);
  const statements = statementClaims(id, layer, attributions, chains, anchors, told);
  const report: Report = {
    id,
    file: input.file ?? null,
    url: input.url ?? null,
    outlet: input.outlet ?? null,
    title: input.title ?? null,
    language: input.language ?? pack.code,
    text: input.text,
    published,
    times: resolved.map((time) => time.value),
    sentences: layer.sentences.map(({ start, end }): Range => [start, end]),
    furniture: layer.furniture,
  };
  return {
    report,
    entities: [],
    claims: inOrder([...told, ...statements]),
    dateConstraints: times.constraints,
  };
}

function placesOf(_names: readonly NameMention[]): PlaceMention[] {
  return [];
}

function inOrder(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1),
  );
}
