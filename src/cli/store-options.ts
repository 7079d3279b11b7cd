/** `--store`, which every command on a store has. */
import type { Command } from "commander";
import { DEFAULT_STORE } from "../store/place.js";

export interface StoreOption {
  /** A folder, or `postgres://…`. */
  readonly store?: string;
}

export const withStoreOption = (command: Command): Command =>
  command.option(
    "--store <place>",
    `the store: a folder, or postgres://… (default: $ISNAD_DB, else $ISNAD_STORE, else ${DEFAULT_STORE})`,
  );

export const STORE_HELP = `
The store:
  A folder of this machine that holds one SQLite file, or a PostgreSQL database. --store names it;
  else ISNAD_DB=postgres://user:password@host/database does, else ISNAD_STORE=folder, else it is
  ${DEFAULT_STORE} here. One process writes at a time, any number read meanwhile. Whatever was
  committed stays, however the process ends: run the same command again, and it goes on.`;
