import type { StorySummary } from "../../core/story-list.js";
import { foldedText, wordsOfQuery } from "./search.js";

export const ORDERS = ["weight", "newest", "disputes", "reports"] as const;
export type Order = (typeof ORDERS)[number];

/** Which stories a reader wants listed, and how. */
export interface Choice {
  readonly query: string;
  /** A measure of people harmed that the story tells; empty for any. */
  readonly measure: string;
  /** ISO days within which the story lies; empty for any. */
  readonly from: string;
  readonly to: string;
  readonly disputed: boolean;
  readonly order: Order;
}

export const ANY: Choice = {
  query: "",
  measure: "",
  from: "",
  to: "",
  disputed: false,
  order: "weight",
};

/** What is searched in a story, folded when it is first searched. */
const wordsKept = new WeakMap<StorySummary, string>();

function searchedIn(story: StorySummary): string {
  const known = wordsKept.get(story);
  if (known !== undefined) return known;
  const { title, places, outlets } = story;
  const made = foldedText([title, ...places, ...outlets].join(" "));
  wordsKept.set(story, made);
  return made;
}

/** The stories that fit, in the wanted order; by weight they stand as the list has them. */
export function chosenStories(list: readonly StorySummary[], choice: Choice): StorySummary[] {
  const words = wordsOfQuery(choice.query);
  const fits = list.filter(
    (story) =>
      (!choice.disputed || story.disputes > 0) &&
      (choice.measure === "" || story.tolls.some(({ measure }) => measure === choice.measure)) &&
      (choice.from === "" || (story.end ?? story.start ?? "") >= choice.from) &&
      (choice.to === "" || (story.start ?? story.end ?? "9999") <= choice.to) &&
      words.every((word) => searchedIn(story).includes(word)),
  );
  switch (choice.order) {
    case "weight":
      return fits;
    case "newest":
      return fits.sort((a, b) => ((b.start ?? "") < (a.start ?? "") ? -1 : 1));
    case "disputes":
      return fits.sort((a, b) => b.disputes - a.disputes);
    case "reports":
      return fits.sort((a, b) => b.reports - a.reports);
  }
}
