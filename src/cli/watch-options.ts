import type { Command } from "commander";
import type { StoreOption } from "./store-options.js";

/** What commands that fetch are told. */
export interface FetchOptions {
  readonly allowPrivate?: readonly string[];
  readonly contact?: string;
}

export interface WatchCommandOptions extends StoreOption, FetchOptions {
  readonly once?: boolean;
  readonly now?: boolean;
  readonly status?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Whether an argument is an address and no path. */
export const isAddress = (text: string): boolean => /^(?:https?|feed):/i.test(text);

const collected = (value: string, before: readonly string[] = []): string[] => [...before, value];

export const withFetchOptions = (command: Command): Command =>
  command
    .option("--allow-private <host>", "permit this host of a private network", collected)
    .option("--contact <who>", "an address or e-mail that hosts are told, to reach you by");
