import { type Column, listCell, writeCsv } from "../../../export/csv.js";
import { type AccountIndex, reportsOf, wordsOf } from "../../model/account-index.js";
import { linkName } from "../../model/entity-name.js";
import { type RowView, saidDay } from "../../model/ledger-view.js";
import type { Lang } from "../../words.js";

/** The table under a chart, as it is seen: what is filtered away is not in it. */
export function ledgerCsv(index: AccountIndex, rows: readonly RowView[], lang: Lang): string {
  const columns: Column<RowView>[] = [
    { name: "min", cell: ({ row }) => row.value.min },
    { name: "max", cell: ({ row }) => row.value.max },
    { name: "hedge", cell: ({ row }) => row.value.hedge },
    { name: "as_worded", cell: ({ claims }) => (claims[0] ? wordsOf(index, claims[0]) : "") },
    { name: "modality", cell: ({ modality }) => modality },
    { name: "speaker", cell: ({ row }) => linkName(index, row.speaker)[lang] },
    { name: "speaker_kind", cell: ({ row }) => row.speaker.kind },
    {
      name: "via",
      cell: ({ row }) => listCell(row.via.map((link) => linkName(index, link)[lang])),
    },
    { name: "said_on", cell: saidDay },
    { name: "witnesses", cell: ({ witnesses }) => witnesses },
    { name: "superseded", cell: ({ superseded }) => superseded },
    {
      name: "reports",
      cell: ({ claims }) => listCell(reportsOf(index, claims).map(({ report }) => report.id)),
    },
    { name: "claims", cell: ({ claims }) => listCell(claims.map(({ id }) => id)) },
  ];
  return writeCsv(columns, rows, false);
}
