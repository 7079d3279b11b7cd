import type { TextLayer } from "../../text/layer.js";
import type { Token } from "../../text/tokens.js";

/** The text before lines and sentences are told apart. */
export type LexedText = Pick<TextLayer, "text" | "tokens" | "words" | "phrases" | "marks">;

/** A line of the source that holds tokens: tokens `[first, last)`. */
export interface Line {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Line breaks before it; two or more are an empty line. */
  readonly breaks: number;
  /** Ends as a sentence ends, closing quotes and brackets aside. */
  readonly ended: boolean;
}

const TERMINAL: ReadonlySet<string> = new Set([".", "!", "?", "؟", "…", ":", "؛", "۔"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "“", "»", "″", ")", "]", "'", "’"]);

export function splitLines({ tokens }: LexedText): Line[] {
  const lines: Line[] = [];
  let first = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token && token.breaks === 0) continue;
    const from = tokens[first];
    const to = tokens[at - 1];
    if (!from || !to) break;
    lines.push({
      first,
      last: at,
      start: from.start,
      end: to.end,
      breaks: from.breaks,
      ended: endsSentence(tokens, first, at),
    });
    first = at;
  }
  return lines;
}

/** Whether the tokens before `last` close a sentence: a full stop, perhaps inside quotes. */
function endsSentence(tokens: readonly Token[], first: number, last: number): boolean {
  let at = last - 1;
  while (at > first && CLOSING.has(tokens[at]?.form ?? "")) at--;
  return TERMINAL.has(tokens[at]?.form ?? "");
}
