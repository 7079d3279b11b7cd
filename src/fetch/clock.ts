/** Time and chance, as they are given to whoever waits: tests give their own. */
export interface Clock {
  /** Milliseconds since 1970, as the machine tells them: may jump either way. */
  readonly now: () => number;
  /** Milliseconds since some moment; never jumps. Whatever waits in this process goes by it. */
  readonly elapsed: () => number;
  /** Resolves after so many milliseconds, or when the signal is given; never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to below 1: spreads what would else fall on one moment. */
  readonly chance: () => number;
}

/** The longest that a timer of Node takes. */
const LONGEST_TIMER = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(Math.max(0, milliseconds), LONGEST_TIMER));
      signal?.addEventListener("abort", end, { once: true });
    }),
  chance: () => Math.random(),
};

export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
