import { fold } from "../text/fold.js";
import { hasFreeMark, markOf } from "../text/marks.js";
import { perWord } from "../text/per-word.js";
import type { Word } from "../text/word.js";
import { Leaves, type WordProfile } from "./leaves.js";
import { type PatternNode, parsePattern } from "./pattern.js";
import { Program } from "./program.js";
import type { Rule } from "./rule.js";

/** What can begin a match of a pattern; the trigger index is keyed by these. */
export interface Triggers {
  readonly forms: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly annotations: ReadonlySet<string>;
  /** Begins with a token by its kind alone: tried everywhere, so rules should avoid it. */
  readonly anywhere: boolean;
}

export interface CompiledRule<T> {
  readonly rule: Rule<T>;
  readonly program: Program;
  readonly triggers: Triggers;
}

/** What a word is to a rule set. */
export interface RuleWord<T> extends WordProfile {
  /** Rules that a token with this word could begin. */
  readonly starting: readonly CompiledRule<T>[];
}

/** Rules by what begins them, so that a token meets only the few rules it could start. */
export class RuleSet<T> {
  readonly rules: readonly CompiledRule<T>[];
  readonly annotationTypes: readonly string[];
  private readonly byForm = new Map<string, CompiledRule<T>[]>();
  private readonly byClass = new Map<string, CompiledRule<T>[]>();
  private readonly byAnnotation = new Map<string, CompiledRule<T>[]>();
  private readonly anywhere: CompiledRule<T>[] = [];
  /** Mark of the tokens whose word, or many-word entry, could begin a rule; null for any token. */
  readonly mark: number | null;
  /** Worked out once for each word. */
  readonly wordOf: (word: Word) => RuleWord<T>;

  /** @throws Error for a pattern that cannot be read, or an id used twice */
  constructor(rules: readonly Rule<T>[]) {
    const ids = new Set<string>();
    const leaves = new Leaves();
    this.rules = rules.map((rule) => {
      if (ids.has(rule.id)) throw new Error(`Two rules are called ${rule.id}`);
      ids.add(rule.id);
      const pattern = parsePattern(rule.pattern, fold);
      return { rule, program: new Program(pattern, leaves), triggers: triggersOf(pattern) };
    });
    for (const compiled of this.rules) {
      const { triggers } = compiled;
      if (triggers.anywhere) this.anywhere.push(compiled);
      for (const form of triggers.forms) add(this.byForm, form, compiled);
      for (const name of triggers.classes) add(this.byClass, name, compiled);
      for (const type of triggers.annotations) add(this.byAnnotation, type, compiled);
    }
    this.annotationTypes = [...this.byAnnotation.keys()];
    this.wordOf = perWord((word) => ({
      starting: this.startingWith(word),
      takes: leaves.takenOf(word),
    }));
    this.mark = hasFreeMark()
      ? markOf([...this.byClass.keys()], (word) => this.wordOf(word).starting.length > 0)
      : null;
  }

  private startingWith(word: Word): readonly CompiledRule<T>[] {
    const set = new Set<CompiledRule<T>>(this.anywhere);
    for (const compiled of this.byForm.get(word.form) ?? []) set.add(compiled);
    for (const name of word.classes) {
      for (const compiled of this.byClass.get(name) ?? []) set.add(compiled);
    }
    return set.size === 0 ? NO_RULES : [...set];
  }

  startingWithClass(name: string): readonly CompiledRule<T>[] {
    return this.byClass.get(name) ?? NO_RULES;
  }

  startingWithAnnotation(type: string): readonly CompiledRule<T>[] {
    return this.byAnnotation.get(type) ?? NO_RULES;
  }
}

const NO_RULES: readonly CompiledRule<never>[] = [];

function add<T>(map: Map<string, CompiledRule<T>[]>, key: string, value: CompiledRule<T>): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function triggersOf(pattern: PatternNode): Triggers {
  const forms = new Set<string>();
  const classes = new Set<string>();
  const annotations = new Set<string>();
  let anywhere = false;
  /** Collects what can begin `node`; true where the node may match nothing. */
  const collect = (node: PatternNode): boolean => {
    switch (node.kind) {
      case "literal":
        for (const form of node.forms) forms.add(form);
        return false;
      case "class":
        for (const name of node.classes) classes.add(name);
        return false;
      case "annotation":
        annotations.add(node.type);
        return false;
      case "token":
        anywhere = true;
        return false;
      case "sequence":
        return node.items.every((item) => collect(item));
      case "choice":
        return node.items.map((item) => collect(item)).some(Boolean);
      case "repeat":
        return collect(node.item) || node.min === 0;
      case "capture":
        return collect(node.item);
    }
  };
  collect(pattern);
  return { forms, classes, annotations, anywhere };
}
