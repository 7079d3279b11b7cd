import { CHANGE_KINDS } from "../../api/change-kinds.js";
import type { Change } from "../../api/changes.js";
import { ApiProblem, IsnadClient } from "../../client/client.js";
import type { Account } from "../../core/contract.js";
import { type Live, type Source, SourceFault } from "./source.js";

/** Accounts that are kept; those that were opened longest ago are let go. */
const KEPT = 4;
/**
 * A service over a store, where the server marked the page as one of its own.
 * @returns null where it did not
 */
export function serviceSource(page: Document): Source | null {
  if (page.querySelector("meta[name=isnad-api]") === null) return null;
  const client = new IsnadClient();
  const kept = new Map<string, Promise<Account>>();
  const anchors = new Map<string, number>();
  const missing = new Map<string, number>();
  const open = async (story: string | number): Promise<Account> => {
    const { account, anchor, behind } = await asked(client.shown(story));
    for (const { id } of account.stories) {
      anchors.set(id, anchor);
      missing.set(id, behind);
    }
    return account;
  };
  const live: Live = {
    client,
    anchorOf: (story) => anchors.get(story) ?? null,
    behindOf: (story) => missing.get(story) ?? 0,
    anchorOfReport: async (report) => (await asked(client.report(report))).anchor,
    renewed: (anchor) => {
      kept.clear();
      return open(anchor);
    },
    follow(told) {
      const events = new EventSource("api/v1/events");
      const hear = (event: MessageEvent<string>): void => told(JSON.parse(event.data) as Change);
      // An event is heard by its name alone.
      for (const kind of CHANGE_KINDS) events.addEventListener(kind, hear);
      return () => events.close();
    },
    onSignedOut: null,
  };
  async function asked<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw faultOf(error, live);
    }
  }
  return {
    isServed: true,
    live,
    read: (files, addresses) => asked(client.read(files, addresses)),
    stories: async () => [],
    accountOf: (story) => {
      const known = kept.get(story);
      if (known) return known;
      const made = open(story);
      kept.set(story, made);
      made.catch(() => kept.delete(story));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}

const KIND: Readonly<Record<number, SourceFault["kind"]>> = {
  404: "not-found",
  413: "refused",
  422: "refused",
  429: "refused",
};

/**
 * What went wrong, as the desk tells it.
 * @param live the service that was asked; null where none is
 */
export function faultOf(error: unknown, live: Live | null): SourceFault {
  if (error instanceof SourceFault) return error;
  if (live === null) return new SourceFault("broken", String(error));
  if (!(error instanceof ApiProblem)) return new SourceFault("unreachable", String(error));
  const { status, detail } = error.problem;
  if (status === 401) live.onSignedOut?.();
  return new SourceFault(KIND[status] ?? "unreachable", detail);
}
