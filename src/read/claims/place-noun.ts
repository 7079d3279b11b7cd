import { type Reading, readingOf, type Word } from "../../text/word.js";

/** The word for a kind of place: "the town", "the province of". */
export const placeReading = (word: Word | undefined): Reading | null =>
  word ? readingOf(word, "place-word") : null;

export const placeType = (word: Word | undefined): string | null =>
  placeReading(word)?.entry.features["type"] ?? null;
