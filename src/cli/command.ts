import type { Command } from "commander";

/** The program as it was started. */
export interface Program {
  readonly version: string;
  /** Where its build lies, which tells it from another; null where it runs from its sources. */
  readonly build: string | null;
  /** The file that its threads run; null where there are to be none. */
  readonly worker: string | null;
}

/** One command of the program: adds itself, and loads what it needs only when it is run. */
export interface CommandModule {
  readonly add: (commands: Command, program: Program) => void;
}
