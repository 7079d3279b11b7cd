/** What a person means by the words of a judgement: stories, reports and entities of an account. */
import type { Account, Entity, Report } from "../core/contract.js";
import type { NamedPlace } from "../core/judgement.js";
import type { StoryList } from "../core/story-list.js";
import { AccountFault } from "./account-file.js";
import { accountsAt } from "./store-accounts.js";

const MOST_SHOWN = 5;

/** A choice that was not clear, with what could be meant, a line each. */
export function unclear(said: string, choices: readonly string[]): AccountFault {
  const some = choices.slice(0, MOST_SHOWN).map((line) => `\n  ${line}`);
  const left = choices.length - some.length;
  return new AccountFault(`${said}${some.join("")}${left > 0 ? `\n  … and ${left} more` : ""}`);
}

const isAccount = (read: Account | StoryList): read is Account => read.schema === "isnad/account@1";

/** The account of a story, or the whole account; @throws AccountFault where a press needs a story */
export async function accountOf(path: string, story: string | null): Promise<Account> {
  const read = await accountsAt(path, story);
  if (isAccount(read)) return read;
  throw new AccountFault(
    `${path} is a whole press of ${read.stories.length} stories. Name one with --story: isnad show ${path} lists them.`,
  );
}

/**
 * The report that stands for a story in a judgement: its first; or the very report that was named.
 * @throws AccountFault
 */
export async function reportOfStory(path: string, wanted: string): Promise<string> {
  const read = await accountsAt(path, null);
  if (isAccount(read)) {
    const named = read.reports.filter(({ id }) => id === wanted);
    if (named[0]) return named[0].id;
  }
  const [story] = (await accountOf(path, wanted)).stories;
  const [first] = story?.reports ?? [];
  if (first === undefined) throw new AccountFault(`${path}: the story «${wanted}» has no report.`);
  return first;
}

/** A report of the account by its id, the beginning of it, or its file. @throws AccountFault */
export function reportOf(account: Account, wanted: string, among?: readonly string[]): Report {
  const reports = among ? account.reports.filter(({ id }) => among.includes(id)) : account.reports;
  const exact = reports.filter(({ id, file }) => id === wanted || file === wanted);
  const found =
    exact.length > 0
      ? exact
      : reports.filter(
          ({ id, file }) => id.startsWith(wanted) || (file?.endsWith(`/${wanted}`) ?? false),
        );
  const [one] = found;
  if (one && found.length === 1) return one;
  throw unclear(
    one
      ? `${found.length} reports could be meant by «${wanted}». Give the id:`
      : `There is no report «${wanted}» ${among ? "in that story" : "in the account"}. There is:`,
    (one ? found : reports).map(told),
  );
}

const told = ({ id, file, title, text }: Report): string =>
  [id, file ?? "", title ?? text.slice(0, 60).replace(/\s+/g, " ")].filter(Boolean).join("  ");

/** Where the entity that a person means is named. @throws AccountFault */
export function placeOf(account: Account, wanted: string): NamedPlace & { entity: string } {
  const at = wanted.lastIndexOf("@");
  const report = at > 0 ? reportOf(account, wanted.slice(at + 1)) : null;
  const entity = entityOf(account, at > 0 ? wanted.slice(0, at) : wanted, report);
  const mention = entity.mentions.find((one) => report === null || one.report === report.id);
  if (!mention) throw new AccountFault(`${entity.name} (${entity.id}) is named nowhere.`);
  return { ...mention, name: entity.name, entity: entity.id };
}

function entityOf({ entities }: Account, name: string, report: Report | null): Entity {
  const inReach = entities.filter(
    ({ mentions }) => report === null || mentions.some((one) => one.report === report.id),
  );
  const steps: readonly ((entity: Entity) => boolean)[] = [
    ({ id }) => id === name,
    (entity) => entity.name === name,
    ({ forms }) => forms.some(({ form, count }) => count > 0 && form === name),
    ({ id }) => name.startsWith("entity-") && id.startsWith(name),
  ];
  for (const isMeant of steps) {
    const found = inReach.filter(isMeant);
    if (found.length === 1 && found[0]) return found[0];
    if (found.length > 1) {
      throw unclear(
        `${found.length} entities could be meant by «${name}». Give the id, or the report behind an @:`,
        found.map((one) => `${one.id}  ${one.kind}  ${one.name}`),
      );
    }
  }
  const alike = inReach.filter((one) => one.name.includes(name) || name.includes(one.name));
  throw unclear(
    `Nobody and nothing is called «${name}» ${report ? `in ${report.id}` : "in the account"}.${alike.length > 0 ? " Like it:" : ""}`,
    alike.map((one) => `${one.id}  ${one.kind}  ${one.name}`),
  );
}
