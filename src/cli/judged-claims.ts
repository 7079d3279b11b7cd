/** What a person means by the words of a judgement of a claim: which claim, and how it is corrected. */
import { type ClaimReference, referenceTo } from "../core/claim-reference.js";
import { MEASURES, MODALITIES } from "../core/codes.js";
import type { Account, Claim, Value } from "../core/contract.js";
import { type Correction, correctionSchema } from "../core/correction-schema.js";
import { about, atLeast, atMost, between, exactly } from "../core/value.js";
import { codeLabel, hasLabel } from "../export/labels.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { AccountFault } from "./account-file.js";
import type { CorrectionOptions } from "./judge-options.js";
import { placeOf, reportOf, unclear } from "./judged-things.js";

/**
 * A claim by its id, the beginning of it, or where it stands: `REPORT:OFFSET`, the claim of fewest words
 * there. @throws AccountFault
 */
export function claimNamed(account: Account, wanted: string): Claim {
  const byId = account.claims.filter(({ id }) => id === wanted);
  const found =
    byId.length > 0
      ? byId
      : wanted.startsWith("claim-")
        ? account.claims.filter(({ id }) => id.startsWith(wanted))
        : claimsAt(account, wanted);
  const [one] = found;
  if (one && found.length === 1) return one;
  throw unclear(
    one
      ? `${found.length} claims could be meant by «${wanted}». Give the id:`
      : `There is no claim «${wanted}». Give its id (a footnote of the account, a row of \`isnad export … --format csv-claims\`, an entry of \`isnad judge … queue\`), or REPORT:OFFSET.`,
    found.map((claim) => told(account, claim)),
  );
}

function claimsAt(account: Account, wanted: string): readonly Claim[] {
  const [, report, digits] = /^(.+):(\d{1,9})$/.exec(wanted) ?? [];
  if (report === undefined) return [];
  const { id } = reportOf(account, report);
  const offset = Number(digits);
  const here = account.claims.filter(
    (claim) => claim.report === id && claim.span[0] <= offset && offset < claim.span[1],
  );
  const least = Math.min(...here.map(({ span }) => span[1] - span[0]));
  return here.filter(({ span }) => span[1] - span[0] === least);
}

export const referenceIn = ({ reports }: Account, claim: Claim): ClaimReference =>
  referenceTo(claim, reports.find(({ id }) => id === claim.report)?.text ?? "");

function told(account: Account, claim: Claim): string {
  const { id, kind, subject, words } = referenceIn(account, claim);
  return `${id}  ${kind} ${subject}  ${isolate(showable(words.slice(0, 80)))}`;
}

/** The fields that options correct. @throws AccountFault where one cannot be */
export function correctionOf(
  account: Account,
  claim: Claim,
  options: CorrectionOptions,
): Correction {
  const { value, measure, counted, whole, type, time, place, speaker, modality, background } =
    options;
  const wanted = {
    ...(measure === undefined ? {} : { measure: one("measure", measure, MEASURES) }),
    ...(counted === undefined ? {} : { counted }),
    ...(value === undefined ? {} : { value: typedValue(value) }),
    ...(whole ? { partOf: null } : {}),
    ...(type === undefined ? {} : { type: eventTypeOf(type) }),
    ...(time === undefined ? {} : { time: time === NONE ? null : time }),
    ...(place === undefined ? {} : { place: named(account, place) }),
    ...(speaker === undefined ? {} : { speaker: named(account, speaker) }),
    ...(modality === undefined ? {} : { modality: one("modality", modality, MODALITIES) }),
    ...(background === undefined ? {} : { background: yesOrNo(background) }),
  };
  if (Object.keys(wanted).length === 0) {
    throw new AccountFault(
      "Say what is otherwise: --value, --measure, --counted, --whole, --type, --time, --place, --speaker, --modality or --background.",
    );
  }
  const isAboutFigure = measure ?? counted ?? value ?? whole;
  if (isAboutFigure !== undefined && !claim.figure) {
    throw new AccountFault(
      `${claim.id} is no figure, but of kind ${claim.kind}: it has no number.`,
    );
  }
  if (type !== undefined && !claim.event) {
    throw new AccountFault(`${claim.id} is no event, but of kind ${claim.kind}: it has no type.`);
  }
  const read = correctionSchema.safeParse(wanted);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new AccountFault(`--${issue?.path.join(".") ?? "value"}: ${issue?.message ?? ""}.`);
}

const NONE = "none";

function named(account: Account, wanted: string): Correction["place"] {
  if (wanted === NONE) return null;
  const { report, start, end, name } = placeOf(account, wanted);
  return { report, start, end, name };
}

function one<Code extends string>(field: string, wanted: string, codes: readonly Code[]): Code {
  const found = codes.find((code) => code === wanted);
  if (found) return found;
  throw new AccountFault(`There is no ${field} «${wanted}». There is: ${codes.join(", ")}.`);
}

function eventTypeOf(wanted: string): string {
  if (hasLabel("event", wanted)) return wanted;
  throw new AccountFault(
    `There is no type of event «${wanted}». docs/ONTOLOGY.md lists them: protest, clash, strike, …`,
  );
}

function yesOrNo(wanted: string): boolean {
  if (wanted === "yes" || wanted === "no") return wanted === "yes";
  throw new AccountFault(`--background is yes or no, not «${wanted}».`);
}

const VALUE = /^(~|>=|<=)?\s*(\d{1,15}(?:\.\d{1,6})?)\s*(?:(\+)|-\s*(\d{1,15}(?:\.\d{1,6})?))?$/;

/** `12`, `~12`, `12+` or `>=12`, `<=12`, `10-15`. @throws AccountFault */
function typedValue(wanted: string): Value {
  const [, sign, first, plus, last] = VALUE.exec(wanted.trim()) ?? [];
  const n = Number(first);
  if (first !== undefined) {
    if (last !== undefined && sign === undefined) return between(n, Number(last));
    if (last === undefined && (plus === undefined || sign === undefined)) {
      if (sign === "~") return about(n);
      if (sign === "<=") return atMost(n);
      return sign === ">=" || plus ? atLeast(n) : exactly(n);
    }
  }
  throw new AccountFault(
    `--value «${wanted}» is no number: 12, ~12 (about), 12+ (at least), "<=12" (at most) or 10-15.`,
  );
}

/** A correction, as a list of the log shows it. */
export function correctionInWords(changes: Correction): string {
  return Object.entries(changes)
    .map(([field, value]) => `${codeLabel("field", field).en}: ${inWords(value)}`)
    .join(", ");
}

function inWords(value: Correction[keyof Correction]): string {
  if (value === null || value === undefined) return NONE;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return isolate(showable(value));
  if ("name" in value) return isolate(showable(value.name));
  const { min, max, hedge } = value;
  const range = min === max ? `${min}` : `${min ?? ""}–${max ?? ""}`;
  return hedge === "exact" ? range : `${range} (${hedge})`;
}
