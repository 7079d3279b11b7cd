import type { Measure } from "../../core/contract.js";
import type { FigureParticles } from "../../lang/figure-particles.js";
import type { FigurePronouns } from "../../lang/figure-pronouns.js";
import type { FigureShapes } from "../../lang/figure-shapes.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { JoinedLetters } from "../../lang/joined-letters.js";
import type { Sentence, TextLayer } from "../../text/layer.js";
import type { Cue, Flag, HarmWord, Role } from "./cue.js";
import type { Draft } from "./draft.js";
import type { NamedPersons } from "./persons.js";
import type { QuantityAnnotation } from "./quantities.js";

const HARD_STOPS: ReadonlySet<string> = new Set([".", "!", "?", "؟", ";", "؛", ":", "…", "|"]);
/** Tokens a verb reaches over to its subject or object. */
export const REACH = 18;
/** Figures of one sentence looked through for one that is made already. */
const LOOK_BACK = 12;
const ADDRESSES = ["title", "calling", "honorific"] as const;
/** Tokens of the longest quantity, hedge and adjectives included. */
const LONGEST_QUANTITY = 24;
/** Classes of words that stand in names and of words that mean nothing to any layer. */
const NAME_CLASSES: ReadonlySet<string> = new Set([
  "given-name",
  "surname",
  "known-surname",
  "ordinary",
]);
const QUOTES: ReadonlySet<string> = new Set(['"', "«", "“"]);
const OPENING: ReadonlySet<string> = new Set(["(", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "]"]);

/**
 * One sentence with what stands at each token, and the drafts made of it so far. The questions
 * asked of a token here are those by which clauses are told apart.
 */
export class Clauses {
  readonly drafts: Draft[] = [];
  /** An illness has been told of, here or before: those struck are of it. */
  illness = false;
  /** What the sentences before have told to have befallen one person. */
  toldOfOne: ReadonlySet<Measure> = new Set();
  private readonly owners = new Map<QuantityAnnotation, Draft>();
  private readonly used = new Set<QuantityAnnotation>();
  /** The tokens of the sentence that play a part, in order: most do not, and are passed over. */
  readonly cued: readonly number[];

  constructor(
    readonly layer: TextLayer,
    readonly sentence: Sentence,
    private readonly cues: readonly (Cue | null)[],
    private readonly starts: readonly (QuantityAnnotation | undefined)[],
    private readonly persons: NamedPersons,
    readonly words: FigureWords,
  ) {
    const cued: number[] = [];
    for (let at = sentence.first; at < sentence.last; at++) if (cues[at]) cued.push(at);
    this.cued = cued;
  }

  get first(): number {
    return this.sentence.first;
  }
  get last(): number {
    return this.sentence.last;
  }

  get joined(): JoinedLetters {
    return this.words.joined;
  }
  get particles(): FigureParticles {
    return this.words.particles;
  }
  get pronouns(): FigurePronouns {
    return this.words.pronouns;
  }
  get shapes(): FigureShapes {
    return this.words.shapes;
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
    const role = this.role(at);
    if (!role?.headed || role.headed.enclitic !== role.harm?.enclitic) return role?.harm ?? null;
    // أقدم على قتل سالم, يعتزمان قتل أبيهما: what a preposition or a plan governs is the noun.
    return this.isGoverned(at) ? role.headed : role.harm;
  }
  /** Right behind a preposition written apart, or a verb that plans, no verb stands. */
  private isGoverned(at: number): boolean {
    const step = this.has(at - 1, "adverb") ? 2 : 1;
    return (
      this.particles.governsNoun(this.form(at - step)) ||
      this.particles.willBeDone(this.form(at - step)) ||
      // بسرعة نقل طفله: what is asked for.
      (this.has(at - step, "modal.demanded") && !this.isVerb(at - step)) ||
      (this.has(at - step, "modal.planned") && this.isVerb(at - step))
    );
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

  /** The person named at the token: where his name ends, and whether an office goes with it. */
  personAt(at: number): { readonly last: number; readonly role: boolean } | null {
    const name = this.inside(at) ? this.persons.startingAt(at) : null;
    return name && name.last <= this.last
      ? { last: name.last, role: name.value.role !== null }
      : null;
  }
  /** The person whose name ends right before the token. */
  personEndingAt(at: number): { readonly first: number } | null {
    const name = this.inside(at - 1) ? this.persons.endingAt(at) : null;
    return name && name.first >= this.first ? { first: name.first } : null;
  }
  /** The token is one of several that make a name. */
  isInsideName(at: number): boolean {
    return this.persons.isInsideName(at);
  }
  /** First token of the place whose name ends before a token; null where none does. */
  placeBefore(at: number): number | null {
    return this.inside(at - 1) ? (this.persons.placeEndingAt(at)?.first ?? null) : null;
  }
  /** كان and its kin. */
  isBeing(at: number): boolean {
    return this.inside(at) && (this.layer.words[at]?.classes.has("be") ?? false);
  }
  /** A first name, whether or not a name was read that begins with it. */
  isGivenName(at: number): boolean {
    return this.inside(at) && (this.layer.words[at]?.classes.has("given-name") ?? false);
  }
  /** May go on a name: a word of names, or one that plays no part anywhere. */
  isNameLike(at: number): boolean {
    if (!this.isWord(at) || this.cue(at) || this.isPreposition(at)) return false;
    // متأثرا: the ending of an adverbial accusative.
    if (this.shapes.isAdverbial(this.form(at))) return false;
    for (const name of this.layer.words[at]?.classes ?? []) {
      if (!NAME_CLASSES.has(name)) return false;
    }
    return true;
  }
  /** A word that no lexicon has. */
  isUnknown(at: number): boolean {
    return this.isWord(at) && (this.layer.words[at]?.readings.length ?? 0) === 0;
  }
  /** ثالث, الرابعة: an ordinal in letters. */
  isOrdinal(at: number): boolean {
    const classes = this.inside(at) ? this.layer.words[at]?.classes : undefined;
    return (classes?.has("number.ordinal") || classes?.has("number.ordinal-feminine")) ?? false;
  }
  isOffice(at: number): boolean {
    return this.inside(at) && (this.layer.words[at]?.classes.has("office") ?? false);
  }
  /** المدعو: "the one called", before a name. */
  isCalling(at: number): boolean {
    return this.inside(at) && (this.layer.words[at]?.classes.has("calling") ?? false);
  }
  /** A title, or a word that stands before names: السيد, المدعو. */
  isAddress(at: number): boolean {
    const classes = this.inside(at) ? this.layer.words[at]?.classes : undefined;
    return classes !== undefined && ADDRESSES.some((name) => classes.has(name));
  }
  /** The measure that the entry at the token names. */
  measureAt(at: number): Measure | null {
    return this.role(at)?.measure ?? null;
  }
  /** Words of a class stand behind the token, in reach of a verb. */
  isMet(at: number, needs: Flag): boolean {
    for (let to = at + 1; to < at + REACH && !this.isHardStop(to); to++) {
      if (this.has(to, needs)) return true;
    }
    return false;
  }
  /** A figure made so far has its count inside the tokens. */
  isTaken(first: number, last: number): boolean {
    for (let to = this.drafts.length - 1; to >= 0; to--) {
      const draft = this.drafts[to];
      if (!draft || draft.quantity === null) continue;
      const { quantity } = draft;
      if (quantity.first < last && quantity.last > first) return true;
      if (to < this.drafts.length - LOOK_BACK) return false;
    }
    return false;
  }

  some(flag: Flag): boolean {
    return this.cued.some((at) => this.has(at, flag));
  }

  isWord(at: number): boolean {
    return this.inside(at) && this.layer.tokens[at]?.kind === "word";
  }
  isComma(at: number): boolean {
    const form = this.form(at);
    return form === "،" || form === ",";
  }
  /** With the ending of an indefinite noun that is an object. */
  isAccusative(at: number): boolean {
    return this.shapes.isAccusative(this.form(at));
  }
  /** A mark that no clause runs over. */
  isHardStop(at: number): boolean {
    return !this.inside(at) || HARD_STOPS.has(this.form(at));
  }
  /** A verb of another clause; a harm word is asked for by itself. */
  isVerb(at: number): boolean {
    return this.has(at, "verb");
  }
  /** A verb and nothing else, whether or not it may end a clause. */
  isAnyVerb(at: number): boolean {
    const readings = this.inside(at) ? (this.layer.words[at]?.readings ?? []) : [];
    return readings.length > 0 && readings.every(({ entry }) => entry.pos === "verb");
  }
  /** Some verb it may be stands in the present. */
  isPresentVerb(at: number): boolean {
    const readings = this.inside(at) ? (this.layer.words[at]?.readings ?? []) : [];
    return readings.some(({ entry, tense }) => entry.pos === "verb" && tense === "present");
  }
  /** سيتم, ستسلم: a joined س. */
  isFutureVerb(at: number): boolean {
    const readings = this.inside(at) ? this.layer.words[at]?.readings : undefined;
    // ساحلي is an adjective, though its letters are also a verb with س.
    const isNoun = readings?.some(({ entry }) => entry.pos === "adjective");
    const first = readings?.find(({ entry }) => entry.pos === "verb");
    return isNoun !== true && first?.preposition === this.joined.will;
  }
  /** What ends the reach of a verb or noun to its right. */
  isBoundary(at: number): boolean {
    const role = this.role(at);
    if (!role) return this.isHardStop(at);
    if (role.harm && !role.harm.open && !this.quantityAt(at)) return true;
    const { flags } = role;
    return (
      (flags.has("verb") && !this.persons.isInsideName(at)) ||
      flags.has("that") ||
      flags.has("relative") ||
      flags.has("harm.cancel")
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
    const quoted = QUOTES.has(this.form(quantity.first - 1));
    const at = quoted ? quantity.first - 2 : quantity.first - 1;
    if (quoted && this.layer.words[at]?.classes.has("prep.by")) return true;
    return this.has(at, "preposition") && !this.has(at, "verb");
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
