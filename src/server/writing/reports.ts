/** Commands that bring reports. */
import type { Added } from "../../api/reports.js";
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import type { ArrivingReport } from "../../store/arrivals.js";
import type { By } from "../../store/audit.js";
import type { Store } from "../../store/store.js";
import { type SentFile, withSentFiles } from "../reading/read-sent.js";
import { note } from "./people.js";

async function keep(
  store: Store,
  reports: readonly ArrivingReport[],
  problems: readonly Problem[],
  by: By,
): Promise<Added> {
  const { added, corrected, duplicates } = await store.add([reports], { wholly: false });
  const subject = `${added} new, ${duplicates} known`;
  await note(store, { by, deed: { action: "reports-added", subject } });
  return { added, corrected, duplicates, problems };
}

export const addInputs = (
  store: Store,
  { inputs, by }: { inputs: readonly ReportInput[]; by: By },
): Promise<Added> =>
  keep(
    store,
    inputs.map((input) => ({ input, original: null, origin: { via: "sent" } })),
    [],
    by,
  );

export function addFiles(
  store: Store,
  { files, by }: { files: readonly SentFile[]; by: By },
): Promise<Added> {
  const { reports, problems } = withSentFiles(files);
  return keep(
    store,
    reports.map(({ input, original }) => ({
      input,
      original,
      origin: { via: "sent", file: input.file ?? undefined },
    })),
    problems,
    by,
  );
}
