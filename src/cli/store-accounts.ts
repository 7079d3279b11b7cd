/** Stories and accounts out of a store, for commands that also open what `isnad read` wrote. */
import type { Account } from "../core/contract.js";
import type { StoryList } from "../core/story-list.js";
import { ENGINE_VERSION } from "../engine.js";
import { leadsToStore, storePlace } from "../store/place.js";
import { StoreFault, StoreReader } from "../store/store.js";
import { AccountFault, oneOf, readAccounts } from "./account-file.js";

const ALL = 10_000_000;

/**
 * The account at a path, whole or of the one story asked for; out of a store where one lies there.
 * @param path as for `readAccounts`, or a store's folder or connection string
 * @returns the list where a press or a store was given and no story was asked for
 * @throws AccountFault
 */
export async function accountsAt(path: string, story: string | null): Promise<Account | StoryList> {
  if (!leadsToStore(path)) return readAccounts(path, story);
  return withStore(path, async (store) => {
    const list = await listOf(store);
    if (story === null) return list;
    const { id } = oneOf(list.stories, story, store.where);
    const account = await store.account(id);
    if (account) return account;
    throw new AccountFault(`${store.where}: the story was made anew meanwhile. Ask again.`);
  });
}

/** @throws AccountFault */
const openStore = (path: string): Promise<StoreReader> =>
  asAccountFault(() => StoreReader.open(storePlace(path)));

/** Opens the store for as long as `work` takes. @throws AccountFault */
export function withStore<T>(path: string, work: (store: StoreReader) => Promise<T>): Promise<T> {
  return asAccountFault(async () => {
    const store = await openStore(path);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** A fault of the store is one of the account that was asked for. */
async function asAccountFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreFault ? new AccountFault(error.message) : error;
  }
}

/** Its stories as those of a press. */
export async function listOf(store: StoreReader): Promise<StoryList> {
  const [stories, { reports }] = await Promise.all([store.stories({ limit: ALL }), store.counts()]);
  return {
    schema: "isnad/stories@1",
    engine: ENGINE_VERSION,
    reports,
    stories: stories.map(({ anchor: _, ...story }) => ({ ...story, file: "" })),
  };
}
