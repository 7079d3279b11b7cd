/** The feeds that a command was given: lists and addresses. */
import { readFileSync, statSync } from "node:fs";
import type { Problem } from "../core/problem.js";
import {
  type FeedList,
  type ListedFeed,
  listedFeed,
  MOST_OPML_BYTES,
  readOpml,
} from "../watch/opml.js";
import { isAddress } from "./watch-options.js";

export function feedsGiven(given: readonly string[]): FeedList {
  const feeds = new Map<string, ListedFeed>();
  const problems: Problem[] = [];
  for (const one of given) {
    const list = isAddress(one) ? addressGiven(one) : listAt(one);
    problems.push(...list.problems);
    for (const feed of list.feeds) feeds.set(feed.url, feeds.get(feed.url) ?? feed);
  }
  return { feeds: [...feeds.values()], problems };
}

const refused = (file: string, code: string, message: string, remedy: string): FeedList => ({
  feeds: [],
  problems: [{ severity: "error", code, file, place: null, message, remedy }],
});

function addressGiven(text: string): FeedList {
  const feed = listedFeed(text, null);
  if (feed) return { feeds: [feed], problems: [] };
  return refused(text, "invalid-address", "This is no address.", "Give it as https://….");
}

function listAt(path: string): FeedList {
  try {
    // A list that is too large is refused by what reads it; what is far larger is not even opened.
    if (statSync(path).size > 2 * MOST_OPML_BYTES) {
      return refused(
        path,
        "opml-too-large",
        "It is too large for a list of feeds.",
        "Check the path.",
      );
    }
    return readOpml(readFileSync(path), path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = "Give a list of feeds (.opml), or the address of a feed: https://….";
    return refused(path, "unreadable-file", `It cannot be read: ${why}.`, remedy);
  }
}
