import type { Annotation, TextLayer } from "../text/layer.js";
import { hasFeatures, type Reading } from "../text/word.js";
import type { CompiledRule, RuleSet } from "./compile.js";
import { type PatternNode, QUOTES } from "./pattern.js";
import { resolve } from "./resolve.js";
import type { Capture, Match } from "./rule.js";

/** Annotations of earlier layers, by type and the token they start at; the longest where several do. */
export type Annotations = Readonly<
  Record<string, readonly (Annotation<unknown> | undefined)[] | undefined>
>;

/** Indexes annotations by their first token; of several the longest stays. */
export function byFirstToken<T>(
  annotations: readonly Annotation<T>[],
  tokens: number,
): (Annotation<T> | undefined)[] {
  const index: (Annotation<T> | undefined)[] = new Array(tokens);
  for (const annotation of annotations) {
    const known = index[annotation.first];
    if (!known || known.last < annotation.last) index[annotation.first] = annotation;
  }
  return index;
}

/**
 * Finds what the rules read in the article, overlaps resolved: longest match first, then
 * priority, then id. Each token tries only the rules it can begin, and each rule looks ahead no
 * further than its pattern is long: the cost is linear in the text.
 */
export function applyRules<T>(
  set: RuleSet<T>,
  layer: TextLayer,
  annotations: Annotations = {},
): Annotation<T>[] {
  return resolve(allMatches(set, layer, annotations));
}

export interface Candidate<T> extends Annotation<T> {
  readonly priority: number;
}

/** Every match of every rule, unresolved. */
export function allMatches<T>(
  set: RuleSet<T>,
  layer: TextLayer,
  annotations: Annotations = {},
): Candidate<T>[] {
  const found: Candidate<T>[] = [];
  for (const sentence of layer.sentences) {
    for (let at = sentence.first; at < sentence.last; at++) {
      const word = layer.words[at];
      if (!word) continue;
      for (const rule of set.startingWith(word))
        tryRule(rule, layer, at, sentence.last, annotations, found);
      for (const phrase of layer.phrases[at] ?? []) {
        for (const name of phrase.reading.entry.classes) {
          if (word.classes.has(name)) continue;
          for (const rule of set.startingWithClass(name)) {
            tryRule(rule, layer, at, sentence.last, annotations, found);
          }
        }
      }
      for (const type of set.annotationTypes) {
        if (!annotations[type]?.[at]) continue;
        for (const rule of set.startingWithAnnotation(type)) {
          tryRule(rule, layer, at, sentence.last, annotations, found);
        }
      }
    }
  }
  return found;
}

function tryRule<T>(
  compiled: CompiledRule<T>,
  layer: TextLayer,
  at: number,
  limit: number,
  annotations: Annotations,
  found: Candidate<T>[],
): void {
  const matcher = new Matcher(layer, limit, annotations);
  const match = matcher.longest(compiled.pattern, at);
  if (!match) return;
  const value = compiled.rule.build(match);
  if (value === null) return;
  found.push({
    first: match.first,
    last: match.last,
    rule: compiled.rule.id,
    priority: compiled.rule.priority ?? 0,
    value,
  });
}

type Captures = ReadonlyMap<string, Capture>;
const NOTHING: Captures = new Map();

/** Walks a pattern depth first, keeping the longest way through. */
class Matcher {
  private best: Match | null = null;
  private taken: { reading: Reading | null; value: unknown } = { reading: null, value: null };

  constructor(
    private readonly layer: TextLayer,
    private readonly limit: number,
    private readonly annotations: Annotations,
  ) {}

  longest(pattern: PatternNode, first: number): Match | null {
    this.walk(pattern, first, NOTHING, (last, captures) => {
      if (last > first && (!this.best || last > this.best.last)) {
        this.best = { first, last, captures, layer: this.layer };
      }
    });
    return this.best;
  }

  private walk(
    node: PatternNode,
    at: number,
    captures: Captures,
    then: (last: number, captures: Captures) => void,
  ): void {
    switch (node.kind) {
      case "sequence":
        this.sequence(node.items, 0, at, captures, then);
        return;
      case "choice":
        for (const item of node.items) this.walk(item, at, captures, then);
        return;
      case "repeat":
        this.repeat(node, 0, at, captures, then);
        return;
      case "capture":
        this.walk(node.item, at, captures, (last, inner) => {
          const { reading, value } = this.taken;
          const capture: Capture = { first: at, last, reading, value };
          then(last, new Map(inner).set(node.name, capture));
        });
        return;
      default:
        this.single(node, at, captures, then);
    }
  }

  private sequence(
    items: readonly PatternNode[],
    index: number,
    at: number,
    captures: Captures,
    then: (last: number, captures: Captures) => void,
  ): void {
    const item = items[index];
    if (!item) {
      then(at, captures);
      return;
    }
    this.walk(item, at, captures, (last, inner) =>
      this.sequence(items, index + 1, last, inner, then),
    );
  }

  private repeat(
    node: Extract<PatternNode, { kind: "repeat" }>,
    count: number,
    at: number,
    captures: Captures,
    then: (last: number, captures: Captures) => void,
  ): void {
    if (count < node.max) {
      this.walk(node.item, at, captures, (last, inner) => {
        if (last > at) this.repeat(node, count + 1, last, inner, then);
      });
    }
    if (count >= node.min) then(at, captures);
  }

  private single(
    node: Extract<PatternNode, { kind: "literal" | "class" | "annotation" | "token" }>,
    at: number,
    captures: Captures,
    then: (last: number, captures: Captures) => void,
  ): void {
    if (at >= this.limit) return;
    const token = this.layer.tokens[at];
    if (!token) return;
    switch (node.kind) {
      case "literal":
        if (node.forms.includes(token.form)) this.take(null, null, at + 1, captures, then);
        return;
      case "annotation": {
        const annotation = this.annotations[node.type]?.[at];
        if (annotation && annotation.last <= this.limit) {
          this.take(null, annotation.value, annotation.last, captures, then);
        }
        return;
      }
      case "token":
        if (isOf(node.of, token.kind, token.form)) this.take(null, null, at + 1, captures, then);
        return;
      case "class": {
        const word = this.layer.words[at];
        const accepts = (reading: Reading): boolean =>
          node.classes.some((name) => reading.entry.classes.includes(name)) &&
          (!node.features || hasFeatures(reading, node.features));
        for (const phrase of this.layer.phrases[at] ?? []) {
          if (phrase.last <= this.limit && accepts(phrase.reading)) {
            this.take(phrase.reading, null, phrase.last, captures, then);
          }
        }
        if (word && node.classes.some((name) => word.classes.has(name))) {
          const reading = word.readings.find(accepts);
          if (reading) this.take(reading, null, at + 1, captures, then);
        }
      }
    }
  }

  private take(
    reading: Reading | null,
    value: unknown,
    last: number,
    captures: Captures,
    then: (last: number, captures: Captures) => void,
  ): void {
    this.taken = { reading, value };
    then(last, captures);
  }
}

function isOf(of: string, kind: string, form: string): boolean {
  switch (of) {
    case "any":
      return true;
    case "quote":
      return QUOTES.has(form);
    case "open":
      return form === "(" || form === "[";
    case "close":
      return form === ")" || form === "]";
    default:
      return kind === of;
  }
}
