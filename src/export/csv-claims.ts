/** Claims as CSV: a row a claim of any kind; the columns of other kinds stay empty. */
import type { Account, Claim } from "../core/contract.js";
import {
  claimPlaceColumns,
  clockColumn,
  columnsOf,
  countedColumns,
  placeColumn,
  positionColumns,
  speakerColumns,
  storyColumns,
  timeColumns,
  VALUE_COLUMNS,
  wordsColumn,
} from "./columns.js";
import { type Column, LIST_SEPARATOR, listCell, writeCsv } from "./csv.js";
import { standingOf, twoReadings } from "./labels/readings.js";
import { codeLabel } from "./labels.js";
import { type ExportOptions, Scope } from "./scope.js";

/** `agent: الحكومة | target: قرى`: who and what stands around an event; names for ids. */
function rolesCell(scope: Scope, { event }: Claim): string | null {
  if (!event) return null;
  return Object.entries(event.roles)
    .flatMap(([role, values]) => values.map((value) => `${role}: ${scope.nameOf(value)}`))
    .join(LIST_SEPARATOR);
}

/** `value: 13 | time: 6 January 2022`: what the engine read where a person corrected it. */
const asReadCell = (scope: Scope, claim: Claim): string =>
  twoReadings(claim, scope.lang, (id) => scope.nameOf(id))
    .map(({ field, read }) => `${field}: ${read}`)
    .join(LIST_SEPARATOR);

function claimColumns(scope: Scope): readonly Column<Claim>[] {
  const nameOf = (id: string | null | undefined) => (id ? scope.nameOf(id) : null);
  return [
    { name: "kind", cell: ({ kind }) => kind },
    { name: "modality", cell: ({ modality }) => modality },
    ...columnsOf((claim: Claim) => claim, [wordsColumn(scope)]),
    { name: "background", cell: ({ background }) => background },
    ...columnsOf((claim: Claim) => claim.figure ?? null, countedColumns(scope)),
    { name: "group", cell: ({ figure }) => nameOf(figure?.group) },
    ...columnsOf((claim: Claim) => claim.figure?.value ?? null, VALUE_COLUMNS),
    { name: "unit", cell: ({ figure }) => figure?.unit ?? null },
    { name: "scope", cell: ({ figure }) => figure?.scope ?? null },
    { name: "part_of", cell: ({ figure }) => figure?.partOf ?? null },
    { name: "event_type", cell: ({ event }) => event?.type ?? null },
    {
      name: "event_label",
      cell: ({ event }) => (event ? codeLabel("event", event.type)[scope.lang] : null),
    },
    { name: "event_roles", cell: (claim) => rolesCell(scope, claim) },
    { name: "office_holder", cell: ({ office }) => nameOf(office?.holder) },
    {
      name: "office",
      cell: ({ office }) => (office ? codeLabel("office", office.office)[scope.lang] : null),
    },
    { name: "office_of", cell: ({ office }) => nameOf(office?.of) },
    { name: "office_change", cell: ({ office }) => office?.change ?? null },
    { name: "member", cell: ({ membership }) => nameOf(membership?.member) },
    { name: "member_of", cell: ({ membership }) => nameOf(membership?.of) },
    { name: "attribute_of", cell: ({ attribute }) => nameOf(attribute?.of) },
    { name: "attribute", cell: ({ attribute }) => attribute?.name ?? null },
    {
      name: "attribute_value",
      cell: ({ attribute }) => (attribute ? scope.nameOf(attribute.value) : null),
    },
    { name: "statement_direct", cell: ({ statement }) => statement?.direct ?? null },
    {
      name: "statement_about",
      cell: ({ statement }) => (statement ? listCell(statement.about) : null),
    },
    ...columnsOf((claim: Claim) => claim.time, [...timeColumns("time"), clockColumn("time")]),
    ...columnsOf((claim: Claim) => claim.saidOn ?? null, timeColumns("said_on")),
    ...columnsOf((claim: Claim) => claim.place, [placeColumn(scope), ...positionColumns(scope)]),
    { name: "places", cell: ({ places }) => listCell(places.map((id) => scope.nameOf(id))) },
    ...columnsOf(
      ({ chain }: Claim) => ({ speaker: chain.at(-1) ?? null, via: chain.slice(1, -1) }),
      speakerColumns(scope),
    ),
    { name: "judged", cell: (claim) => standingOf(claim) },
    { name: "as_read", cell: (claim) => asReadCell(scope, claim) },
    { name: "judged_by", cell: ({ judged = [] }) => listCell(judged.map(({ author }) => author)) },
    { name: "judged_why", cell: ({ judged = [] }) => listCell(judged.map(({ why }) => why)) },
    ...claimPlaceColumns(scope),
    ...columnsOf(({ report }: Claim) => scope.storyOf(report), storyColumns),
  ];
}

/** @throws UnknownStory */
export function csvClaims(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  return writeCsv(claimColumns(scope), scope.claims, options.bom ?? true);
}
