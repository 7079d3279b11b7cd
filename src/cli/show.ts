/** `isnad show`: an account that was written before, on the terminal or as a page. */
import { Option } from "commander";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { ShowOptions } from "./run-show.js";
import { withScreenOptions } from "./screen-options.js";

const HELP = `
Examples:
  isnad show press                        the stories of a whole press, most outlets first
  isnad show press story-4f21             the account of one of them, by the beginning of its id
  isnad show press "مسجد أبها" --html abha.html     by words of its title, as a page
  isnad show isnad-store                  the stories of a store (isnad add); then as above
  isnad show isnad-store --versions https://desk.example/1    a report's versions, and what each changed
  isnad show account/account.json --full  an account that --out or --json wrote, every entry
${EXIT_CODES_HELP}`;

export const show: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("show")
      .summary("print an account that was written before, or its list of stories")
      .description(
        "Print what `isnad read` wrote: an account, the list of stories of a whole press, or one story of either.",
      )
      .argument("<path>", "an account's .json file, the folder given to --out, or a store")
      .argument("[story]", "its id, the beginning of it, or words of its title")
      .option("--html <file>", "write it as a page instead")
      .option("--json", "print its JSON instead")
      .option(
        "--versions <report>",
        "of a store: the versions of a report (its id, the beginning of it, or its address) and what each changed",
      )
      .option("--full", "print every entry and every story, however many")
      .addOption(
        new Option("--lang <language>", "language of labels").choices(["en", "ar"]).default("en"),
      );
    withScreenOptions(command)
      .addHelpText("after", HELP)
      .action(async (path: string, story: string | undefined, options: ShowOptions) => {
        const { runShow } = await import("./run-show.js");
        process.exitCode = await runShow(path, story ?? null, options, program);
      });
  },
};
