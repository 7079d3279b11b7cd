import type { Claim, Entity, Range, Report } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import type { LanguagePack } from "../lang/pack.js";
import { rangeOf } from "../text/layer.js";
import type { Token } from "../text/tokens.js";
import { type LayerName, Trace } from "../text/trace.js";
import type { Phrase, Reading } from "../text/word.js";
import { readTextLayer } from "./page/text-layer.js";
import { readReport } from "./report.js";
import type { Published } from "./times/publication.js";

/** A token and every way the lexicon reads it, fewest clitics first. */
export interface TokenExplained {
  readonly token: Token;
  readonly readings: readonly Reading[];
  /** Many-word entries that hold the token. */
  readonly phrases: readonly Phrase[];
}

/** What one layer read over the asked place, or let go there. */
export interface Step {
  readonly layer: LayerName;
  readonly rule: string;
  /** Code units. */
  readonly span: Range;
  /** Null where it was kept, else why it lost. */
  readonly lost: string | null;
  readonly value: unknown;
}

/** Why a stretch of a report was read as it was. Code units throughout. */
export interface Explanation {
  readonly report: Report;
  readonly span: Range;
  /** Null outside the article: page furniture, or between two sentences. */
  readonly sentence: Range | null;
  readonly isFurniture: boolean;
  readonly tokens: readonly TokenExplained[];
  /** In the order of the layers; of one layer what was kept comes first. */
  readonly steps: readonly Step[];
  /** Claims whose span holds some of it. */
  readonly claims: readonly Claim[];
  /** All of the report, so that the claims' ids can be told by name. */
  readonly entities: readonly Entity[];
}

/** No entry of the lexicon has more words. */
const LONGEST_PHRASE = 8;

/**
 * Reads the report once more, taking down what every layer considered at `[start, end)`.
 * @param known the day of publication where siblings of the report told it
 * @throws RangeError where the place lies outside the text
 */
export function explainSpan(
  input: ReportInput,
  [start, end]: Range,
  pack: LanguagePack,
  known?: Published,
): Explanation {
  if (start < 0 || start >= end || end > input.text.length) {
    throw new RangeError(`No place ${start}–${end} in a text of ${input.text.length} code units`);
  }
  const trace = new Trace();
  const { report, claims, entities } = readReport(input, pack, known, trace);
  const layer = readTextLayer(input.text, pack);
  const touches = (from: number, to: number): boolean => from < end && to > start;
  const tokens = layer.tokens.flatMap((token, at) => {
    if (!touches(token.start, token.end)) return [];
    const phrases = [];
    for (let first = Math.max(0, at - LONGEST_PHRASE); first <= at; first++) {
      phrases.push(...(layer.phrases[first] ?? []).filter(({ last }) => last > at));
    }
    return [{ token, readings: layer.words[at]?.readings ?? [], phrases }];
  });
  const steps = trace.notes
    .map(({ layer: name, first, last, rule, lost, value }) => ({
      layer: name,
      rule,
      span: rangeOf(layer, first, last),
      lost,
      value,
    }))
    .filter(({ span }) => touches(...span));
  const sentence = layer.sentences.find((one) => touches(one.start, one.end));
  return {
    report,
    span: [start, end],
    sentence: sentence ? [sentence.start, sentence.end] : null,
    isFurniture: layer.furniture.some((range) => touches(...range)),
    tokens,
    steps: inLayers(steps),
    claims: claims.filter(({ span }) => touches(...span)),
    entities,
  };
}

const LAYERS: readonly LayerName[] = [
  "numbers",
  "times",
  "names",
  "quantities",
  "figures",
  "attribution",
  "events",
  "offices",
  "memberships",
  "attributes",
];

function inLayers(steps: readonly Step[]): Step[] {
  return [...steps].sort(
    (a, b) =>
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      Number(a.lost !== null) - Number(b.lost !== null) ||
      a.span[0] - b.span[0] ||
      a.span[1] - b.span[1],
  );
}
