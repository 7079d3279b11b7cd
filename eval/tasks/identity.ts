/** Who is who over reports: labelled pairs of names, joined, kept apart or left open. */
import type { Account } from "../../src/core/contract.js";
import {
  type IdentityHalf,
  identityPairs,
  identityRecords,
  type LabelledPair,
} from "../own/identity.js";
import type { Finding, ReadReports, Row, Task } from "../task.js";
import { rate } from "../task.js";

/** Both halves are read in one account. */
let kept: { readonly account: Account; readonly idOf: ReadonlyMap<string, string> } | null = null;

function accountOf(read: ReadReports): typeof kept {
  if (kept) return kept;
  const records = identityRecords();
  if (!records) return null;
  const account = read(
    [...records].map(([name, { text, outlet, url, fetched, title }]) => ({
      text,
      file: name,
      outlet,
      url,
      fetched,
      title,
    })),
  );
  const idOf = new Map(account.reports.map(({ file, id }) => [file ?? "", id]));
  kept = { account, idOf };
  return kept;
}

type Verdict = "same" | "different" | "undecided" | "unread";

/** What the engine says of the pairs; `unread` where it has no entity at a place. */
function verdicts(account: Account, idOf: ReadonlyMap<string, string>) {
  const byReport = new Map<string, { start: number; end: number; entity: string }[]>();
  for (const { id, mentions } of account.entities) {
    for (const { report, start, end } of mentions) {
      const list = byReport.get(report);
      const place = { start, end, entity: id };
      if (list) list.push(place);
      else byReport.set(report, [place]);
    }
  }
  const undecided = new Set(
    (account.identities ?? [])
      .filter(({ verdict }) => verdict === "undecided")
      .map(({ a, b }) => [a, b].sort().join(" ")),
  );
  const entityAt = ({ of, span: [start, end] }: LabelledPair["a"]): string | undefined =>
    byReport
      .get(idOf.get(of) ?? "")
      ?.filter((one) => one.start < end && start < one.end)
      .sort((x, y) => overlap(y, start, end) - overlap(x, start, end))[0]?.entity;
  return ({ a, b }: LabelledPair): Verdict => {
    const [x, y] = [entityAt(a), entityAt(b)];
    if (x === undefined || y === undefined) return "unread";
    if (x === y) return "same";
    return undecided.has([x, y].sort().join(" ")) ? "undecided" : "different";
  };
}

const overlap = (one: { start: number; end: number }, start: number, end: number): number =>
  Math.min(one.end, end) - Math.max(one.start, start);

const scored = (half: IdentityHalf, sealed: string | null): Task => {
  const suffix = half === "work" ? "" : " apart";
  const rows = ["identity joins", "identity separations"].map((name) => `${name}${suffix}`);
  return {
    name: `identity${half === "work" ? "" : "-apart"}`,
    rows,
    sealed,
    run: (read): readonly Row[] | null => {
      const known = accountOf(read);
      if (!known) return null;
      const verdictOf = verdicts(known.account, known.idOf);
      const judged = identityPairs(half).map((pair) => ({ pair, verdict: verdictOf(pair) }));
      const count = (verdict: Verdict, means?: LabelledPair["means"]): number =>
        judged.filter(
          (one) => one.verdict === verdict && (means ?? one.pair.means) === one.pair.means,
        ).length;
      const labelled = (means: LabelledPair["means"]): number =>
        judged.filter(({ pair }) => pair.means === means).length;
      const decided = (verdict: Verdict): number => count(verdict) - count(verdict, "unknown");
      const findings = judged.map(({ pair, verdict }): Finding => {
        const isRight = verdict === pair.means;
        return {
          verdict: isRight
            ? "hit"
            : verdict === "undecided" || verdict === "unread"
              ? "miss"
              : "wrong",
          record: pair.a.of,
          at: pair.a.span[0],
          text: `${pair.kind}: ${pair.means}, read as ${verdict}: ${pair.b.of}:${pair.b.span.join("-")}`,
        };
      });
      const open = `${count("undecided")} undecided (${count("undecided", "same")} same, ${count("undecided", "different")} different, ${count("undecided", "unknown")} unknown), ${count("unread")} unread; of ${labelled("unknown")} unknown ${count("same", "unknown")} joined`;
      const row = (
        name: string,
        means: "same" | "different",
        findings: readonly Finding[],
      ): Row => ({
        name,
        ...rate({ hits: count(means, means), labelled: labelled(means), given: decided(means) }),
        remark: means === "same" ? open : "",
        findings,
      });
      return [row(rows[0] as string, "same", findings), row(rows[1] as string, "different", [])];
    },
  };
};

export const identity = scored("work", null);
export const heldIdentity = scored(
  "held",
  "whoever sees its misses fits weights to them, and then no set is left that tells an honest score",
);
