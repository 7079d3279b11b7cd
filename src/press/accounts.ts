/**
 * Accounts on disk, a file a story, and receipts of what was written: a story whose reports and
 * program are the same is not folded again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { StorySummary } from "../core/story-list.js";
import { writeWhole } from "../disk/whole-file.js";
import { renderJson } from "../export/json.js";
import { summaryOf } from "../export/story-summary.js";

export interface KeptStory {
  /** Of the story's reports and the program that folded them. */
  readonly key: string;
  /** Name of the file in the folder of stories. */
  readonly file: string;
  readonly bytes: number;
  readonly summary: StorySummary;
}

const STORY_FILE = /^story-[0-9a-f]+\.json$/;
const RECEIPT_FILE = /^receipt-[0-9a-f]+\.json$/;

export class AccountStore {
  /**
   * @param stories folder of the accounts
   * @param receipts folder of the receipts
   */
  constructor(
    private readonly stories: string,
    private readonly receipts: string,
  ) {}

  /**
   * Writes the account of one story; it counts as written once its receipt is.
   * @param key of the story's reports and the program
   * @throws WriteFailure
   */
  write(key: string, account: Account): KeptStory {
    const summary = summaryOf(account);
    const file = `${summary.id}.json`;
    const content = Buffer.from(renderJson(account));
    // Thousands of files: the receipt tells by their size whether they came to the disk.
    writeWhole(join(this.stories, file), [content], { durable: false });
    return { key, file, bytes: content.length, summary };
  }

  /** @throws WriteFailure */
  writeReceipt(kept: readonly KeptStory[]): void {
    const name = `${contentId("receipt", ...kept.map(({ key }) => key))}.json`;
    // One that is cut off counts for nothing.
    writeWhole(join(this.receipts, name), [JSON.stringify(kept)], { durable: false });
  }

  /** Stories that lie there whole, by key. */
  index(): Map<string, KeptStory> {
    const out = new Map<string, KeptStory>();
    if (!existsSync(this.receipts)) return out;
    // A story folded anew, by another rule or with other judgements, lies in the file of the one before.
    const latest = new Map<string, string>();
    for (const name of this.receiptsByAge()) {
      for (const story of receiptIn(join(this.receipts, name))) {
        if (sizeOf(join(this.stories, story.file)) !== story.bytes) continue;
        out.delete(latest.get(story.file) ?? "");
        latest.set(story.file, story.key);
        out.set(story.key, story);
      }
    }
    return out;
  }

  /** The oldest first. */
  private receiptsByAge(): string[] {
    return readdirSync(this.receipts)
      .filter((name) => RECEIPT_FILE.test(name))
      .map((name) => ({ name, age: statSync(join(this.receipts, name)).mtimeMs }))
      .sort((a, b) => a.age - b.age || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }

  /** Takes away the accounts of stories that are no more, since other reports joined theirs. */
  keepOnly(files: ReadonlySet<string>): void {
    mkdirSync(this.stories, { recursive: true });
    for (const name of readdirSync(this.stories)) {
      if (STORY_FILE.test(name) && !files.has(name)) rmSync(join(this.stories, name));
    }
  }
}

/** Empty where it was cut off: then its stories are folded again. */
function receiptIn(path: string): readonly KeptStory[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as KeptStory[];
  } catch {
    return [];
  }
}

const sizeOf = (path: string): number | null =>
  statSync(path, { throwIfNoEntry: false })?.size ?? null;
