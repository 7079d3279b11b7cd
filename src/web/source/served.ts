import type { Account } from "../../core/contract.js";
import type { StoryList } from "../../core/story-list.js";
import { type Reading, type Source, SourceFault } from "./source.js";

/** Accounts of `isnad serve`, asked for when they are opened; the last few are kept. */
const KEPT = 4;

export function servedSource(): Source {
  const kept = new Map<string, Promise<Account>>();
  return {
    isServed: true,
    live: null,
    read: async (files, addresses) => {
      const form = new FormData();
      for (const file of files) form.append("file", file);
      for (const address of addresses) form.append("address", address);
      return ask<Reading>("api/read", { method: "POST", body: form });
    },
    stories: async () => (await ask<StoryList>("api/stories")).stories,
    accountOf: (story) => {
      const known = kept.get(story);
      if (known) return known;
      const asked = ask<Account>(`api/stories/${encodeURIComponent(story)}`);
      kept.set(story, asked);
      asked.catch(() => kept.delete(story));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return asked;
    },
  };
}

/** The server checks what it sends by the same schema: the answer is taken at its word. */
async function ask<T>(path: string, sent: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      ...sent,
      headers: { accept: "application/json", "x-isnad-desk": "1" },
    });
  } catch (error) {
    throw new SourceFault("unreachable", String(error));
  }
  if (answer.status === 404) throw new SourceFault("not-found", path);
  if (answer.status === 422 || answer.status === 429) {
    const { error } = (await answer.json()) as { readonly error: string };
    throw new SourceFault("refused", error);
  }
  if (!answer.ok) throw new SourceFault("broken", `${answer.status} ${answer.statusText}`);
  return (await answer.json()) as T;
}
