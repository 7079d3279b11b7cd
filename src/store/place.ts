/** Where a store lies: a folder of this machine, or a PostgreSQL server. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export type StorePlace =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Where a store lies when nobody says. */
export const DEFAULT_STORE = "isnad-store";

/** The database of a store in a folder. */
export const DATABASE_FILE = "isnad.sqlite";

const POSTGRES = /^postgres(?:ql)?:\/\//i;

/** @param text a folder, or a connection string `postgres://…` */
export function storePlace(text: string): StorePlace {
  return POSTGRES.test(text)
    ? { kind: "postgres", url: text }
    : { kind: "folder", folder: resolve(text) };
}

/** What was asked for, else the server of `ISNAD_DB`, else the folder of `ISNAD_STORE`, else `isnad-store` here. */
export function storePlaceFor(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): StorePlace {
  return storePlace(
    asked ?? (environment["ISNAD_DB"] || environment["ISNAD_STORE"] || DEFAULT_STORE),
  );
}

/** Whether a path or connection string leads to a store, and not to an account or a press. */
export const leadsToStore = (text: string): boolean =>
  POSTGRES.test(text) || existsSync(join(text, DATABASE_FILE));

/** As it may be shown: without the password. */
export function shownPlace(place: StorePlace): string {
  if (place.kind === "folder") return place.folder;
  try {
    const { hostname, port, pathname } = new URL(place.url);
    return `postgres://${hostname}${port && `:${port}`}${pathname}`;
  } catch {
    return "the PostgreSQL server";
  }
}
