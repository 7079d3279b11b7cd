/** What `isnad state` does, once its words are understood. */
import { readFileSync } from "node:fs";
import { type Account, accountSchema, type Story } from "../core/contract.js";
import type { LabelLanguage } from "../export/labels.js";
import { EXIT } from "./exit-code.js";
import { columns, wantsColour, writeAll } from "./screen.js";

export interface StateCommandOptions {
  readonly asOf: string;
  readonly knownBy?: string;
  readonly story?: string;
  readonly json?: boolean;
  readonly lang: LabelLanguage;
  readonly width?: number;
  readonly color?: boolean;
}

/** What keeps a state from being told: one sentence of what is wrong, one of what to do. */
class Untellable extends Error {}

function accountIn(path: string): Account {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Untellable(`${path} cannot be read: ${reason}. Give the file of an account.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Untellable(
      `${path} is no JSON. Write an account with: isnad read REPORTS --json FILE`,
    );
  }
  const parsed = accountSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Untellable(
    `${path} is no account of this version: ${issue?.path.join(".") || "the whole"}: ${issue?.message ?? ""}. Write it anew with: isnad read REPORTS --json FILE`,
  );
}

const LISTED = 5;

function storyIn({ stories }: Account, wanted: string | undefined, path: string): Story {
  const listed = (some: readonly Story[]): string =>
    some
      .slice(0, LISTED)
      .map(({ id, title, reports }) => `\n  ${id}  ${title} (${reports.length})`)
      .join("");
  if (wanted === undefined) {
    const [only, ...more] = stories;
    if (only && more.length === 0) return only;
    throw new Untellable(
      stories.length === 0
        ? `${path} holds no story.`
        : `${path} holds ${stories.length} stories. Name one with --story, by its id or words of its title:${listed(stories)}`,
    );
  }
  const exact = stories.find(({ id }) => id === wanted);
  if (exact) return exact;
  const found = stories.filter(({ title }) => title.includes(wanted));
  if (found.length === 1 && found[0]) return found[0];
  throw new Untellable(
    found.length === 0
      ? `No story of ${path} has the id «${wanted}» or these words in its title. It holds:${listed(stories)}`
      : `${found.length} stories of ${path} have «${wanted}» in their titles. Give more of it, or the id:${listed(found)}`,
  );
}

/** Tells the state of one story. Returns the exit code. */
export async function runState(path: string, options: StateCommandOptions): Promise<number> {
  const { stateOf } = await import("../engine.js");
  try {
    const account = accountIn(path);
    const story = storyIn(account, options.story, path);
    const { asOf, knownBy } = options;
    const state = stateOf(account, story, { asOf, knownBy });
    if (options.json) {
      await writeAll(process.stdout, [`${JSON.stringify(state, null, 2)}\n`]);
      return EXIT.ok;
    }
    const { renderState } = await import("../export/terminal/state.js");
    const colour = wantsColour(options.color, process.stdout);
    const how = { width: options.width ?? columns(), colour, lang: options.lang };
    await writeAll(process.stdout, [renderState(account, state, how)]);
    return EXIT.ok;
  } catch (failure) {
    if (!(failure instanceof Untellable)) throw failure;
    await writeAll(process.stderr, [`error  ${failure.message}\n`]);
    return EXIT.failed;
  }
}
