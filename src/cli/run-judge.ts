/** What `isnad judge` does, once its words are understood. */
import { userInfo } from "node:os";
import { assertNever } from "../core/assert.js";
import type { ClaimReference } from "../core/claim-reference.js";
import { identified, type Judgement, undoneIn } from "../core/judgement.js";
import { WriteFailure } from "../disk/whole-file.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { leadsToStore } from "../store/place.js";
import { AccountFault } from "./account-file.js";
import type { Program } from "./command.js";
import { decide } from "./decide.js";
import { EXIT } from "./exit-code.js";
import type { Decision, JudgeOptions } from "./judge-options.js";
import { correctionInWords } from "./judged-claims.js";
import {
  addJudgement,
  JudgementFault,
  judgementsBeside,
  readJudgements,
} from "./judgement-file.js";
import { queued } from "./review-list.js";
import { writeAll } from "./screen.js";
import { withStore } from "./store-accounts.js";
import { unappliedAt } from "./unapplied-list.js";
import { writingStore } from "./with-store.js";

/** Returns the exit code. */
export async function runJudge(
  path: string,
  decision: Decision,
  what: readonly string[],
  options: JudgeOptions,
  program: Program,
): Promise<number> {
  try {
    const isStore = leadsToStore(path);
    const file = isStore ? path : (options.judgements ?? judgementsBeside(path));
    const log = isStore
      ? await withStore(path, (store) => store.judgements())
      : readJudgements(file);
    if (decision === "list") {
      await writeAll(process.stdout, listing(log, await unappliedAt(path, log), options));
      return EXIT.ok;
    }
    if (decision === "queue") {
      await writeAll(process.stdout, await queued(path, options));
      return EXIT.ok;
    }
    const decided = await decide(path, decision, what, log, options);
    const entry = identified({
      author: options.by?.trim() || logInName(),
      // To the second: who decides the same again within it decides once.
      time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      reason: options.reason?.trim() ?? "",
      ...decided,
    });
    if (isStore) {
      const code = await writingStore({ store: path }, program, false, async (store) => {
        await store.judge(entry);
        return EXIT.ok;
      });
      if (code !== EXIT.ok) return code;
    } else addJudgement(file, entry);
    await writeAll(
      process.stdout,
      options.json
        ? [`${JSON.stringify(entry, null, 2)}\n`]
        : [
            `${entry.id}: ${inWords(entry)}\n`,
            isStore
              ? "Its stories were made anew.\n"
              : `Added to ${file}. \`isnad read\` applies it: with --out and the folder of that file, or with --judgements ${file}.\n`,
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

/** @throws AccountFault where the system has no name for who runs it */
function logInName(): string {
  try {
    const { username } = userInfo();
    if (username) return username;
  } catch {}
  throw new AccountFault("The system does not tell who you are: say it with --by NAME.");
}

function* listing(
  log: readonly Judgement[],
  unapplied: ReadonlyMap<string, string>,
  { json }: JudgeOptions,
): Generator<string> {
  const undone = undoneIn(log);
  if (json) {
    const entries = log.map((entry, at) => ({
      ...entry,
      holds: !undone.has(at),
      unapplied: (!undone.has(at) && unapplied.get(entry.id)) || null,
    }));
    yield `${JSON.stringify(entries, null, 2)}\n`;
    return;
  }
  if (log.length === 0) yield "No judgement has been made.\n";
  for (const [at, entry] of log.entries()) {
    const holds = undone.has(at) ? "  (taken back)" : "";
    yield `${entry.id}  ${entry.time}  ${isolate(showable(entry.author))}${holds}\n`;
    yield `    ${inWords(entry)}\n`;
    yield `    because: ${isolate(showable(entry.reason))}\n`;
    const idle = undone.has(at) ? undefined : unapplied.get(entry.id);
    if (idle !== undefined) yield `    applies no longer: ${isolate(showable(idle))}\n`;
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
    case "accept":
    case "reject":
      return `${entry.kind}ed: ${claimInWords(entry.claim)}`;
    case "correct":
      return `corrected: ${claimInWords(entry.claim)} — ${correctionInWords(entry.changes)}`;
    case "one-witness":
      return `one witness: ${entry.reports.join(", ")}`;
    case "two-witnesses":
      return `told independently: ${entry.reports.join(", ")}`;
    case "undo":
      return `takes back ${entry.undoes}`;
    default:
      return assertNever(entry);
  }
}

const claimInWords = ({ report, start, kind, subject, words }: ClaimReference): string =>
  `${kind} ${subject} «${isolate(showable(words))}» (${report}:${start})`;
