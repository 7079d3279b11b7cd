/** What `isnad search`, `backup`, `restore`, `verify` and `rebuild` do. */
import { assertNever } from "../core/assert.js";
import { WriteFailure, writeWhole } from "../disk/whole-file.js";
import { type SearchExcerpt, searchExcerpt } from "../engine.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { backUp, restore } from "../store/backup.js";
import { connect } from "../store/connection.js";
import { shownPlace } from "../store/place.js";
import { type Difference, rebuild } from "../store/rebuild.js";
import { wantedBy } from "../store/search-query.js";
import type { FoundReport } from "../store/store.js";
import { type Verified, verify } from "../store/verify.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { count } from "./ingest-report.js";
import { createProgress, STAGES } from "./progress.js";
import { writeAll } from "./screen.js";
import type { StoreOption } from "./store-options.js";
import { interruptible, placeOf, readingStore, tellingFaults, writingStore } from "./with-store.js";

const print = (...lines: readonly string[]): Promise<void> =>
  writeAll(process.stdout, [`${lines.join("\n")}\n`]);

const MOST_SHOWN = 20;

export function runSearch(
  words: readonly string[],
  { limit, json, ...options }: StoreOption & { readonly limit: number; readonly json?: boolean },
): Promise<number> {
  return readingStore(options, async (store) => {
    const found = await store.search(words.join(" "), { limit, offset: 0 });
    const isWanted = wantedBy(words.join(" "));
    const excerptOf = ({ input: { text } }: FoundReport): SearchExcerpt =>
      searchExcerpt(text, isWanted, EXCERPT);
    if (json) {
      const shown = found.map((one) => ({ ...asJson(one), ...excerptOf(one) }));
      await print(JSON.stringify(shown, null, 1));
    } else if (found.length === 0) await print("No report holds these words.");
    else await print(...found.map((one) => inWords(one, excerptOf(one))));
    return EXIT.ok;
  });
}

/** UTF-16 code units of what is shown of a text. */
const EXCERPT = 160;

const asJson = ({ id, version, story, score, added, input }: FoundReport) => ({
  id,
  version,
  story,
  score,
  added,
  title: input.title ?? null,
  outlet: input.outlet ?? null,
  url: input.url ?? null,
  published: input.published ?? null,
});

/** Characters of a text that stand for a title. */
const HEAD = 90;

function inWords({ id, input }: FoundReport, { span: [start, end] }: SearchExcerpt): string {
  const title = input.title ?? `${input.text.slice(0, HEAD)}…`;
  const notes = [input.outlet, input.published, id].flatMap((one) => one ?? []);
  const says = (text: string): string => isolate(showable(text.replace(/\s+/g, " ")));
  const excerpt = `${start > 0 ? "…" : ""}${input.text.slice(start, end)}${end < input.text.length ? "…" : ""}`;
  return `${says(title)}\n    ${notes.map(says).join(" · ")}\n    ${says(excerpt)}`;
}

export function runBackup(file: string, options: StoreOption): Promise<number> {
  return tellingFaults(async () => {
    const from = await connect(placeOf(options), { mode: "read" });
    try {
      await backUp(from, file);
    } finally {
      await from.close();
    }
    await print(`Wrote ${file}. \`isnad restore ${file} --store PLACE\` puts it back.`);
    return EXIT.ok;
  });
}

export function runRestore(file: string, options: StoreOption): Promise<number> {
  return tellingFaults(async () => {
    const place = placeOf(options);
    await restore(file, place);
    await print(`${shownPlace(place)} holds what ${file} held.`);
    return EXIT.ok;
  });
}

export function runVerify({
  json,
  ...options
}: StoreOption & { readonly json?: boolean }): Promise<number> {
  return tellingFaults(async () => {
    const connection = await connect(placeOf(options), { mode: "read" });
    const progress = await createProgress(true);
    try {
      const verified = await verify(connection, {
        onProgress: (done, total) =>
          progress.update(done, total, "Verifying {bar} {value}/{total} reports"),
      });
      progress.stop();
      if (json) await print(JSON.stringify(verified, null, 1));
      else await tellVerified(verified, connection.where);
      return verified.flaws.length === 0 ? EXIT.ok : EXIT.problems;
    } finally {
      progress.stop();
      await connection.close();
    }
  });
}

async function tellVerified(
  { reports, readings, claims, judgements, flaws }: Verified,
  where: string,
): Promise<void> {
  const held = `${count(reports, "report", "reports")}, ${count(readings, "reading", "readings")} with ${count(claims, "claim", "claims")}, ${count(judgements, "judgement", "judgements")}`;
  if (flaws.length === 0) {
    await print(`${where} is whole: ${held}.`);
    return;
  }
  const shown = flaws
    .slice(0, MOST_SHOWN)
    .map(({ what, message, remedy }) => `${what}\n    ${message}\n    ${remedy}`);
  const left = flaws.length - shown.length;
  await print(
    ...shown,
    ...(left > 0 ? [`… and ${left} more (--json prints all)`] : []),
    `${where}: ${count(flaws.length, "flaw", "flaws")} in ${held}.`,
  );
}

export function runRebuild(
  {
    report,
    quiet,
    ...options
  }: StoreOption & { readonly report?: string; readonly quiet?: boolean },
  program: Program,
): Promise<number> {
  return writingStore(options, program, false, async (store) => {
    const progress = await createProgress(!quiet);
    const { signal, end } = interruptible();
    try {
      const difference = await rebuild(store, {
        signal,
        onProgress: (stage, done, total) => progress.update(done, total, STAGES[stage]),
      });
      progress.stop();
      if (difference === null) {
        await writeAll(process.stderr, [
          "\nInterrupted: what was read is kept, and what is shown is as before. The same command goes on from there.\n",
        ]);
        return EXIT.interrupted;
      }
      if (report !== undefined) writeWhole(report, [`${JSON.stringify(difference, null, 1)}\n`]);
      await tellDifference(difference, report ?? null);
      return EXIT.ok;
    } catch (failure) {
      if (!(failure instanceof WriteFailure)) throw failure;
      await writeAll(process.stderr, [`\nerror  ${failure.message}\n`]);
      return EXIT.failed;
    } finally {
      progress.stop();
      end();
    }
  });
}

async function tellDifference(
  { reports, stories, changed, opened, gone, engines }: Difference,
  report: string | null,
): Promise<void> {
  const lines = changed
    .slice(0, MOST_SHOWN)
    .flatMap(({ title, changes }) => [
      isolate(showable(title)),
      ...changes.map((change) => `    ${changeInWords(change)}`),
    ]);
  await print(
    ...lines,
    ...(changed.length > MOST_SHOWN ? [`… and ${changed.length - MOST_SHOWN} more`] : []),
    `${count(reports, "report", "reports")} read by ${engines.after}${engines.before.length > 0 ? `, before by ${engines.before.join(", ")}` : ""}.`,
    `Stories: ${stories.before} → ${stories.after}; ${changed.length} told otherwise, ${opened.length} new, ${gone.length} gone.`,
    ...(report === null ? [] : [`Wrote ${report}.`]),
  );
}

function changeInWords(change: Difference["changed"][number]["changes"][number]): string {
  switch (change.kind) {
    case "story-opened":
      return "new";
    case "reports-changed":
      return `reports ${change.from} → ${change.to}`;
    case "disputes-changed":
      return `disputes ${change.from} → ${change.to}`;
    case "figure-changed":
      return `${change.measure} (${isolate(showable(change.counted))}): ${bounds(change.from)} → ${bounds(change.to)}`;
    default:
      return assertNever(change);
  }
}

const bounds = (
  one: { low: number | null; best: number | null; high: number | null } | null,
): string => (one === null ? "none" : `${one.low ?? "?"}/${one.best ?? "?"}/${one.high ?? "?"}`);
