/** The press of a store in memory: made from what is kept, in the order in which it was placed. */
import { GrowingPress } from "../engine.js";
import { judgementLog } from "./judgements.js";
import type { Queries } from "./queries.js";
import { packedSketches } from "./readings.js";
import { slices } from "./rows.js";
import type { ReportRow } from "./schema.js";
import { setSetting, setting } from "./settings.js";
import { dayIn, unpackSketch } from "./sketches.js";

/** How the reports of a store were last put in order; all that came since stand behind, as they came. */
export interface Order {
  /** Of how many reports the press was taken to be. */
  readonly expected: number;
  /** Reports up to this one stand by day, then id. */
  readonly sorted: number;
  /** Reports up to this one are placed. */
  readonly placed: number;
}

const SETTING = "order";
const NOTHING: Order = { expected: 1, sorted: 0, placed: 0 };

export async function orderOf(queries: Queries): Promise<Order> {
  const text = await setting(queries, SETTING);
  return text === null ? NOTHING : (JSON.parse(text) as Order);
}

export const keepOrder = (queries: Queries, order: Order): Promise<void> =>
  setSetting(queries, SETTING, JSON.stringify(order));

/** From so many reports on a press is told from no larger one. */
const PRESS = 30_000;

/**
 * Whether the press is to be put in order anew: it has become twice as large, of which the stream's
 * caution depends, or half as much again came at once, perhaps from before.
 */
export function isOutgrown({ expected, placed }: Order, reports: number, latest: number): boolean {
  if (reports >= 2 * expected && expected < PRESS) return true;
  return latest - placed > placed / 2;
}

type Outline = Pick<ReportRow, "seq" | "id" | "first" | "version">;

export interface Grouping {
  readonly press: GrowingPress;
  readonly order: Order;
  /** `seq` of each report that was placed, by id. */
  readonly seqs: ReadonlyMap<string, number>;
}

/** Sketches unpacked at a time. */
const AT_A_TIME = 1000;
/** Reports looked at or placed before others of this thread are let in: who keeps reports does not wait for stories. */
const TAKEN_AT_A_TIME = 25;
const othersFirst = (): Promise<void> => new Promise((go) => setImmediate(go));

export class PressGrouping implements Grouping {
  readonly press: GrowingPress;
  readonly seqs = new Map<string, number>();
  /** By `first`: the id of its current version. */
  private readonly current = new Map<number, string>();

  constructor(public order: Order) {
    this.press = new GrowingPress(order.expected);
  }

  /** Adds all reports behind the last placed one. */
  async follow(queries: Queries, upTo: number): Promise<void> {
    const rows = await queries
      .selectFrom("reports")
      .select(["seq", "id", "first", "version"])
      .where("seq", ">", this.order.placed)
      .where("seq", "<=", upTo)
      .orderBy("seq")
      .execute();
    for (const some of slices(rows, AT_A_TIME)) await this.add(queries, some);
    this.order = { ...this.order, placed: upTo };
  }

  /** As it was when its last report was placed. */
  static async load(queries: Queries): Promise<PressGrouping> {
    const order = await orderOf(queries);
    const grouping = new PressGrouping({ ...order, placed: order.sorted });
    await grouping.addSorted(queries, order.sorted);
    await grouping.follow(queries, order.placed);
    grouping.press.judge(await judgementLog(queries));
    return grouping;
  }

  /** All reports, put in order anew. */
  static async anew(queries: Queries, latest: number): Promise<PressGrouping> {
    const { current } = await reportsUpTo(queries, latest);
    const order = { expected: Math.max(1, current.length), sorted: latest, placed: latest };
    const grouping = new PressGrouping(order);
    await grouping.addSorted(queries, latest);
    grouping.press.judge(await judgementLog(queries));
    return grouping;
  }

  private async addSorted(queries: Queries, upTo: number): Promise<void> {
    const { current: rows, former } = await reportsUpTo(queries, upTo);
    for (const { id, first } of former) this.press.corrects(id, first);
    // Twice through all: what is told of a whole press is never in memory at once beside the press.
    const days = new Map<number, number>();
    for (const some of slices(rows, AT_A_TIME)) {
      const packed = await packedSketches(
        queries,
        some.map(({ seq }) => seq),
      );
      for (const [seq, sketch] of packed) {
        days.set(seq, dayIn(sketch) ?? Number.POSITIVE_INFINITY);
        if (days.size % TAKEN_AT_A_TIME === 0) await othersFirst();
      }
    }
    const arriving = rows.flatMap((row) => {
      const day = days.get(row.seq);
      return day === undefined ? [] : [{ row, day }];
    });
    arriving.sort((a, b) =>
      a.day === b.day ? (a.row.id < b.row.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    );
    const inTime = arriving.map(({ row }) => row);
    for (const some of slices(inTime, AT_A_TIME)) await this.add(queries, some);
  }

  private async add(queries: Queries, rows: readonly Outline[]): Promise<void> {
    const packed = await packedSketches(
      queries,
      rows.map(({ seq }) => seq),
    );
    for (const some of slices(rows, TAKEN_AT_A_TIME)) {
      for (const row of some) {
        const sketch = packed.get(row.seq);
        if (sketch) this.take(row, unpackSketch(sketch));
      }
      await othersFirst();
    }
  }

  private take({ seq, id, first }: Outline, sketch: ReturnType<typeof unpackSketch>): void {
    const replaces = this.current.get(first) ?? null;
    this.press.add({ ...sketch, rank: first, replaces });
    this.current.set(first, id);
    this.seqs.set(id, seq);
  }
}

/** Of each report the version that was the newest when `upTo` had come, and those before it. */
async function reportsUpTo(
  queries: Queries,
  upTo: number,
): Promise<{ readonly current: Outline[]; readonly former: readonly Outline[] }> {
  const rows = await queries
    .selectFrom("reports")
    .select(["seq", "id", "first", "version"])
    .where("seq", "<=", upTo)
    .orderBy("seq")
    .execute();
  const newest = new Map(rows.map((row) => [row.first, row]));
  return {
    current: [...newest.values()],
    former: rows.filter((row) => newest.get(row.first) !== row),
  };
}
