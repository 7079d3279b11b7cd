/** Headline pairs that agree or disagree: printed only, for two lines are no pair of reports. */
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

export const headlines: Task = {
  name: "headlines",
  rows: ["headlines"],
  run: (read) => {
    const pairs = headlinePairs();
    if (!pairs) return null;
    const raised = new Map<string, number>();
    const totals = new Map<string, number>();
    const findings: Finding[] = [];
    pairs.forEach(({ first, second, stance }, index) => {
      totals.set(stance, (totals.get(stance) ?? 0) + 1);
      const account = read([
        { text: first, file: "first.txt" },
        { text: second, file: "second.txt" },
      ]);
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
    return [
      {
        name: "headlines",
        cases: pairs.length,
        precision: null,
        recall: null,
        score: null,
        remark: `contradiction raised: ${remark}`,
        findings,
      },
    ];
  },
};
