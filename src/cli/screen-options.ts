/** Options that every command has which prints for a person. */
import { type Command, InvalidArgumentError } from "commander";

/** Columns that anything can be laid out in. */
const NARROWEST = 20;
const WIDEST = 1000;

function parseWidth(text: string): number {
  const width = Number(text);
  if (!Number.isInteger(width) || width < NARROWEST || width > WIDEST) {
    throw new InvalidArgumentError(`Give a number of columns from ${NARROWEST} to ${WIDEST}.`);
  }
  return width;
}

/** Adds `--width` and `--color`. */
export function withScreenOptions(command: Command): Command {
  return command
    .option(
      "--width <columns>",
      "columns to print in (default: the terminal's, or 100)",
      parseWidth,
    )
    .option("--color", "colour even where it is not a terminal")
    .option("--no-color", "never colour (NO_COLOR=1 does the same)");
}
