import { parseIsoDay } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import { comparedFrom, isOfSince, rankBefore } from "../set-against.js";
import type { PlaceMention } from "./place-mention.js";
import { type Carry, type Places, Scenes } from "./scenes.js";
import { Thread } from "./thread.js";

export interface TimeAnchor {
  readonly time: Time;
  readonly inherited: boolean;
}

/** A time further off than this, in tokens, belongs to something else in the sentence. */
const FARTHEST = 40;
/** What counts against a time that another thing has nearer to it, in tokens. */
const APART = 20;
/** Tokens from a speaker, over a comma, to the day on which he spoke. */
const BEHIND_SPEAKER = 3;
/** Tokens in front of a verb of saying that can tell when it was said. */
const LONGEST_FRONT = 10;

/** Where and when: ties what happened to the times and places named around it. */
export class Anchors {
  private readonly timesBySentence = new Map<number, Annotation<Time>[]>();
  private readonly saidBySentence = new Map<number, Annotation<Time>[]>();
  private readonly thread: Thread;
  /** How many counts begin before a token. */
  private readonly countsBefore: Int32Array;
  private readonly scenes: Scenes;

  constructor(
    private readonly layer: TextLayer,
    times: readonly Annotation<Time>[],
    places: readonly PlaceMention[],
    attributions: readonly Attribution[],
    /** ISO day of publication; null where unknown. */
    private readonly published: string | null,
    counts: readonly { readonly first: number }[],
    private readonly words: FigureWords,
  ) {
    this.countsBefore = new Int32Array(layer.tokens.length + 1);
    for (const { first } of counts) (this.countsBefore[first + 1] as number)++;
    for (let at = 1; at < this.countsBefore.length; at++)
      (this.countsBefore[at] as number) += this.countsBefore[at - 1] ?? 0;
    const approach = approachOf(layer, attributions);
    for (const time of times) {
      const sentence = layer.sentenceOf[time.first] ?? -1;
      if (sentence < 0 || isStamp(layer, sentence, time)) continue;
      addTo(
        approach[time.first] === 1 ? this.saidBySentence : this.timesBySentence,
        sentence,
        time,
      );
    }
    this.thread = new Thread(layer);
    this.scenes = new Scenes(layer, this.thread, places, counts);
  }

  /**
   * When the thing told by tokens `[first, last)` happened; null where the text does not say.
   * @param isOthers the nearest time of the sentence is told of something else in it
   */
  timeOf(
    first: number,
    last: number,
    inherit: boolean,
    isOthers: (time: Annotation<Time>) => boolean = () => false,
  ): TimeAnchor | null {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.timesBySentence.get(sentence);
    const near = nearest(
      here?.filter((time) => !this.isOfOther(time, last) && !this.isSetAgainst(time, first)),
      first,
      last,
      // "هو أول هجوم منذ إعلان وفاة زعيمها الأسبوع الماضي": the day of what it is counted from.
      (time) => isOfSince(this.layer, time, last),
    );
    if (near && isOthers(near)) return null;
    // "عند الساعة الثالثة": an hour alone, where the report's days are known, is of the day told before.
    const isHour = near?.value.start === null && this.published !== null;
    if (near && !isHour) return { time: near.value, inherited: false };
    const carried = inherit ? this.carriedTime(sentence) : null;
    if (carried) return { time: { ...carried.value, basis: "inherited" }, inherited: true };
    return near ? { time: near.value, inherited: false } : null;
  }

  /** When it was said, from a time that stands with the verb of saying. */
  saidOn(attribution: Attribution): Time | null {
    const sentence = this.layer.sentenceOf[attribution.value.cue.first] ?? -1;
    const { cue } = attribution.value;
    return nearest(this.saidBySentence.get(sentence), cue.first, cue.last)?.value ?? null;
  }

  /** The place of tokens `[first, last)` first, then its address, then the other places of the sentence. */
  placesOf(first: number, last: number, carry: Carry): Places {
    return this.scenes.placesOf(first, last, carry);
  }

  /** The place of tokens `[first, last)`; null where only other places are named. */
  placeOf(first: number, last: number, carry: Carry): string | null {
    return this.scenes.placeOf(first, last, carry);
  }

  /** The day of the sentences before it that tell of the same, else of the report's lead. */
  private carriedTime(sentence: number): Annotation<Time> | null {
    for (const at of this.thread.before(sentence)) {
      const time = this.timesBySentence
        .get(at)
        ?.find((one) => this.isPast(one) && !this.isForeign(one));
      if (time) return time;
    }
    for (const at of this.thread.datedOf(sentence)) {
      const time = this.timesBySentence
        .get(at)
        ?.find((one) => this.isPast(one) && !isLong(one) && !this.isForeign(one));
      if (time) return time;
    }
    return null;
  }

  /** "اندلعت 7 حرائق … والتي بلغت 74 حريقا منذ مطلع العام": a stretch told of another count. */
  private isOfOther(time: Annotation<Time>, last: number): boolean {
    if (time.first < last || !isLong(time)) return false;
    return (this.countsBefore[time.first] ?? 0) > (this.countsBefore[last] ?? 0);
  }

  /** No day of its sentence's news, to be left to others: of what that is held against or counted from. */
  private isForeign(time: Annotation<Time>): boolean {
    return isOfSince(this.layer, time) || this.comparedFrom(time) !== null;
  }

  /** Told of what the news is set against, and not of what begins at `first` outside of that. */
  private isSetAgainst(time: Annotation<Time>, first: number): boolean {
    const from = this.comparedFrom(time);
    return from !== null && !(from < first && first < time.first);
  }

  /** … or, as "the worst in the last 67 years", of all those years. */
  private comparedFrom(time: Annotation<Time>): number | null {
    const from = comparedFrom(this.layer, time, this.words);
    if (from !== null || !isOfYears(time)) return from;
    return rankBefore(this.layer, time.first, this.words, () => false);
  }

  /** What has a day yet to come ("as of tomorrow") says nothing of what happened. */
  private isPast({ value }: Annotation<Time>): boolean {
    return (
      value.start !== null &&
      value.end !== null &&
      (this.published === null || value.end <= this.published)
    );
  }
}

/** Days beyond which a time is no day of the news, but a stretch that it is set against. */
const LONGEST_NEWS = 7;

const isLong = (time: Annotation<Time>): boolean => lengthOf(time) > LONGEST_NEWS;

/** More than a year, in days. */
const YEARS = 366;
const isOfYears = (time: Annotation<Time>): boolean => lengthOf(time) > YEARS;

/** Days from its first to its last; 0 where either is not known. */
function lengthOf({ value }: Annotation<Time>): number {
  const [start, end] = [value.start, value.end].map((day) => (day ? parseIsoDay(day) : null));
  return start == null || end == null ? 0 : end - start;
}

/** A heading so short beside a whole date in it tells when the report went out: "إعداد: فلان 2022-01-21 07:15". */
const LONGEST_STAMP = 12;
const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;

function isStamp(
  { sentences }: TextLayer,
  sentence: number,
  { first, last, value }: Annotation<Time>,
): boolean {
  const line = sentences[sentence];
  if (!line?.heading || value.basis !== "stated" || !WHOLE_DATE.test(value.edtf)) return false;
  const others = line.last - line.first - (last - first);
  return line.last - line.first <= LONGEST_STAMP && others <= (LONGEST_STAMP * 2) / 3;
}

/** Marks the tokens between a verb of saying and what is said: times there tell when it was said. */
function approachOf(layer: TextLayer, attributions: readonly Attribution[]): Uint8Array {
  const marks = new Uint8Array(layer.tokens.length);
  const contents = new Uint8Array(layer.tokens.length);
  for (const attribution of attributions) contents.fill(1, attribution.first, attribution.last);
  for (const { first, last, value } of attributions) {
    const sentence = layer.sentences[layer.sentenceOf[value.cue.first] ?? -1];
    if (!sentence || value.cue.first === value.cue.last) continue;
    // "…, وفق ما أعلنته الوزيرة، اليوم الخميس": told behind what was said, with the time of the saying behind it.
    const speaker = Math.max(value.cue.last, ...value.chain.map((link) => link.last));
    if (last <= value.cue.first && hasVerb(layer, value.cue.first, value.cue.last)) {
      const until = Math.min(sentence.last, speaker + BEHIND_SPEAKER);
      for (let at = value.cue.first; at < until; at++) {
        if (at >= speaker && hasVerb(layer, at, at + 1)) break;
        marks[at] = 1;
      }
    }
    for (let at = value.cue.first; at < first; at++) marks[at] = 1;
    // "وفي 11 من كانون الثاني، قال": a time in front of the verb, at the head of its sentence.
    if (value.cue.first - sentence.first > LONGEST_FRONT) continue;
    // "قتل 23 أمس في هجومين تبنتهما الحركة": another verb stands in front, and the time is its own.
    if (hasVerb(layer, sentence.first, value.cue.first)) continue;
    for (let at = value.cue.first - 1; at >= sentence.first && contents[at] === 0; at--)
      marks[at] = 1;
  }
  return marks;
}

function hasVerb({ words }: TextLayer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words[at]?.readings[0]?.entry.pos === "verb") return true;
  return false;
}

function nearest<T extends { readonly first: number; readonly last: number }>(
  candidates: readonly T[] | undefined,
  first: number,
  last: number,
  isApart: (candidate: T) => boolean = () => false,
): T | null {
  let best: T | null = null;
  let bestDistance = FARTHEST + 1;
  for (const candidate of candidates ?? []) {
    const tokens =
      candidate.first >= last ? candidate.first - last : Math.max(0, first - candidate.last) + 1;
    const distance = isApart(candidate) ? tokens + APART : tokens;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
