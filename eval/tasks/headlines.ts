/**
 * Headline pairs that agree or disagree. Precision is over the contradictions raised; recall, over
 * the pairs that disagree and of which both headlines hold an event or a figure: what could be
 * compared at all. The score is that recall while the precision is no lower than `LEAST_RIGHT`.
 */
import { readFileSync } from "node:fs";
import { dataPath } from "../data.js";
import type { Finding, Task } from "../task.js";

interface HeadlinePair {
  readonly first: string;
  readonly second: string;
  readonly stance: string;
}

/** A comma-separated line, where a field may stand in double quotes. */
export function csvFields(line: string): readonly string[] {
  const fields: string[] = [];
  let [field, quoted] = ["", false];
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (quoted && char === '"' && line[i + 1] === '"') {
      field += '"';
      i++;
    } else if (char === '"') quoted = !quoted;
    else if (char === "," && !quoted) {
      fields.push(field);
      field = "";
    } else field += char;
  }
  return [...fields, field];
}

function headlinePairs(): readonly HeadlinePair[] | null {
  const path = dataPath("headline-stance-ar", "stance_dev.csv");
  if (!path) return null;
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .slice(1)
    .map(csvFields)
    .flatMap(([first, second, stance]) =>
      first && second && stance ? [{ first, second, stance }] : [],
    );
}

/** Of the contradictions raised, so many must be of pairs that disagree. */
const LEAST_RIGHT = 0.85;

const isRight = (hits: number, raised: number): boolean =>
  raised > 0 && hits / raised >= LEAST_RIGHT;

const FILES = ["first.txt", "second.txt"] as const;

export const headlines: Task = {
  name: "headlines",
  rows: ["headlines"],
  run: (read) => {
    const pairs = headlinePairs();
    if (!pairs) return null;
    const raised = new Map<string, number>();
    const totals = new Map<string, number>();
    const findings: Finding[] = [];
    let [comparable, comparableDisagree] = [0, 0];
    pairs.forEach(({ first, second, stance }, index) => {
      totals.set(stance, (totals.get(stance) ?? 0) + 1);
      const account = read([
        { text: first, file: FILES[0] },
        { text: second, file: FILES[1] },
      ]);
      const holds = (at: number): boolean =>
        account.claims.some(
          ({ report, event, figure }) =>
            (event !== undefined || figure !== undefined) &&
            account.reports.find(({ id }) => id === report)?.file === FILES[at],
        );
      if (holds(0) && holds(1)) {
        comparable++;
        if (stance === "disagree") comparableDisagree++;
      }
      const disputes = account.stories.flatMap(({ disagreements }) => disagreements);
      const contradiction = disputes.find(({ relation }) => relation === "contradicts");
      if (!contradiction) return;
      raised.set(stance, (raised.get(stance) ?? 0) + 1);
      findings.push({
        verdict: stance === "disagree" ? "hit" : "spurious",
        record: String(index),
        at: null,
        text: `${stance}: «${first}» / «${second}» — ${contradiction.about}: ${contradiction.why}`,
      });
    });
    const remark = [...totals]
      .map(([stance, total]) => `${stance} ${raised.get(stance) ?? 0}/${total}`)
      .join(", ");
    const hits = findings.filter(({ verdict }) => verdict === "hit").length;
    return [
      {
        name: "headlines",
        cases: comparable,
        precision: findings.length === 0 ? null : hits / findings.length,
        recall: comparableDisagree === 0 ? null : hits / comparableDisagree,
        // What is raised is worth counting only while it is right.
        score: isRight(hits, findings.length) ? hits / comparableDisagree : 0,
        remark: `of ${pairs.length} pairs both sides of ${comparable} hold a claim, ${comparableDisagree} of them disagree; contradiction raised: ${remark}`,
        findings,
      },
    ];
  },
};
