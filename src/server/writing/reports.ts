/** Commands that bring reports. */
import type { Added } from "../../api/reports.js";
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import type { AddedReport } from "../../store/adding.js";
import type { ArrivingReport } from "../../store/arrivals.js";
import type { By } from "../../store/audit.js";
import type { Store } from "../../store/store.js";
import { type SentFile, sentReports } from "../reading/read-sent.js";
import type { SentPage } from "../sent-addresses.js";
import { note } from "./people.js";

/** Who brings reports, and how long he waits for accounts that tell of them. */
export interface Bringing {
  readonly by: By;
  /** Milliseconds. */
  readonly patience: number;
}

/** The reports are kept at once; the accounts of their stories follow. */
async function keep(
  store: Store,
  reports: readonly ArrivingReport[],
  problems: readonly Problem[],
  { by, patience }: Bringing,
): Promise<Added> {
  const seqs: number[] = [];
  const onAdded = (some: readonly AddedReport[]): void => {
    for (const { seq } of some) seqs.push(seq);
  };
  const { added, corrected, duplicates } = await store.add([reports], { until: "kept", onAdded });
  const subject = `${added} new, ${duplicates} known`;
  await note(store, { by, deed: { action: "reports-added", subject } });
  const behind = await store.showing(seqs, patience);
  return { added, corrected, duplicates, behind, problems };
}

export const addInputs = (
  store: Store,
  { inputs, ...bringing }: Bringing & { readonly inputs: readonly ReportInput[] },
): Promise<Added> =>
  keep(
    store,
    inputs.map((input) => ({ input, original: null, origin: { via: "sent" } })),
    [],
    bringing,
  );

export function addFiles(
  store: Store,
  {
    files,
    pages,
    ...bringing
  }: Bringing & { readonly files: readonly SentFile[]; readonly pages: readonly SentPage[] },
): Promise<Added> {
  const { reports, problems } = sentReports(files, pages);
  return keep(
    store,
    reports.map(({ input, original, origin }) => ({
      input,
      original,
      origin: origin ?? { via: "sent", file: input.file ?? undefined },
    })),
    problems,
    bringing,
  );
}
