/** Commands that look after a store: search, backup, restore, verify, rebuild. */
import { InvalidArgumentError } from "commander";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import { STORE_HELP, type StoreOption, withStoreOption } from "./store-options.js";

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= 1000) return limit;
  throw new InvalidArgumentError("Give a number from 1 to 1000.");
}

export const search: CommandModule = {
  add(commands) {
    const command = commands
      .command("search")
      .summary("find reports of the store by their words")
      .description(
        "Find reports whose title or text holds all the words, in any spelling: without vowels, with or without the article and joined particles.",
      )
      .argument("<words...>", '"words in a row", -without, beginn*')
      .option("--limit <number>", "how many at most", limitOf, 20)
      .option("--json", "print them as JSON");
    withStoreOption(command)
      .addHelpText(
        "after",
        `${STORE_HELP}

Examples:
  isnad search انهيار سد
  isnad search '"حالة الطوارئ"' -تونس --limit 5
  isnad search برلمان --json | jq -r .[].id
${EXIT_CODES_HELP}`,
      )
      .action(async (words: string[], options: StoreOption & { limit: number; json?: boolean }) => {
        const { runSearch } = await import("./run-store.js");
        process.exitCode = await runSearch(words, options);
      });
  },
};

export const backup: CommandModule = {
  add(commands) {
    const command = commands
      .command("backup")
      .summary("write the store into one file")
      .description(
        "Write all of a store, as of one moment, into a file of its own, while it may be written to. The file is a database that `isnad restore` puts back, into a folder or a server.",
      )
      .argument("<file>", "where to; nothing is overwritten");
    withStoreOption(command)
      .addHelpText(
        "after",
        `${STORE_HELP}

Examples:
  isnad backup isnad-2026-01-05.sqlite
  ISNAD_DB=postgres://isnad@db/isnad isnad backup /backups/isnad.sqlite
${EXIT_CODES_HELP}`,
      )
      .action(async (file: string, options: StoreOption) => {
        const { runBackup } = await import("./run-store.js");
        process.exitCode = await runBackup(file, options);
      });
  },
};

export const restore: CommandModule = {
  add(commands) {
    const command = commands
      .command("restore")
      .summary("put a backup into a place where no store is")
      .description(
        "Put what `isnad backup` wrote into a new folder or an empty PostgreSQL database. So a store also moves from one to the other.",
      )
      .argument("<file>", "what isnad backup wrote");
    withStoreOption(command)
      .addHelpText(
        "after",
        `${STORE_HELP}

Examples:
  isnad restore isnad-2026-01-05.sqlite --store restored
  isnad restore isnad.sqlite --store postgres://isnad@db/isnad
${EXIT_CODES_HELP}`,
      )
      .action(async (file: string, options: StoreOption) => {
        const { runRestore } = await import("./run-store.js");
        process.exitCode = await runRestore(file, options);
      });
  },
};

export const verify: CommandModule = {
  add(commands) {
    const command = commands
      .command("verify")
      .summary("check that the store is whole")
      .description(
        "Compute every hash of the store again (original bytes, inputs, readings, judgements), look whether every place that was read lies in its text, and say what is wrong and what to do.",
      )
      .option("--json", "print what was found as JSON");
    withStoreOption(command)
      .addHelpText(
        "after",
        `${STORE_HELP}

Examples:
  isnad verify
  isnad verify --store /srv/isnad --json | jq .flaws

Exit codes:
  0    all is as it was kept
  1    something is not (listed), or work was left to do
  2    the store could not be opened`,
      )
      .action(async (options: StoreOption & { json?: boolean }) => {
        const { runVerify } = await import("./run-store.js");
        process.exitCode = await runVerify(options);
      });
  },
};

export const rebuild: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("rebuild")
      .summary("read the store's reports anew with this program, and tell what changed")
      .description(
        "Read with this version what only others have read, group and fold all of it anew, and show it in one change. Earlier readings stay. Readers see the old accounts until then.",
      )
      .option("--report <file>", "write what changed as JSON")
      .option("--quiet", "print no progress");
    withStoreOption(command)
      .addHelpText(
        "after",
        `${STORE_HELP}

Examples:
  isnad rebuild
  isnad rebuild --store /srv/isnad --report difference.json
${EXIT_CODES_HELP}`,
      )
      .action(async (options: StoreOption & { report?: string; quiet?: boolean }) => {
        const { runRebuild } = await import("./run-store.js");
        process.exitCode = await runRebuild(options, program);
      });
  },
};
