/**
 * Work that can wait until the screen has been drawn: a piece at a time, in the order it came, with
 * room between for what the reader does.
 */
const waiting = new Set<() => void>();
let isRunning = false;

/** @returns takes the work back, where it has not been done yet */
export function later(work: () => void): () => void {
  const own = (): void => work();
  waiting.add(own);
  if (!isRunning) {
    isRunning = true;
    afterFrame();
  }
  return () => waiting.delete(own);
}

function next(): void {
  const [work] = waiting;
  if (!work) {
    isRunning = false;
    return;
  }
  waiting.delete(work);
  work();
  afterFrame();
}

/** What was just changed is seen first. */
const afterFrame = (): void => {
  requestAnimationFrame(() => setTimeout(next));
};

/** Does now all that waits. */
export function doAllLater(): void {
  for (const work of waiting) {
    waiting.delete(work);
    work();
  }
}
