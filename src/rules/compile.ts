import { addTo } from "../core/grouping.js";
import { fold } from "../text/fold.js";
import { hasFreeMark, markOf } from "../text/marks.js";
import { perWord } from "../text/per-word.js";
import type { Word } from "../text/word.js";
import { Leaves, type WordProfile } from "./leaves.js";
import { type Openings, openingsOf } from "./openings.js";
import { parsePattern } from "./pattern.js";
import { Program } from "./program.js";
import type { Rule } from "./rule.js";

export interface CompiledRule<T> {
  readonly rule: Rule<T>;
  readonly program: Program;
  /** Its place among the rules of its set. */
  readonly index: number;
  readonly openings: Openings;
}

/** What a word is to a rule set. */
export interface RuleWord<T> extends WordProfile {
  /** Rules that a token with this word could begin. */
  readonly starting: readonly CompiledRule<T>[];
  /** By the index of a rule: 1 where a match of it could have this word behind its first element. */
  readonly follows: Uint8Array;
}

/** Rules by what begins them, so that a token meets only the few rules it could start. */
export class RuleSet<T> {
  readonly rules: readonly CompiledRule<T>[];
  readonly annotationTypes: readonly string[];
  private readonly byForm = new Map<string, CompiledRule<T>[]>();
  private readonly byClass = new Map<string, CompiledRule<T>[]>();
  private readonly byAnnotation = new Map<string, CompiledRule<T>[]>();
  private readonly bySecondForm = new Map<string, CompiledRule<T>[]>();
  private readonly bySecondClass = new Map<string, CompiledRule<T>[]>();
  /** By the index of a rule: 1 where its first element may be all of it, or anything may follow. */
  readonly free: Uint8Array;
  private readonly anywhere: CompiledRule<T>[] = [];
  /** Mark of the tokens whose word, or many-word entry, could begin a rule; null for any token. */
  readonly mark: number | null;
  /** Worked out once for each word. */
  readonly wordOf: (word: Word) => RuleWord<T>;

  /** @throws Error for a pattern that cannot be read, or an id used twice */
  constructor(rules: readonly Rule<T>[]) {
    const ids = new Set<string>();
    const leaves = new Leaves();
    this.rules = rules.map((rule, index) => {
      if (ids.has(rule.id)) throw new Error(`Two rules are called ${rule.id}`);
      ids.add(rule.id);
      const pattern = parsePattern(rule.pattern, fold);
      const program = new Program(pattern, leaves);
      return { rule, program, index, openings: openingsOf(pattern) };
    });
    this.free = Uint8Array.from(this.rules, ({ openings }) => (openings.second.any ? 1 : 0));
    for (const compiled of this.rules) {
      const { first, second } = compiled.openings;
      if (first.any) this.anywhere.push(compiled);
      for (const form of first.forms) addTo(this.byForm, form, compiled);
      for (const name of first.classes) addTo(this.byClass, name, compiled);
      for (const type of first.annotations) addTo(this.byAnnotation, type, compiled);
      for (const form of second.forms) addTo(this.bySecondForm, form, compiled);
      for (const name of second.classes) addTo(this.bySecondClass, name, compiled);
    }
    this.annotationTypes = [...this.byAnnotation.keys()];
    this.wordOf = perWord((word) => ({
      starting: this.startingWith(word),
      takes: leaves.takenOf(word),
      follows: this.followedBy(word),
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

  private followedBy(word: Word): Uint8Array {
    const { bySecondForm, bySecondClass, free } = this;
    const rules = [...(bySecondForm.get(word.form) ?? [])];
    for (const name of word.classes) rules.push(...(bySecondClass.get(name) ?? []));
    if (rules.length === 0) return free;
    const follows = free.slice();
    for (const { index } of rules) follows[index] = 1;
    return follows;
  }

  startingWithClass(name: string): readonly CompiledRule<T>[] {
    return this.byClass.get(name) ?? NO_RULES;
  }

  startingWithAnnotation(type: string): readonly CompiledRule<T>[] {
    return this.byAnnotation.get(type) ?? NO_RULES;
  }
}

const NO_RULES: readonly CompiledRule<never>[] = [];
