/** A bar on the error stream, on a terminal only, and only for work that a person waits for. */
import type { SingleBar } from "cli-progress";

/** Milliseconds of work before the bar appears. */
const PATIENCE = 500;

/** What the bar says while reports are read; its words stand for their values. */
const READING = "Reading {bar} {value}/{total} reports · {eta_formatted} left";

/** What the bar says of each part of the reading of a press, into a folder or a store. */
export const STAGES = {
  reading: "Reading {bar} {value}/{total} reports · {speed} a second · {eta_formatted} left",
  grouping: "Grouping {total} reports into stories",
  folding: "Accounts {bar} {value}/{total} stories · {eta_formatted} left",
} as const;

export interface Progress {
  /** @param format of the stage at hand; another one than before starts the bar anew */
  readonly update: (done: number, total: number, format?: string) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

export async function createProgress(wanted: boolean): Promise<Progress> {
  if (!wanted || process.stderr.isTTY !== true) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  const started = performance.now();
  let bar: SingleBar | null = null;
  let shown = "";
  let stageStarted = started;
  const stop = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    update(done, total, format = READING) {
      if (format !== shown) {
        stop();
        shown = format;
        stageStarted = performance.now();
      }
      const now = performance.now();
      if (bar === null && now - started > PATIENCE && done < total) {
        bar = new cliProgress.SingleBar({
          format,
          stream: process.stderr,
          clearOnComplete: true,
          // The cursor stays: an interrupt would leave the terminal without one.
          hideCursor: false,
          fps: 10,
          linewrap: null,
          barsize: 30,
        });
        bar.start(total, done, { speed: "…" });
      }
      const seconds = (now - stageStarted) / 1000;
      bar?.setTotal(total);
      bar?.update(done, { speed: seconds > 0 ? Math.round(done / seconds) : "…" });
    },
    stop,
  };
}
