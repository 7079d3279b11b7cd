import type { Time } from "../../core/contract.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";

/** A place named in the text, by its entity. */
export interface PlaceMention {
  readonly first: number;
  readonly last: number;
  readonly entity: string;
  /** Names a country or larger: taken only where nothing nearer names a smaller place. */
  readonly wide: boolean;
  /** Stands where a place stands: behind "in", "to", "near", a word for a town. A state that acts does not. */
  readonly locative: boolean;
}

export interface TimeAnchor {
  readonly time: Time;
  readonly inherited: boolean;
}

/** A time or place further off than this, in tokens, belongs to something else in the sentence. */
const FARTHEST = 40;
/** Sentences from the top in which a report tells what it is about. */
const LEAD_SENTENCES = 3;
/** Sentences back over which a paragraph's place or day still holds. */
const CARRY_SENTENCES = 2;

/** Where and when: ties what happened to the times and places named around it. */
export class Anchors {
  private readonly timesBySentence = new Map<number, Annotation<Time>[]>();
  private readonly saidBySentence = new Map<number, Annotation<Time>[]>();
  private readonly placesBySentence = new Map<number, PlaceMention[]>();

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
      if (sentence < 0) continue;
      add(approach[time.first] === 1 ? this.saidBySentence : this.timesBySentence, sentence, time);
    }
    for (const place of places) {
      const sentence = layer.sentenceOf[place.first] ?? -1;
      if (sentence >= 0 && (place.locative || !place.wide))
        add(this.placesBySentence, sentence, place);
    }
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

  /** The place of tokens `[first, last)`, nearest and smallest first, and all places of the sentence. */
  placesOf(first: number, last: number, inherit: boolean): readonly string[] {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.placesBySentence.get(sentence) ?? [];
    const chosen =
      nearest(here.filter(isTown), first, last) ??
      nearest(
        here.filter((place) => !place.wide),
        first,
        last,
      ) ??
      nearest(here, first, last);
    const found = chosen ? headOfChain(here, chosen) : inherit ? this.carriedPlace(sentence) : null;
    const entities = found ? [found.entity] : [];
    for (const place of here) if (!entities.includes(place.entity)) entities.push(place.entity);
    return entities;
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

  private carriedPlace(sentence: number): PlaceMention | null {
    const paragraph = this.layer.sentences[sentence]?.paragraph;
    for (let back = sentence - 1; back >= Math.max(0, sentence - CARRY_SENTENCES); back--) {
      if (this.layer.sentences[back]?.paragraph !== paragraph) break;
      const place = likeliest(this.placesBySentence.get(back) ?? []);
      if (place) return place;
    }
    for (let at = 0; at < Math.min(LEAD_SENTENCES, this.layer.sentences.length); at++) {
      const place = likeliest(this.placesBySentence.get(at) ?? []);
      if (place) return place;
    }
    return null;
  }
}

/** "في بلدة X بمنطقة Y في ريف Z": places told from the smallest to the largest; the first is meant. */
function headOfChain(places: readonly PlaceMention[], chosen: PlaceMention): PlaceMention {
  let at = places.indexOf(chosen);
  for (; at > 0; at--) {
    const place = places[at];
    const before = places[at - 1];
    if (!place || !before || place.first - before.last > CHAIN_GAP || !place.locative) break;
    if (before.wide && !place.wide) break;
  }
  return places[at] ?? chosen;
}

/** Tokens between two places of one address: "الواقعة بمنطقة", "في ريف". */
const CHAIN_GAP = 3;

const isTown = (place: PlaceMention): boolean => place.locative && !place.wide;

const likeliest = (places: readonly PlaceMention[]): PlaceMention | undefined =>
  places.find(isTown) ?? places.find((place) => place.locative) ?? places[0];

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
