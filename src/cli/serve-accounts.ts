/** `isnad serve` over accounts on the disk: open to who reaches it, and nothing can be changed. */
import { statSync } from "node:fs";
import type { Account } from "../core/contract.js";
import type { StoryList } from "../core/story-list.js";
import { inOrder, summarize } from "../export/story-summary.js";
import { app } from "../server/app.js";
import { readSent } from "../server/reading/read-sent.js";
import { AccountFault, fileAt, isList, readAccounts } from "./account-file.js";
import { builtDesk } from "./account-page.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { writeAll } from "./screen.js";
import type { ServeOptions } from "./serve-options.js";
import {
  complain,
  fetcherOf,
  hostsOf,
  interrupted,
  type ListenOptions,
  listenAt,
  ServeFault,
  shownUrl,
} from "./serving.js";

/** The list at a path, read again only when its file was written again. */
function listReader(path: string): () => StoryList {
  let known: { readonly stamp: number; readonly list: StoryList } | null = null;
  return () => {
    const stamp = statSync(fileAt(path)).mtimeMs;
    if (known?.stamp !== stamp) known = { stamp, list: storiesAt(path) };
    return known.list;
  };
}

/** The list of stories of what lies at a path: a press has one, an account's is made of it. */
function storiesAt(path: string): StoryList {
  const found = readAccounts(path, null);
  if (isList(found)) return found;
  return {
    schema: "isnad/stories@1",
    engine: found.engine,
    reports: found.reports.length,
    stories: inOrder(found.stories.map((story) => ({ ...summarize(found, story), file: "" }))),
  };
}

/** @throws AccountFault where the account of a story that is listed cannot be read */
function accountAt(path: string, list: StoryList, story: string): Account | null {
  if (!list.stories.some(({ id }) => id === story)) return null;
  const account = readAccounts(path, story);
  return isList(account) ? null : account;
}

/** Serves until it is interrupted. Returns the exit code. */
export async function serveAccounts(
  path: string,
  options: Pick<ServeOptions, "watch"> & ListenOptions,
  program: Program,
): Promise<number> {
  const { port, host } = options;
  try {
    if (options.watch !== undefined) {
      throw new ServeFault(
        `--watch needs a store to keep what it finds, and ${path} is none: isnad serve --watch feeds.opml --store PLACE.`,
      );
    }
    const fetcher = fetcherOf(options, program);
    const list = listReader(path);
    const { stories } = list();
    const routes = app({
      desk: builtDesk(program),
      stories: () => JSON.stringify(list()),
      account: (story) => {
        const account = accountAt(path, list(), story);
        return account && JSON.stringify(account);
      },
      read: (files, pages) => JSON.stringify(readSent(files, pages)),
      fetches: fetcher,
      hosts: hostsOf(host),
    });
    routes.onError((error, c) => {
      void complain(error.message);
      return c.json({ error: error.message }, 500);
    });
    const listening = await listenAt(routes.fetch, port, host);
    const open = `${stories.length} ${stories.length === 1 ? "story" : "stories"}`;
    await writeAll(process.stdout, [
      `The desk is open at ${shownUrl(host, listening.port)} (${open}). Ctrl-C stops it.\n`,
    ]);
    await interrupted();
    await fetcher.close();
    await listening.close(0);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof AccountFault || error instanceof ServeFault)) throw error;
    await complain(error.message);
    return EXIT.failed;
  }
}
