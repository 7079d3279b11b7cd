import { type Medium, MODALITIES, type Modality, STANCES, type Stance } from "../../core/codes.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { mediumOf } from "./asides.js";
import type { Attribution, Speaker, TokenRange } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import type { OwnOutlet } from "./own-outlet.js";
import type { Scene } from "./scene.js";

/** Rule of a speech that was begun in an earlier sentence. */
const CARRIED = "attribution.carried";

/** The first word of a sentence stands this near to its head, behind stray marks. */
const RESUMING_REACH = 3;
/** Words of the content in which a crime is named that makes it an accusation. */
const STANCE_REACH = 10;

/** A speech that goes on over the end of its sentence. */
interface Carry {
  readonly chain: readonly Speaker[];
  readonly stance: Stance;
  readonly medium: Medium | null;
  readonly paragraph: number;
  /** A colon's speech ends with its paragraph, a quotation at its mark, a document with the report. */
  readonly until: "paragraph" | "mark" | "end";
}

/** A verb, participle or document that says something, as one of the readers found it. */
export interface Saying {
  readonly rule: string;
  readonly at: number;
  readonly reading: Reading;
  readonly chain: readonly Speaker[];
  readonly medium: Medium | null;
  /** First token of the content. */
  readonly start: number;
  /** Where the content ends at the latest; without it, with its sentence. */
  readonly last?: number;
  readonly opening: Opening | null;
}

interface Told {
  readonly chain: readonly Speaker[];
  readonly stance?: Stance;
  readonly medium?: Medium | null;
  readonly direct?: boolean;
  readonly cue: TokenRange;
  readonly quoted?: TokenRange | null;
  readonly modality?: Modality;
}

/** Who has been speaking so far, and what has been read; the readers of this layer write into it. */
export class Speech {
  readonly found: Attribution[] = [];
  /** The chain last in force, which وأضاف and مشيرا take up. */
  current: readonly Speaker[] | null = null;
  private carry: Carry | null = null;
  /** Index in `found` of the sentence's first. */
  firstOfSentence = 0;

  constructor(
    readonly scene: Scene,
    readonly own: OwnOutlet,
  ) {}

  /** Begins a sentence: what a speech begun before still says of it. */
  begin(sentence: Sentence): void {
    this.firstOfSentence = this.found.length;
    const { carry, scene } = this;
    if (!carry) return;
    const left = carry.until === "paragraph" && carry.paragraph !== sentence.paragraph;
    if (sentence.heading || left || (carry.until === "paragraph" && this.resumes(sentence))) {
      this.carry = null;
      return;
    }
    let last = sentence.last;
    if (carry.until === "mark") {
      for (let at = sentence.first; at < sentence.last && this.carry; at++) {
        if (!scene.isQuote(at) || scene.opensQuote(at)) continue;
        last = at + 1;
        this.carry = null;
      }
    }
    const cue = { first: sentence.first, last: sentence.first };
    this.add(CARRIED, sentence.first, last, {
      direct: true,
      cue,
      ...carry,
      quoted: null,
    });
  }

  /** A sentence that begins with a verb of saying of its own, outside quotation marks: the colon's speech is over. */
  private resumes({ first, last }: Sentence): boolean {
    const { scene } = this;
    let at = first;
    while (at < Math.min(last, first + RESUMING_REACH) && !scene.isWord(at)) {
      if (scene.opensQuote(at)) return false;
      at++;
    }
    if (scene.has(at, "clause.front") || scene.has(at, "aspect")) at++;
    const reading =
      scene.reading(at, "speech.verb") ??
      scene.reading(at, "speech.continue") ??
      scene.reading(at, "speech.relay");
    return reading !== null && reading.tense !== null && !scene.isFirstPerson(at, reading);
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

  /** The outlet speaks itself: nobody is carried on. */
  silence(): void {
    this.current = null;
    this.carry = null;
  }

  add(rule: string, first: number, last: number, told: Told): void {
    if (last <= first) return;
    const { chain, cue, stance = "states", medium = null, direct = false } = told;
    const { quoted = null, modality = "asserted" } = told;
    this.found.push({
      first,
      last,
      rule,
      value: { chain, cue, stance, medium, direct, quoted, modality },
    });
  }

  /** Adds what a saying says, from its start to the end of the sentence, and carries it on if open. */
  addSaying(
    { rule, at, reading, chain, medium, start, last: end, opening }: Saying,
    sentence: Sentence,
  ): void {
    const { scene } = this;
    const last = end ?? sentence.last;
    const quoteAt =
      opening?.kind === "quote" ? opening.first : scene.opensQuote(start) ? start : null;
    const close = quoteAt === null ? null : scene.closingQuote(quoteAt, sentence.last);
    const told = {
      chain,
      stance: this.stanceAt(at, reading, start, sentence.last, opening),
      medium: medium ?? mediumOf(reading),
      direct: quoteAt !== null || opening?.kind === "colon",
      quoted: quoteAt === null ? null : { first: quoteAt + 1, last: close ?? sentence.last },
      cue: { first: at, last: at + 1 },
      modality: modalityOf(reading),
    };
    const open = quoteAt === null ? opening?.kind === "colon" : close === null;
    const { stance } = told;
    const outer = this.enclosing(at);
    // What is quoted inside a speech does not end it.
    const inside = outer?.rule === CARRIED && chain.length > outer.value.chain.length;
    this.carry =
      inside || this.carry?.until === "end"
        ? this.carry
        : open
          ? {
              chain,
              stance,
              medium: told.medium,
              paragraph: sentence.paragraph,
              until: quoteAt === null ? "paragraph" : "mark",
            }
          : null;
    this.add(rule, start, last, told);
  }

  /**
   * The stance of the verb, sharpened by the first words of what is said: "confirmed its
   * condemnation" condemns, "that it is a war crime" accuses, "what it says is" only alleges.
   */
  private stanceAt(
    at: number,
    reading: Reading,
    start: number,
    limit: number,
    opening: Opening | null,
  ): Stance {
    const { scene } = this;
    const stance = stanceOf(reading);
    if (stance !== "states" && stance !== "confirms") return stance;
    if (scene.has(at - 1, "what") && reading.tense === "present") return "alleges";
    for (let next = start; next < Math.min(limit, start + STANCE_REACH); next++) {
      const own = opening === null && next <= start + 1;
      const noun = own ? scene.reading(next, "speech.renewed") : null;
      const named = noun ?? scene.unit(next, "speech.accusing")?.reading;
      if (named?.entry.features["stance"]) return stanceOf(named);
    }
    return stance;
  }

  /** Somebody has spoken in this sentence already; one carried over from before does not count. */
  hasSpoken(): boolean {
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
    for (let index = this.firstOfSentence; index < this.found.length; index++) {
      const earlier = this.found[index];
      if (!earlier) continue;
      for (let other = index + 1; other < this.found.length; other++) {
        const later = this.found[other];
        if (!later || later.value.cue.first <= earlier.first) continue;
        if (later.value.cue.first >= earlier.last) break;
        if (isQuotedInside(earlier, later)) continue;
        const last = Math.max(earlier.first + 1, later.value.cue.first);
        this.found[index] = { ...earlier, last };
        break;
      }
    }
  }
}

function isQuotedInside(outer: Attribution, inner: Attribution): boolean {
  if (inner.rule === "attribution.hearsay") return true;
  const { chain } = inner.value;
  return (
    chain.length > outer.value.chain.length &&
    outer.value.chain.every((link) => chain.includes(link))
  );
}

function stanceOf(reading: Reading): Stance {
  return STANCES.find((known) => known === reading.entry.features["stance"]) ?? "states";
}

function modalityOf(reading: Reading): Modality {
  return MODALITIES.find((known) => known === reading.entry.features["modality"]) ?? "asserted";
}
