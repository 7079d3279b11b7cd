/** `isnad token`: what programs ask a service with. */
import { InvalidArgumentError, Option } from "commander";
import { ROLES } from "../store/people-rows.js";
import type { CommandModule } from "./command.js";
import { STORE_HELP, withStoreOption } from "./store-options.js";
import type { TokenAct, TokenOptions } from "./token-acts.js";

const HELP = `
A token lets a program ask in a user's name (Authorization: Bearer isnad_…), with no more rights than its
role and its user have. It is printed once, on standard output, and kept as a hash. These commands work
while the service runs; a token that is revoked ends within two seconds.

Examples:
  isnad token add layla --title "the wire desk"
  isnad token add layla --title import --role reviewer --days 90 > token.txt
  isnad token list
  isnad token revoke 4f1c…            its id, or the beginning of it
${STORE_HELP}`;

/** As the API has it. */
const MOST_DAYS = 3650;
const LONGEST_TITLE = 200;

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`Days are a number from 1 to ${MOST_DAYS}.`);
}

function titleOf(text: string): string {
  const title = text.trim();
  if (title !== "" && title.length <= LONGEST_TITLE) return title;
  throw new InvalidArgumentError(`A title has 1 to ${LONGEST_TITLE} characters.`);
}

export const token: CommandModule = {
  add(commands) {
    const tokens = commands
      .command("token")
      .summary("what programs ask the service with")
      .description("Make, list and revoke tokens of the users of the service over a store.")
      .addHelpText("after", HELP);
    const run = async (act: TokenAct, options: TokenOptions): Promise<void> => {
      const { runToken } = await import("./run-token.js");
      process.exitCode = await runToken(act, options);
    };
    withStoreOption(tokens.command("add").argument("<user>", "in whose name it asks"))
      .requiredOption("--title <words>", "what it is for", titleOf)
      .addOption(new Option("--role <role>", "what it may do").choices(ROLES).default("reader"))
      .option("--days <number>", "until it ends; else until it is revoked", daysOf)
      .option("--json", "as JSON")
      .action((user: string, options: TokenOptions) => run({ kind: "add", user }, options));
    withStoreOption(tokens.command("list").argument("[user]", "whose; else everybody's"))
      .option("--json", "as JSON")
      .action((user: string | undefined, options: TokenOptions) =>
        run({ kind: "list", user: user ?? null }, options),
      );
    withStoreOption(tokens.command("revoke").argument("<id>")).action(
      (id: string, options: TokenOptions) => run({ kind: "revoke", id }, options),
    );
  },
};
