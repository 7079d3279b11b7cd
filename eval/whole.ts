/**
 * Reads every report of saudinewsnet, each by itself: none may crash the engine, every span must
 * be valid, and none may take out of proportion long. Takes minutes; sealed reports are read, too,
 * but nothing of what is read is shown.
 *
 * On a terminal the report being read is shown, so that one that never ends is known by name.
 *
 *   npx tsx eval/whole.ts                 all archives
 *   npx tsx eval/whole.ts --archives 3    the first three only
 */

import { toolOptions } from "../scripts/tool-options.js";
import { readReport } from "../src/engine.js";
import { archiveNames, readArchive } from "./own/archive.js";
import { checkSpans } from "./spans.js";

/** A report that takes longer than so many microseconds a character is named. */
const SLOW_US = 200;
/** Below this the clock and the machine weigh more than the text. */
const SHORTEST_TIMED = 1000;

const { values } = toolOptions(import.meta.url, { options: { archives: { type: "string" } } });
const archives = archiveNames();
if (!archives) {
  console.log("whole corpus: skipped: data not present");
} else {
  let reports = 0;
  let chars = 0;
  let claims = 0;
  let spans = 0;
  let ms = 0;
  const faults: string[] = [];
  const slow: string[] = [];
  for (const archive of archives.slice(0, Number(values.archives ?? archives.length))) {
    for (const { index, outlet, url, fetched, title, text } of readArchive(archive)) {
      const place = `${archive}#${index}`;
      reports++;
      chars += text.length;
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${reports} ${place} `);
      const before = performance.now();
      try {
        const reading = readReport({ text, file: place, outlet, url, fetched, title });
        const took = performance.now() - before;
        ms += took;
        if (text.length > SHORTEST_TIMED && (took * 1000) / text.length > SLOW_US) {
          slow.push(`${place}: ${took.toFixed(0)} ms for ${text.length} characters`);
        }
        claims += reading.claims.length;
        const check = checkSpans({
          schema: "isnad/account@1",
          engine: "",
          reports: [reading.report],
          entities: [...reading.entities],
          claims: [...reading.claims],
          stories: [],
        });
        spans += check.checked;
        faults.push(...check.faults.map((fault) => `${place}: ${fault}`));
      } catch (error) {
        faults.push(`${place}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      }
    }
  }
  console.log(`${reports} reports, ${chars} characters, ${claims} claims, ${spans} spans`);
  console.log(`${(ms / 1000).toFixed(1)} s of reading, ${(chars / 1000 / ms).toFixed(2)} M char/s`);
  console.log(`${faults.length} faults, ${slow.length} slower than ${SLOW_US} µs a character`);
  for (const line of [...faults, ...slow].slice(0, 50)) console.log(`  ${line}`);
  if (faults.length > 0) process.exitCode = 1;
}
