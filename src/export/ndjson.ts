/**
 * Claims as NDJSON (one JSON text a line): each whole by itself, with names where the account has
 * ids and with the words it rests on, so that a line can be filtered, sent or stored alone.
 */
import type { Account, Claim, Link } from "../core/contract.js";
import { safeJson } from "./plain.js";
import { type ExportOptions, Scope } from "./scope.js";

/** Its field names are those of the account's claims; see docs/EXPORTS.md. */
const SCHEMA = "isnad/claim-line@1";

/** An entity by name; what is no entity's id stays the words it is. */
function named(scope: Scope, id: string) {
  const entity = scope.entity(id);
  if (!entity) return id;
  const { name, kind, type, ref, geo } = entity;
  return { id, name: scope.nameOf(id), original: name, kind, type, ref, geo };
}

const namedOrNull = (scope: Scope, id: string | null) => (id === null ? null : named(scope, id));

const linkOf = (scope: Scope, link: Link) => ({
  ...link,
  entity: namedOrNull(scope, link.entity),
});

function bodyOf(scope: Scope, claim: Claim) {
  const { figure, event, office, membership, attribute, statement } = claim;
  return {
    ...(figure && { figure: { ...figure, group: namedOrNull(scope, figure.group) } }),
    ...(event && {
      event: {
        type: event.type,
        roles: Object.fromEntries(
          Object.entries(event.roles).map(([role, values]) => [
            role,
            values.map((value) => named(scope, value)),
          ]),
        ),
      },
    }),
    ...(office && {
      office: {
        ...office,
        holder: named(scope, office.holder),
        of: namedOrNull(scope, office.of),
      },
    }),
    ...(membership && {
      membership: { member: named(scope, membership.member), of: named(scope, membership.of) },
    }),
    ...(attribute && { attribute: { ...attribute, of: named(scope, attribute.of) } }),
    ...(statement && { statement }),
  };
}

function reportOf(scope: Scope, id: string) {
  const report = scope.report(id);
  if (!report) return { id };
  const { file, url, outlet, title, byline, language, published } = report;
  const { edtf, start, end, basis } = published;
  return {
    id,
    number: scope.number(id),
    file,
    url,
    outlet,
    title,
    byline: byline ?? null,
    language,
    published: { edtf, start, end, basis },
  };
}

/** What people decided, and what the engine read of the fields that they corrected. */
function judgedOf(scope: Scope, { judged, rejected, asRead }: Claim) {
  return {
    judged,
    rejected: rejected ?? false,
    asRead: asRead
      ? {
          ...asRead,
          ...(asRead.place === undefined ? {} : { place: namedOrNull(scope, asRead.place) }),
          ...(asRead.places ? { places: asRead.places.map((id) => named(scope, id)) } : {}),
          ...(asRead.chain ? { chain: asRead.chain.map((link) => linkOf(scope, link)) } : {}),
        }
      : null,
  };
}

function lineOf(scope: Scope, claim: Claim): string {
  const story = scope.storyOf(claim.report);
  return safeJson({
    schema: SCHEMA,
    id: claim.id,
    kind: claim.kind,
    words: scope.wordsOf(claim),
    ...bodyOf(scope, claim),
    modality: claim.modality,
    background: claim.background,
    time: claim.time,
    saidOn: claim.saidOn ?? null,
    place: namedOrNull(scope, claim.place),
    places: claim.places.map((id) => named(scope, id)),
    chain: claim.chain.map((link) => linkOf(scope, link)),
    sentence: scope.sentenceOf(claim),
    span: claim.span,
    sentenceSpan: claim.sentence,
    rule: claim.rule,
    ...(claim.judged ? judgedOf(scope, claim) : {}),
    report: reportOf(scope, claim.report),
    story: story && { id: story.id, title: story.title },
  });
}

/** @throws UnknownStory */
export function ndjson(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  return scope.claims.map((claim) => `${lineOf(scope, claim)}\n`).join("");
}
