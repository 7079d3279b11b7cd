/** `isnad judge`: what a person decides about claims, witnesses, stories and about who is who. */
import { Argument, InvalidArgumentError } from "commander";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import { DECISIONS, type Decision, type JudgeOptions } from "./judge-options.js";

const HELP = `
Decisions:
  accept CLAIM              the claim is as the account has it
  reject CLAIM              the claim is none: it is kept, and counts for nothing
  correct CLAIM             it is otherwise; say how with the options below
  one-witness REPORT REPORT…    these reports tell from one source
  two-witnesses REPORT REPORT…  each of these reports tells by itself
  merge STORY STORY…        these stories are one
  split STORY REPORT…       these reports of the story are a story of their own
  same ENTITY ENTITY        these two are one
  different ENTITY ENTITY   these two are two, however alike their names
  undo JUDGEMENT            takes an entry back; undoing an undo brings it back
  queue                     prints what most needs a person: contradictions, numbers that hang on one
                            claim, totals that do not add up, what stayed undecided
  list                      prints the log, and which entries hold

  CLAIM      its id, the beginning of it, or REPORT:OFFSET (a character of its words)
  STORY      its id, the beginning of it, or words of its title; in one account a
             report's id means its story
  REPORT     its id, the beginning of it, or its file
  ENTITY     its id, the beginning of it, or a name; with @REPORT behind it, whoever that report
             names so («خالد العمري@report-4f21»)

  A decision is a line added to judgements.jsonl beside the account (or the file of --judgements):
  who decided what, when and why. No line is ever changed or taken out. \`isnad read … --out FOLDER\`
  applies the log of that folder, \`--judgements FILE\` any other; of a whole press only the stories
  touched are made anew. In a store the log is the store's own, and the stories are made anew at once.

Examples:
  isnad judge press merge story-4f21 story-77aa --reason "one bombing, told in two waves"
  isnad judge press split story-4f21 report-9c02 --reason "another town" --by layla
  isnad judge account different "خالد العمري@report-1a" "خالد العمري@report-7b" --reason "one plays, one governs"
  isnad judge account undo judgement-5e --reason "seen their pictures"
  isnad judge account correct claim-5d02 --value 12 --speaker "وزارة الصحة@report-1a" --reason "thirteen is the wounded"
  isnad judge account reject report-1a:204 --reason "the price of a car"
  isnad judge account one-witness report-1a report-7b --reason "both carry the ministry's statement"
  isnad judge account queue
  isnad judge account list
${EXIT_CODES_HELP}`;

const MOST_PRINTED = 10_000;

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_PRINTED) return limit;
  throw new InvalidArgumentError(`Give a number from 1 to ${MOST_PRINTED}.`);
}

export const judge: CommandModule = {
  add(commands, program) {
    commands
      .command("judge")
      .summary(
        "accept, reject or correct claims, join or part stories, people, witnesses; kept in a log",
      )
      .description(
        "Record a person's decision about an account that `isnad read` wrote: claims accepted, rejected or corrected, stories joined or taken apart, people and bodies that are one or two, reports that tell from one source or each by itself. The next `isnad read` applies it.",
      )
      .argument("<path>", "an account's .json file, the folder given to --out, or a store")
      .addArgument(new Argument("<decision>", "what is decided").choices(DECISIONS))
      .argument("[what...]", "what it is about; see below")
      .option("--reason <words>", "why; every decision needs one")
      .option("--by <name>", "who decides (default: the log-in name)")
      .option(
        "--story <story>",
        "the story of a press in which the claim, the reports or the entities are",
      )
      .option("--limit <number>", "queue: entries to print (default 20)", parseLimit)
      .option("--value <number>", "correct: 12, ~12 (about), 12+ (at least), <=12 (at most), 10-15")
      .option("--measure <code>", "correct: killed, injured, arrested, … (docs/ONTOLOGY.md)")
      .option("--counted <noun>", "correct: who is counted: persons, soldiers, police, …")
      .option("--whole", "correct: counts no part of another figure")
      .option("--type <code>", "correct: the type of an event (docs/ONTOLOGY.md)")
      .option("--time <date>", "correct: 2022-01-06, 2022-01, 2022-01-04/2022-01-06, or none")
      .option("--place <entity>", "correct: where, or none")
      .option("--speaker <entity>", "correct: who says it, or none for the report alone")
      .option("--modality <code>", "correct: asserted, denied, unverified, possible, planned, …")
      .option("--background <yes|no>", "correct: of an earlier event, or a running total")
      .option("--judgements <file>", "the log to add to (default: judgements.jsonl beside it)")
      .option("--json", "print the entry, or the log, as JSON")
      .addHelpText("after", HELP)
      .action(async (path: string, decision: Decision, what: string[], options: JudgeOptions) => {
        const { runJudge } = await import("./run-judge.js");
        process.exitCode = await runJudge(path, decision, what, options, program);
      });
  },
};
