/** What `isnad state` does, once its words are understood. */
import type { Account, Story } from "../core/contract.js";
import type { LabelLanguage } from "../export/labels.js";
import { AccountFault, listed, readAccounts } from "./account-file.js";
import { EXIT } from "./exit-code.js";
import { terminal, writeAll } from "./screen.js";

export interface StateCommandOptions {
  readonly asOf: string;
  readonly knownBy?: string;
  readonly json?: boolean;
  readonly lang: LabelLanguage;
  readonly width?: number;
  readonly color?: boolean;
}

/** @throws AccountFault where a story has to be named */
function oneStory(path: string, wanted: string | null): { account: Account; story: Story } {
  const read = readAccounts(path, wanted);
  if (read.schema === "isnad/stories@1") {
    throw new AccountFault(
      `${path} is a whole press of ${read.stories.length} stories. Name one behind it: isnad show ${path} lists them.`,
    );
  }
  const [story, second] = read.stories;
  if (story && !second) return { account: read, story };
  throw new AccountFault(
    story
      ? `${path} holds ${read.stories.length} stories. Name one behind it, by its id or words of its title:${listed(read.stories)}`
      : `${path} holds no story.`,
  );
}

/** Tells the state of one story. Returns the exit code. */
export async function runState(
  path: string,
  wanted: string | null,
  options: StateCommandOptions,
): Promise<number> {
  const { stateOf } = await import("../engine.js");
  try {
    const { account, story } = oneStory(path, wanted);
    const { asOf, knownBy } = options;
    const state = stateOf(account, story, { asOf, knownBy });
    if (options.json) {
      await writeAll(process.stdout, [`${JSON.stringify(state, null, 2)}\n`]);
      return EXIT.ok;
    }
    const { renderState } = await import("../export/terminal/state.js");
    const how = { ...terminal(options), lang: options.lang };
    await writeAll(process.stdout, [renderState(account, state, how)]);
    return EXIT.ok;
  } catch (failure) {
    if (!(failure instanceof AccountFault)) throw failure;
    await writeAll(process.stderr, [`error  ${failure.message}\n`]);
    return EXIT.failed;
  }
}
