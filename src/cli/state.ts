/** `isnad state`: what held in a story on a day. */
import { InvalidArgumentError, Option } from "commander";
import { isoDay, parseIsoDay } from "../core/calendar.js";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { StateCommandOptions } from "./run-state.js";
import { withScreenOptions } from "./screen-options.js";

const HELP = `
Two days, two questions:
  --as-of DAY      what held on that day: offices, measures in force, deployments, who controls
                   what; tolls as they had been given by then
  --known-by DAY   by reports that were out by that day alone; what was told later is left out.
                   Reports whose day is unknown are left out too, and counted.

Examples:
  isnad read reports/ --json account.json
  isnad state account.json --as-of 2022-01-07
  isnad state account.json --as-of 2022-01-07 --known-by 2022-01-07     as it was known that day
  isnad state press "الماتي" --as-of 2022-01-07        a story of a whole press, by its title
  isnad state account.json --as-of 2022-01-07 --json | jq .tolls
${EXIT_CODES_HELP}`;

function parseDay(text: string): string {
  const day = parseIsoDay(text);
  if (day === null || isoDay(day) !== text) {
    throw new InvalidArgumentError("Give a day as 2022-01-06.");
  }
  return text;
}

export const state: CommandModule = {
  add(commands) {
    const command = commands
      .command("state")
      .summary("tell what held in a story on a day")
      .description(
        "Print the state of a story on a day, from an account that `isnad read` wrote: tolls, measures in force, deployments, control, offices.",
      )
      .argument("<path>", "an account's .json file, or the folder given to --out")
      .argument("[story]", "its id, the beginning of it, or words of its title")
      .requiredOption("--as-of <day>", "the day on which it held: 2022-01-06", parseDay)
      .option("--known-by <day>", "by reports that were out by this day alone", parseDay)
      .option("--json", "print it as JSON")
      .addOption(
        new Option("--lang <language>", "language of labels").choices(["en", "ar"]).default("en"),
      );
    withScreenOptions(command)
      .addHelpText("after", HELP)
      .action(async (path: string, story: string | undefined, options: StateCommandOptions) => {
        const { runState } = await import("./run-state.js");
        process.exitCode = await runState(path, story ?? null, options);
      });
  },
};
