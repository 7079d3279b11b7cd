/** What every answer says of a report, whatever else it says. */
import type { StoredReportAnswer } from "../api/reports.js";
import type { ReportInput } from "../core/input.js";

type Outline = Pick<
  StoredReportAnswer,
  "id" | "version" | "title" | "outlet" | "url" | "published" | "added"
>;

export const outlineOf = ({
  id,
  version,
  input: { title, outlet, url, published },
  added,
}: Pick<Outline, "id" | "version" | "added"> & { readonly input: ReportInput }): Outline => ({
  id,
  version,
  title: title ?? null,
  outlet: outlet ?? null,
  url: url ?? null,
  published: published ?? null,
  added,
});
