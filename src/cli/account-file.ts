/** Accounts that Isnad wrote, read again: one file, or the folder of a whole press. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ZodType } from "zod";
import { type Account, accountSchema } from "../core/contract.js";
import { type StoryList, storyListSchema } from "../core/story-list.js";

/** What keeps an account from being shown: what is wrong, and what to do. */
export class AccountFault extends Error {}

export const isList = (one: Account | StoryList): one is StoryList =>
  one.schema === "isnad/stories@1";

/** A name or id that means one of several stories. */
interface Named {
  readonly id: string;
  readonly title: string;
}

const MOST_LISTED = 5;

/** Some of the stories, a line each, with the ids to name them by. */
export function listed(stories: readonly Named[]): string {
  const some = stories.slice(0, MOST_LISTED).map(({ id, title }) => `\n  ${id}  ${title}`);
  const left = stories.length - some.length;
  return [...some, ...(left > 0 ? [`\n  … and ${left} more`] : [])].join("");
}

/**
 * The account at a path, whole, or of the one story asked for.
 * @param path an account's JSON file, a folder that `read --out` wrote, or a press's `stories.json`
 * @param story an id, its beginning, or words of a title; null for all that is there
 * @returns the list where a press was given and no story was asked for
 * @throws AccountFault
 */
export function readAccounts(path: string, story: string | null): Account | StoryList {
  const file = fileAt(path);
  const json = parsed(file);
  if (isSchema(json, "isnad/stories@")) {
    const list = checked(storyListSchema, json, file);
    if (story === null) return list;
    const { file: name } = oneOf(list.stories, story, file);
    const account = join(file, "..", "stories", name);
    return checked(accountSchema, parsed(account), account);
  }
  if (!isSchema(json, "isnad/account@")) {
    throw new AccountFault(
      `${file} is no account. Give a file or a folder that \`isnad read\` wrote.`,
    );
  }
  const account = checked(accountSchema, json, file);
  if (story === null) return account;
  return { ...account, stories: [oneOf(account.stories, story, file)] };
}

/** The one story that a person means. @throws AccountFault where none or several could be meant */
export function oneOf<T extends Named>(stories: readonly T[], wanted: string, file: string): T {
  const found = stories.filter(
    ({ id, title }) => id === wanted || id.startsWith(wanted) || title.includes(wanted),
  );
  const [first] = found;
  if (first && (found.length === 1 || first.id === wanted)) return first;
  throw new AccountFault(
    first
      ? `${found.length} stories of ${file} could be meant by «${wanted}». Give more of the title, or the id:${listed(found)}`
      : `No story of ${file} has the id «${wanted}» or these words in its title. It holds:${listed(stories)}`,
  );
}

/**
 * The file that holds the account, or the list of stories, at a path.
 * @throws AccountFault where there is none
 */
export function fileAt(path: string): string {
  if (!existsSync(path)) throw new AccountFault(`${path}: there is no such file or folder.`);
  if (!statSync(path).isDirectory()) return path;
  const file = ["stories.json", "account.json"].map((name) => join(path, name)).find(existsSync);
  if (file) return file;
  throw new AccountFault(
    `${path} holds neither stories.json nor account.json. Give a folder that \`isnad read --out\` wrote, or --store PLACE for a store, which may be new.`,
  );
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AccountFault(`${file} cannot be read: ${why}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AccountFault(
      `${file} is no JSON. Give a file or a folder that \`isnad read\` wrote.`,
    );
  }
}

const isSchema = (json: unknown, schema: string): boolean =>
  typeof json === "object" &&
  json !== null &&
  "schema" in json &&
  typeof json.schema === "string" &&
  json.schema.startsWith(schema);

function checked<T>(schema: ZodType<T>, json: unknown, file: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue ? `${issue.path.join(".")}: ${issue.message}` : "";
  throw new AccountFault(
    `${file} does not fit this version of Isnad (${place}). Write it again with \`isnad read\`.`,
  );
}
