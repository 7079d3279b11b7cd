/**
 * A whole press, from archives to an account a story on disk: reports are read apart and kept, all
 * are grouped into stories at once, stories are folded apart. What was done is kept, so that an
 * interrupted run goes on where it was, and a new day costs what is new.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { FigureRule } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { Judgement, StandingJudgement } from "../core/judgement.js";
import type { Problem } from "../core/problem.js";
import type { ListedStory, StoryList } from "../core/story-list.js";
import { writeWhole } from "../disk/whole-file.js";
import { ENGINE_VERSION, type Forms, groupReports } from "../engine.js";
import { jsonPieces } from "../export/json.js";
import { inOrder } from "../export/story-summary.js";
import type { IngestedBatch } from "../ingest/ingest.js";
import { AccountStore, type KeptStory } from "./accounts.js";
import { type PressFolder, pressFolder, WORK_FOLDER } from "./folder.js";
import type { Pool } from "./pool.js";
import { keyOf, type ReadingRef, ReadingStore } from "./readings.js";
import type { FoldTask, ReadTask } from "./tasks.js";

export type Stage = "reading" | "grouping" | "folding";

export interface PressOptions {
  readonly folder: string;
  /** Of the program that reads: what another program kept is not used. */
  readonly program: string;
  readonly pool: Pool;
  /** What chooses low, best and high of each ledger. */
  readonly rule: FigureRule;
  /** What people decided, the oldest first. */
  readonly judgements?: readonly Judgement[];
  /** How far a stage is: reports, but stories where they are folded. The total of reading may grow. */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void;
  /** Ends the run soon, with all that was done kept. */
  readonly signal?: AbortSignal;
}

export interface PressResult {
  readonly problems: readonly Problem[];
  readonly reports: number;
  /** Of them, those that an earlier run had read. */
  readonly keptReports: number;
  /** What was written. Null where the run was ended before, or there is no report. */
  readonly list: StoryList | null;
}

/** Reports of a task: as many as are read in about a second. */
const REPORTS_A_TASK = 100;
/** Bytes of readings, and number of stories, that a task folds at most, but for a larger single one. */
const BYTES_A_FOLD = 2_000_000;
const STORIES_A_FOLD = 150;
/** Reports that may wait to be read: they are held in memory. So many that the time left can be told. */
const MOST_WAITING = 10_000;

/** @throws WriteFailure where the folder cannot be written to */
export async function readPress(
  source: Iterable<IngestedBatch>,
  options: PressOptions,
): Promise<PressResult> {
  const folder = pressFolder(options.folder, options.program);
  mkdirSync(folder.work, { recursive: true });
  const run = new Run(folder, options);
  await run.read(source);
  const done = run.isEnded || run.reports === 0 ? null : await run.fold();
  const list = done && write(done, run, folder);
  if (list) forgetOtherPrograms(options.folder, options.program);
  return { problems: run.problems, reports: run.reports, keptReports: run.keptReports, list };
}

/** Writes the list of stories and takes away accounts of earlier runs that are not in it. */
function write(done: readonly KeptStory[], run: Run, folder: PressFolder): StoryList {
  const stories = inOrder(done.map(({ file, summary }): ListedStory => ({ ...summary, file })));
  const list: StoryList = {
    schema: "isnad/stories@1",
    engine: ENGINE_VERSION,
    reports: run.reports,
    stories,
  };
  writeWhole(folder.problems, [`${JSON.stringify(run.problems, null, 1)}\n`]);
  writeWhole(folder.index, jsonPieces(list));
  const files = new Set(stories.map(({ file }) => file));
  new AccountStore(folder.stories, folder.receipts).keepOnly(files);
  return list;
}

class Run {
  readonly problems: Problem[] = [];
  keptReports = 0;
  /** Reports that are read. */
  reports = 0;
  private readonly refs = new Map<string, ReadingRef>();
  private met = 0;

  constructor(
    private readonly folder: PressFolder,
    private readonly options: PressOptions,
  ) {}

  get isEnded(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  async read(source: Iterable<IngestedBatch>): Promise<void> {
    const { pool, program } = this.options;
    const known = new ReadingStore(this.folder.readings).index();
    const tasks = new Tasks(Math.ceil(MOST_WAITING / REPORTS_A_TASK));
    let waiting: { key: string; input: ReadTask["inputs"][number]["input"] }[] = [];
    const send = async (): Promise<void> => {
      const inputs = waiting;
      waiting = [];
      await tasks.add(async () => {
        if (this.isEnded) return;
        const read = await pool.run({ kind: "read", folder: this.folder, inputs });
        for (const ref of read) this.add(ref);
        this.tell("reading", this.reports, this.met);
      });
    };
    for (const batch of source) {
      if (this.isEnded) break;
      this.problems.push(...batch.problems);
      for (const input of batch.reports) {
        const key = keyOf(input, program);
        const kept = known.get(key);
        this.met++;
        if (kept) {
          this.keptReports++;
          this.add(kept);
        } else waiting.push({ key, input });
        if (waiting.length >= REPORTS_A_TASK) await send();
      }
      // Lets answers in between two archives.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (waiting.length > 0) await send();
    await tasks.end();
  }

  private add(ref: ReadingRef): void {
    this.refs.set(ref.key, ref);
    this.reports = this.refs.size;
  }

  /** Null where the run was ended before all were folded. */
  async fold(): Promise<KeptStory[] | null> {
    const { pool, rule } = this.options;
    const done: KeptStory[] = [];
    const open = this.group(done);
    const total = done.length + open.length;
    const tasks = new Tasks(Number.POSITIVE_INFINITY);
    for (const stories of foldBatches(open)) {
      await tasks.add(async () => {
        if (this.isEnded) return;
        done.push(...(await pool.run({ kind: "fold", folder: this.folder, rule, stories })));
        this.tell("folding", done.length, total);
      });
    }
    await tasks.end();
    return this.isEnded ? null : done;
  }

  /**
   * The stories that are to be folded, of the reports read so far; what was kept of the reports is let go.
   * @param done takes those that an earlier run folded
   */
  private group(done: KeptStory[]): OpenStory[] {
    const { program, rule } = this.options;
    const refs = [...this.refs.values()];
    this.refs.clear();
    this.tell("grouping", 0, refs.length);
    const { stories: groups, forms } = groupReports(
      refs.map(({ sketch }) => sketch),
      this.options.judgements,
    );
    const known = new AccountStore(this.folder.stories, this.folder.receipts).index();
    const open: OpenStory[] = [];
    for (const { members: group, placements, judgements } of groups) {
      const members = group.map((at) => refs[at] as ReadingRef);
      const keys = members.map((ref) => ref.key).sort();
      const own = formsIn(members, forms);
      const key = contentId(
        "fold",
        program,
        rule,
        ...keys,
        ...own,
        ...judgements.map(({ id }) => id),
        JSON.stringify(placements),
      );
      const kept = known.get(key);
      if (kept) done.push(kept);
      else open.push(openStory(key, members, own, placements, judgements));
    }
    return open;
  }

  private tell(stage: Stage, done: number, total: number): void {
    this.options.onProgress?.(stage, done, total);
  }
}

type OpenStory = FoldTask["stories"][number] & { readonly bytes: number };

/** Ascending, each once. */
function formsIn(refs: readonly ReadingRef[], forms: Forms): number[] {
  const own = new Set<number>();
  for (const { sketch } of refs) {
    for (const hash of sketch.fingerprint.minima) if (forms.has(hash)) own.add(hash);
  }
  return [...own].sort((a, b) => a - b);
}

function openStory(
  key: string,
  refs: readonly ReadingRef[],
  forms: readonly number[],
  placements: OpenStory["placements"],
  judgements: readonly StandingJudgement[],
): OpenStory {
  const members = refs.map(({ segment, start, end }) => ({ segment, start, end }));
  return {
    key,
    members,
    forms,
    placements,
    judgements,
    bytes: members.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** The largest first, so that no thread is left with one when the others are done. */
function* foldBatches(open: readonly OpenStory[]): Generator<FoldTask["stories"]> {
  let batch: OpenStory[] = [];
  let bytes = 0;
  for (const story of [...open].sort((a, b) => b.bytes - a.bytes || (a.key < b.key ? -1 : 1))) {
    if (batch.length >= STORIES_A_FOLD || (bytes + story.bytes > BYTES_A_FOLD && bytes > 0)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(story);
    bytes += story.bytes;
  }
  if (batch.length > 0) yield batch;
}

/** Tasks under way, at most so many; the first failure is thrown when all have ended. */
class Tasks {
  private readonly running = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly most: number) {}

  async add(task: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    if (this.failure) return;
    const run = task()
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async end(): Promise<void> {
    await Promise.all(this.running);
    if (this.failure) throw this.failure.error;
  }
}

function forgetOtherPrograms(folder: string, program: string): void {
  const work = join(folder, WORK_FOLDER);
  for (const name of readdirSync(work)) {
    if (name.startsWith("program-") && name !== program)
      rmSync(join(work, name), { recursive: true, force: true });
  }
}
