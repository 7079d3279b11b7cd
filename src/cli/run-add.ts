/** What `isnad add` does, once its words are understood. */
import type { Problem } from "../core/problem.js";
import type { Fetcher } from "../fetch/fetcher.js";
import { Ingest } from "../ingest/ingest.js";
import type { AddResult } from "../store/add-all.js";
import type { ArrivingReport } from "../store/arrivals.js";
import type { Store } from "../store/store.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { count, tellInputs } from "./ingest-report.js";
import { createProgress, STAGES } from "./progress.js";
import { writeAll } from "./screen.js";
import type { StoreOption } from "./store-options.js";
import { type FetchOptions, isAddress } from "./watch-options.js";
import { interruptible, writingStore } from "./with-store.js";

export interface AddCommandOptions extends StoreOption, FetchOptions {
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Returns the exit code. */
export async function runAdd(
  given: readonly string[],
  options: AddCommandOptions,
  program: Program,
): Promise<number> {
  const addresses = given.filter(isAddress);
  const paths = given.filter((one) => !isAddress(one));
  const fetcher = addresses.length > 0 ? await fetcherFor(options, program) : null;
  if (typeof fetcher === "string") {
    await writeAll(process.stderr, [`\nerror  ${fetcher}\n`]);
    return EXIT.failed;
  }
  try {
    return await addTo({ paths, addresses, fetcher }, options, program);
  } finally {
    await fetcher?.close();
  }
}

/** What fetches is loaded only where something is to be fetched. */
async function fetcherFor(options: FetchOptions, program: Program): Promise<Fetcher | string> {
  const { makeFetcher } = await import("./make-fetcher.js");
  return makeFetcher(options, program);
}

interface Inputs {
  readonly paths: readonly string[];
  readonly addresses: readonly string[];
  /** Null where there are no addresses. */
  readonly fetcher: Fetcher | null;
}

function addTo(
  { paths, addresses, fetcher }: Inputs,
  options: AddCommandOptions,
  program: Program,
): Promise<number> {
  return writingStore(options, program, true, async (store) => {
    const source = new Ingest(paths, { originals: true });
    const problems: Problem[] = [];
    const progress = await createProgress(!options.quiet);
    const { signal, end } = interruptible();
    let met = 0;
    const batches = async function* (): AsyncGenerator<ArrivingReport[]> {
      for (const batch of paths.length > 0 ? source.batches() : []) {
        problems.push(...batch.problems);
        met += batch.reports.length;
        yield batch.reports.map((input, at) => ({
          input,
          original: batch.originals[at] ?? null,
          origin: { via: "file", file: input.file ?? undefined },
        }));
      }
      if (fetcher === null) return;
      const { reportAt } = await import("../watch/address.js");
      for (const address of addresses) {
        if (signal.aborted) return;
        const read = await reportAt(fetcher, address, signal);
        problems.push(...read.problems);
        if (read.report === null) continue;
        met += 1;
        yield [read.report];
      }
    };
    try {
      const result = await store.add(batches(), {
        signal,
        onProgress: (stage, done, total) => progress.update(done, total, STAGES[stage]),
      });
      progress.stop();
      return await tell(store, result, problems, met, source, signal.aborted, options);
    } finally {
      progress.stop();
      end();
    }
  });
}

async function tell(
  store: Store,
  { added, corrected, duplicates }: AddResult,
  problems: readonly Problem[],
  reports: number,
  source: Ingest,
  isEnded: boolean,
  options: AddCommandOptions,
): Promise<number> {
  await tellInputs({ problems, reports, passedOver: source.passedOver }, options);
  if (isEnded) {
    await writeAll(process.stderr, [
      `\nInterrupted: what was read so far is kept in ${store.where}. The same command goes on from there.\n`,
    ]);
    return EXIT.interrupted;
  }
  if (reports === 0) return EXIT.failed;
  if (!options.quiet) {
    const there = await store.counts();
    const notes = [
      ...(corrected > 0 ? [`${count(corrected, "is a correction", "are corrections")}`] : []),
      ...(duplicates > 0 ? [`${count(duplicates, "was", "were")} there already`] : []),
    ];
    const noted = notes.length > 0 ? ` (${notes.join(", ")})` : "";
    await writeAll(process.stdout, [
      `${count(added, "report", "reports")} added${noted}. ${store.where} holds ${count(there.reports, "report", "reports")} of ${count(there.stories, "story", "stories")}.\n`,
    ]);
  }
  return problems.length > 0 ? EXIT.problems : EXIT.ok;
}
