import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";

const SELF = markOf(["genre.self"]);

/** Words of the writer himself, and his questions and cries, without which a text is a report. */
const FEWEST = 4;
/** The same, for a thousand tokens: over four hundred reports drawn at random all above it were columns but one. */
const SHARE = 10;

const QUOTES_OPEN: ReadonlySet<string> = new Set(["«", "“"]);
const QUOTES_CLOSE: ReadonlySet<string> = new Set(["»", "”"]);
const CRIES: ReadonlySet<string> = new Set(["!", "؟", "?"]);

/**
 * A column: whoever writes speaks of himself and to his readers outside quotation marks, asks and
 * exclaims. In it verbs of saying are as often figures of speech.
 */
export function isColumn({ marks, tokens }: TextLayer): boolean {
  let words = 0;
  let quoted = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "punct") {
      if (token.form === '"') quoted = !quoted;
      else if (QUOTES_OPEN.has(token.form)) quoted = true;
      else if (QUOTES_CLOSE.has(token.form)) quoted = false;
      if (token.breaks > 0) quoted = false;
      if (!quoted && CRIES.has(token.form.slice(0, 1))) words++;
    } else if (!quoted && ((marks[at] ?? 0) & SELF) !== 0) words++;
  }
  return words >= FEWEST && words * 1000 >= SHARE * tokens.length;
}
