/**
 * `npm run eval` scores the engine against labelled data and holds every score against its floor.
 *
 *   npm run eval -- --task figures,times     only these tasks (by task or row name)
 *   npm run eval -- --show                   every hit, miss and spurious find, with its words
 *   npm run eval -- --show --report 05       only those of one record
 *   npm run eval -- --task held --show --open-held    what is found in a sealed set, which spoils it
 *   npm run eval -- --raise                  moves the floors up to the scores reached
 *
 * Ends with exit code 1 where a score is below its floor or a task broke down.
 */

import { toolOptions } from "../scripts/tool-options.js";
import { readAccount } from "../src/engine.js";
import { dataRoot } from "./data.js";
import { raised, readFloors, writeFloors } from "./floors.js";
import { memoized } from "./memo.js";
import { findingLine, outcome, tableHead, tableLine } from "./table.js";
import type { Row, Task } from "./task.js";
import { TASKS } from "./tasks/index.js";

const { values: options } = toolOptions(import.meta.url, {
  options: {
    task: { type: "string" },
    report: { type: "string" },
    raise: { type: "boolean", default: false },
    show: { type: "boolean", default: false },
    "open-held": { type: "boolean", default: false },
  },
});

const wanted = options.task?.split(",").map((name) => name.trim());
const isWanted = (task: Task): boolean =>
  !wanted || wanted.includes(task.name) || task.rows.some((row) => wanted.includes(row));

const floors = readFloors();
const scores = new Map<string, number>();
const isShown = options.show || options.report !== undefined;
/** What to say instead of the findings of a task that may not be looked at; null where it may be. */
const refusal = ({ name, sealed }: Task): string | null =>
  isShown && sealed && !options["open-held"]
    ? `${name}: its findings stay closed without --open-held: ${sealed}`
    : null;
const tally = { passed: 0, failed: 0, skipped: 0 };

function print(row: Row, closed: boolean): void {
  console.log(tableLine(row, floors));
  if (row.score !== null) scores.set(row.name, row.score);
  const result = outcome(row, floors);
  if (result !== "printed") tally[result]++;
  if (!isShown || closed) return;
  for (const finding of row.findings) {
    if (!options.report || finding.record === options.report) console.log(findingLine(finding));
  }
}

const chosen = TASKS.filter(isWanted);
if (chosen.length === 0) {
  console.error(
    `eval: no task called ${options.task}; there are ${TASKS.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

for (const task of wanted ? chosen : []) {
  const refused = refusal(task);
  if (refused === null) continue;
  console.error(`eval: ${refused}`);
  process.exit(2);
}

const read = memoized(readAccount);
console.log(tableHead());
for (const task of chosen) {
  const gated = task.rows.filter((row) => floors[row] !== undefined).length;
  try {
    const rows = task.run(read);
    const refused = refusal(task);
    if (rows) {
      for (const row of rows) print(row, refused !== null);
      if (refused !== null) console.log(refused);
    } else {
      console.log(`${task.name}: skipped: data not present (looked in ${dataRoot})`);
      tally.skipped += Math.max(1, gated);
    }
  } catch (error) {
    console.log(
      `${task.name}: broke down: ${error instanceof Error ? error.stack : String(error)}`,
    );
    tally.failed += Math.max(1, gated);
  }
}
if (options.raise) writeFloors(raised(floors, scores));
console.log(`eval: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 ? 1 : 0;
