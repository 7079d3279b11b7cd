import type { Claim, Link } from "../../core/contract.js";
import { codeLabel, hasLabel } from "../labels.js";
import { type ClaimEntry, type Context, entityLabel, reportFile } from "./context.js";
import { describeTime, describeValue, NOT_STATED } from "./format.js";
import { clean } from "./markup.js";
import { type Phrase, type PhraseBook, same } from "./phrases.js";
import { piecesOf } from "./pieces.js";

/**
 * What the panel tells of a claim, as data for the page's script, which puts it on screen as
 * text only. A number is a phrase of the book; a string is a name or words from a source.
 */
type Part = number | string;
type Line = readonly [title: number, ...parts: Part[]];
type ClaimData = readonly [
  report: number,
  anchor: string,
  firstPiece: number,
  lastPiece: number,
  title: readonly Part[],
  lines: readonly Line[],
];

const TITLES = {
  report: { ar: "التقرير", en: "Report" },
  chain: { ar: "السند", en: "Chain" },
  counted: { ar: "المعدود", en: "Counted" },
  when: { ar: "متى", en: "When" },
  where: { ar: "أين", en: "Where" },
  modality: { ar: "الحكم", en: "Modality" },
  background: { ar: "السياق", en: "Context" },
  rule: { ar: "القاعدة", en: "Rule" },
} as const satisfies Readonly<Record<string, Phrase>>;

/** Claims in the account's order, so that their numbers on the page are their places here. */
export function evidenceData(context: Context): readonly ClaimData[] {
  return [...context.claims.values()].map((entry) => claimData(context, entry));
}

function claimData(context: Context, { claim, anchor }: ClaimEntry): ClaimData {
  const entry = context.reports.get(claim.report);
  const pieces = entry ? piecesOf(entry.pieces, claim.sentence) : null;
  const [first, last] = pieces ?? [-1, -1];
  return [
    entry?.index ?? -1,
    anchor,
    first,
    last,
    titleOf(context, claim),
    linesOf(context, claim),
  ];
}

function titleOf({ phrases }: Context, claim: Claim): readonly Part[] {
  const label = (table: string, code: string): number => phrases.number(codeLabel(table, code));
  if (claim.figure) {
    return [
      label("measure", claim.figure.measure),
      punctuation(phrases, ": "),
      phrases.number(describeValue(claim.figure.value)),
    ];
  }
  if (claim.event) return [label("event", claim.event.type)];
  if (claim.office)
    return [
      label("office", claim.office.office),
      punctuation(phrases, ": "),
      label("change", claim.office.change),
    ];
  if (claim.statement)
    return [
      label("kind", "statement"),
      punctuation(phrases, ": "),
      label("stance", claim.statement.stance),
    ];
  if (claim.attribute)
    return [claim.attribute.name, punctuation(phrases, ": "), claim.attribute.value];
  return [label("kind", claim.kind)];
}

function linesOf(context: Context, claim: Claim): readonly Line[] {
  const { phrases } = context;
  const lines: Line[] = [];
  const add = (title: Phrase, parts: readonly Part[]): void => {
    if (parts.length > 0) lines.push([phrases.number(title), ...parts]);
  };
  const named = (id: string): string => clean(entityLabel(context, id));
  add(TITLES.report, reportParts(context, claim));
  add(TITLES.chain, chainParts(context, claim));
  const { figure } = claim;
  if (figure) {
    const counted = phrases.number(codeLabel("counted", figure.counted));
    add(
      TITLES.counted,
      figure.group === null
        ? [counted]
        : [counted, punctuation(phrases, " · "), named(figure.group)],
    );
  }
  for (const [role, holders] of Object.entries(claim.event?.roles ?? {})) {
    add(
      codeLabel("role", role),
      separate(
        phrases,
        holders.map((one) => roleValue(context, one)),
      ),
    );
  }
  if (claim.office) {
    const { holder, of } = claim.office;
    add(
      codeLabel("kind", "office"),
      separate(phrases, [named(holder), ...(of === null ? [] : [named(of)])]),
    );
  }
  if (claim.membership) {
    add(codeLabel("kind", "membership"), [
      named(claim.membership.member),
      punctuation(phrases, " ← "),
      named(claim.membership.of),
    ]);
  }
  if (claim.attribute) add(codeLabel("kind", "attribute"), [named(claim.attribute.of)]);
  add(TITLES.when, [phrases.number(describeTime(claim.time))]);
  const places = claim.places.length > 0 ? claim.places : claim.place === null ? [] : [claim.place];
  add(
    TITLES.where,
    places.length > 0 ? separate(phrases, places.map(named)) : [phrases.number(NOT_STATED)],
  );
  if (claim.modality !== "asserted") {
    add(TITLES.modality, [phrases.number(codeLabel("modality", claim.modality))]);
  }
  if (claim.background) {
    add(TITLES.background, [
      phrases.number({ ar: "خلفية أو حصيلة جارية", en: "background or a running total" }),
    ]);
  }
  add(TITLES.rule, [clean(claim.rule)]);
  return lines;
}

function separate(phrases: PhraseBook, names: readonly Part[]): readonly Part[] {
  return names.flatMap((name, i) => (i === 0 ? [name] : [punctuation(phrases, " · "), name]));
}

/** A sign between parts takes the panel's direction; as a string it would be isolated alone. */
const punctuation = (phrases: PhraseBook, sign: string): number => phrases.number(same(sign));

/** An entity's name, a code's label, or the words that the report has. */
function roleValue(context: Context, value: string): Part {
  if (hasLabel("roleValue", value)) return context.phrases.number(codeLabel("roleValue", value));
  return clean(entityLabel(context, value));
}

function reportParts({ phrases, reports }: Context, claim: Claim): readonly Part[] {
  const entry = reports.get(claim.report);
  if (!entry) return [clean(claim.report)];
  const n = entry.index + 1;
  const { outlet, published } = entry.report;
  const file = reportFile(entry.report);
  const parts: Part[] = [phrases.number({ ar: `تقرير ${n}`, en: `Report ${n}` })];
  if (outlet !== null) parts.push(punctuation(phrases, " · "), clean(outlet));
  else if (file !== null) parts.push(punctuation(phrases, " · "), clean(file));
  if (published.start !== null)
    parts.push(punctuation(phrases, " · "), phrases.number(describeTime(published)));
  return parts;
}

/** From who said it first, through those who relayed it, to the report. */
function chainParts({ phrases, reports, entities }: Context, claim: Claim): readonly Part[] {
  const parts: Part[] = [];
  const via = phrases.number({ ar: " عبر ", en: " via " });
  for (const link of [...claim.chain].reverse()) {
    if (parts.length > 0) parts.push(via);
    const entry = link.kind === "report" ? reports.get(claim.report) : undefined;
    if (entry) {
      const n = entry.index + 1;
      parts.push(
        entry.report.outlet === null
          ? phrases.number({ ar: `تقرير ${n}`, en: `Report ${n}` })
          : clean(entry.report.outlet),
      );
      continue;
    }
    const known = link.entity === null ? undefined : entities.get(link.entity)?.name;
    const name = clean(link.name || known || "");
    parts.push(name || phrases.number(codeLabel("link", link.kind)), ...mannerOf(phrases, link));
  }
  return parts;
}

function mannerOf(phrases: Context["phrases"], { medium, stance }: Link): readonly Part[] {
  const manner: Part[] = [];
  if (stance !== "states") manner.push(phrases.number(codeLabel("stance", stance)));
  if (medium !== null) {
    if (manner.length > 0) manner.push(punctuation(phrases, " · "));
    manner.push(phrases.number(codeLabel("medium", medium)));
  }
  return manner.length > 0
    ? [punctuation(phrases, " ("), ...manner, punctuation(phrases, ")")]
    : [];
}
