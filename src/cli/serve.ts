/** `isnad serve`: the desk over accounts that were written before. */
import { InvalidArgumentError } from "commander";
import type { CommandModule } from "./command.js";

const HELP = `
What is served is read from the disk when it is asked for: write the accounts anew, and load the page
again. The server listens on this machine alone unless --host names another of its addresses; it
changes nothing and asks no other machine for anything.

Examples:
  isnad serve press                  the stories of a whole press that \`isnad read --out press\` wrote
  isnad serve account/account.json   one account
  isnad serve press --port 8080
  isnad serve press --host 0.0.0.0   for the whole network: whoever reaches this machine can read it

Exit codes:
  0    stopped by Ctrl-C
  2    there is no account there, or the address is taken`;

export const DEFAULT_PORT = 4747;

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a number from 0 (any that is free) to 65535.");
}

export const serve: CommandModule = {
  add(commands, program) {
    commands
      .command("serve")
      .summary("open the desk over accounts, in a browser")
      .description("Serve the desk, and the accounts that `isnad read` wrote, to a browser.")
      .argument("<path>", "a folder given to --out, or an account's .json file")
      .option("--port <number>", "the port; 0 for any that is free", portOf, DEFAULT_PORT)
      .option("--host <address>", "the address of this machine to listen on", "127.0.0.1")
      .addHelpText("after", HELP)
      .action(async (path: string, options: { port: number; host: string }) => {
        const { runServe } = await import("./run-serve.js");
        process.exitCode = await runServe(path, options, program);
      });
  },
};
