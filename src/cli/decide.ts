/** What a person decides, from the words in which it is typed. */
import { assertNever } from "../core/assert.js";
import type { Judgement, WitnessJudgement } from "../core/judgement.js";
import { AccountFault } from "./account-file.js";
import type { Decision, JudgeOptions } from "./judge-options.js";
import { claimNamed, correctionOf, referenceIn } from "./judged-claims.js";
import { accountOf, placeOf, reportOf, reportOfStory } from "./judged-things.js";

/** What a decision says, before it has an author, a time, a reason and an id. */
export type Decided =
  | Pick<Extract<Judgement, { kind: "merge" | "split" }>, "kind" | "reports">
  | Pick<WitnessJudgement, "kind" | "reports">
  | Pick<Extract<Judgement, { kind: "accept" | "reject" }>, "kind" | "claim">
  | Pick<Extract<Judgement, { kind: "correct" }>, "kind" | "claim" | "changes">
  | Pick<Extract<Judgement, { kind: "same" | "different" }>, "kind" | "places">
  | Pick<Extract<Judgement, { kind: "undo" }>, "kind" | "undoes">;

/** @throws AccountFault where it is not clear what is meant */
export async function decide(
  path: string,
  decision: Exclude<Decision, "list" | "queue">,
  what: readonly string[],
  log: readonly Judgement[],
  options: JudgeOptions,
): Promise<Decided> {
  const { reason, story = null } = options;
  if (!reason?.trim()) {
    throw new AccountFault('A decision needs its reason: --reason "…". It is kept beside it.');
  }
  switch (decision) {
    case "accept":
    case "reject":
    case "correct": {
      const [wanted, more] = what;
      if (wanted === undefined || more !== undefined) {
        throw new AccountFault(`Name one claim: ${decision} CLAIM, its id or REPORT:OFFSET.`);
      }
      const account = await accountOf(path, story);
      const meant = claimNamed(account, wanted);
      const claim = referenceIn(account, meant);
      if (decision !== "correct") return { kind: decision, claim };
      return { kind: decision, claim, changes: correctionOf(account, meant, options) };
    }
    case "one-witness":
    case "two-witnesses": {
      const account = await accountOf(path, story);
      const reports = [...new Set(what.map((one) => reportOf(account, one).id))];
      if (reports.length < 2) {
        throw new AccountFault(`Name two reports or more: ${decision} REPORT REPORT…`);
      }
      return { kind: decision, reports };
    }
    case "merge": {
      const named = await Promise.all(what.map((one) => reportOfStory(path, one)));
      const reports = [...new Set(named)];
      if (reports.length < 2) {
        throw new AccountFault("Name two stories or more that are one: merge STORY STORY…");
      }
      return { kind: "merge", reports };
    }
    case "split": {
      const [wanted, ...taken] = what;
      if (wanted === undefined || taken.length === 0) {
        throw new AccountFault("Name the story and the reports to take out: split STORY REPORT…");
      }
      return { kind: "split", reports: await splitOff(path, wanted, taken) };
    }
    case "same":
    case "different": {
      const [first, second, more] = what;
      if (first === undefined || second === undefined || more !== undefined) {
        throw new AccountFault(
          `Name two: ${decision} ENTITY ENTITY. A name of several words is put in quotes.`,
        );
      }
      const account = await accountOf(path, story);
      const [a, b] = [placeOf(account, first), placeOf(account, second)];
      if (decision === "different" && a.entity === b.entity && a.report === b.report) {
        throw new AccountFault(
          `Both mean ${a.name} (${a.entity}) in one report. Say in which reports the two are named: NAME@REPORT NAME@REPORT.`,
        );
      }
      return { kind: decision, places: [withoutEntity(a), withoutEntity(b)] };
    }
    case "undo": {
      const [id, more] = what;
      const found = id === undefined ? [] : log.filter((one) => one.id.startsWith(id));
      const ids = new Set(found.map((one) => one.id));
      const [only] = ids;
      if (only === undefined || ids.size > 1 || more !== undefined) {
        throw new AccountFault(
          `${ids.size === 0 ? "No entry" : `${ids.size} entries`} of the log could be meant by «${id ?? ""}». \`isnad judge ${path} list\` prints it.`,
        );
      }
      return { kind: "undo", undoes: only };
    }
    default:
      return assertNever(decision);
  }
}

async function splitOff(path: string, wanted: string, taken: readonly string[]): Promise<string[]> {
  const account = await accountOf(path, wanted);
  const [story] = account.stories;
  const members = story?.reports ?? [];
  const reports = [...new Set(taken.map((one) => reportOf(account, one, members).id))];
  if (reports.length === members.length) {
    throw new AccountFault("These are all reports of that story: nothing would be left of it.");
  }
  return reports;
}

const withoutEntity = ({ report, start, end, name }: ReturnType<typeof placeOf>) => ({
  report,
  start,
  end,
  name,
});
