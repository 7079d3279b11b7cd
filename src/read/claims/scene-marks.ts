import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { Word } from "../../text/word.js";

/** What a mark between two clauses counts for, in tokens; and a word that opens a clause. */
const COMMA = 3;
const CLAUSE = 12;
/** What dots between two pieces of news count for: "أعلنت الوزارة كذا.. وافتتح في X كذا". */
const DOTS = 20;
/** Tokens behind "among them" in which a place still tells where these, and not all, were. */
const PART_REACH = 8;
export const COMMAS: ReadonlySet<string> = new Set(["،", ",", "؛", ";", ":"]);
const DOT = ".";
/** Mark of what parts two clauses. */
const PARTING = markOf(["clause.front"], ({ form }) => COMMAS.has(form) || form === DOT);
/** Mark of "among them". */
const AMONG = markOf(["parts"]);

/** "while", "whereas": what opens a clause of its own, and no content of what is said. */
export const opensClause = ({ classes }: Word): boolean =>
  classes.has("clause.front") && !classes.has("that");

/** What the clauses up to a token count for. */
export function clauseCosts({ words, tokens, marks }: TextLayer): Int32Array {
  const costs = new Int32Array(tokens.length + 1);
  let sum = 0;
  for (let at = 0; at < tokens.length; at++) {
    costs[at] = sum;
    if (((marks[at] ?? 0) & PARTING) === 0) continue;
    const word = words[at];
    if (tokens[at]?.kind !== "word") {
      if (COMMAS.has(word?.form ?? "")) sum += COMMA;
      else if (word?.form === DOT && words[at - 1]?.form === DOT) sum += DOTS;
    } else if (word && opensClause(word)) sum += CLAUSE;
  }
  costs[tokens.length] = sum;
  return costs;
}

/**
 * For each token, one more than the last "among them" that it may belong to, 0 for none:
 * "قتل 17 بينهم واحد في X". What caused it, and where that was, is told of all again:
 * "قتل ستة بينهم طفلة جراء قصف على X".
 */
export function partScopes({ words, tokens, marks }: TextLayer): Int32Array {
  const scopes = new Int32Array(tokens.length + 1);
  let opened = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (opened === 0 && ((marks[at] ?? 0) & AMONG) === 0) continue;
    const classes = words[at]?.classes;
    if (classes?.has("parts")) opened = at + 1;
    else if (opened > 0 && (at - opened >= PART_REACH || isOfAll(classes))) opened = 0;
    scopes[at] = opened;
  }
  return scopes;
}

const isOfAll = (classes: ReadonlySet<string> | undefined): boolean =>
  classes !== undefined &&
  ["event.cause", "event.masdar", "event.name", "clause.front", "scene-back"].some((name) =>
    classes.has(name),
  );
