import type { Lang } from "../words.js";

/** Which way a chart is read: drawn from left to right, mirrored where the language runs the other way. */
export interface Frame {
  /** Pixels from the left of what lies so many pixels from where reading begins. */
  readonly x: (pixels: number) => number;
  /** The `text-anchor` of words that begin, and that end, at a point. */
  readonly start: "start" | "end";
  readonly end: "start" | "end";
}

/** @param width pixels of the whole chart */
export const frameOf = (lang: Lang, width: number): Frame =>
  lang === "ar"
    ? { x: (pixels) => width - pixels, start: "end", end: "start" }
    : { x: (pixels) => pixels, start: "start", end: "end" };
