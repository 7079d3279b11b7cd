/** What `isnad judge` does, once its words are understood. */
import { userInfo } from "node:os";
import { assertNever } from "../core/assert.js";
import { identified, type Judgement, undoneIn } from "../core/judgement.js";
import { WriteFailure } from "../disk/whole-file.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { AccountFault } from "./account-file.js";
import { EXIT } from "./exit-code.js";
import type { Decision, JudgeOptions } from "./judge-options.js";
import { accountOf, placeOf, reportOf, reportOfStory } from "./judged-things.js";
import {
  addJudgement,
  JudgementFault,
  judgementsBeside,
  readJudgements,
} from "./judgement-file.js";
import { writeAll } from "./screen.js";

/** What a decision says, before it has an author, a time, a reason and an id. */
type Decided =
  | Pick<Extract<Judgement, { kind: "merge" | "split" }>, "kind" | "reports">
  | Pick<Extract<Judgement, { kind: "same" | "different" }>, "kind" | "places">
  | Pick<Extract<Judgement, { kind: "undo" }>, "kind" | "undoes">;

/** Returns the exit code. */
export async function runJudge(
  path: string,
  decision: Decision,
  what: readonly string[],
  options: JudgeOptions,
): Promise<number> {
  try {
    const file = options.judgements ?? judgementsBeside(path);
    const log = readJudgements(file);
    if (decision === "list") {
      await writeAll(process.stdout, listing(log, options));
      return EXIT.ok;
    }
    const decided = decide(path, decision, what, log, options);
    const entry = identified({
      author: options.by?.trim() || logInName(),
      // To the second: who decides the same again within it decides once.
      time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      reason: options.reason?.trim() ?? "",
      ...decided,
    });
    addJudgement(file, entry);
    await writeAll(
      process.stdout,
      options.json
        ? [`${JSON.stringify(entry, null, 2)}\n`]
        : [
            `${entry.id}: ${inWords(entry)}\n`,
            `Added to ${file}. \`isnad read\` applies it: with --out and the folder of that file, or with --judgements ${file}.\n`,
          ],
    );
    return EXIT.ok;
  } catch (error) {
    const isTold =
      error instanceof AccountFault ||
      error instanceof JudgementFault ||
      error instanceof WriteFailure;
    if (!isTold) throw error;
    await writeAll(process.stderr, [`error  ${error.message}\n`]);
    return EXIT.failed;
  }
}

/** @throws AccountFault where it is not clear what is meant */
function decide(
  path: string,
  decision: Exclude<Decision, "list">,
  what: readonly string[],
  log: readonly Judgement[],
  { reason, story }: JudgeOptions,
): Decided {
  if (!reason?.trim()) {
    throw new AccountFault('A decision needs its reason: --reason "…". It is kept beside it.');
  }
  switch (decision) {
    case "merge": {
      const reports = [...new Set(what.map((one) => reportOfStory(path, one)))];
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
      return { kind: "split", reports: splitOff(path, wanted, taken) };
    }
    case "same":
    case "different": {
      const [first, second, more] = what;
      if (first === undefined || second === undefined || more !== undefined) {
        throw new AccountFault(
          `Name two: ${decision} ENTITY ENTITY. A name of several words is put in quotes.`,
        );
      }
      const account = accountOf(path, story ?? null);
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

function splitOff(path: string, wanted: string, taken: readonly string[]): string[] {
  const account = accountOf(path, wanted);
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

/** @throws AccountFault where the system has no name for who runs it */
function logInName(): string {
  try {
    const { username } = userInfo();
    if (username) return username;
  } catch {}
  throw new AccountFault("The system does not tell who you are: say it with --by NAME.");
}

function* listing(log: readonly Judgement[], { json }: JudgeOptions): Generator<string> {
  const undone = undoneIn(log);
  if (json) {
    const entries = log.map((entry, at) => ({ ...entry, holds: !undone.has(at) }));
    yield `${JSON.stringify(entries, null, 2)}\n`;
    return;
  }
  if (log.length === 0) yield "No judgement has been made.\n";
  for (const [at, entry] of log.entries()) {
    const holds = undone.has(at) ? "  (taken back)" : "";
    yield `${entry.id}  ${entry.time}  ${isolate(showable(entry.author))}${holds}\n`;
    yield `    ${inWords(entry)}\n`;
    yield `    because: ${isolate(showable(entry.reason))}\n`;
  }
}

function inWords(entry: Judgement): string {
  switch (entry.kind) {
    case "merge":
      return `one story: those of ${entry.reports.join(", ")}`;
    case "split":
      return `a story of their own: ${entry.reports.join(", ")}`;
    case "same":
    case "different": {
      const [a, b] = entry.places.map(
        ({ name, report, start }) => `${isolate(showable(name))} (${report}:${start})`,
      );
      return `${entry.kind === "same" ? "one" : "two"}: ${a} and ${b}`;
    }
    case "undo":
      return `takes back ${entry.undoes}`;
    default:
      return assertNever(entry);
  }
}
