/** `isnad user`: who may use the service over a store. */
import { Argument, Option } from "commander";
import { ROLES, type Role } from "../store/people-rows.js";
import type { CommandModule } from "./command.js";
import { STORE_HELP, withStoreOption } from "./store-options.js";
import type { UserAct, UserOptions } from "./user-acts.js";

const HELP = `
Roles:
  reader    reads
  reviewer  also judges, and adds reports
  admin     also sees to users, webhooks and the log of what people did

A password is asked for on a terminal, never shown; else --password-file names a file whose first line
it is (- for standard input). These commands work while the service runs; who is signed in under a name
whose role or password was changed, or that was removed, is so no longer.

Examples:
  isnad user add layla --role admin
  isnad user add omar --role reviewer --password-file omar.txt
  isnad user role omar reader
  isnad user password layla
  isnad user list
${STORE_HELP}`;

export const user: CommandModule = {
  add(commands) {
    const users = commands
      .command("user")
      .summary("who may use the service")
      .description("Add, list, change and remove the users of the service over a store.")
      .addHelpText("after", HELP);
    const run = async (act: UserAct, options: UserOptions): Promise<void> => {
      const { runUser } = await import("./run-user.js");
      process.exitCode = await runUser(act, options);
    };
    const passwordFile = new Option("--password-file <file>", "the file whose first line is it");
    const role = new Argument("<role>", "what the user may do").choices(ROLES);
    withStoreOption(users.command("add").argument("<name>"))
      .addOption(
        new Option("--role <role>", "what the user may do").choices(ROLES).default("reader"),
      )
      .addOption(passwordFile)
      .action((name: string, options: UserOptions) => run({ kind: "add", name }, options));
    withStoreOption(users.command("list"))
      .option("--json", "as JSON")
      .action((options: UserOptions) => run({ kind: "list" }, options));
    withStoreOption(users.command("role").argument("<name>").addArgument(role)).action(
      (name: string, to: Role, options: UserOptions) => run({ kind: "role", name, to }, options),
    );
    withStoreOption(users.command("password").argument("<name>"))
      .addOption(passwordFile)
      .action((name: string, options: UserOptions) => run({ kind: "password", name }, options));
    withStoreOption(users.command("remove").argument("<name>")).action(
      (name: string, options: UserOptions) => run({ kind: "remove", name }, options),
    );
  },
};
