/** What a watcher tells, in words: for `isnad watch`, and for a service that watches. */
import { assertNever } from "../core/assert.js";
import { isolate, showable } from "../export/terminal/direction.js";
import type { WatchEvent } from "../watch/events.js";
import { count } from "./ingest-report.js";
import { type Colours, describeProblems } from "./problem-list.js";

/** What is printed of an event. */
export interface WatchLine {
  /** Null for what is not told. */
  readonly line: string | null;
  readonly isProblem: boolean;
}

const says = (text: string): string => isolate(showable(text.replace(/\s+/gu, " ")));

export function lineOf(event: WatchEvent, colours: Colours): WatchLine {
  switch (event.kind) {
    case "feed-read":
      return { line: foundInWords(event), isProblem: false };
    case "page-corrected":
      return { line: `${says(event.page)}: corrected, a new version`, isProblem: false };
    case "feed-moved":
      return {
        line: `${says(event.feed)} says that it lies at ${says(event.to)} now: change the list.`,
        isProblem: true,
      };
    case "feed-failed": {
      const tries = event.failures > 1 ? ` (${event.failures} times in a row)` : "";
      const again = colours.quiet(
        `Asked again ${event.again.slice(0, 16).replace("T", " ")} UTC${tries}.`,
      );
      return {
        line: `${describeProblems([event.problem], colours)}\n    ${again}`,
        isProblem: true,
      };
    }
    case "page-failed":
      return { line: describeProblems([event.problem], colours), isProblem: true };
    case "store-failed":
      return {
        line: `${colours.error("error")}  ${showable(event.message)}\n    ${colours.quiet("Tried again; nothing is fetched until it works.")}`,
        isProblem: true,
      };
    case "store-works":
      return { line: "The store can be written to again.", isProblem: true };
    case "feed-same":
    case "settled":
      return { line: null, isProblem: false };
    default:
      return assertNever(event);
  }
}

function foundInWords({
  feed,
  title,
  added,
  corrected,
  without,
  left,
}: Extract<WatchEvent, { kind: "feed-read" }>): string | null {
  const notes = [
    ...(added > 0 ? [`${count(added, "report", "reports")} added`] : []),
    ...(corrected > 0 ? [`${count(corrected, "is a correction", "are corrections")}`] : []),
    ...(without > 0 ? [`${count(without, "item", "items")} without a report`] : []),
    ...(left > 0 ? [`${count(left, "item is", "items are")} left for later`] : []),
  ];
  return notes.length === 0 ? null : `${says(title ?? feed)}: ${notes.join(", ")}`;
}
