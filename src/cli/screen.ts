/** What the standard streams are, and writing to them. */
import type { Writable } from "node:stream";
import type { Colours } from "./problem-list.js";

/** Columns of the terminal; null where output goes to a file or a pipe. */
function columns(): number | undefined {
  const set = Number(process.env["COLUMNS"]);
  if (process.stdout.columns) return process.stdout.columns;
  return Number.isInteger(set) && set > 0 ? set : undefined;
}

/**
 * Whether to colour: the option, else NO_COLOR (no-color.org: set and not empty), else
 * FORCE_COLOR (`0` and `false` mean no), else whether the stream is a terminal that can.
 */
function wantsColour(option: boolean | undefined, stream: { isTTY?: boolean }): boolean {
  if (option !== undefined) return option;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

/** How to print on standard output: what the command was asked for, else what is there. */
export const terminal = ({
  width,
  color,
}: {
  readonly width?: number | undefined;
  readonly color?: boolean | undefined;
}) => ({ width: width ?? columns(), colour: wantsColour(color, process.stdout) });

/** How problems are coloured on the error stream. */
export async function errorColours(option: boolean | undefined): Promise<Colours> {
  const { createColors } = await import("picocolors");
  const { bold, dim, red, yellow } = createColors(wantsColour(option, process.stderr));
  return { strong: bold, quiet: dim, error: red, warning: yellow };
}

/** A reader that goes away (`| head`) ends the output quietly, whatever is still to come. */
export function endQuietlyWhenClosed(stream: Writable): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

/** Writes piece by piece, waiting whenever the reader is behind. */
export async function writeAll(stream: Writable, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!stream.write(piece)) await new Promise<void>((done) => stream.once("drain", () => done()));
  }
}
