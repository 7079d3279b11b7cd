/** Every place an account points at exists, in every set at hand: 100%, always. */
import type { ReportInput } from "../../src/core/input.js";
import { dataPath, exampleInputs, readTexts, type TextRecord } from "../data.js";
import { saudiReports } from "../saudi.js";
import { checkSpans } from "../spans.js";
import type { Finding, Row, Task } from "../task.js";

const SAUDI_SAMPLE = 300;
const SAUDI_SEED = 2015;

const inputs = (records: readonly TextRecord[]): readonly ReportInput[] =>
  records.map(({ name, text }) => ({ text, file: `${name}.txt` }));

function sets(): readonly (readonly [string, readonly ReportInput[]])[] {
  const kazakhstan = dataPath("kazakhstan-2022");
  const labelled = dataPath("labelled-dev");
  return [
    ["examples", exampleInputs()],
    ["kazakhstan-2022", inputs(kazakhstan ? readTexts(kazakhstan) : [])],
    ["labelled-dev", inputs(labelled ? readTexts(labelled) : [])],
    ["saudinewsnet", saudiReports(SAUDI_SAMPLE, SAUDI_SEED) ?? []],
  ];
}

export const links: Task = {
  name: "links",
  rows: ["sentence links"],
  run: (read) => {
    let checked = 0;
    let reports = 0;
    const findings: Finding[] = [];
    for (const [name, set] of sets()) {
      if (set.length === 0) continue;
      reports += set.length;
      const check = checkSpans(read(set));
      checked += check.checked;
      for (const fault of check.faults)
        findings.push({ verdict: "wrong", record: name, at: null, text: fault });
    }
    if (reports === 0) return null;
    const row: Row = {
      name: "sentence links",
      cases: checked,
      precision: null,
      recall: null,
      score: checked === 0 ? null : Math.max(0, checked - findings.length) / checked,
      remark: `${reports} reports, ${findings.length} faults`,
      findings,
    };
    return [row];
  },
};
