/** What is done apart from the main thread: reports read, stories folded. Each leaves whole files. */
import { assertNever } from "../core/assert.js";
import type { FigureRule } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import type { StandingJudgement } from "../core/judgement.js";
import { type GroupedStory, readSketched, storyAccounts } from "../engine.js";
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
    /** How its reports came to be in it. */
    readonly placements: GroupedStory["placements"];
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
  const read = readSketched(inputs.map(({ input }) => input));
  return new ReadingStore(folder.readings).write(
    Array.from(read, ({ reading, sketch }, at) => {
      const { key, input } = inputs[at] as ReadTask["inputs"][number];
      return { key, input, reading, sketch };
    }),
  );
}

/** Makes the accounts of stories and writes them. @throws WriteFailure */
function foldStories({ folder, rule, stories }: FoldTask): KeptStory[] {
  const readings = new ReadingStore(folder.readings);
  const accounts = new AccountStore(folder.stories, folder.receipts);
  const kept: KeptStory[] = [];
  for (let from = 0; from < stories.length; from += SIDE_BY_SIDE) {
    const some = stories.slice(from, from + SIDE_BY_SIDE);
    const folded = storyAccounts(
      some.map(({ members, forms, placements, judgements }) => ({
        given: readings.read(members),
        options: { rule, forms: new Set(forms), placements, judgements },
      })),
    );
    for (const [at, account] of folded.entries()) {
      kept.push(accounts.write((some[at] as (typeof some)[number]).key, account));
    }
  }
  accounts.writeReceipt(kept);
  return kept;
}

/** Stories whose readings are in memory together. */
const SIDE_BY_SIDE = 32;

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
