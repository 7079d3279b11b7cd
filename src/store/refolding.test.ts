import { describe, expect, test } from "vitest";
import { type Folded, Refolding } from "./refolding.js";

/** Folds that end when they are told to. */
class Folds {
  readonly asked: number[][] = [];
  private readonly open: ((became: ReadonlyMap<number, Folded> | Error) => void)[] = [];

  fold = (anchors: readonly number[]): Promise<ReadonlyMap<number, Folded>> => {
    this.asked.push([...anchors]);
    return new Promise((resolve, reject) => {
      this.open.push((became) => (became instanceof Error ? reject(became) : resolve(became)));
    });
  };

  async end(became: ReadonlyMap<number, Folded> | Error = new Map()): Promise<void> {
    this.open.shift()?.(became);
    await pause(0);
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const few = (anchor: number) => ({ anchor, reports: 1 });

function made(most = 1) {
  const folds = new Folds();
  const failures: unknown[] = [];
  const failed = (error: unknown): void => {
    failures.push(error);
  };
  return { folds, failures, refolding: new Refolding({ fold: folds.fold, failed, most }) };
}

describe("stories folded soon", () => {
  test("are folded at once where they were let alone, and once for all that came meanwhile", async () => {
    const { folds, refolding } = made();
    refolding.soon([few(1)]);
    for (let at = 0; at < 50; at++) refolding.soon([few(1), few(2)]);
    expect(folds.asked).toEqual([[1]]);
    await folds.end();
    await pause(30);
    expect(folds.asked.flat().sort()).toEqual([1, 1, 2]);
    for (let at = 0; at < 3; at++) {
      await folds.end();
      await pause(30);
    }
    expect(refolding.left).toBe(0);
    expect(folds.asked.flat().sort()).toEqual([1, 1, 2]);
  });

  test("rest the longer the larger they are, and no longer than some seconds", async () => {
    const { folds, refolding } = made();
    refolding.soon([{ anchor: 1, reports: 20 }]);
    await folds.end();
    refolding.soon([{ anchor: 1, reports: 21 }]);
    await pause(100);
    expect(folds.asked).toEqual([[1]]);
    await pause(200);
    expect(folds.asked).toEqual([[1], [1]]);
  });

  test("are folded before others, and without rest, where somebody waits", async () => {
    const { folds, refolding } = made();
    refolding.soon([{ anchor: 1, reports: 1000 }]);
    await folds.end();
    refolding.soon([few(2), few(3), { anchor: 1, reports: 1001 }]);
    let isShown = false;
    const shown = refolding.now([{ anchor: 1, reports: 1001 }]).then(() => {
      isShown = true;
    });
    expect(folds.asked).toEqual([[1], [2, 3], [1]]);
    await folds.end();
    expect(isShown).toBe(false);
    await folds.end();
    await shown;
    expect(isShown).toBe(true);
  });

  test("are waited for until what was planned is shown, not what was under way", async () => {
    const { folds, refolding } = made();
    refolding.soon([few(1)]);
    let isShown = false;
    const shown = refolding.now([few(1)]).then(() => {
      isShown = true;
    });
    await folds.end();
    expect([isShown, folds.asked]).toEqual([false, [[1], [1]]]);
    // Somebody judged meanwhile: what was made is not shown.
    await folds.end(new Map([[1, "overtaken" as const]]));
    expect([isShown, folds.asked.length]).toEqual([false, 3]);
    // A report came meanwhile: what was made is true, and more follows.
    await folds.end(new Map([[1, "shown-behind" as const]]));
    await shown;
    expect(refolding.left).toBe(1);
    await pause(30);
    expect(folds.asked).toHaveLength(4);
  });

  test("one that fails holds up no other, is told, and fails who waits for it", async () => {
    const { folds, failures, refolding } = made();
    refolding.soon([few(9)]);
    refolding.soon([few(1), few(2)]);
    const waits = refolding.now([few(1)]);
    const failing = expect(waits).rejects.toThrow("cannot");
    await folds.end();
    await folds.end(new Error("cannot"));
    await failing;
    expect(failures).toEqual([]);
    expect(folds.asked).toEqual([[9], [1], [2]]);
    await folds.end();
    refolding.soon([few(3), few(4)]);
    await folds.end(new Error("one of two"));
    await pause(30);
    expect(folds.asked.slice(3)).toEqual([[3, 4], [3]]);
    await folds.end(new Error("this one"));
    expect(failures.map(String)).toEqual(["Error: this one"]);
    expect(folds.asked.at(-1)).toEqual([4]);
    await folds.end();
    // The one that failed is tried again after a while.
    expect(refolding.left).toBe(2);
  });

  test("begin no more once it is stopped, and who waits is let go", async () => {
    const { folds, refolding } = made();
    refolding.soon([few(1)]);
    refolding.soon([few(2)]);
    const waits = refolding.now([few(1)]);
    const stopped = refolding.stop();
    await folds.end();
    await Promise.all([stopped, waits]);
    expect(folds.asked).toEqual([[1]]);
  });
});
