/** What of an account, or of a press's stories, most needs a person, as lines for a terminal. */
import type { Account } from "../core/contract.js";
import { codeLabel } from "../export/labels.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { type ReviewItem, reviewQueue } from "../review/queue.js";
import { isList } from "./account-file.js";
import type { JudgeOptions } from "./judge-options.js";
import { referenceIn } from "./judged-claims.js";
import { accountsAt } from "./store-accounts.js";

const PRINTED = 20;
/** Of a press, the stories with most disputes: the accounts of all would be read one by one. */
const STORIES_READ = 40;

interface Queued {
  readonly item: ReviewItem;
  readonly account: Account;
}

/** @throws AccountFault */
export async function queued(
  path: string,
  {
    story = null,
    limit = PRINTED,
    json = false,
  }: Pick<JudgeOptions, "limit" | "json"> & {
    readonly story?: string | null;
  },
): Promise<string[]> {
  const accounts = await accountsOf(path, story);
  const all = accounts
    .flatMap((account): Queued[] => reviewQueue(account).map((item) => ({ item, account })))
    .sort((a, b) => b.item.need - a.item.need || (a.item.id < b.item.id ? -1 : 1));
  const shown = all.slice(0, limit);
  if (json) return [`${JSON.stringify(shown.map(entryOf), null, 2)}\n`];
  if (all.length === 0) return ["Nothing asks for a person.\n"];
  const left = all.length - shown.length;
  return [
    ...shown.flatMap(linesOf),
    ...(left > 0 ? [`… and ${left} more: --limit ${all.length} prints all.\n`] : []),
  ];
}

/** One account at a time would need less memory; the accounts of forty stories are some megabytes. */
async function accountsOf(path: string, story: string | null): Promise<Account[]> {
  const read = await accountsAt(path, story);
  if (!isList(read)) return [read];
  const accounts: Account[] = [];
  const stories = [...read.stories].sort((a, b) => b.disputes - a.disputes).slice(0, STORIES_READ);
  for (const { id } of stories) {
    const one = await accountsAt(path, id);
    if (!isList(one)) accounts.push(one);
  }
  return accounts;
}

function entryOf({ item, account }: Queued) {
  const claim = account.claims.find(({ id }) => id === item.claim);
  return {
    ...item,
    reasons: item.reasons.map((code) => ({ code, why: codeLabel("review", code).en })),
    ...(claim ? { about: referenceIn(account, claim) } : {}),
    ...(item.identity === null ? {} : { named: account.identities?.[item.identity]?.named }),
    ...(item.unapplied === null ? {} : { judgement: account.unapplied?.[item.unapplied] }),
  };
}

function linesOf({ item, account }: Queued): string[] {
  const why = item.reasons.map((code) => codeLabel("review", code).en).join("; ");
  return [`${whatOf(item, account)}\n`, `    ${why}\n`];
}

function whatOf({ claim, identity, unapplied }: ReviewItem, account: Account): string {
  const idle = unapplied === null ? undefined : account.unapplied?.[unapplied];
  if (idle) return `${idle.judgement}  ${isolate(showable(idle.why))}`;
  const found = account.claims.find(({ id }) => id === claim);
  if (found) {
    const { kind, subject, words, report, start } = referenceIn(account, found);
    return `${found.id}  ${kind} ${subject}  «${isolate(showable(words))}»  ${report}:${start}`;
  }
  const [a, b] = account.identities?.[identity ?? -1]?.named ?? [];
  if (!a || !b) return "";
  const names = [a, b].map(({ name, report }) => `"${isolate(showable(name))}@${report}"`);
  return `same or different?  ${names.join(" ")}`;
}
