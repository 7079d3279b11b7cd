import type { Claim, Report } from "../../core/contract.js";

/** Layers of a report's text that a reader may switch on. */
export const LAYERS = ["times", "counts", "names", "chains", "events", "offices"] as const;
export type Layer = (typeof LAYERS)[number];

type Range = readonly [start: number, end: number];

/** A run of text of one look. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly layers: readonly Layer[];
  /** Ids of the claims that these words carry. */
  readonly claims: readonly string[];
  /** The words that a link points to. */
  readonly lit: boolean;
}

/** A sentence, or what stands between sentences. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Page text that is not of the report. */
  readonly furniture: boolean;
}

/** The text in blocks that cover it all, in order: line breaks and furniture between sentences too. */
export function blocksOf({ text, sentences, furniture }: Report): Block[] {
  // Both stand in the order of the text: furniture that ended before a block is not looked at again.
  let next = 0;
  const isFurniture = (start: number, end: number): boolean => {
    while ((furniture[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++;
    const [a, b] = furniture[next] ?? [end, end];
    return a <= start && b >= end;
  };
  const blocks: Block[] = [];
  let at = 0;
  const push = (start: number, end: number): void => {
    if (end > start) blocks.push({ start, end, furniture: isFurniture(start, end) });
  };
  for (const [start, end] of sentences) {
    if (start < at) continue;
    push(at, start);
    push(start, end);
    at = end;
  }
  push(at, text.length);
  return blocks;
}

/** True where a range has letters in common with a block. */
export const touches = (range: Range, { start, end }: Pick<Block, "start" | "end">): boolean =>
  range[0] < end && range[1] > start;

/** Blocks in a piece of a long report: a few screens of text. */
const PIECE = 30;

/**
 * The blocks in pieces that end with a line, so that a piece may be laid out by itself and the text
 * still runs as it was published.
 */
export function piecesOf(text: string, blocks: readonly Block[]): (readonly Block[])[] {
  const pieces: (readonly Block[])[] = [];
  let from = 0;
  for (const [at, { end }] of blocks.entries()) {
    if (at + 1 < blocks.length && (at + 1 - from < PIECE || text[end - 1] !== "\n")) continue;
    pieces.push(blocks.slice(from, at + 1));
    from = at + 1;
  }
  return pieces;
}

export interface Mark {
  readonly range: Range;
  readonly layer: Layer;
  readonly claim: string | null;
}

function layerOf(claim: Claim): Layer | null {
  switch (claim.kind) {
    case "figure":
      return "counts";
    case "event":
      return "events";
    case "office":
    case "membership":
    case "attribute":
      return "offices";
    case "statement":
      return null;
  }
}

/** Everything that was read in a report, as marks on its text, by where they begin. */
export function marksOf(report: Report, claims: readonly Claim[], names: readonly Range[]): Mark[] {
  const marks: Mark[] = [];
  for (const { span } of report.times) {
    if (span) marks.push({ range: span, layer: "times", claim: null });
  }
  for (const range of names) marks.push({ range, layer: "names", claim: null });
  for (const claim of claims) {
    const layer = layerOf(claim);
    if (layer) marks.push({ range: claim.span, layer, claim: claim.id });
    for (const { span } of claim.chain) {
      if (span) marks.push({ range: span, layer: "chains", claim: claim.id });
    }
  }
  return marks.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/**
 * The marks that touch each block, in one walk over both.
 * @param blocks in the order of the text, none over another
 * @param marks by where they begin
 */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): Mark[][] {
  let next = 0;
  /** Marks begun in earlier blocks that go on. */
  let open: Mark[] = [];
  return blocks.map(({ start, end }) => {
    const own = open.filter(({ range }) => range[1] > start);
    for (; (marks[next]?.range[0] ?? end) < end; next++) {
      const mark = marks[next];
      if (mark && mark.range[1] > start) own.push(mark);
    }
    open = own.filter(({ range }) => range[1] > end);
    return own;
  });
}

/**
 * A block in runs, each with all the marks that cover it.
 * @param marks those that touch the block
 */
export function runsOf({ start, end }: Block, marks: readonly Mark[], lit: Range | null): Run[] {
  const edges = new Set([start, end]);
  const inside = (n: number): boolean => n > start && n < end;
  for (const { range } of marks) for (const n of range) if (inside(n)) edges.add(n);
  for (const n of lit ?? []) if (inside(n)) edges.add(n);
  const order = [...edges].sort((a, b) => a - b);
  return order.slice(0, -1).map((from, at) => {
    const to = order[at + 1] as number;
    const over = marks.filter(({ range }) => range[0] <= from && range[1] >= to);
    return {
      start: from,
      end: to,
      layers: [...new Set(over.map(({ layer }) => layer))],
      claims: [...new Set(over.flatMap(({ claim }) => claim ?? []))],
      lit: lit !== null && lit[0] <= from && lit[1] >= to,
    };
  });
}
