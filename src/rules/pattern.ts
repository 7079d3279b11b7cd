/**
 * Patterns: rules as data. A pattern is a row of elements, separated by spaces, over the tokens of
 * one sentence:
 *
 *     قال            a word by its folded form; a joined و or ف in front is allowed (وقال)
 *     'قال'          the same, without a joined conjunction
 *     ،  (  :        a punctuation mark
 *     <month>        a word or many-word entry of a lexicon class
 *     <a|b>          of either class
 *     <noun number=dual preposition=ب>   … whose reading has these features
 *     @number        an annotation made by an earlier layer
 *     #word #number #punct #quote #open #close #any   a token by its kind; #open is a bracket
 *     ( a b | c )    alternatives
 *     x?  x{0,3}     optional, repeated (at most 8 times: a pattern's cost has a bound)
 *     day:@number    names what an element took, for the rule's `build`
 */
export type PatternNode =
  | { readonly kind: "literal"; readonly forms: readonly string[] }
  | {
      readonly kind: "class";
      readonly classes: readonly string[];
      readonly features: Readonly<Record<string, string>> | null;
    }
  | { readonly kind: "annotation"; readonly type: string }
  | { readonly kind: "token"; readonly of: TokenClass }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "capture"; readonly name: string; readonly item: PatternNode };

const TOKEN_CLASSES = ["word", "number", "punct", "quote", "open", "close", "any"] as const;
export type TokenClass = (typeof TOKEN_CLASSES)[number];

export const QUOTES: ReadonlySet<string> = new Set([
  '"',
  "“",
  "”",
  "″",
  "«",
  "»",
  "„",
  "‟",
  "'",
  "’",
  "‘",
]);

/** No repeat runs longer than this. */
const LONGEST_REPEAT = 8;

/** @throws Error that names the pattern and the place in it */
export function parsePattern(source: string, foldWord: (word: string) => string): PatternNode {
  const pieces = source.match(/<[^>]*>|[^\s<>()|]+:<[^>]*>|[()|]|[^\s()|]+/g) ?? [];
  let at = 0;
  const fail = (reason: string): never => {
    throw new Error(`Pattern "${source}", element ${at + 1} ("${pieces[at] ?? "end"}"): ${reason}`);
  };

  const choice = (closing: boolean): PatternNode => {
    const options: PatternNode[] = [];
    let items: PatternNode[] = [];
    const close = (): void => {
      if (items.length === 0) fail("an alternative is empty");
      options.push(items.length === 1 ? (items[0] as PatternNode) : { kind: "sequence", items });
      items = [];
    };
    for (;;) {
      const piece = pieces[at];
      if (piece === undefined) {
        if (closing) fail("a bracket is not closed");
        break;
      }
      if (piece === ")") {
        if (!closing) fail("a bracket is closed that was not opened");
        break;
      }
      if (piece === "|") {
        close();
        at++;
        continue;
      }
      items.push(element());
    }
    close();
    return options.length === 1 ? (options[0] as PatternNode) : { kind: "choice", items: options };
  };

  const element = (): PatternNode => {
    let piece = pieces[at] as string;
    let name: string | null = null;
    const named = /^([a-zA-Z]\w*):(.*)$/.exec(piece);
    if (named) {
      name = named[1] as string;
      piece = named[2] as string;
    }
    let node: PatternNode;
    if (piece === "" || piece === "(") {
      // `name:( … )` is split before the bracket.
      if (piece === "") at++;
      if (pieces[at] !== "(") fail("expected a bracket");
      at++;
      node = choice(true);
      at++;
    } else {
      at++;
      const quantified = /^(.+?)(\?|\{\d+,\d+\})$/.exec(piece);
      if (quantified && piece.length > 1) {
        node = repeat(atom(quantified[1] as string), quantified[2] as string);
      } else node = atom(piece);
    }
    // A quantifier behind `)` or `>` is a piece of its own.
    const next = pieces[at];
    if (next !== undefined && /^(\?|\{\d+,\d+\})$/.test(next)) {
      at++;
      node = repeat(node, next);
    }
    return name ? { kind: "capture", name, item: node } : node;
  };

  const repeat = (item: PatternNode, quantifier: string): PatternNode => {
    if (quantifier === "?") return { kind: "repeat", item, min: 0, max: 1 };
    const [min = 0, max = 0] = quantifier.slice(1, -1).split(",").map(Number);
    if (max > LONGEST_REPEAT || min > max)
      fail(`a repeat runs from 0 to at most ${LONGEST_REPEAT}`);
    return { kind: "repeat", item, min, max };
  };

  const atom = (piece: string): PatternNode => {
    if (piece.startsWith("<")) {
      const [classes = "", ...features] = piece.slice(1, -1).trim().split(/\s+/);
      if (!piece.endsWith(">") || classes === "") fail("a class is written <name>");
      return {
        kind: "class",
        classes: classes.split("|"),
        features: features.length === 0 ? null : Object.fromEntries(features.map((f) => pair(f))),
      };
    }
    if (piece.startsWith("@")) return { kind: "annotation", type: piece.slice(1) };
    if (piece.startsWith("#")) {
      const of = TOKEN_CLASSES.find((known) => known === piece.slice(1));
      return of
        ? { kind: "token", of }
        : fail(`unknown token kind; known: ${TOKEN_CLASSES.join(" ")}`);
    }
    const exact = /^'(.+)'$/.exec(piece);
    if (exact) return { kind: "literal", forms: [foldWord(exact[1] as string)] };
    const form = foldWord(piece);
    return { kind: "literal", forms: [form, `و${form}`, `ف${form}`] };
  };

  const pair = (feature: string): [string, string] => {
    const [key, value] = feature.split("=");
    return key && value !== undefined
      ? [key, value]
      : fail(`a feature is key=value, got ${feature}`);
  };

  return choice(false);
}
