/** What fetches for a command, as its options say. */
import { allowanceOf } from "../fetch/allowance.js";
import { Fetcher } from "../fetch/fetcher.js";
import type { Program } from "./command.js";
import type { FetchOptions } from "./watch-options.js";

/** @returns what is wrong with an option, where something is */
export function makeFetcher(
  { allowPrivate = [], contact }: FetchOptions,
  { version }: Program,
): Fetcher | string {
  const made = allowanceOf(allowPrivate);
  if ("wrong" in made) {
    return `--allow-private ${made.wrong}: give a host, or a host and a port: feeds.example.lan, 10.0.0.5:8080, [fd00::5].`;
  }
  return new Fetcher({ version, contact, allowance: made.allowance });
}
