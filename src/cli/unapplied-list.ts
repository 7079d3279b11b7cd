/** Which entries of a log do nothing any more, as what was made with it tells. */
import { type Judgement, reportsOf, standing } from "../core/judgement.js";
import { leadsToStore } from "../store/place.js";
import { AccountFault, isList } from "./account-file.js";
import { accountsAt, withStore } from "./store-accounts.js";

const NOT_HERE = "no report that it speaks of is among these";

/** Reports that a query asks for at a time. */
const AT_A_TIME = 500;

/** By the id of the entry: why. None where nothing was made with the log yet. */
export async function unappliedAt(
  path: string,
  log: readonly Judgement[],
): Promise<ReadonlyMap<string, string>> {
  if (log.length === 0) return new Map();
  try {
    const read = await accountsAt(path, null);
    const told = isList(read)
      ? read.stories.flatMap(({ unapplied = [] }) => unapplied)
      : (read.unapplied ?? []);
    const out = new Map(told.map(({ judgement, why }) => [judgement, why]));
    const here = isList(read)
      ? await inStore(path, log)
      : new Set(read.reports.map(({ id }) => id));
    for (const entry of here === null ? [] : standing(log)) {
      if (!reportsOf(entry).some((id) => here?.has(id))) out.set(entry.id, NOT_HERE);
    }
    return out;
  } catch (error) {
    // A log may lie where no account was written yet.
    if (error instanceof AccountFault) return new Map();
    throw error;
  }
}

/** Reports of the log that the store holds; null for a press on the disk, whose list names no reports. */
async function inStore(
  path: string,
  log: readonly Judgement[],
): Promise<ReadonlySet<string> | null> {
  if (!leadsToStore(path)) return null;
  const ids = [...new Set(standing(log).flatMap(reportsOf))];
  return withStore(path, async ({ queries }) => {
    const here = new Set<string>();
    for (let at = 0; at < ids.length; at += AT_A_TIME) {
      const rows = await queries
        .selectFrom("reports")
        .select("id")
        .where("id", "in", ids.slice(at, at + AT_A_TIME))
        .execute();
      for (const { id } of rows) here.add(id);
    }
    return here;
  });
}
