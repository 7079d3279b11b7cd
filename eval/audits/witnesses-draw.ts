/**
 * Draws rows of ledgers that rest on two reports or more, with every sentence they rest on and who
 * signs it, for a reader to say how many witnesses there are (witnesses.md). Nothing is written.
 *
 *   npx tsx eval/audits/witnesses-draw.ts --seed 1 --rows 100 --archives 2015-08-06.zip,2015-08-07.zip
 */

import { toolOptions } from "../../scripts/tool-options.js";
import { readAccount } from "../../src/engine.js";
import { readArchive } from "../own/archive.js";
import { isSealed } from "../own/sealed.js";
import { seeded } from "../saudi.js";

const { values } = toolOptions(import.meta.url, {
  options: {
    seed: { type: "string", default: "1" },
    rows: { type: "string", default: "100" },
    archives: { type: "string", default: "2015-08-06.zip,2015-08-07.zip" },
  },
});
/** Reports that tell of harm: their stories have figures that several outlets tell. */
const HARM =
  /قتل|مقتل|استشه|أصيب|إصابة|جرح|مصرع|ضحايا|وفاة|اعتقل|القبض|حريق|انفجار|تفجير|زلزال|فيضان/u;
const LONGEST_SENTENCE = 230;

const inputs = values.archives.split(",").flatMap((archive) =>
  readArchive(archive)
    .filter(({ index, text }) => HARM.test(text.slice(0, 600)) && !isSealed(archive, index))
    .map(({ index, outlet, url, fetched, title, text, byline }) => ({
      ...{ text, file: `${archive}#${index}`, outlet, url, fetched, title, byline },
    })),
);
const account = readAccount(inputs);
const claims = new Map(account.claims.map((claim) => [claim.id, claim]));
const reports = new Map(account.reports.map((report) => [report.id, report]));
const rows = account.stories.flatMap((story) =>
  story.ledger.flatMap((ledger) =>
    ledger.rows
      .filter((row) => new Set(row.claims.map((id) => claims.get(id)?.report)).size > 1)
      .map((row) => ({ story, ledger, row })),
  ),
);
console.log(
  `${inputs.length} reports, ${account.stories.length} stories, ${rows.length} such rows`,
);
const random = seeded(Number(values.seed));
for (let drawn = 0; drawn < Number(values.rows) && rows.length > 0; drawn++) {
  const [one] = rows.splice(Math.floor(random() * rows.length), 1);
  if (!one) break;
  const { ledger, row } = one;
  const { min, max } = row.value;
  console.log(
    `\n${drawn + 1}. ${ledger.measure} ${ledger.counted} ${min}–${max} by ${row.speaker.name} → WITNESSES ${row.witnesses}`,
  );
  for (const id of row.claims) {
    const claim = claims.get(id);
    const report = claim && reports.get(claim.report);
    if (!claim || !report) continue;
    const [from, to] = claim.sentence;
    const sentence = report.text.slice(
      Math.max(from, claim.span[0] - LONGEST_SENTENCE / 2),
      Math.min(to, claim.span[1] + LONGEST_SENTENCE / 2),
    );
    const chain = claim.chain
      .slice(1)
      .map(({ name }) => name)
      .join(" < ");
    console.log(
      `   ${report.file} ${report.outlet} [${report.byline ?? report.text.slice(0, 40).replace(/\s+/gu, " ")}] {${chain}} ${sentence.replace(/\s+/gu, " ")}`,
    );
  }
}
