import type { Annotation, TextLayer } from "../text/layer.js";
import type { LayerName } from "../text/trace.js";
import type { CompiledRule, RuleSet } from "./compile.js";
import { Run } from "./program.js";
import { resolve } from "./resolve.js";
import type { Annotations } from "./rule.js";

export type { Annotations } from "./rule.js";

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
 * @param tracedAs the layer as which matches that lose are noted, where somebody asked
 */
export function applyRules<T>(
  set: RuleSet<T>,
  layer: TextLayer,
  annotations: Annotations = {},
  tracedAs?: LayerName,
): Annotation<T>[] {
  const { trace } = layer;
  const candidates = allMatches(set, layer, annotations);
  if (!trace || !tracedAs) return resolve(candidates);
  return resolve(candidates, (lost, won) => {
    const longer = won.last - won.first > lost.last - lost.first;
    trace.lose(tracedAs, lost, `${won.rule} ${longer ? "reads more words" : "comes first"} here`);
  });
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
  const { words, phrases, sentences, marks } = layer;
  const { mark } = set;
  const run = new Run(layer, annotations, set.wordOf);
  const annotated = tokensAnnotated(set, words.length, annotations);
  const attempt = (compiled: CompiledRule<T>, at: number, limit: number): void => {
    const match = compiled.program.longest(run, at, limit);
    const value = match ? compiled.rule.build(match) : null;
    if (!match || value === null) return;
    const { id, priority = 0 } = compiled.rule;
    found.push({ first: at, last: match.last, rule: id, priority, value });
  };
  for (const { first, last } of sentences) {
    for (let at = first; at < last; at++) {
      const begins = mark === null || ((marks[at] ?? 0) & mark) !== 0;
      if (!begins && !annotated?.[at]) continue;
      const word = words[at];
      if (!word) continue;
      const { starting } = set.wordOf(word);
      for (let i = 0; i < starting.length; i++) {
        const rule = starting[i];
        if (rule) attempt(rule, at, last);
      }
      const many = phrases[at];
      if (many) {
        for (const { reading } of many) {
          for (const name of reading.entry.classes) {
            if (word.classes.has(name)) continue;
            for (const rule of set.startingWithClass(name)) attempt(rule, at, last);
          }
        }
      }
      if (annotated?.[at]) {
        for (const type of set.annotationTypes) {
          if (!annotations[type]?.[at]) continue;
          for (const rule of set.startingWithAnnotation(type)) attempt(rule, at, last);
        }
      }
    }
  }
  return found;
}

/** Marks the tokens that an annotation begins with which begins a rule; null where none does. */
function tokensAnnotated<T>(
  set: RuleSet<T>,
  tokens: number,
  annotations: Annotations,
): Uint8Array | null {
  let marks: Uint8Array | null = null;
  for (const type of set.annotationTypes) {
    const index = annotations[type];
    if (!index) continue;
    marks ??= new Uint8Array(tokens);
    for (let at = 0; at < tokens; at++) if (index[at]) marks[at] = 1;
  }
  return marks;
}
