/** `isnad add`: reports into the store. */
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { AddCommandOptions } from "./run-add.js";
import { STORE_HELP, withStoreOption } from "./store-options.js";
import { withFetchOptions } from "./watch-options.js";

const HELP = `
What is there already (the same text, title, outlet, address and day) is passed over, so that a
folder can be added again whenever it has grown, and an interrupted run goes on where it was. A
report whose address, number or file is known, and most of whose words are, is taken for a corrected
version: its story is told by the new one, and the old one stays readable. Inputs are those of
\`isnad read\`, and addresses of pages: each is fetched as robots.txt permits, and kept with the bytes as
they came. For feeds there is \`isnad watch\`.
${STORE_HELP}

Examples:
  isnad add reports/                             into the store in isnad-store
  isnad add press/*.zip --store /srv/isnad       a whole press
  isnad add https://example.org/news/1           a page of the web
  ISNAD_DB=postgres://isnad@db/isnad isnad add today.jsonl
  isnad add reports/ && isnad show isnad-store   and its stories
${EXIT_CODES_HELP}`;

export const add: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("add")
      .summary("add reports to the store of a service")
      .description(
        "Read reports, keep them in the store with their original bytes, and bring the stories that they join up to date.",
      )
      .argument("<path...>", "files, folders, addresses of pages")
      .option("--quiet", "print problems only")
      .option("--color", "colour even where it is not a terminal")
      .option("--no-color", "never colour (NO_COLOR=1 does the same)");
    withStoreOption(withFetchOptions(command))
      .addHelpText("after", HELP)
      .action(async (paths: string[], options: AddCommandOptions) => {
        const { runAdd } = await import("./run-add.js");
        process.exitCode = await runAdd(paths, options, program);
      });
  },
};
