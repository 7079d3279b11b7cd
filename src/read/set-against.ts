import type { FigureWords } from "../lang/figure-words.js";
import type { TextLayer } from "../text/layer.js";

/** Tokens from "the worst" to the time of which it is the worst: "the deadliest attack on the town in years". */
const RANK_REACH = 14;
/** Tokens from "anniversary" to the years of what is remembered: "of the war that went on from 1980 to 1988". */
const REMEMBERED_REACH = 14;
/** Tokens between "since" and the day of what it names. */
const SINCE_REACH = 8;

const formOf = ({ tokens }: TextLayer, at: number): string => tokens[at]?.form ?? "";

export const isRemembrance = (layer: TextLayer, at: number, words: FigureWords): boolean =>
  words.isRemembrance(formOf(layer, at));

/**
 * Where a word of rank stands before a time, in its clause: "the worst disaster since 2011" tells of no count
 * since then.
 * @param isBarrier tokens that it is not looked for beyond
 */
export function rankBefore(
  layer: TextLayer,
  time: number,
  words: FigureWords,
  isBarrier: (at: number) => boolean,
): number | null {
  for (let at = time - 1; at >= Math.max(0, time - RANK_REACH); at--) {
    if (isBarrier(at)) return null;
    const form = formOf(layer, at);
    // "The worst loss in that country, since 2011": a comma right before the time parts nothing.
    if (form === "." || (form === "،" && at < time - 1)) return null;
    const isOfKind =
      !words.particles.isOf(formOf(layer, at + 1)) || words.isKind(formOf(layer, at + 2));
    if (words.isRank(form) && isOfKind) return at;
  }
  return null;
}

/**
 * The word behind which a time tells of something that the news is only held against: "the worst since 2009", "on
 * the anniversary of the war of 1980 to 1988"; null where it tells of the news itself.
 */
export function comparedFrom(
  layer: TextLayer,
  { first }: { readonly first: number },
  words: FigureWords,
): number | null {
  const sentence = layer.sentences[layer.sentenceOf[first] ?? -1];
  if (!sentence) return null;
  const from = Math.max(sentence.first, first - REMEMBERED_REACH);
  for (let at = first - 1; at >= from && formOf(layer, at) !== "."; at--) {
    if (isRemembrance(layer, at, words)) return at;
  }
  // "منذ ربع قرن" may be one time from its first word on.
  for (let at = first; at >= Math.max(sentence.first, first - SINCE_REACH); at--) {
    if (isSince(layer, at)) return rankBefore(layer, at, words, () => false);
  }
  return null;
}

/** "Since the end of the war ten years ago": the time is that of what is named between. */
export function isOfSince(
  layer: TextLayer,
  { first }: { readonly first: number },
  from = 0,
): boolean {
  for (let at = first - 1; at >= Math.max(from, first - SINCE_REACH); at--) {
    if (isSince(layer, at)) return at < first - 1;
  }
  return false;
}

const isSince = ({ words }: TextLayer, at: number): boolean =>
  words[at]?.classes.has("time.since") === true;
