/** What `isnad serve` does, once its words are understood. */
import { statSync } from "node:fs";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Account } from "../core/contract.js";
import type { StoryList } from "../core/story-list.js";
import { summarize } from "../export/story-summary.js";
import { app } from "../server/app.js";
import { AccountFault, fileAt, readAccounts } from "./account-file.js";
import { builtDesk } from "./account-page.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { readSent } from "./read-sent.js";
import { writeAll } from "./screen.js";

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

const isList = (one: Account | StoryList): one is StoryList => one.schema === "isnad/stories@1";

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
    stories: found.stories.map((story) => ({ ...summarize(found, story), file: "" })),
  };
}

/** @throws AccountFault where the account of a story that is listed cannot be read */
function accountAt(path: string, list: StoryList, story: string): Account | null {
  if (!list.stories.some(({ id }) => id === story)) return null;
  const account = readAccounts(path, story);
  return isList(account) ? null : account;
}

/** Names under which a browser on this machine, or on its network, asks for an address. */
function hostsOf(host: string): string[] {
  const own = ["localhost", "127.0.0.1", "[::1]"];
  return [...new Set([...own, host.includes(":") ? `[${host}]` : host.toLowerCase()])];
}

/** Serves until it is interrupted. Returns the exit code. */
export async function runServe(
  path: string,
  { port, host }: ServeOptions,
  program: Program,
): Promise<number> {
  const complain = (message: string): Promise<void> =>
    writeAll(process.stderr, [`error  ${message}\n`]);
  try {
    const list = listReader(path);
    const { stories } = list();
    const routes = app({
      desk: builtDesk(program),
      stories: () => JSON.stringify(list()),
      account: (story) => {
        const account = accountAt(path, list(), story);
        return account && JSON.stringify(account);
      },
      read: (files) => JSON.stringify(readSent(files)),
      hosts: hostsOf(host),
    });
    routes.onError((error, c) => {
      void complain(error.message);
      return c.json({ error: error.message }, 500);
    });
    const server = serve({ fetch: routes.fetch, port, hostname: host }) as Server;
    await listening(server, `${host}:${port}`);
    const address = server.address();
    const taken = typeof address === "object" && address ? address.port : port;
    const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
    const shown = name.includes(":") ? `[${name}]` : name;
    await writeAll(process.stdout, [
      `The desk is open at http://${shown}:${taken}/ (${stories.length} ${stories.length === 1 ? "story" : "stories"}). Ctrl-C stops it.\n`,
    ]);
    await interrupted();
    server.closeAllConnections();
    server.close();
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof AccountFault || error instanceof ServeFault)) throw error;
    await complain(error.message);
    return EXIT.failed;
  }
}

class ServeFault extends Error {}

/** @throws ServeFault where the address cannot be listened on */
function listening(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "another program listens there. Choose another with --port, or --port 0 for any that is free."
          : `${error.message}.`;
      reject(new ServeFault(`${address} cannot be listened on: ${why}`));
    });
  });
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
