import { join } from "node:path";

/** Where everything of a press lies. Plain data: it goes to worker threads. */
export interface PressFolder {
  /** The list of stories. */
  readonly index: string;
  /** What could not be read, and why. */
  readonly problems: string;
  /** An account a story. */
  readonly stories: string;
  /** What was read and folded by this program, so that it need not be again. */
  readonly work: string;
  readonly readings: string;
  readonly receipts: string;
}

/** Holds the work of each version of the program that wrote into the folder. */
export const WORK_FOLDER = ".isnad";

/** @param program what reads: its work is of no use to any other */
export function pressFolder(folder: string, program: string): PressFolder {
  const work = join(folder, WORK_FOLDER, program);
  return {
    index: join(folder, "stories.json"),
    problems: join(folder, "problems.json"),
    stories: join(folder, "stories"),
    work,
    readings: join(work, "readings"),
    receipts: join(work, "receipts"),
  };
}
