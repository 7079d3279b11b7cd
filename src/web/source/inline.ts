import type { Account } from "../../core/contract.js";
import { inOrder, summarize } from "../../export/story-summary.js";
import { type Source, SourceFault } from "./source.js";

/**
 * The account that the page carries.
 * @returns null where it carries none, as when a server sent it
 * @throws SourceFault where what it carries is no account
 */
export function inlineSource(json: string): Source | null {
  if (json.trim() === "") return null;
  const account = parsed(json);
  return {
    isServed: false,
    live: null,
    read: null,
    stories: async () => inOrder(account.stories.map((story) => summarize(account, story))),
    accountOf: async (story) => {
      if (account.stories.some(({ id }) => id === story)) return account;
      throw new SourceFault("not-found", story);
    },
  };
}

/** The page was written by the program whose contract this is: its mark is checked, not each field. */
function parsed(json: string): Account {
  try {
    const account = JSON.parse(json) as Account;
    if (account.schema === "isnad/account@1") return account;
  } catch (error) {
    throw new SourceFault("broken", String(error));
  }
  throw new SourceFault("broken", "isnad/account@1");
}
