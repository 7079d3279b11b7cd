/** `isnad judge`: what a person decides about stories and about who is who. */
import { Argument } from "commander";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import { DECISIONS, type Decision, type JudgeOptions } from "./judge-options.js";

const HELP = `
Decisions:
  merge STORY STORY…        these stories are one
  split STORY REPORT…       these reports of the story are a story of their own
  same ENTITY ENTITY        these two are one
  different ENTITY ENTITY   these two are two, however alike their names
  undo JUDGEMENT            takes an entry back; undoing an undo brings it back
  list                      prints the log, and which entries hold

  STORY      its id, the beginning of it, or words of its title; in one account a
             report's id means its story
  REPORT     its id, the beginning of it, or its file
  ENTITY     its id, the beginning of it, or a name; with @REPORT behind it, whoever that report
             names so («خالد العمري@report-4f21»)

  A decision is a line added to judgements.jsonl beside the account (or the file of --judgements):
  who decided what, when and why. No line is ever changed or taken out. \`isnad read … --out FOLDER\`
  applies the log of that folder, \`--judgements FILE\` any other; of a whole press only the stories
  touched are made anew.

Examples:
  isnad judge press merge story-4f21 story-77aa --reason "one bombing, told in two waves"
  isnad judge press split story-4f21 report-9c02 --reason "another town" --by layla
  isnad judge account different "خالد العمري@report-1a" "خالد العمري@report-7b" --reason "one plays, one governs"
  isnad judge account undo judgement-5e --reason "seen their pictures"
  isnad judge account list
${EXIT_CODES_HELP}`;

export const judge: CommandModule = {
  add(commands) {
    commands
      .command("judge")
      .summary("decide what is one story and who is who; kept in a log, taken back by undo")
      .description(
        "Record a person's decision about an account that `isnad read` wrote: stories joined or taken apart, people and bodies that are one or two. The next `isnad read` applies it.",
      )
      .argument("<path>", "an account's .json file, or the folder given to --out")
      .addArgument(new Argument("<decision>", "what is decided").choices(DECISIONS))
      .argument("[what...]", "what it is about; see below")
      .option("--reason <words>", "why; every decision needs one")
      .option("--by <name>", "who decides (default: the log-in name)")
      .option("--story <story>", "the story of a press in which the entities are named")
      .option("--judgements <file>", "the log to add to (default: judgements.jsonl beside it)")
      .option("--json", "print the entry, or the log, as JSON")
      .addHelpText("after", HELP)
      .action(async (path: string, decision: Decision, what: string[], options: JudgeOptions) => {
        const { runJudge } = await import("./run-judge.js");
        process.exitCode = await runJudge(path, decision, what, options);
      });
  },
};
