import { assertNever } from "../core/assert.js";
import type { TextLayer } from "../text/layer.js";
import type { Reading, Word } from "../text/word.js";
import type { Annotations } from "./annotations.js";
import { accepts, type Leaves, LITERAL, type WordProfile } from "./leaves.js";
import { type PatternNode, QUOTES, type TokenClass } from "./pattern.js";
import type { Capture, Match } from "./rule.js";

/**
 * A pattern as a chain of steps. Each step knows the one behind it, so that walking a pattern
 * makes no objects: what was captured lies in slots that are put back when a way is given up.
 */
type Step = (run: Run, at: number) => void;

/** One walk through a sentence; used again for every rule and token. */
export class Run {
  limit = 0;
  /** End of the longest way found so far; the first token where there is none. */
  best = 0;
  bestSlots: (Capture | null)[] | null = null;
  readonly slots: (Capture | null)[] = [];
  /** Where the repeats and captures on the way began. A repeat is unrolled: each is met once. */
  readonly starts: number[] = [];
  /** What the last element on the way took. */
  reading: Reading | null = null;
  value: unknown = null;

  constructor(
    readonly layer: TextLayer,
    readonly annotations: Annotations,
    /** What the leaves of the rule set take of a word. */
    private readonly profileOf: (word: Word) => WordProfile,
  ) {}

  /** What the leaf takes of the word at a token; 0 for nothing. */
  taken(at: number, leaf: number): number {
    const word = this.layer.words[at];
    return word ? (this.profileOf(word).takes[leaf] ?? 0) : 0;
  }
}

/** A compiled pattern: the longest match that begins at a token. */
export class Program {
  private readonly names: string[] = [];
  private starts = 0;
  private readonly entry: Step;

  constructor(
    pattern: PatternNode,
    private readonly leaves: Leaves,
  ) {
    this.entry = this.compile(pattern, (run, last) => {
      if (last <= run.best) return;
      run.best = last;
      run.bestSlots = run.slots.slice(0, this.names.length);
    });
  }

  /** @param limit the match ends before this token */
  longest(run: Run, first: number, limit: number): Match | null {
    run.limit = limit;
    run.best = first;
    run.bestSlots = null;
    run.reading = null;
    run.value = null;
    for (let slot = 0; slot < this.names.length; slot++) run.slots[slot] = null;
    this.entry(run, first);
    const slots: (Capture | null)[] | null = run.bestSlots;
    if (!slots) return null;
    const captures = new Map<string, Capture>();
    for (const [slot, name] of this.names.entries()) {
      const capture = slots[slot];
      if (capture) captures.set(name, capture);
    }
    return { first, last: run.best, captures, layer: run.layer };
  }

  private compile(node: PatternNode, then: Step): Step {
    switch (node.kind) {
      case "sequence":
        return node.items.reduceRight((next, item) => this.compile(item, next), then);
      case "choice":
        return this.choice(node.items, then);
      case "repeat":
        return this.repeat(node, 0, then);
      case "capture":
        return this.capture(node, then);
      case "literal": {
        const leaf = this.leaves.literal(node);
        return (run, at) => {
          if (at >= run.limit || run.taken(at, leaf) !== LITERAL) return;
          run.reading = null;
          run.value = null;
          then(run, at + 1);
        };
      }
      case "class":
        return this.ofClass(node, then);
      case "annotation": {
        const { type } = node;
        return (run, at) => {
          if (at >= run.limit) return;
          const annotation = run.annotations.at(type, at);
          if (!annotation || annotation.last > run.limit) return;
          run.reading = null;
          run.value = annotation.value;
          then(run, annotation.last);
        };
      }
      case "token": {
        const { of } = node;
        return (run, at) => {
          const token = at < run.limit ? run.layer.tokens[at] : undefined;
          if (!token || !isOf(of, token.kind, token.form)) return;
          run.reading = null;
          run.value = null;
          then(run, at + 1);
        };
      }
      default:
        return assertNever(node);
    }
  }

  /** Neighbouring words of a choice are one leaf: a token is held against all of them at once. */
  private choice(items: readonly PatternNode[], then: Step): Step {
    const merged: PatternNode[] = [];
    for (const item of items) {
      const last = merged.at(-1);
      if (item.kind === "literal" && last?.kind === "literal") {
        merged[merged.length - 1] = { kind: "literal", forms: [...last.forms, ...item.forms] };
      } else merged.push(item);
    }
    const steps = merged.map((item) => this.compile(item, then));
    const [only] = steps;
    if (steps.length === 1 && only) return only;
    return (run, at) => {
      for (const step of steps) step(run, at);
    };
  }

  private repeat(node: Extract<PatternNode, { kind: "repeat" }>, count: number, then: Step): Step {
    if (count >= node.max) return then;
    const more = this.repeat(node, count + 1, then);
    const start = this.starts++;
    // Another round only where this one took something.
    const item = this.compile(node.item, (run, last) => {
      if (last > (run.starts[start] ?? 0)) more(run, last);
    });
    const mayEnd = count >= node.min;
    return (run, at) => {
      run.starts[start] = at;
      item(run, at);
      if (mayEnd) then(run, at);
    };
  }

  private capture(node: Extract<PatternNode, { kind: "capture" }>, then: Step): Step {
    let slot = this.names.indexOf(node.name);
    if (slot < 0) slot = this.names.push(node.name) - 1;
    const start = this.starts++;
    const item = this.compile(node.item, (run, last) => {
      const outer = run.slots[slot] ?? null;
      const { reading, value } = run;
      run.slots[slot] = { first: run.starts[start] ?? 0, last, reading, value };
      then(run, last);
      run.slots[slot] = outer;
    });
    return (run, at) => {
      run.starts[start] = at;
      item(run, at);
    };
  }

  private ofClass(node: Extract<PatternNode, { kind: "class" }>, then: Step): Step {
    const leaf = this.leaves.ofClass(node);
    return (run, at) => {
      if (at >= run.limit) return;
      const phrases = run.layer.phrases[at];
      if (phrases) {
        for (const phrase of phrases) {
          if (phrase.last > run.limit || !accepts(node, phrase.reading)) continue;
          run.reading = phrase.reading;
          run.value = null;
          then(run, phrase.last);
        }
      }
      const taken = run.taken(at, leaf);
      if (taken === 0) return;
      const reading = run.layer.words[at]?.readings[taken - 1];
      if (!reading) return;
      run.reading = reading;
      run.value = null;
      then(run, at + 1);
    };
  }
}

function isOf(of: TokenClass, kind: string, form: string): boolean {
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
