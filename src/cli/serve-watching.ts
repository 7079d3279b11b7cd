/** Feeds that a service watches: which, and what is told of them. */
import type { LogForm } from "../server/request-log.js";
import { feedStates } from "../store/feeds.js";
import type { StoreReader } from "../store/store.js";
import type { TellEvent } from "../watch/events.js";
import type { ListedFeed } from "../watch/opml.js";
import { feedsGiven } from "./feed-list.js";
import { describeProblems } from "./problem-list.js";
import { errorColours, writeAll } from "./screen.js";
import type { ServeOptions } from "./serve-options.js";
import { ServeFault } from "./serving.js";
import { lineOf } from "./watch-lines.js";

/**
 * The feeds that were given; problems of their lists are told. Null for those that the store knows.
 * @throws ServeFault where none is left
 */
export async function feedsToWatch(
  watch: NonNullable<ServeOptions["watch"]>,
): Promise<readonly ListedFeed[] | null> {
  if (watch === true) return null;
  const { feeds, problems } = feedsGiven(watch);
  if (problems.length > 0) {
    const colours = await errorColours(undefined);
    await writeAll(process.stderr, [`${describeProblems(problems, colours)}\n`]);
  }
  if (feeds.length === 0) throw new ServeFault("--watch was given no feed that can be watched.");
  return feeds;
}

/** @throws ServeFault where there are none */
export async function feedsKnown(store: StoreReader): Promise<readonly ListedFeed[]> {
  const feeds = await feedStates(store.queries);
  if (feeds.length > 0) return feeds.map(({ url, title }) => ({ url, title }));
  throw new ServeFault(
    `${store.where} was given no feeds before. Give some: isnad serve --watch feeds.opml, or --watch https://….`,
  );
}

/** Tells as `isnad watch` does, but in JSON where requests are; without a log, problems only. */
export async function watchLog(log: LogForm): Promise<TellEvent> {
  const colours = await errorColours(undefined);
  return (event) => {
    const { line, isProblem } = lineOf(event, colours);
    if (line === null) return;
    const time = new Date().toISOString();
    if (log === "json") process.stderr.write(`${JSON.stringify({ time, watch: event })}\n`);
    else if (isProblem) process.stderr.write(`${time} ${line}\n`);
    else if (log === "plain") process.stdout.write(`${time} ${line}\n`);
  };
}
