import type { Medium, Stance } from "../../core/codes.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { mediumOf } from "./asides.js";
import type { Attribution, Speaker, TokenRange } from "./attribution-reading.js";
import { isColumn } from "./column.js";
import type { OwnOutlet } from "./own-outlet.js";
import { closingOfSpeech, endOfQuoted, isClosedLater } from "./quotation.js";
import type { Saying, Told } from "./saying.js";
import { beginningOf, dropEmpty, isEmbedded, isQuotedInside } from "./saying-bounds.js";
import type { Scene } from "./scene.js";
import { isDeeper, takenUp } from "./speaker-chain.js";
import { resumes, takesUpAgain } from "./speech-resumed.js";
import { modalityOf, stanceAt } from "./stance.js";
import { refusalOfName } from "./withheld.js";

/** Rule of a speech that was begun in an earlier sentence. */
const CARRIED = "attribution.carried";

/** "طالبا عدم الكشف عن اسمه" has at most so many tokens. */
const LONGEST_REFUSAL = 8;
/** A verb may take up one of so many who spoke last. */
const MOST_SPOKEN = 4;

/** A speech that goes on over the end of its sentence. */
interface Carry {
  readonly chain: readonly Speaker[];
  readonly stance: Stance;
  readonly medium: Medium | null;
  readonly paragraph: number;
  /** A colon's speech ends with its paragraph, a quotation at its mark, a document with the report. */
  readonly until: "paragraph" | "mark" | "end";
}

/** Who has been speaking so far, and what has been read; the readers of this layer write into it. */
export class Speech {
  readonly found: Attribution[] = [];
  /** Those who spoke last, the latest at the end. */
  private spoke: (readonly Speaker[])[] = [];
  private carry: Carry | null = null;
  /** Index in `found` of the sentence's first. */
  firstOfSentence = 0;
  /** Tokens of this sentence before this one stand in a quotation begun before it. */
  private quotedTo = 0;

  constructor(
    readonly scene: Scene,
    readonly own: OwnOutlet,
  ) {}

  private column: boolean | null = null;

  /** In a column only who is known to speak speaks; asked of few reports, so worked out on demand. */
  get isColumn(): boolean {
    this.column ??= isColumn(this.scene.layer);
    return this.column;
  }

  /** The chain last in force, which وأضاف and مشيرا take up. */
  get current(): readonly Speaker[] | null {
    return this.spoke.at(-1) ?? null;
  }

  set current(chain: readonly Speaker[] | null) {
    if (!chain) this.spoke = [];
    else if (chain !== this.current) this.spoke = [...this.spoke.slice(1 - MOST_SPOKEN), chain];
  }

  /** The chain that a verb without a subject of its own takes up, of those who spoke last. */
  takenUp(verb: Reading, anew: boolean): readonly Speaker[] | null {
    return takenUp(this.scene, this.spoke, verb, anew);
  }

  /** "وطالب العلي بكذا", behind "قال سالم العلي": the word is a part of the name of one who spoke lately. */
  isNamePartOfSpeaker(word: string): boolean {
    return this.spoke.some((chain) =>
      chain.some((link) => {
        for (let at = link.first + 1; at < link.last; at++)
          if (this.scene.form(at) === word) return true;
        return false;
      }),
    );
  }

  /** "أوضح ذلك المدير، مشيرا إلى": somebody has spoken in this sentence of what was told before it. */
  hasPointed = false;

  /** Begins a sentence: what a speech begun before still says of it. */
  begin(sentence: Sentence): void {
    this.hasPointed = false;
    this.firstOfSentence = this.found.length;
    this.quotedTo = 0;
    const { carry, scene } = this;
    if (!carry) {
      this.goOnWithThat(sentence);
      return;
    }
    const left = carry.until === "paragraph" && carry.paragraph !== sentence.paragraph;
    if (sentence.heading || left || (carry.until === "paragraph" && resumes(scene, sentence))) {
      this.carry = null;
      return;
    }
    let last = sentence.last;
    if (carry.until === "mark") {
      if (takesUpAgain(scene, sentence)) {
        this.carry = null;
        return;
      }
      const close = closingOfSpeech(scene, sentence.first, sentence.last);
      if (close !== null) {
        last = close + 1;
        this.carry = null;
      }
      this.quotedTo = last;
    }
    const cue = { first: sentence.first, last: sentence.first };
    this.add(CARRIED, sentence.first, last, {
      direct: true,
      cue,
      ...carry,
      quoted: null,
    });
  }

  /** "قال إن الحصار مستمر. وأن المساعدات لم تصل": a sentence that begins with "and that" goes on with the one before. */
  private goOnWithThat({ first, last, heading }: Sentence): void {
    const { scene, current } = this;
    // "وان كان": even if.
    if (heading || !current || scene.has(first + 1, "be")) return;
    if (!scene.shape.isAndThat(scene.written(first))) return;
    const before = this.found.at(-1);
    if (
      !before ||
      scene.layer.sentenceOf[before.last - 1] !== (scene.layer.sentenceOf[first] ?? 0) - 1
    )
      return;
    this.add(CARRIED, first + 1, last, { chain: current, cue: { first, last: first + 1 } });
  }

  /** Between the marks of somebody's words, who may speak there of what others say and do. */
  isQuotedAt(at: number): boolean {
    if (at < this.quotedTo) return true;
    const { quoted, chain } = this.enclosing(at)?.value ?? {};
    if (!quoted || !chain || at < quoted.first || at >= quoted.last) return false;
    return this.scene.isQuote(quoted.last) || this.leavesOpen(chain);
  }

  /** The text of a statement follows, in the mouth of whoever issued it, to the end of the report. */
  carryToEnd(paragraph: number): void {
    if (!this.current) return;
    this.carry = {
      chain: this.current,
      stance: "states",
      medium: "statement",
      paragraph,
      until: "end",
    };
  }

  /** Something has been read in this report already. */
  hasFound(): boolean {
    return this.found.length > 0;
  }

  /** Somebody else speaks from a token on: what is carried ends there. */
  passTo(chain: readonly Speaker[], at: number): void {
    this.endHere(at);
    this.carry = null;
    this.current = chain;
  }

  /** Somebody has his say behind the mark at a token, to the end of his paragraph. */
  turn(at: number, chain: readonly Speaker[], { last }: TokenRange): void {
    const { scene } = this;
    this.passTo(chain, at);
    this.found.splice(this.firstOfSentence);
    const { sentences, sentenceOf } = scene.layer;
    const paragraph = sentences[sentenceOf[at] ?? 0]?.paragraph ?? 0;
    this.carry = { chain, stance: "states", medium: null, paragraph, until: "paragraph" };
    this.add("attribution.turn", at + 1, last, {
      chain,
      direct: true,
      cue: { first: at, last: at + 1 },
    });
  }

  /** The outlet speaks itself: nobody is carried on. */
  silence(): void {
    this.current = null;
    this.carry = null;
  }

  add(rule: string, first: number, last: number, told: Told): void {
    if (!this.hasWords(first, last)) return;
    const { chain, cue, stance = "states", medium = null, direct = false } = told;
    const { quoted = null, modality = "asserted" } = told;
    this.found.push({
      first,
      last,
      rule,
      value: { chain, cue, stance, medium, direct, quoted, modality },
    });
  }

  /** Marks alone are nothing said. */
  private hasWords(first: number, last: number): boolean {
    for (let at = first; at < last; at++) if (this.scene.token(at)?.kind !== "punct") return true;
    return false;
  }

  /** Adds what a saying says, from its start to the end of the sentence, and carries it on if open. */
  addSaying(
    { rule, at, reading, chain, medium, start, last: end, opening }: Saying,
    sentence: Sentence,
  ): void {
    const { scene } = this;
    const quoteAt =
      opening?.kind === "quote" ? opening.first : scene.opensQuote(start) ? start : null;
    const close = quoteAt === null ? null : scene.closingQuote(quoteAt, sentence.last);
    const limit = end ?? sentence.last;
    const said =
      quoteAt === null || close === null
        ? null
        : endOfQuoted(scene, { first: quoteAt, last: close + 1 }, limit, opening?.kind === "that");
    const last = said ?? limit;
    const told = {
      chain,
      stance: stanceAt(scene, at, reading, start, sentence.last, opening),
      medium: medium ?? mediumOf(reading),
      direct: (quoteAt !== null && start >= quoteAt) || opening?.kind === "colon",
      quoted: quoteAt === null ? null : { first: quoteAt + 1, last: close ?? sentence.last },
      cue: { first: at, last: at + 1 },
      modality: modalityOf(scene, at, reading),
    };
    // "قال: إن كذا. لكن الطريق مغلق": behind "that" a colon opens its own sentence and no more.
    const open =
      quoteAt === null
        ? opening?.kind === "colon" && !scene.has(start, "that")
        : close === null && isClosedLater(scene, sentence.last);
    const { stance } = told;
    // What is quoted inside a speech does not end it.
    const inside = this.carry !== null && isDeeper(chain, this.carry.chain);
    this.carry =
      inside || this.carry?.until === "end"
        ? this.carry
        : open
          ? {
              chain,
              stance,
              medium: told.medium,
              // "وجاء في البيان:": what it says fills the next paragraph.
              paragraph: this.hasWords(start, sentence.last)
                ? sentence.paragraph
                : sentence.paragraph + 1,
              until: quoteAt === null ? "paragraph" : "mark",
            }
          : null;
    this.add(rule, start, last, told);
  }

  /** What is being said in this sentence ends at a token. */
  endHere(at: number): void {
    for (let index = this.firstOfSentence; index < this.found.length; index++) {
      const found = this.found[index];
      if (found && found.first < at && at < found.last) this.found[index] = { ...found, last: at };
    }
  }

  /**
   * "…، طالبا عدم ذكر اسمه" behind what is said: that ends there, and who said it is unnamed.
   * @returns whether it stands at the token
   */
  withhold(at: number, limit: number): boolean {
    const { scene } = this;
    const outer = this.enclosing(at);
    const origin = outer?.value.chain.at(-1);
    if (!outer || !origin || refusalOfName(scene, at, Math.min(limit, at + LONGEST_REFUSAL)) !== at)
      return false;
    const unnamed: Speaker = { ...origin, kind: "anonymous", withheld: true };
    for (let index = this.firstOfSentence; index < this.found.length; index++) {
      const found = this.found[index];
      if (!found?.value.chain.includes(origin)) continue;
      const chain = found.value.chain.map((link) => (link === origin ? unnamed : link));
      const last = found.first < at ? Math.min(found.last, at) : found.last;
      this.found[index] = { ...found, last, value: { ...found.value, chain } };
    }
    this.current = outer.value.chain.map((link) => (link === origin ? unnamed : link));
    return true;
  }

  /** What these speakers say goes on, in its quotation marks, behind the end of its sentence. */
  leavesOpen(chain: readonly Speaker[]): boolean {
    return this.carry?.until === "mark" && this.carry.chain === chain;
  }

  /**
   * "زميله الذي عزا الحادث إلى السرعة، مضيفا أن": who spoke in the clause that ends right in front of a token,
   * where nobody quotes him.
   */
  besideOf(at: number): readonly Speaker[] | null {
    const last = this.found.at(-1);
    const comma = this.scene.isComma(at - 1) ? at - 1 : at;
    const beside = this.found.length > this.firstOfSentence;
    if (!last || !beside || last.last !== comma || this.current === null) return null;
    if (!this.scene.has(last.value.cue.first - 1, "relative")) return null;
    return isDeeper(last.value.chain, this.current) ? null : last.value.chain;
  }

  /** Somebody has spoken in this sentence already; one carried over from before does not count. */
  hasSpoken(): boolean {
    if (this.hasPointed) return true;
    for (let index = this.firstOfSentence; index < this.found.length; index++) {
      if (this.found[index]?.rule !== CARRIED) return true;
    }
    return false;
  }

  /** The innermost attribution of this sentence that holds a token. */
  enclosing(at: number): Attribution | null {
    for (let index = this.found.length - 1; index >= this.firstOfSentence; index--) {
      const found = this.found[index];
      if (found && found.first <= at && at < found.last) return found;
    }
    return null;
  }

  /**
   * Ends a sentence: a saying ends where the next one begins, unless the next is quoted inside it.
   * The sayings come in text order, so each looks only as far as the first that ends it.
   */
  end(): void {
    dropEmpty(this.found, this.firstOfSentence);
    for (let index = this.firstOfSentence; index < this.found.length; index++) {
      const earlier = this.found[index];
      if (!earlier) continue;
      for (let other = index + 1; other < this.found.length; other++) {
        const later = this.found[other];
        if (!later || later.value.cue.first <= earlier.first) continue;
        if (later.value.cue.first >= earlier.last) break;
        if (isQuotedInside(earlier, later) || isEmbedded(this.scene, later)) continue;
        const last = Math.max(earlier.first + 1, beginningOf(this.scene, later, earlier.first));
        this.found[index] = { ...earlier, last };
        break;
      }
    }
  }
}
