import type { Claim, FigureRule, Ledger } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { boundsOf } from "./figure-rules.js";
import { rowsOf } from "./rows.js";

type History = NonNullable<Ledger["history"]>;

/**
 * How low, best and high moved: what the rule chose from the reports out by each day, where that
 * changed. By the day reports were out (published, else crawled), so that it says what was known
 * when; claims of reports of unknown day count in no step of it.
 */
export function historyOf(
  claims: readonly Claim[],
  rule: FigureRule,
  context: StoryContext,
): History {
  const dated = claims.flatMap((claim) => {
    const day = context.outBy(claim.report);
    return day === null ? [] : [{ claim, day }];
  });
  const days = [...new Set(dated.map(({ day }) => day))].sort();
  if (days.length < 2) return [];
  const history: History[number][] = [];
  for (const knownBy of days) {
    const known = dated.filter(({ day }) => day <= knownBy).map(({ claim }) => claim);
    const { low, best, high } = boundsOf(rowsOf(known, context), rule, context);
    const last = history.at(-1);
    if (last && last.low === low && last.best === best && last.high === high) continue;
    history.push({ knownBy, low, best, high });
  }
  return history;
}
