/** The ledger as CSV: a row a figure that somebody told, with the words it rests on. */
import type { Account, Ledger, LedgerRow, Story } from "../core/contract.js";
import {
  clockColumn,
  columnsOf,
  countedColumns,
  evidenceColumns,
  firstClaim,
  placeColumn,
  positionColumns,
  speakerColumns,
  storyColumns,
  timeColumns,
  VALUE_COLUMNS,
  wordsColumn,
} from "./columns.js";
import { type Column, writeCsv } from "./csv.js";
import { describeMessages } from "./labels/messages.js";
import { type ExportOptions, Scope } from "./scope.js";

interface Figure {
  readonly story: Story;
  readonly ledger: Ledger;
  readonly row: LedgerRow;
  /** From 1, within its ledger: what `superseded_by` points to. */
  readonly number: number;
}

function* figuresOf(scope: Scope): Generator<Figure, void, undefined> {
  for (const story of scope.stories) {
    for (const ledger of story.ledger) {
      for (const [index, row] of ledger.rows.entries()) {
        yield { story, ledger, row, number: index + 1 };
      }
    }
  }
}

function ledgerColumns(scope: Scope): readonly Column<Figure>[] {
  const leading = ({ claims }: LedgerRow) => firstClaim(scope, claims);
  return [
    ...columnsOf(({ ledger }: Figure) => ledger, countedColumns(scope)),
    ...columnsOf(({ ledger }: Figure) => ledger.place, [placeColumn(scope)]),
    ...columnsOf(({ row }: Figure) => row.value, VALUE_COLUMNS),
    { name: "unit", cell: ({ row }) => leading(row)?.figure?.unit ?? null },
    ...columnsOf(({ row }: Figure) => leading(row), [wordsColumn(scope)]),
    { name: "modality", cell: ({ row }) => leading(row)?.modality ?? null },
    ...columnsOf(({ row }: Figure) => row, speakerColumns(scope)),
    ...columnsOf(({ row }: Figure) => row.saidOn, timeColumns("said_on")),
    ...columnsOf(
      ({ row }: Figure) => row.happened,
      [...timeColumns("happened"), clockColumn("happened")],
    ),
    { name: "witnesses", cell: ({ row }) => row.witnesses },
    { name: "row", cell: ({ number }) => number },
    {
      name: "superseded_by",
      cell: ({ row }) => (row.supersededBy === null ? null : row.supersededBy + 1),
    },
    { name: "background", cell: ({ ledger }) => ledger.background ?? false },
    { name: "part", cell: ({ ledger }) => ledger.part ?? false },
    ...columnsOf(({ ledger }: Figure) => ledger.place, positionColumns(scope)),
    ...columnsOf(({ row }: Figure) => row.claims, evidenceColumns(scope)),
    { name: "ledger_id", cell: ({ ledger }) => ledger.id },
    { name: "ledger_low", cell: ({ ledger }) => ledger.low },
    { name: "ledger_best", cell: ({ ledger }) => ledger.best },
    { name: "ledger_high", cell: ({ ledger }) => ledger.high },
    { name: "ledger_rule", cell: ({ ledger }) => ruleOf(ledger, scope) },
    ...columnsOf(({ story }: Figure) => story, storyColumns),
  ];
}

/** Why these three numbers, in the export's language where the account has it by codes. */
export function ruleOf({ rule, ruleMessages }: Ledger, { lang }: Scope): string {
  return ruleMessages?.length ? describeMessages(ruleMessages)[lang] : rule;
}

/** @throws UnknownStory */
export function csvLedger(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  return writeCsv(ledgerColumns(scope), figuresOf(scope), options.bom ?? true);
}
