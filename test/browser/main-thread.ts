import type { CDPSession, Page } from "playwright-core";
import { settled } from "./open-desk.js";

/** Each thing is done so often, and its best time counts: what else the machine did does not. */
export const TRIES = 3;
/** So often where the best is not smooth yet: a machine may be slow for a while. */
const MOST_TRIES = 9;
/** A frame of a 60 Hz screen, in ms, and by how much the page's own work may go beyond it. */
const FRAME = 16.7;
const MOST_OVER = 50;
/** What an act may cost the page's main thread, in ms, and still feel smooth. */
export const SMOOTH = FRAME + MOST_OVER;

/** What the page's main thread itself worked, in ms: other programs' turns are not in it. */
async function work(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}

async function watched(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}

/**
 * Best work of the main thread, in ms, for each of some acts, until the frame behind it is drawn;
 * each done in `TRIES` pages or more. What the acts before left to be collected is not in it.
 * @param acts statements of JavaScript, in the page
 */
export async function bestOf(
  open: () => Promise<Page>,
  acts: readonly string[],
): Promise<number[]> {
  const best = acts.map(() => Number.POSITIVE_INFINITY);
  for (let i = 0; i < MOST_TRIES; i++) {
    if (i >= TRIES && best.every((time) => time < SMOOTH)) break;
    const page = await open();
    const session = await watched(page);
    for (const [at, act] of acts.entries()) {
      await settled(page);
      await session.send("HeapProfiler.collectGarbage");
      const before = await work(session);
      await page.evaluate(
        `new Promise((done) => { ${act}; requestAnimationFrame(() => setTimeout(done)); })`,
      );
      best[at] = Math.min(best[at] ?? 0, (await work(session)) - before);
    }
    await page.context().close();
  }
  return best;
}
