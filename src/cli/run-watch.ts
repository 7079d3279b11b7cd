/** What `isnad watch` does, once its words are understood. */
import type { Fetcher } from "../fetch/fetcher.js";
import { feedStates } from "../store/feeds.js";
import type { Store } from "../store/store.js";
import type { WatchEvent } from "../watch/events.js";
import type { ListedFeed } from "../watch/opml.js";
import { Watcher } from "../watch/watcher.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { feedsGiven } from "./feed-list.js";
import { count } from "./ingest-report.js";
import { makeFetcher } from "./make-fetcher.js";
import { type Colours, describeProblems } from "./problem-list.js";
import { errorColours, writeAll } from "./screen.js";
import { lineOf } from "./watch-lines.js";
import type { WatchCommandOptions } from "./watch-options.js";
import { interruptible, writingStore } from "./with-store.js";

/** Returns the exit code. */
export async function runWatch(
  given: readonly string[],
  options: WatchCommandOptions,
  program: Program,
): Promise<number> {
  const colours = await errorColours(options.color);
  const { feeds, problems } = feedsGiven(given);
  if (problems.length > 0) {
    await writeAll(process.stderr, [`${describeProblems(problems, colours)}\n`]);
  }
  if (given.length > 0 && feeds.length === 0) return EXIT.failed;
  const fetcher = makeFetcher(options, program);
  if (typeof fetcher === "string") {
    await writeAll(process.stderr, [`\nerror  ${fetcher}\n`]);
    return EXIT.failed;
  }
  try {
    return await writingStore(options, program, given.length > 0, async (store) => {
      const watched = given.length > 0 ? feeds : await feedStates(store.queries);
      if (watched.length === 0) {
        await writeAll(process.stderr, [
          `\nerror  ${store.where} was given no feeds before. Give some: isnad watch feeds.opml, or isnad watch https://….\n`,
        ]);
        return EXIT.failed;
      }
      const failed = await watchWith(store, fetcher, watched, options, colours);
      return failed || problems.length > 0 ? EXIT.problems : EXIT.ok;
    });
  } finally {
    await fetcher.close();
  }
}

/** @returns whether a feed could not be read, of those that were asked once */
async function watchWith(
  store: Store,
  fetcher: Fetcher,
  feeds: readonly ListedFeed[],
  { once, now = false, quiet }: WatchCommandOptions,
  colours: Colours,
): Promise<boolean> {
  let failed = 0;
  const tell = (event: WatchEvent): void => {
    if (event.kind === "feed-failed") failed += 1;
    const { line, isProblem } = lineOf(event, colours);
    if (line === null || (quiet && !isProblem)) return;
    (isProblem ? process.stderr : process.stdout).write(`${line}\n`);
  };
  const watcher = new Watcher({ store, fetcher, feeds, tell, atOnce: now });
  const { signal, end } = interruptible();
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  try {
    if (once) {
      const work = watcher.once();
      await Promise.race([work, stopped.then(() => watcher.stop())]);
      const due = await work;
      if (due < feeds.length && !quiet) {
        await writeAll(process.stdout, [
          `${count(feeds.length - due, "feed is", "feeds are")} not due yet; --now asks all of them.\n`,
        ]);
      }
    } else {
      await watcher.start();
      if (!quiet) {
        await writeAll(process.stdout, [
          `Watching ${count(feeds.length, "feed", "feeds")} into ${store.where}. Ctrl-C ends it.\n`,
        ]);
      }
      await stopped;
      await watcher.stop();
    }
  } finally {
    end();
  }
  const there = await store.counts();
  if (!quiet) {
    await writeAll(process.stdout, [
      `${store.where} holds ${count(there.reports, "report", "reports")} of ${count(there.stories, "story", "stories")}.\n`,
    ]);
  }
  return once === true && failed > 0;
}
