/** A bar on the error stream, on a terminal only, and only for work that a person waits for. */

/** Milliseconds of work before the bar appears. */
const PATIENCE = 500;

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

export async function createProgress(wanted: boolean): Promise<Progress> {
  if (!wanted || process.stderr.isTTY !== true) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: "Reading {bar} {value}/{total} reports · {eta_formatted} left",
    stream: process.stderr,
    clearOnComplete: true,
    // The cursor stays: an interrupt would leave the terminal without one.
    hideCursor: false,
    fps: 10,
    linewrap: null,
    barsize: 30,
  });
  const started = performance.now();
  let running = false;
  return {
    update(done, total) {
      if (!running && performance.now() - started > PATIENCE && done < total) {
        bar.start(total, done);
        running = true;
      }
      if (running) bar.update(done);
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
