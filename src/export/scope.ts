/** What an export is of: one story of an account or all of it, indexed. */
import type { Account, Claim, Entity, Link, Message, Report, Story } from "../core/contract.js";
import { codeLabel, type LabelLanguage } from "./labels.js";

export interface ExportOptions {
  /** The id of one story; all stories and every report where it is left out. */
  readonly story?: string | null;
  /** Language of labels, and of names where the account has them in it. */
  readonly lang: LabelLanguage;
  /** Whether a CSV file begins with a byte-order mark. Default true. */
  readonly bom?: boolean;
}

/** An account has no story of that id. */
export class UnknownStory extends Error {}

export class Scope {
  readonly lang: LabelLanguage;
  readonly stories: readonly Story[];
  /** In the account's order. */
  readonly reports: readonly Report[];
  /** Claims of those reports, in the account's order. */
  readonly claims: readonly Claim[];
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #reports: ReadonlyMap<string, Report>;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #storyOf = new Map<string, Story>();
  /** Names as the account has them, to what they are called in the export's language. */
  readonly #localNames: ReadonlyMap<string, string>;

  /** @throws UnknownStory */
  constructor(account: Account, { story, lang }: ExportOptions) {
    this.lang = lang;
    const wanted = story ?? null;
    this.stories =
      wanted === null ? account.stories : account.stories.filter(({ id }) => id === wanted);
    if (wanted !== null && this.stories.length === 0) {
      throw new UnknownStory(`The account has no story «${wanted}».`);
    }
    for (const each of this.stories) for (const id of each.reports) this.#storyOf.set(id, each);
    const holds = (id: string): boolean => wanted === null || this.#storyOf.has(id);
    this.reports = account.reports.filter(({ id }) => holds(id));
    this.claims = account.claims.filter(({ report }) => holds(report));
    this.#claims = new Map(account.claims.map((claim) => [claim.id, claim]));
    this.#reports = new Map(account.reports.map((report) => [report.id, report]));
    this.#entities = new Map(account.entities.map((entity) => [entity.id, entity]));
    this.#localNames = new Map(
      account.entities.flatMap(({ name, names }) => {
        const local = names[lang];
        return local !== undefined && local !== name ? [[name, local] as const] : [];
      }),
    );
    this.#numbers = new Map(account.reports.map(({ id }, index) => [id, index + 1]));
  }

  claim(id: string): Claim | null {
    return this.#claims.get(id) ?? null;
  }

  report(id: string): Report | null {
    return this.#reports.get(id) ?? null;
  }

  entity(id: string | null): Entity | null {
    return id === null ? null : (this.#entities.get(id) ?? null);
  }

  storyOf(report: string): Story | null {
    return this.#storyOf.get(report) ?? null;
  }

  /** Number of a report in the whole account, from 1: what stands in `[3]` everywhere. */
  number(report: string): number | null {
    return this.#numbers.get(report) ?? null;
  }

  /** The name of an entity in the export's language where it has one; an id that is none, as it is. */
  nameOf(id: string): string {
    const entity = this.entity(id);
    return entity ? (entity.names[this.lang] ?? entity.name) : id;
  }

  /** A name that a sentence of the account holds, in the export's language where it is known. */
  localName(name: string): string {
    return this.#localNames.get(name) ?? name;
  }

  /** A sentence of the account with its names so. */
  localised({ code, terms }: Message): Message {
    const local = Object.entries(terms).map(([key, { kind, values }]) => [
      key,
      { kind, values: kind === "name" ? values.map((name) => this.localName(name)) : values },
    ]);
    return { code, terms: Object.fromEntries(local) };
  }

  /** The words of a claim as they stand in its report. */
  wordsOf(claim: Claim): string {
    return this.#slice(claim, claim.span);
  }

  /** The sentence that a claim stands in. */
  sentenceOf(claim: Claim): string {
    return this.#slice(claim, claim.sentence);
  }

  #slice({ report }: Claim, [start, end]: Claim["span"]): string {
    return this.report(report)?.text.slice(start, end) ?? "";
  }

  /** What a report is called: outlet, else title, else file, else its number. */
  reportName(report: Report): string {
    const { outlet, title, file } = report;
    return outlet || title || baseName(file ?? "") || String(this.number(report.id) ?? report.id);
  }

  /** Who speaks: by name, the fuller one where the words point back to it, else by what he is. */
  speakerName({ meant, name, kind }: Link): string {
    return meant || name || codeLabel("link", kind)[this.lang];
  }
}

/** The last part of a path: what a person calls the file. */
const baseName = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
