import type { Sentence, TextLayer } from "../../text/layer.js";
import type { QuantityAnnotation } from "../quantities.js";
import type { Cue, Flag, HarmWord, Role } from "./cue.js";
import type { Draft } from "./draft.js";

const HARD_STOPS: ReadonlySet<string> = new Set([".", "!", "?", "؟", ";", "؛", ":", "…", "|"]);
/** Tokens of the longest quantity, hedge and adjectives included. */
const LONGEST_QUANTITY = 24;
const OPENING: ReadonlySet<string> = new Set(["(", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "]"]);

/**
 * One sentence with what stands at each token, and the drafts made of it so far. The questions
 * asked of a token here are those by which clauses are told apart.
 */
export class Clauses {
  readonly drafts: Draft[] = [];
  private readonly owners = new Map<QuantityAnnotation, Draft>();
  private readonly used = new Set<QuantityAnnotation>();

  constructor(
    readonly layer: TextLayer,
    readonly sentence: Sentence,
    private readonly cues: readonly (Cue | null)[],
    private readonly starts: readonly (QuantityAnnotation | undefined)[],
  ) {}

  get first(): number {
    return this.sentence.first;
  }
  get last(): number {
    return this.sentence.last;
  }

  form(at: number): string {
    return this.inside(at) ? (this.layer.tokens[at]?.form ?? "") : "";
  }
  inside(at: number): boolean {
    return at >= this.sentence.first && at < this.sentence.last;
  }
  cue(at: number): Cue | null {
    return this.inside(at) ? (this.cues[at] ?? null) : null;
  }
  role(at: number): Role | null {
    return this.cue(at)?.role ?? null;
  }
  has(at: number, flag: Flag): boolean {
    return this.role(at)?.flags.has(flag) ?? false;
  }
  harm(at: number): HarmWord | null {
    return this.role(at)?.harm ?? null;
  }
  /** The quantity that a token stands in. */
  covering(at: number): QuantityAnnotation | null {
    for (let first = at; first >= this.first && first > at - LONGEST_QUANTITY; first--) {
      const quantity = this.starts[first];
      if (quantity) return quantity.last > at ? quantity : null;
    }
    return null;
  }
  quantityAt(at: number): QuantityAnnotation | null {
    return this.inside(at) ? (this.starts[at] ?? null) : null;
  }

  isWord(at: number): boolean {
    return this.inside(at) && this.layer.tokens[at]?.kind === "word";
  }
  isComma(at: number): boolean {
    const form = this.form(at);
    return form === "،" || form === ",";
  }
  /** A mark that no clause runs over. */
  isHardStop(at: number): boolean {
    return !this.inside(at) || HARD_STOPS.has(this.form(at));
  }
  /** A verb of another clause; a harm word is asked for by itself. */
  isVerb(at: number): boolean {
    return this.has(at, "verb");
  }
  /** What ends the reach of a verb or noun to its right. */
  isBoundary(at: number): boolean {
    const role = this.role(at);
    if (!role) return this.isHardStop(at);
    if (role.harm && !this.quantityAt(at)) return true;
    const { flags } = role;
    return (
      flags.has("verb") || flags.has("that") || flags.has("relative") || flags.has("harm.cancel")
    );
  }
  /** A preposition stands at the token, or is joined to it. */
  isPreposition(at: number): boolean {
    const role = this.role(at);
    if (role?.flags.has("preposition")) return true;
    if (role?.preposition) return true;
    const word = this.inside(at) ? this.layer.words[at] : undefined;
    const first = word?.readings[0];
    return first !== undefined && first.preposition !== "";
  }
  /** The quantity is governed by a preposition, joined or standing before it. */
  isPrepositional(quantity: QuantityAnnotation): boolean {
    if (quantity.value.preposition !== "") return true;
    return this.has(quantity.first - 1, "preposition") && !this.has(quantity.first - 1, "verb");
  }
  /** Token behind the bracket that opens at `at`; `at` where none does. */
  behindBracket(at: number): number {
    if (!OPENING.has(this.form(at))) return at;
    for (let to = at + 1; to < this.last && to < at + 20; to++) {
      if (CLOSING.has(this.form(to))) return to + 1;
    }
    return at + 1;
  }

  add(draft: Draft): Draft {
    this.drafts.push(draft);
    if (draft.quantity) {
      this.owners.set(draft.quantity, draft);
      this.used.add(draft.quantity);
    }
    return draft;
  }
  ownerOf(quantity: QuantityAnnotation): Draft | null {
    return this.owners.get(quantity) ?? null;
  }
  isFree(quantity: QuantityAnnotation): boolean {
    return !this.used.has(quantity);
  }
  /** The quantity is spoken for, though no figure comes of it. */
  spend(quantity: QuantityAnnotation): void {
    this.used.add(quantity);
  }
  /** The draft whose quantity stands nearest before `at`. */
  draftBefore(at: number, accept: (draft: Draft) => boolean): Draft | null {
    let best: Draft | null = null;
    for (const draft of this.drafts) {
      // A span may run on to the verb behind (9 أشخاص بينهم طفل قتلوا); the count decides.
      const end = draft.quantity?.last ?? draft.last;
      if (end > at || !accept(draft)) continue;
      if (!best || end > (best.quantity?.last ?? best.last)) best = draft;
    }
    return best;
  }
}
