import type { Annotation, TextLayer } from "../text/layer.js";
import type { LayerName } from "../text/trace.js";
import { Annotations } from "./annotations.js";
import type { CompiledRule, RuleSet } from "./compile.js";
import { Run } from "./program.js";
import { resolve } from "./resolve.js";

/**
 * Finds what the rules read in the article, overlaps resolved: longest match first, then
 * priority, then id. Each token tries only the rules it can begin, and each rule looks ahead no
 * further than its pattern is long: the cost is linear in the text.
 * @param tracedAs the layer as which matches that lose are noted, where somebody asked
 */
export function applyRules<T>(
  set: RuleSet<T>,
  layer: TextLayer,
  annotations: Annotations = new Annotations(layer.tokens.length),
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
  annotations: Annotations = new Annotations(layer.tokens.length),
): Candidate<T>[] {
  const found: Candidate<T>[] = [];
  const { words, phrases, sentences, marks } = layer;
  const { mark } = set;
  const run = new Run(layer, annotations, set.wordOf);
  for (const { first, last } of sentences) {
    for (let at = first; at < last; at++) {
      const begins = mark === null || ((marks[at] ?? 0) & mark) !== 0;
      const annotated = annotations.startsAt(at);
      if (!begins && !annotated) continue;
      const word = words[at];
      if (!word) continue;
      const { starting } = set.wordOf(word);
      const many = phrases[at];
      if (starting.length > 0) {
        const follows = many ? null : followers(set, run, at + 1, last);
        for (let i = 0; i < starting.length; i++) {
          const rule = starting[i];
          if (rule && (!follows || follows[rule.index])) attempt(rule, run, at, last, found);
        }
      }
      if (many) {
        for (const { reading } of many) {
          for (const name of reading.entry.classes) {
            if (word.classes.has(name)) continue;
            for (const rule of set.startingWithClass(name)) attempt(rule, run, at, last, found);
          }
        }
      }
      if (!annotated) continue;
      for (const type of set.annotationTypes) {
        const annotation = annotations.at(type, at);
        if (!annotation) continue;
        const follows = followers(set, run, annotation.last, last);
        for (const rule of set.startingWithAnnotation(type))
          if (!follows || follows[rule.index]) attempt(rule, run, at, last, found);
      }
    }
  }
  return found;
}

/**
 * The rules, by index, that could go on at a token behind their first element: most words go on
 * few rules, and a pattern need not be walked to learn it. Null where that takes a closer look.
 */
function followers<T>(set: RuleSet<T>, run: Run, at: number, limit: number): Uint8Array | null {
  if (at >= limit) return set.free;
  const { layer, annotations } = run;
  if (layer.phrases[at] || annotations.startsAt(at)) return null;
  const word = layer.words[at];
  return word ? set.wordOf(word).follows : null;
}

function attempt<T>(
  { program, rule }: CompiledRule<T>,
  run: Run,
  at: number,
  limit: number,
  found: Candidate<T>[],
): void {
  const match = program.longest(run, at, limit);
  const value = match ? rule.build(match) : null;
  if (!match || value === null) return;
  const { id, priority = 0 } = rule;
  found.push({ first: at, last: match.last, rule: id, priority, value });
}
