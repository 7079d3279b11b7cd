/** What both ways of serving share: the address, its names, and waiting for the end. */
import type { Fetcher } from "../fetch/fetcher.js";
import { type Fetch, type Listening, listen } from "../server/listen.js";
import type { Program } from "./command.js";
import { makeFetcher } from "./make-fetcher.js";
import { writeAll } from "./screen.js";
import type { FetchOptions } from "./watch-options.js";

export interface ListenOptions extends FetchOptions {
  readonly port: number;
  readonly host: string;
}

export class ServeFault extends Error {}

export const complain = (message: string): Promise<void> =>
  writeAll(process.stderr, [`error  ${message}\n`]);

/** Names under which a browser on this machine, or on its network, asks for an address. */
export function hostsOf(host: string): string[] {
  const own = ["localhost", "127.0.0.1", "[::1]"];
  return [...new Set([...own, host.includes(":") ? `[${host}]` : host.toLowerCase()])];
}

export function shownUrl(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}/`;
}

/** @throws ServeFault where the address cannot be listened on */
export async function listenAt(fetch: Fetch, port: number, host: string): Promise<Listening> {
  try {
    return await listen(fetch, port, host);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === "EADDRINUSE"
        ? "another program listens there. Choose another with --port, or --port 0 for any that is free."
        : `${message}.`;
    throw new ServeFault(`${host}:${port} cannot be listened on: ${why}`);
  }
}

/** @throws ServeFault where an option is wrong */
export function fetcherOf(options: FetchOptions, program: Program): Fetcher {
  const fetcher = makeFetcher(options, program);
  if (typeof fetcher === "string") throw new ServeFault(fetcher);
  return fetcher;
}

/** Resolves at the first interrupt; the second ends the process at once. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
