/** Disagreements as CSV: a row a position, so that a filter on an id shows who says what. */
import type { Account, Disagreement, Story } from "../core/contract.js";
import {
  columnsOf,
  evidenceColumns,
  firstClaim,
  speakerColumns,
  storyColumns,
  wordsColumn,
} from "./columns.js";
import { type Column, writeCsv } from "./csv.js";
import { countedLabel } from "./labels/counted-label.js";
import { describeValue } from "./labels/format.js";
import { describeMessage, describeMessages } from "./labels/messages.js";
import { codeLabel } from "./labels.js";
import { type ExportOptions, Scope } from "./scope.js";

type Position = Disagreement["positions"][number];

interface Stand {
  readonly story: Story;
  readonly disagreement: Disagreement;
  readonly position: Position;
  /** From 1, within its disagreement. */
  readonly number: number;
}

function* standsOf(scope: Scope): Generator<Stand, void, undefined> {
  for (const story of scope.stories) {
    for (const disagreement of story.disagreements) {
      for (const [index, position] of disagreement.positions.entries()) {
        yield { story, disagreement, position, number: index + 1 };
      }
    }
  }
}

/** What it is about, in the export's language where the account has it by codes. */
export const aboutOf = (scope: Scope, { about, aboutMessage }: Disagreement): string =>
  aboutMessage ? describeMessage(scope.localised(aboutMessage))[scope.lang] : about;

/** Why it is what it is. */
export const reasonOf = (scope: Scope, { why, whyMessages }: Disagreement): string =>
  whyMessages?.length
    ? describeMessages(whyMessages.map((one) => scope.localised(one)))[scope.lang]
    : why;

/** `20+ (vague) protesters, ألماتي`: how the fold writes a figure, and what and where it counts. */
const FIGURE_HELD = /^[~≤]? ?[\d.–+?]+(?: \(vague\))?(?: ([^,]+))?(?:, (.+))?$/;

/** What a position holds, in a word or a number. */
export function heldBy(scope: Scope, { value, valueMessage, claims }: Position): string {
  const { lang } = scope;
  if (valueMessage) return describeMessage(scope.localised(valueMessage))[lang];
  const figure = firstClaim(scope, claims)?.figure;
  const match = FIGURE_HELD.exec(value);
  if (!figure || !match) return scope.localName(value);
  const [, counted, place] = match;
  return [
    describeValue(figure.value)[lang],
    ...(counted ? [countedLabel(counted)[lang]] : []),
    ...(place ? [scope.localName(place)] : []),
  ].join(" · ");
}

function disagreementColumns(scope: Scope): readonly Column<Stand>[] {
  const { lang } = scope;
  return [
    { name: "disagreement_id", cell: ({ disagreement }) => disagreement.id },
    { name: "relation", cell: ({ disagreement }) => disagreement.relation },
    {
      name: "relation_label",
      cell: ({ disagreement }) => codeLabel("relation", disagreement.relation)[lang],
    },
    { name: "kind", cell: ({ disagreement }) => disagreement.kind },
    { name: "about", cell: ({ disagreement }) => aboutOf(scope, disagreement) },
    { name: "why", cell: ({ disagreement }) => reasonOf(scope, disagreement) },
    { name: "position", cell: ({ number }) => number },
    { name: "value", cell: ({ position }) => heldBy(scope, position) },
    ...columnsOf(({ position }: Stand) => firstClaim(scope, position.claims), [wordsColumn(scope)]),
    ...columnsOf(({ position }: Stand) => {
      const chain = firstClaim(scope, position.claims)?.chain ?? [];
      return { speaker: chain.at(-1) ?? null, via: chain.slice(1, -1) };
    }, speakerColumns(scope)),
    { name: "witnesses", cell: ({ position }) => position.witnesses },
    ...columnsOf(({ position }: Stand) => position.claims, evidenceColumns(scope)),
    ...columnsOf(({ story }: Stand) => story, storyColumns),
  ];
}

/** @throws UnknownStory */
export function csvDisagreements(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  return writeCsv(disagreementColumns(scope), standsOf(scope), options.bom ?? true);
}
