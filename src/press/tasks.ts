/** What is done apart from the main thread: reports read, stories folded. Each leaves whole files. */
import { assertNever } from "../core/assert.js";
import type { FigureRule } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import type { StandingJudgement } from "../core/judgement.js";
import {
  type ReportReading,
  type ReportSketch,
  readReports,
  sketchesOf,
  storyAccount,
} from "../engine.js";
import { AccountStore, type KeptStory } from "./accounts.js";
import type { PressFolder } from "./folder.js";
import { type ReadingPlace, type ReadingRef, ReadingStore } from "./readings.js";

export interface ReadTask {
  readonly kind: "read";
  readonly folder: PressFolder;
  readonly inputs: readonly { readonly key: string; readonly input: ReportInput }[];
}

export interface FoldTask {
  readonly kind: "fold";
  readonly folder: PressFolder;
  readonly rule: FigureRule;
  readonly stories: readonly {
    readonly key: string;
    readonly members: readonly ReadingPlace[];
    /** Shingles of its reports that are words of a form. */
    readonly forms: readonly number[];
    readonly judgements: readonly StandingJudgement[];
  }[];
}

/** What each task gives. */
export interface TaskResult {
  readonly read: readonly ReadingRef[];
  readonly fold: readonly KeptStory[];
}

export type Task = ReadTask | FoldTask;

/** Reads reports and keeps what was read. @throws WriteFailure */
function readInputs({ folder, inputs }: ReadTask): ReadingRef[] {
  const readings = readReports(inputs.map(({ input }) => input));
  const sketches = sketchesOf(readings);
  return new ReadingStore(folder.readings).write(
    inputs.map(({ key, input }, at) => ({
      key,
      input,
      reading: readings[at] as ReportReading,
      sketch: sketches[at] as ReportSketch,
    })),
  );
}

/** Makes the accounts of stories and writes them. @throws WriteFailure */
function foldStories({ folder, rule, stories }: FoldTask): KeptStory[] {
  const readings = new ReadingStore(folder.readings);
  return new AccountStore(folder.stories, folder.receipts).write(
    stories.map(({ key, members, forms, judgements }) => ({
      key,
      account: storyAccount(readings.read(members), {
        rule,
        forms: new Set(forms),
        judgements,
      }),
    })),
  );
}

/** @throws WriteFailure */
export function runTask(task: Task): TaskResult[Task["kind"]] {
  switch (task.kind) {
    case "read":
      return readInputs(task);
    case "fold":
      return foldStories(task);
    default:
      return assertNever(task);
  }
}
