import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import { perWord } from "../../text/per-word.js";
import { mainReading, type Reading, type Word } from "../../text/word.js";
import type { TokenRange } from "../attribution/attribution-reading.js";
import { isClassed } from "../classed.js";
import type { NameMention } from "../names/mention.js";
import type { Cue } from "./cue.js";

/** A name with the titles that introduce it, as one noun phrase. */
export interface NamePhrase extends TokenRange {
  readonly mention: NameMention;
}

/** Verbs of so few letters are written like their verbal nouns. */
const SHORT_FORM = 3;
/** Words that a noun follows, and how many of them make one. */
const TAKE_NOUNS: readonly string[] = [
  "event.before",
  "event.after",
  "event.means",
  "event.cause",
  "event.again",
];
const LONGEST_MARK = 3;
/** Tokens back to the verb of the same clause, and what ends that clause. */
const CLAUSE_REACH = 10;
/** Tokens of a verbal noun with what completes it, before one that is joined to it. */
const DEED_REACH = 3;
const ENDS: readonly string[] = ["that", "relative", "clause", "what"];
const NO_WORD: Word = {
  form: "",
  readings: [],
  classes: new Set(),
  startsPhrase: false,
  memo: [],
};

type Likeliest = (word: Word) => Reading | null;
const likeliest = new WeakMap<LanguagePack, Likeliest>();

/** Worked out once for each word of a language. */
function likeliestIn(pack: LanguagePack): Likeliest {
  let known = likeliest.get(pack);
  if (!known) likeliest.set(pack, (known = perWord((word) => likeliestOf(word, pack))));
  return known;
}

/**
 * The first reading, or the first that tells more than "an ordinary word": a verb only where its
 * shape is no noun's too.
 */
function likeliestOf(word: Word, { events }: LanguagePack): Reading | null {
  const [first = null] = word.readings;
  const main = mainReading(word);
  if (!main || main === first) return first;
  return main.entry.pos === "verb" && !events.isVerbShape(main, word) ? first : main;
}

/** Classes of number words from one to millions. */
const NUMBERS: readonly string[] = [
  "number.unit",
  "number.tens",
  "number.teen",
  "number.hundred",
  "number.hundreds",
  "number.scale",
  "number.scale-alif",
  "number.scale-dual",
  "number.scale-plural",
];

/** Looking at the tokens of one text for events; shared by the parts of this layer. */
export class EventScene {
  private readonly names: (NamePhrase | undefined)[];
  private readonly times: (TokenRange | undefined)[];
  /** Tokens inside a time expression. */
  private readonly timed: Uint8Array;
  private readonly likeliest: Likeliest;

  constructor(
    readonly layer: TextLayer,
    readonly pack: LanguagePack,
    readonly cues: readonly (Cue | null)[],
    mentions: readonly NameMention[],
    times: readonly Annotation<unknown>[],
  ) {
    this.likeliest = likeliestIn(pack);
    this.names = new Array(layer.tokens.length);
    this.times = new Array(layer.tokens.length);
    this.timed = new Uint8Array(layer.tokens.length);
    for (const time of times) {
      this.times[time.first] = time;
      this.timed.fill(1, time.first, time.last);
    }
    for (const mention of mentions) {
      const before = mention.value.roles.filter((role) => role.last <= mention.first);
      const first = Math.min(mention.first, ...before.map((role) => role.first));
      // An office without a holder takes in the body that it is held of.
      const alone = mention.value.head !== "name" && !this.hasArticle(mention.first);
      const last = alone
        ? Math.max(mention.last, ...mention.value.roles.map((role) => role.last))
        : mention.last;
      const known = this.names[first];
      if (!known || known.last < last || known.mention.value.kind !== "person") {
        this.names[first] = { first, last, mention };
      }
      if (first !== mention.first) {
        this.names[mention.first] ??= { first: mention.first, last: mention.last, mention };
      }
    }
  }

  /** القوات الموالية للرئيس: to whom they are loyal completes the phrase before, and no role of the verb. */
  completesLoyalty({
    start,
    first,
    prep,
  }: {
    readonly start: number;
    readonly first: number;
    readonly prep: string;
  }): boolean {
    return (
      start === first && prep === this.pack.names.dative && this.marks(start - 1, "event.loyal")
    );
  }

  private readonly isListed = (form: string): boolean => this.pack.lexicon.hasStem(form);

  form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }
  raw(at: number): string {
    const token = this.layer.tokens[at];
    return token ? this.layer.text.slice(token.start, token.end) : "";
  }
  name(at: number): NamePhrase | null {
    return this.names[at] ?? null;
  }
  /** End of the time expression that starts here; `at` where none does. */
  afterTime(at: number): number {
    return this.times[at]?.last ?? at;
  }
  cue(at: number): Cue | null {
    return this.cues[at] ?? null;
  }
  has(at: number, name: string): boolean {
    if (!isClassed(this.layer, at)) return false;
    const classes = this.layer.words[at]?.classes;
    if (!classes) return false;
    // أربعة, عشرين, مئة: the lexicon has a class for each order of number words.
    return classes.has(name) || (name === "number" && NUMBERS.some((of) => classes.has(of)));
  }
  marks(at: number, mark: string): boolean {
    return this.cues[at]?.marks.has(mark) ?? false;
  }
  /** The likeliest reading that tells what kind of word it is, else the first. */
  first(at: number): Reading | null {
    const word = this.layer.words[at];
    return word ? this.likeliest(word) : null;
  }
  /** The reading that tells of an event, else the first. */
  private telling(at: number): Reading | null {
    const cue = this.cue(at);
    return cue?.masdars[0]?.reading ?? cue?.names[0]?.reading ?? this.first(at);
  }
  isWord(at: number): boolean {
    return this.layer.tokens[at]?.kind === "word";
  }
  isComma(at: number): boolean {
    const form = this.form(at);
    return form === "،" || form === "," || form === "-" || form === "–";
  }

  isDash(at: number): boolean {
    const form = this.form(at);
    return form === "-" || form === "–";
  }

  /** A finite verb by its likeliest reading, unless the word before makes a noun of it. */
  isVerb(at: number): boolean {
    const first = this.first(at);
    if (first?.entry.pos !== "verb") return false;
    return !this.isNominal(at);
  }
  opensSentence(at: number): boolean {
    return this.layer.sentenceOf[at - 1] !== this.layer.sentenceOf[at];
  }
  /** A preposition of its own stands before it in its sentence. */
  isBehindPreposition(at: number): boolean {
    return this.has(at - 1, "preposition") && !this.opensSentence(at);
  }
  /** A preposition in front, or a verb of doing (تم), makes a noun of a form that is also a verb. */
  isNominal(at: number): boolean {
    // What ends the sentence before, or the line above, makes nothing of it.
    const opens = this.opensSentence(at);
    // القبض عليهم ويواجهون: what is joined completes no preposition.
    if (this.isBehindPreposition(at) && !this.isJoined(at)) return true;
    if (!opens && this.has(at - 1, "negation.noun")) return true;
    if (this.bearsTanwin(at)) return true;
    // حكما بالسجن: of so few letters the dual of a verb is a noun in the accusative.
    const first = this.first(at);
    // تفجيران وقعا: behind a dual it is its verb.
    const isDual = first?.number === "dual" && first.tense === "past";
    if (isDual && first.stem.length <= SHORT_FORM + 1) return !this.followsDual(at);
    const before = opens ? null : this.cue(at - 1);
    if (before?.governors.some(({ frame }) => frame.passive)) return true;
    const isShort = this.form(at).length <= SHORT_FORM;
    if (!isShort && (this.cue(at)?.masdars.length ?? 0) === 0) return false;
    if (opens || this.tellsOfEvent(at)) return false;
    if (this.isIndefiniteNoun(at - 1) || this.goesOnFromDeed(at)) return true;
    return (
      this.first(at)?.tense === "past" && this.first(at)?.conjunction === "" && this.takesNoun(at)
    );
  }
  /** A dual noun, or its adjective, stands right before it. */
  private followsDual(at: number): boolean {
    if (this.opensSentence(at)) return false;
    const before = this.first(at - 1);
    return (
      this.has(at - 1, "relative") || (before?.entry.pos !== "verb" && before?.number === "dual")
    );
  }
  /** تفجير وقع: right behind an event's name, and no noun by its letters. */
  private tellsOfEvent(at: number): boolean {
    if (!this.cue(at)?.onsets.some(({ frame }) => frame.apart)) return false;
    const { masdars = [], names = [] } = this.cue(at - 1) ?? {};
    return masdars.length + names.length > 0 && !this.name(at - 1);
  }
  /** تخفيض الجريمة وضبط المخالفين: joined to a verbal noun. */
  private goesOnFromDeed(at: number): boolean {
    if (this.first(at)?.conjunction === "" || this.first(at)?.tense !== "past") return false;
    // وفرض حالة الطوارئ: a set phrase tells of the measure either way.
    if ((this.cue(at + 1)?.length ?? 1) > 1) return false;
    for (let to = at - 1; to >= Math.max(0, at - DEED_REACH); to--) {
      if (!this.isWord(to) || this.first(to)?.entry.pos === "verb") return false;
      const raw = this.raw(to);
      if (this.pack.events.isDeedShape(raw) && !this.name(to)) return true;
      // لرصد المخالفات وضبط: of three letters, behind "for the sake of".
      const reading = this.first(to);
      const isFor = reading?.preposition === this.pack.names.dative && !reading.article;
      if (isFor && reading.stem.length === SHORT_FORM && !this.has(to, "counted.person"))
        return true;
    }
    return false;
  }
  /** What stands before takes a noun: "after", "because of", "the chance of", or a verb. */
  private takesNoun(at: number): boolean {
    for (let to = at - 1; to >= Math.max(0, at - LONGEST_MARK); to--) {
      const cue = this.cue(to);
      if (!cue || to + cue.length !== at || this.name(to)) continue;
      const { marks } = cue;
      if (TAKE_NOUNS.some((mark) => marks.has(mark))) return !this.has(to, "clause.front");
    }
    return this.followsVerb(at);
  }
  /** Another finite verb stands before it in its clause: عاودت المدفعية أمس قصف المواقع. */
  private followsVerb(at: number): boolean {
    const isDeed = (this.cue(at)?.masdars.length ?? 0) > 0;
    for (let to = at - 1; to >= Math.max(0, at - CLAUSE_REACH); to--) {
      if (this.timed[to] === 1) continue;
      // A headline above ends in no mark.
      if (this.layer.sentenceOf[to] !== this.layer.sentenceOf[at]) return false;
      if (!this.isWord(to) && this.layer.tokens[to]?.kind !== "number") return false;
      if (ENDS.some((of) => this.has(to, of))) return false;
      if (this.name(to)) continue;
      // قرار البنك المركزي رفع الفائدة: what is decided, planned, feared, with the one who does.
      if (isDeed && this.isGoverning(to)) return true;
      const reading = this.first(to);
      if (reading?.entry.pos !== "verb") continue;
      // نفت الوزارة قصف المدرسة: a verb that takes verbal nouns, however few letters it has.
      if (isDeed && this.governs(to)) return true;
      return (
        !this.has(to, "aspect") &&
        !this.has(to, "be") &&
        this.pack.events.isVerbShape(reading, this.word(to))
      );
    }
    return false;
  }
  /** A verb that takes a verbal noun as its object, without a preposition. */
  private governs(at: number): boolean {
    const governors = this.cue(at)?.governors ?? [];
    return governors.some(({ frame }) => frame.by.size === 0 || frame.by.has("0"));
  }
  /** A noun that governs a deed which is not told as done. */
  isGoverning(at: number): boolean {
    const cue = this.cue(at);
    if (!cue?.marks.has("event.before") || cue.modality === "asserted") return false;
    // تراجع الطلب على السيارات: what buyers ask for, under the article, asks for no deed.
    if (this.hasArticle(at) && this.form(at + 1) === this.pack.events.upon) return false;
    return cue.modality !== null && !this.isVerb(at);
  }
  private word(at: number): Word {
    return this.layer.words[at] ?? NO_WORD;
  }
  /** قصفًا: the mark of the indefinite, which the folded form has lost. */
  bearsTanwin(at: number): boolean {
    const token = this.layer.tokens[at];
    if (!token || token.end - token.start <= token.form.length) return false;
    return this.layer.text.slice(token.start, token.end).includes(this.pack.events.tanwin);
  }
  /** A noun that a form which may be a verb or a verbal noun completes: "the idea of holding". */
  private isIndefiniteNoun(at: number): boolean {
    if (!this.isWord(at) || this.name(at) || this.hasArticle(at)) return false;
    if (this.afterTime(at) > at || (this.cue(at)?.marks.size ?? 0) > 0) return false;
    const first = this.first(at);
    if (first?.enclitic !== "" || first.entry.pos === "verb") return false;
    if (first.entry.pos === "noun") {
      // ضحايا قصف: a verb of theirs would be in the plural, or stand before them.
      return first.number === "plural" || !this.has(at, "counted.person");
    }
    const common = [...(this.layer.words[at]?.classes ?? [])];
    return common.every((name) => name === "ordinary" || name.startsWith("event."));
  }
  hasArticle(at: number): boolean {
    const first = this.first(at);
    if (first && first.entry.pos !== "fixed") return first.article;
    if (!first) return this.form(at).startsWith(this.pack.names.article);
    if (this.has(at, "number") || this.has(at, "count.vague")) return first.article;
    return this.layer.words[at]?.readings.some(({ article }) => article) === true;
  }
  /** "I": news tells of third persons. */
  isSpokenVerb(at: number): boolean {
    const { entry } = this.first(at) ?? {};
    return entry?.pos === "verb" && this.pack.events.isSpokenVerb(this.raw(at), entry.lemma);
  }
  /** A joined "and" opens a new item. */
  isJoined(at: number): boolean {
    const first = this.telling(at);
    const name = this.name(at);
    if (name) return name.mention.value.skip > 0 && (first?.conjunction !== "" || !first);
    return first ? first.conjunction !== "" : this.pack.names.isJoined(this.form(at));
  }
  /** The joined preposition, or empty. */
  joinedPreposition(at: number): string {
    const name = this.name(at);
    const first = this.telling(at);
    // للرئيس السابق فلان: what is joined to his office is no letter of his name.
    if (name?.mention.first === at) {
      const skip = name.mention.value.skip;
      if (skip === 0) return "";
      if (first?.preposition) return first.preposition;
      const spelling = this.pack.names.spellings(this.form(at)).find((one) => one.skip === skip);
      return spelling?.preposition ?? "";
    }
    return first?.preposition ?? "";
  }
  /** The role that the preposition before a word, joined or not, usually gives. */
  prepositionBefore(at: number): string | null {
    const own = this.joinedPreposition(at);
    const before = own === "" && this.isBehindPreposition(at) ? this.form(at - 1) : own;
    return this.pack.events.prepositions.get(before) ?? null;
  }
  /** Letters joined in front of the word that are not its own. */
  joinedLetters(at: number): number {
    const name = this.name(at);
    if (name && name.mention.first === at) return name.mention.value.skip;
    const first = this.telling(at);
    if (!first) return this.pack.names.isJoined(this.form(at)) ? 1 : 0;
    return first.conjunction.length + first.preposition.length;
  }
  /** The source words of `[first, last)` without what is joined in front of the first. */
  words(first: number, last: number): string {
    const { tokens, text } = this.layer;
    const parts: string[] = [];
    for (let at = first; at < last; at++) {
      const token = tokens[at];
      if (!token) continue;
      const word = text.slice(token.start, token.end);
      if (at > first && (token.spaced || token.breaks > 0)) parts.push(" ");
      const skip = at === first ? this.joinedLetters(at) : 0;
      parts.push(skip > 0 ? this.pack.names.detach(word, skip, this.isListed) : word);
    }
    return parts.join("");
  }
}
