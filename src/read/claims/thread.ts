import type { TextLayer } from "../../text/layer.js";

/** Lines from the top in which a report tells where it plays. */
const LEAD_LINES = 4;
/** Sentences, headings aside, from the top in which it tells when; headings and captions among them. */
const DATED_SENTENCES = 3;
const DATED_LINES = 8;
/** Sentences of a paragraph over which a place or day still holds. */
const CARRY_SENTENCES = 6;
/** Sentences back to which "the attack" in a new paragraph may point. */
const BACK_SENTENCES = 3;
/** A first sentence of at most so many tokens is a headline: the next tell where. */
const LONGEST_HEADLINE = 16;

/** Tokens between "had" and its verb: the subject. */
const LONGEST_SUBJECT = 12;

/** Which sentences tell of the same: for what a sentence leaves to those around it. */
export class Thread {
  /** The lines at the top that tell where the news is. */
  private readonly lead: readonly number[];
  /** The lines at the top that tell when it was. */
  private readonly dated: readonly number[];
  /** By sentence: the last one up to it that turns to another piece of news; -1 for none. */
  private readonly turned: Int32Array;

  constructor(private readonly layer: TextLayer) {
    const { sentences } = layer;
    this.lead = [...Array(Math.min(LEAD_LINES, sentences.length)).keys()];
    const dated: number[] = [];
    let told = 0;
    for (let at = 0; at < Math.min(DATED_LINES, sentences.length); at++) {
      if (told >= DATED_SENTENCES) break;
      dated.push(at);
      if (!sentences[at]?.heading) told++;
    }
    this.dated = dated;
    this.turned = new Int32Array(sentences.length).fill(-1);
    let turn = -1;
    for (let at = 0; at < sentences.length; at++) {
      if (this.turnsAway(at)) turn = at;
      this.turned[at] = turn;
    }
  }

  /**
   * The lead, where the sentence goes on with its news: nothing behind "on another note", and of
   * what follows nothing that had happened before.
   */
  leadOf(sentence: number): readonly number[] {
    return this.newsOf(this.lead, sentence);
  }

  /** The same of the lines that tell when. */
  datedOf(sentence: number): readonly number[] {
    return this.newsOf(this.dated, sentence);
  }

  private newsOf(lines: readonly number[], sentence: number): readonly number[] {
    if ((this.turned[sentence] ?? -1) >= 0) return [];
    return lines.filter((at) => at <= sentence || !this.looksBack(at));
  }

  /** The sentences before it that tell of the same, nearest first. */
  before(sentence: number): readonly number[] {
    const { sentences } = this.layer;
    const paragraph = sentences[sentence]?.paragraph;
    const found: number[] = [];
    const back = this.pointsBack(sentence) ? BACK_SENTENCES : 0;
    const from = Math.max(0, sentence - CARRY_SENTENCES, this.turned[sentence] ?? -1);
    for (let at = sentence - 1; at >= from; at--) {
      const same = sentences[at]?.paragraph === paragraph;
      if (!same && sentence - at > back) break;
      if (sentences[at]?.heading && !same) break;
      found.push(at);
    }
    return found;
  }

  /**
   * "The explosion" of the next sentences of the lead: these tell more of a headline's news.
   * @param open the sentence itself leaves open where: "in the north of the country"
   */
  isTakenUp(sentence: number, open: boolean): boolean {
    const told = this.layer.sentences[sentence];
    if (!told || !(open || told.heading || told.last - told.first <= LONGEST_HEADLINE))
      return false;
    return this.lead.some((at) => at > sentence && this.pointsBack(at));
  }

  /** "وأضاف", "القصف أسفر": goes on with what the paragraph before told. */
  pointsBack(sentence: number): boolean {
    const told = this.layer.sentences[sentence];
    if (!told) return false;
    for (let at = told.first; at < told.last; at++) {
      const word = this.layer.words[at];
      if (word?.classes.has("scene-back")) return true;
      if (at < told.first + 2 && word?.classes.has("speech.continue")) return true;
    }
    return false;
  }

  /** "وكان نشطاء قد رصدوا": opens with what had been before. */
  private looksBack(sentence: number): boolean {
    const told = this.layer.sentences[sentence];
    if (!told || !this.layer.words[told.first]?.classes.has("be")) return false;
    const until = Math.min(told.last, told.first + LONGEST_SUBJECT);
    for (let at = told.first + 1; at < until; at++)
      if (this.layer.words[at]?.classes.has("possible.present")) return true;
    return false;
  }

  /** "وعلى صعيد آخر": opens with words for another piece of news. */
  private turnsAway(sentence: number): boolean {
    const at = this.layer.sentences[sentence]?.first ?? -1;
    const phrases = this.layer.phrases[at];
    return phrases?.some(({ reading }) => reading.entry.classes.includes("scene-new")) === true;
  }
}
