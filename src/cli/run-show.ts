/** What `isnad show` does, once its words are understood. */
import type { Account } from "../core/contract.js";
import type { StoryList } from "../core/story-list.js";
import { WriteFailure, writeWhole } from "../disk/whole-file.js";
import { jsonPieces } from "../export/json.js";
import type { LabelLanguage } from "../export/labels.js";
import { AccountFault, isList } from "./account-file.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { terminal, writeAll } from "./screen.js";
import { accountsAt } from "./store-accounts.js";

export interface ShowOptions {
  readonly html?: string;
  readonly json?: boolean;
  readonly full?: boolean;
  /** A report of a store, whose versions are shown instead. */
  readonly versions?: string;
  readonly lang: LabelLanguage;
  readonly width?: number;
  readonly color?: boolean;
}

async function page(account: Account, path: string, program: Program): Promise<void> {
  const { accountPage } = await import("./account-page.js");
  writeWhole(path, [accountPage(account, program)]);
  await writeAll(process.stderr, [`Wrote ${path}.\n`]);
}

async function text(account: Account | StoryList, options: ShowOptions): Promise<string> {
  const how = {
    ...terminal(options),
    lang: options.lang,
    full: options.full,
  };
  if (isList(account)) {
    const { renderStories } = await import("../export/terminal/stories.js");
    return renderStories(account, how);
  }
  const { renderTerminal } = await import("../export/terminal/account.js");
  return renderTerminal(account, how);
}

/** Returns the exit code. */
export async function runShow(
  path: string,
  story: string | null,
  options: ShowOptions,
  program: Program,
): Promise<number> {
  try {
    if (options.versions !== undefined) {
      const { renderVersions, versionsAt } = await import("./show-versions.js");
      const versions = await versionsAt(path, options.versions);
      const printed = options.json
        ? `${JSON.stringify(versions, null, 1)}\n`
        : renderVersions(versions);
      await writeAll(process.stdout, [printed]);
      return EXIT.ok;
    }
    const account = await accountsAt(path, story);
    if (options.html !== undefined) {
      if (isList(account)) {
        throw new AccountFault("A page is of one story: name one behind the folder.");
      }
      await page(account, options.html, program);
    } else if (options.json) await writeAll(process.stdout, jsonPieces(account));
    else await writeAll(process.stdout, [await text(account, options)]);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof AccountFault || error instanceof WriteFailure)) throw error;
    await writeAll(process.stderr, [`error  ${error.message}\n`]);
    return EXIT.failed;
  }
}
