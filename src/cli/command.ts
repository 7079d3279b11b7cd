import type { Command } from "commander";

/** One command of the program: adds itself, and loads what it needs only when it is run. */
export interface CommandModule {
  readonly add: (program: Command) => void;
}
