/** The program: its commands, its help, and what becomes of errors. */
import type { MessagePort } from "node:worker_threads";
import { Command, CommanderError } from "commander";
import { answer as answerPress } from "../press/pool.js";
import type { Task } from "../press/tasks.js";
import type { ServerTask } from "../server/reading/tasks.js";
import type { WriterStart } from "../server/writing/thread.js";
import { doWork, isStoreWork, type StoreWork } from "../store/work.js";
import type { Program } from "./command.js";
import { COMMANDS } from "./commands.js";
import { EXIT, EXIT_CODES_HELP } from "./exit-code.js";
import { endQuietlyWhenClosed } from "./screen.js";

const HELP = `
Examples:
  isnad read reports/                  print the account of a folder of reports
  isnad read reports/ --out account    write it as JSON and as a page, too
  isnad help read                      what it reads, all options, more examples
${EXIT_CODES_HELP}`;

function commandsOf(program: Program): Command {
  const commands = new Command("isnad")
    .description(
      "Reads many news reports of the same events, Arabic first, and gives back one sourced account: what is claimed, by whom and through whom, when and where, what is copied, what is disputed.",
    )
    .version(program.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(isnad --help says more)")
    .exitOverride()
    .addHelpText("after", HELP);
  for (const command of COMMANDS) command.add(commands, program);
  return commands;
}

/** What a thread of the program does. */
export const answer = (task: Task | StoreWork | ServerTask): unknown => {
  if (isStoreWork(task)) return doWork(task);
  return isServerTask(task) ? answerServer(task) : answerPress(task);
};

const isServerTask = (task: { readonly kind: string }): task is ServerTask =>
  task.kind.startsWith("server-");

async function answerServer(task: ServerTask): Promise<unknown> {
  const { doServerTask } = await import("../server/reading/tasks.js");
  return doServerTask(task);
}

/** What the writing thread of a service does; see `bin/worker.cjs`. */
export async function write(start: WriterStart, port: MessagePort): Promise<void> {
  const { serveWrites } = await import("../server/writing/thread.js");
  await serveWrites(start, port);
}

/** Runs the program; sets the exit code. Never rejects. */
export async function main(argv: readonly string[], program: Program): Promise<void> {
  endQuietlyWhenClosed(process.stdout);
  endQuietlyWhenClosed(process.stderr);
  try {
    await commandsOf(program).parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.failed;
      return;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `\nIsnad failed. This is a fault of the program, not of your files: please report it with the lines below.\n${detail}\n`,
    );
    process.exitCode = EXIT.fault;
  }
}
