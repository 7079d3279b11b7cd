/** `npm start`: from a fresh checkout to a finished account of the example reports. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt, prepare, ROOT, SetupError } from "./setup.mjs";

const EXAMPLES = "examples";
const OUT = "out";

async function start() {
  prepare();
  if (!isBuilt()) build();
  process.chdir(ROOT);
  if (!existsSync(EXAMPLES)) throw new SetupError("There is no examples/ folder in this checkout.");
  const { main } = await import(pathToFileURL(join(ROOT, "dist", "cli", "main.js")).href);
  await main(["read", EXAMPLES, "--out", OUT, ...process.argv.slice(2)], {
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
}

start().catch((error) => {
  process.stderr.write(`${error?.isSetup ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 2;
});
