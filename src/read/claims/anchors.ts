import type { Time } from "../../core/contract.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { PlaceMention } from "./place-mentions.js";
import { Scenes } from "./scenes.js";

export interface TimeAnchor {
  readonly time: Time;
  readonly inherited: boolean;
}

/** A time further off than this, in tokens, belongs to something else in the sentence. */
const FARTHEST = 40;
/** Tokens in front of a verb of saying that can tell when it was said. */
const LONGEST_FRONT = 10;
/** Sentences from the top in which a report tells what it is about. */
const LEAD_SENTENCES = 3;
/** Sentences back over which a paragraph's day still holds. */
const CARRY_SENTENCES = 2;

/** Where and when: ties what happened to the times and places named around it. */
export class Anchors {
  private readonly timesBySentence = new Map<number, Annotation<Time>[]>();
  private readonly saidBySentence = new Map<number, Annotation<Time>[]>();
  private readonly scenes: Scenes;

  constructor(
    private readonly layer: TextLayer,
    times: readonly Annotation<Time>[],
    places: readonly PlaceMention[],
    attributions: readonly Attribution[],
    /** ISO day of publication; null where unknown. */
    private readonly published: string | null,
  ) {
    const approach = approachOf(layer, attributions);
    for (const time of times) {
      const sentence = layer.sentenceOf[time.first] ?? -1;
      if (sentence < 0 || isStamp(layer, sentence, time)) continue;
      add(approach[time.first] === 1 ? this.saidBySentence : this.timesBySentence, sentence, time);
    }
    this.scenes = new Scenes(layer, places);
  }

  /** When the thing told by tokens `[first, last)` happened; null where the text does not say. */
  timeOf(first: number, last: number, inherit: boolean): TimeAnchor | null {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const near = nearest(this.timesBySentence.get(sentence), first, last);
    if (near) return { time: near.value, inherited: false };
    if (!inherit) return null;
    const carried = this.carriedTime(sentence) ?? this.leadTime();
    return carried ? { time: { ...carried.value, basis: "inherited" }, inherited: true } : null;
  }

  /** When it was said, from a time that stands with the verb of saying. */
  saidOn(attribution: Attribution): Time | null {
    const sentence = this.layer.sentenceOf[attribution.value.cue.first] ?? -1;
    const { cue } = attribution.value;
    return nearest(this.saidBySentence.get(sentence), cue.first, cue.last)?.value ?? null;
  }

  /** The place of tokens `[first, last)` first, then its address, then the other places of the sentence. */
  placesOf(first: number, last: number, inherit: boolean): readonly string[] {
    return this.scenes.placesOf(first, last, inherit);
  }

  /** The place of tokens `[first, last)`; null where only other places are named. */
  placeOf(first: number, last: number, inherit: boolean): string | null {
    return this.scenes.placeOf(first, last, inherit);
  }

  private carriedTime(sentence: number): Annotation<Time> | null {
    const paragraph = this.layer.sentences[sentence]?.paragraph;
    for (let back = sentence - 1; back >= Math.max(0, sentence - CARRY_SENTENCES); back--) {
      if (this.layer.sentences[back]?.paragraph !== paragraph) break;
      const time = this.timesBySentence.get(back)?.find((one) => this.isPast(one));
      if (time) return time;
    }
    return null;
  }

  /** What has a day yet to come ("as of tomorrow") says nothing of what happened. */
  private isPast({ value }: Annotation<Time>): boolean {
    return (
      value.start !== null &&
      value.end !== null &&
      (this.published === null || value.end <= this.published)
    );
  }

  private leadTime(): Annotation<Time> | null {
    for (let at = 0; at < Math.min(LEAD_SENTENCES, this.layer.sentences.length); at++) {
      const time = this.timesBySentence.get(at)?.find((one) => this.isPast(one));
      if (time) return time;
    }
    return null;
  }
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
  for (const { first, value } of attributions) {
    const sentence = layer.sentences[layer.sentenceOf[value.cue.first] ?? -1];
    if (!sentence || value.cue.first === value.cue.last) continue;
    for (let at = value.cue.first; at < first; at++) marks[at] = 1;
    // "وفي 11 من كانون الثاني، قال": a time in front of the verb, at the head of its sentence.
    if (value.cue.first - sentence.first > LONGEST_FRONT) continue;
    for (let at = value.cue.first - 1; at >= sentence.first && contents[at] === 0; at--)
      marks[at] = 1;
  }
  return marks;
}

function nearest<T extends { readonly first: number; readonly last: number }>(
  candidates: readonly T[] | undefined,
  first: number,
  last: number,
): T | null {
  let best: T | null = null;
  let bestDistance = FARTHEST + 1;
  for (const candidate of candidates ?? []) {
    const distance =
      candidate.first >= last ? candidate.first - last : Math.max(0, first - candidate.last) + 1;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function add<T>(map: Map<number, T[]>, key: number, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
