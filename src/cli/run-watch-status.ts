/** What `isnad watch --status` prints: how each feed stands. */
import { isolate, showable } from "../export/terminal/direction.js";
import type { FeedRow } from "../store/feed-rows.js";
import { feedStates } from "../store/feeds.js";
import { EXIT } from "./exit-code.js";
import { writeAll } from "./screen.js";
import type { WatchCommandOptions } from "./watch-options.js";
import { readingStore } from "./with-store.js";

export function runWatchStatus({ json, ...options }: WatchCommandOptions): Promise<number> {
  return readingStore(options, async (store) => {
    const feeds = await feedStates(store.queries);
    const text = json
      ? JSON.stringify(feeds.map(asJson), null, 1)
      : feeds.length === 0
        ? "No feed is watched."
        : feeds.map(inWords).join("\n");
    await writeAll(process.stdout, [`${text}\n`]);
    return feeds.some(({ failures }) => failures > 0) ? EXIT.problems : EXIT.ok;
  });
}

const asJson = (feed: FeedRow) => ({
  url: feed.url,
  title: feed.title,
  lastSuccess: feed.last_success,
  lastAsked: feed.last_fetched,
  lastStatus: feed.last_status,
  lastError: feed.last_error,
  failures: feed.failures,
  nextDue: feed.next_due,
  periodSeconds: feed.period,
});

const says = (text: string): string => isolate(showable(text));

/** `2022-01-06 10:15`: UTC. */
const minute = (time: string | null): string =>
  time === null ? "never" : time.slice(0, 16).replace("T", " ");

function inWords({ url, title, last_success, last_error, failures, next_due }: FeedRow): string {
  const times = `last read ${minute(last_success)} · next ${minute(next_due)} (UTC)`;
  const failed =
    failures === 0 || last_error === null
      ? []
      : [
          `    failed ${failures === 1 ? "once" : `${failures} times in a row`}: ${says(last_error)}`,
        ];
  return [title ? `${says(title)}\n    ${says(url)}` : says(url), `    ${times}`, ...failed].join(
    "\n",
  );
}
