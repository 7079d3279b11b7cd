/**
 * An account as a person reviews it in a change: every value in words, no ids, one line a thing.
 * Whatever an edit of a rule alters in the account of `examples/` shows as changed lines.
 */
import type { Account, Claim, Link, Time, Value } from "../../src/core/contract.js";

/** A tree of words: JSON with strings for leaves. */
export type Projection = string | readonly Projection[] | { readonly [name: string]: Projection };

export function project(account: Account): Projection {
  const names = new Names(account);
  return {
    reports: Object.fromEntries(
      account.reports.map((report) => [
        report.file ?? report.id,
        {
          published: `${report.published.edtf ?? "unknown"} (${report.published.basis}): ${report.published.why}`,
          outlet: report.outlet ?? "unknown",
          title: report.title ?? "none",
          sentences: String(report.sentences.length),
          furniture: report.furniture.map(([start, end]) => names.words(report.id, start, end)),
          times: report.times.map((time) =>
            time.span ? `${day(time)} ← ${names.words(report.id, ...time.span)}` : day(time),
          ),
          claims: account.claims
            .filter((claim) => claim.report === report.id)
            .map((claim) => names.claim(claim)),
        },
      ]),
    ),
    entities: account.entities.map(
      ({ kind, type, name, forms, ref, mentions }) =>
        `${kind}${type ? `/${type}` : ""} ${name} ${ref ?? ""} ×${mentions.length}: ${forms
          .map(({ form, count }) => `${form} ${count}`)
          .join(" | ")}`,
    ),
    stories: account.stories.map((story) => ({
      title: story.title,
      time: day(story.time),
      reports: story.reports.map((id) => names.report(id)),
      places: story.places.map((id) => names.entity(id)),
      witnesses: story.witnesses.map(
        ({ reports, origin }) =>
          `${reports.map((id) => names.report(id)).join(", ")}${origin ? ` from ${origin}` : ""}`,
      ),
      copies: story.copies.map(
        (copy) =>
          `${names.report(copy.from)} → ${names.report(copy.to)} ${(copy.share * 100).toFixed(0)}% in ${copy.pairs.length} passages, direction ${copy.direction}${copy.origin ? `, origin ${copy.origin}` : ""}`,
      ),
      ledger: story.ledger.map((ledger) => ({
        of: `${ledger.measure} ${ledger.counted} at ${names.entity(ledger.place)}`,
        values: `low ${ledger.low ?? "–"}, best ${ledger.best ?? "–"}, high ${ledger.high ?? "–"}: ${ledger.rule}`,
        rows: ledger.rows.map(
          (row) =>
            `${bounds(row.value)} · ${[row.speaker, ...row.via].map((link) => link.name).join(" via ")} · said ${day(row.saidOn)} · happened ${day(row.happened)} · ${row.witnesses} witnesses${row.supersededBy === null ? "" : ` · superseded by row ${row.supersededBy}`} · ${row.claims.length} claims`,
        ),
      })),
      timeline: story.timeline.map(
        (entry) =>
          `${day(entry.time)} ${entry.type} at ${names.entity(entry.place)}: ${entry.title} (${entry.claims.length} claims, ${entry.witnesses} witnesses)`,
      ),
      disagreements: story.disagreements.map((disagreement) => ({
        about: `${disagreement.kind} ${disagreement.relation}: ${disagreement.about}`,
        why: disagreement.why,
        positions: disagreement.positions.map(
          ({ value, text, witnesses }) => `${value} (${witnesses} witnesses) ← ${text}`,
        ),
      })),
      offices: story.offices.map(
        (row) =>
          `${row.office} of ${names.entity(row.of)}: ${names.entity(row.holder)} ${row.change} ${day(row.time)} (${row.witnesses} witnesses)`,
      ),
      measuresInForce: story.measuresInForce.map(
        (row) =>
          `${row.type} ${row.title} at ${row.places.map((id) => names.entity(id)).join(", ")} from ${day(row.from)} to ${day(row.to)} (${row.witnesses} witnesses)`,
      ),
      brief: story.brief.sentences.map(({ text }) => text),
    })),
  };
}

const day = (time: Time | null): string =>
  time ? `${time.edtf}${time.clock ? ` ${time.clock}` : ""} ${time.basis}` : "no time";

const bounds = ({ min, max, hedge }: Value): string =>
  min !== null && min === max && hedge === "exact"
    ? String(min)
    : `${min ?? ""}..${max ?? ""} ${hedge}`;

const link = ({ name, kind, medium, stance }: Link): string =>
  `${name} (${[kind, medium, stance].filter(Boolean).join(", ")})`;

class Names {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly files: ReadonlyMap<string, string>;
  private readonly entities: ReadonlyMap<string, string>;
  private readonly claims: ReadonlyMap<string, Claim>;

  constructor(account: Account) {
    this.texts = new Map(account.reports.map(({ id, text }) => [id, text]));
    this.files = new Map(account.reports.map(({ id, file }) => [id, file ?? id]));
    this.entities = new Map(account.entities.map(({ id, name }) => [id, name]));
    this.claims = new Map(account.claims.map((claim) => [claim.id, claim]));
  }

  report = (id: string): string => this.files.get(id) ?? id;

  /** Roles hold entity ids or plain words; what is no id stands for itself. */
  entity = (id: string | null): string => (id === null ? "–" : (this.entities.get(id) ?? id));

  words(report: string, start: number, end: number): string {
    return `«${(this.texts.get(report) ?? "").slice(start, end).replace(/\s+/g, " ")}»`;
  }

  claim(claim: Claim): string {
    const said = claim.chain.slice(1).map(link).join(" ← ");
    const parts = [
      `${claim.kind} ${this.content(claim)}`,
      this.words(claim.report, ...claim.span),
      claim.modality,
      day(claim.time),
      `at ${claim.places.length > 0 ? claim.places.map(this.entity).join(", ") : this.entity(claim.place)}`,
      said || "own voice",
      ...(claim.background ? ["background"] : []),
      claim.rule,
    ];
    return parts.join(" · ");
  }

  private content(claim: Claim): string {
    if (claim.figure) {
      const { measure, counted, group, value, unit, partOf, scope } = claim.figure;
      const whole = partOf ? this.claims.get(partOf) : undefined;
      const part = whole ? ` part of ${this.words(whole.report, ...whole.span)}` : "";
      return `${measure} ${bounds(value)} ${counted}${group ? ` of ${this.entity(group)}` : ""} ${unit} ${scope}${part}`;
    }
    if (claim.event) {
      const roles = Object.entries(claim.event.roles).map(
        ([role, ids]) => `${role}=${ids.map(this.entity).join("+")}`,
      );
      return `${claim.event.type} ${roles.join(" ")}`;
    }
    if (claim.office) {
      const { holder, office, of, change } = claim.office;
      return `${this.entity(holder)} ${change} ${office} of ${this.entity(of)}`;
    }
    if (claim.membership)
      return `${this.entity(claim.membership.member)} in ${this.entity(claim.membership.of)}`;
    if (claim.attribute)
      return `${this.entity(claim.attribute.of)}: ${claim.attribute.name} ${claim.attribute.value}`;
    if (claim.statement) {
      const { stance, direct, quoted, about } = claim.statement;
      return `${stance} ${direct ? "direct" : "indirect"}${quoted ? ` ${this.words(claim.report, ...quoted)}` : ""} about ${about.length} claims`;
    }
    return "";
  }
}
