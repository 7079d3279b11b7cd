/**
 * A look at what comes out: reads random reports of saudinewsnet, checks that nothing breaks and
 * that every span is valid, and prints what was read beside the words it was read from.
 *
 *   npx tsx eval/scan.ts --reports 100 --seed 7 --show figures
 *   --show  figures · chains · times · names · events · offices · furniture (several by comma)
 *   --full  prints each report's whole text above what was read
 *   --folder PATH reads the .txt files of a folder instead
 */

import { toolOptions } from "../scripts/tool-options.js";
import type { Account, Claim, Report } from "../src/core/contract.js";
import type { ReportInput } from "../src/core/input.js";
import { readAccount } from "../src/engine.js";
import { readTexts } from "./data.js";
import { excerpt } from "./labelled.js";
import { saudiReports } from "./saudi.js";
import { checkSpans } from "./spans.js";
import { namedLinks } from "./tasks/chains.js";

const { values: options } = toolOptions(import.meta.url, {
  options: {
    reports: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "" },
    folder: { type: "string" },
    full: { type: "boolean", default: false },
  },
});
const shown = new Set(options.show.split(",").map((name) => name.trim()));

type View = (account: Account, report: Report, claims: readonly Claim[]) => readonly string[];

const bounds = (value: { min: number | null; max: number | null; hedge: string }): string =>
  `${value.min ?? "…"}..${value.max ?? "…"} ${value.hedge}`;

const nameOf = (account: Account, id: string | null | undefined): string =>
  (id && account.entities.find((entity) => entity.id === id)?.name) || (id ?? "–");

const chainOf = (claim: Claim): string =>
  namedLinks(claim)
    .map(({ name, kind, medium }) => `${name} (${kind}${medium ? `, ${medium}` : ""})`)
    .join(" ← ") || "the report's own voice";

const context = (claim: Claim, report: Report): string =>
  `${excerpt(report.text, claim.span)}   in ${excerpt(report.text, claim.sentence).slice(0, 220)}`;

const VIEWS: Readonly<Record<string, View>> = {
  figures: (account, report, claims) =>
    claims.flatMap((claim) =>
      claim.figure
        ? [
            `${claim.figure.measure} ${claim.figure.counted} ${bounds(claim.figure.value)}${claim.figure.partOf ? " PART" : ""}${claim.background ? " BACKGROUND" : ""} · ${claim.modality} · place ${nameOf(account, claim.place)} · ${claim.time?.edtf ?? "no time"} · ${chainOf(claim)} · ${claim.rule}\n      ${context(claim, report)}`,
          ]
        : [],
    ),
  chains: (_, report, claims) =>
    claims.flatMap((claim) =>
      claim.statement
        ? [
            `${claim.statement.stance} · ${chainOf(claim)} · ${claim.rule}\n      ${context(claim, report)}`,
          ]
        : [],
    ),
  times: (_, report) => [
    `published ${report.published.edtf ?? "unknown"} (${report.published.basis}): ${report.published.why}`,
    ...report.times.map(
      (time) =>
        `${time.edtf} ${time.clock ?? ""} (${time.basis}) ${time.span ? excerpt(report.text, time.span) : ""}   in ${time.span ? excerpt(report.text, time.span, 40) : ""}`,
    ),
  ],
  names: (account, report) =>
    account.entities.flatMap((entity) => {
      const here = entity.mentions.filter((span) => span.report === report.id);
      if (here.length === 0) return [];
      const forms = [...new Set(here.map(({ start, end }) => report.text.slice(start, end)))];
      return [
        `${entity.kind}${entity.type ? `/${entity.type}` : ""} ${entity.name} ×${here.length}: ${forms.join(" | ")} ${entity.ref ?? ""}`,
      ];
    }),
  events: (account, report, claims) =>
    claims.flatMap((claim) =>
      claim.event
        ? [
            `${claim.event.type} ${Object.entries(claim.event.roles)
              .map(([role, ids]) => `${role}=${ids.map((id) => nameOf(account, id)).join("+")}`)
              .join(
                " ",
              )} · ${claim.modality} · place ${nameOf(account, claim.place)} · ${claim.time?.edtf ?? "no time"}\n      ${context(claim, report)}`,
          ]
        : [],
    ),
  offices: (account, report, claims) =>
    claims.flatMap((claim) =>
      claim.office
        ? [
            `${nameOf(account, claim.office.holder)} ${claim.office.change} «${claim.office.office}» of ${nameOf(account, claim.office.of)}\n      ${context(claim, report)}`,
          ]
        : [],
    ),
  furniture: (_, report) => report.furniture.map((range) => excerpt(report.text, range)),
};

const inputs: readonly ReportInput[] | null = options.folder
  ? readTexts(options.folder).map(({ name, text }) => ({ text, file: `${name}.txt` }))
  : saudiReports(Number(options.reports), Number(options.seed));
if (!inputs) {
  console.log("scan: skipped: data not present");
  process.exit(0);
}

let [faulty, crashed, chars, slowest] = [0, 0, 0, { ms: 0, file: "" }];
const started = performance.now();
for (const input of inputs) {
  chars += input.text.length;
  const before = performance.now();
  let account: Account;
  try {
    account = readAccount([input]);
  } catch (error) {
    crashed++;
    console.log(`CRASH ${input.file}: ${error instanceof Error ? error.stack : String(error)}`);
    continue;
  }
  const ms = performance.now() - before;
  if (ms > slowest.ms) slowest = { ms, file: `${input.file} (${input.text.length} chars)` };
  const { faults } = checkSpans(account);
  if (faults.length > 0) faulty++;
  for (const fault of faults.slice(0, 5)) console.log(`FAULT ${input.file}: ${fault}`);
  const [report] = account.reports;
  if (!report || shown.has("")) continue;
  console.log(`\n═══ ${input.file} · ${input.outlet ?? ""} · ${input.title ?? ""}`);
  if (options.full) console.log(input.text);
  for (const [name, view] of Object.entries(VIEWS)) {
    if (!shown.has(name)) continue;
    for (const line of view(account, report, account.claims)) console.log(`  ${line}`);
  }
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `scan: ${inputs.length} reports, ${chars} chars, ${crashed} crashed, ${faulty} with faults, ` +
    `${seconds.toFixed(2)} s (${(chars / 1e6 / seconds).toFixed(2)} M char/s), ` +
    `slowest ${slowest.ms.toFixed(0)} ms ${slowest.file}`,
);
process.exitCode = crashed + faulty > 0 ? 1 : 0;
