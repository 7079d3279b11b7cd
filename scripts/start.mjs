/**
 * `npm start`: from a fresh checkout to a finished account of the example reports, and the desk over a
 * store that holds them. `npm start -- --no-serve`, and a run that is not on a terminal, end after the account.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt, prepare, ROOT, SetupError } from "./setup.mjs";

const EXAMPLES = "examples";
const OUT = "out";
const STORE = join(OUT, "store");
const NO_SERVE = "--no-serve";

/** On the terminal, until it ends; what it is told to end by, it is told as well. */
function isnad(...args) {
  const ignore = () => {};
  process.on("SIGINT", ignore);
  const { status } = spawnSync(process.execPath, [join(ROOT, "bin", "isnad"), ...args], {
    stdio: "inherit",
    env: { ...process.env, ISNAD_NO_BUILD: "1" },
  });
  process.off("SIGINT", ignore);
  return status ?? 1;
}

/** The desk over a store that holds the examples. */
function serve() {
  const added = isnad("add", EXAMPLES, "--store", STORE, "--quiet");
  process.exitCode = added === 0 ? isnad("serve", STORE, "--open", "--log", "none") : added;
}

async function start() {
  prepare();
  if (!isBuilt()) build();
  process.chdir(ROOT);
  if (!existsSync(EXAMPLES)) throw new SetupError("There is no examples/ folder in this checkout.");
  const { main } = await import(pathToFileURL(join(ROOT, "dist", "cli", "main.js")).href);
  const args = process.argv.slice(2);
  await main(["read", EXAMPLES, "--out", OUT, ...args.filter((arg) => arg !== NO_SERVE)], {
    version: "",
    build: join(ROOT, "dist"),
    worker: null,
  });
  if (process.exitCode) return;
  const page = join(ROOT, OUT, "report.html");
  process.stdout.write(
    [
      "",
      `The page:  ${pathToFileURL(page).href}`,
      `The data:  ${join(ROOT, OUT, "account.json")}`,
      "Your own:  bin/isnad read PATH…   (bin/isnad --help says more)",
      "",
    ].join("\n"),
  );
  if (process.stdout.isTTY && process.stdin.isTTY && !args.includes(NO_SERVE)) serve();
}

start().catch((error) => {
  process.stderr.write(`${error?.isSetup ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 2;
});
