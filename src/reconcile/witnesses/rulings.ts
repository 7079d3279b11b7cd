import { EntitySets } from "../../relate/identity/entity-sets.js";
import type { WitnessRuling } from "../../relate/relate.js";

interface Pair {
  readonly a: string;
  readonly b: string;
}

/**
 * What people decided about who tells by himself, as pairs of reports. Of two judgements about one pair
 * the later counts; as of entities, those said to be one are joined first, and those said to be two
 * are then kept apart where nothing made them one.
 */
export class Rulings {
  private readonly one: readonly Pair[];
  private readonly two: readonly Pair[];
  /** Judgements by which reports tell independently, each by its reports. */
  private readonly independent: readonly ReadonlySet<string>[];

  /** @param log of one story, the oldest first */
  constructor(log: readonly WitnessRuling[]) {
    const last = new Map<string, Pair & { readonly kind: WitnessRuling["kind"] }>();
    for (const { kind, reports } of log) {
      for (const [at, x] of reports.entries()) {
        for (const y of reports.slice(at + 1)) {
          const [a, b] = x < y ? [x, y] : [y, x];
          last.set(`${a} ${b}`, { a, b, kind });
        }
      }
    }
    const pairs = [...last.values()];
    this.one = pairs.filter(({ kind }) => kind === "one-witness");
    this.two = pairs.filter(({ kind }) => kind === "two-witnesses");
    this.independent = log.flatMap(({ kind, reports }) =>
      kind === "two-witnesses" ? [new Set(reports)] : [],
    );
  }

  /**
   * Sets in which tellings are to be joined that have one source: those of one report, and of reports
   * that are one witness, are one already; those of reports that tell independently stay apart.
   * @param reports of each telling
   */
  setsOf(reports: readonly string[]): EntitySets {
    const sets = new EntitySets(reports.length);
    if (this.one.length + this.two.length === 0) return sets;
    const first = new Map<string, number>();
    for (const [at, report] of reports.entries()) {
      const known = first.get(report);
      if (known === undefined) first.set(report, at);
      else sets.join(known, at);
    }
    for (const { a, b } of this.one) {
      const [x, y] = [first.get(a), first.get(b)];
      if (x !== undefined && y !== undefined) sets.join(x, y);
    }
    for (const { a, b } of this.two) {
      const [x, y] = [first.get(a), first.get(b)];
      if (x !== undefined && y !== undefined) sets.keepApart(x, y);
    }
    return sets;
  }

  /**
   * How many of the texts people said to be told independently of one another, whatever their outlets.
   * @param texts each by its reports
   */
  toldApart(texts: readonly (readonly string[])[]): number {
    return this.independent.reduce(
      (most, reports) =>
        Math.max(most, texts.filter((text) => text.some((id) => reports.has(id))).length),
      0,
    );
  }
}
