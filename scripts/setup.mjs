/**
 * What a fresh checkout needs before anything of it can run: packages, generated modules, a
 * build. Plain Node, since nothing may be installed yet. Everything is said on stderr, so that
 * the output of a command stays its own.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED_NODE = 20;

const inRoot = (...parts) => join(ROOT, ...parts);
const say = (message) => process.stderr.write(`${message}\n`);

/** A step failed for a reason that the message tells; no stack is of use. */
export class SetupError extends Error {
  isSetup = true;
}

export function checkNode() {
  const version = process.versions.node;
  if (Number(version.split(".")[0]) >= NEEDED_NODE) return;
  throw new SetupError(
    `Isnad needs Node ${NEEDED_NODE} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`,
  );
}

const modified = (path) => statSync(path).mtimeMs;
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** True where every package of the lock file is installed in the version it names. */
function matchesLock() {
  const lock = readJson(inRoot("package-lock.json")).packages ?? {};
  const installed = readJson(inRoot("node_modules", ".package-lock.json")).packages ?? {};
  return Object.entries(lock).every(
    ([path, { version, optional }]) =>
      path === "" || optional || installed[path]?.version === version,
  );
}

/**
 * @param {"present" | "current"} how whether packages must only be there, or be those of the
 * lock file, which may have changed since they were installed
 */
export function isInstalled(how) {
  const record = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  if (how === "present" || modified(record) >= modified(inRoot("package-lock.json"))) return true;
  return matchesLock();
}

function run(command, args, output) {
  const shell = process.platform === "win32";
  const done = spawnSync(command, args, { cwd: ROOT, encoding: "utf8", shell, stdio: output });
  if (done.error) throw new SetupError(`${command} could not be started: ${done.error.message}`);
  if (done.signal) throw new SetupError(`${command} was ended by ${done.signal}.`);
  return done;
}

export function install() {
  say("Installing packages (npm ci); this is done once …");
  // Whatever NODE_ENV says: the build needs the development packages.
  const done = run(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund"],
    ["ignore", "pipe", "pipe"],
  );
  if (done.status !== 0) {
    throw new SetupError(
      `${done.stdout}${done.stderr}\nThe packages could not be installed. Check the network and run the command again.`,
    );
  }
}

const BUILT = inRoot("dist", "isnad.cjs");
const BUILD_INPUTS = [
  "src",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "bin/program.cjs",
  "scripts/bundle.mjs",
  "vite.config.ts",
];

/** True where something at `path` changed after `time`; folders count, for what was removed. */
function isNewer(path, time) {
  if (!existsSync(path)) return false;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  if (stat.mtimeMs > time) return true;
  return readdirSync(path).some(
    (name) => !name.endsWith(".test.ts") && isNewer(join(path, name), time),
  );
}

export function isBuilt() {
  if (!existsSync(BUILT)) return false;
  const time = modified(BUILT);
  return !BUILD_INPUTS.some((input) => isNewer(inRoot(input), time));
}

const node = (script, ...args) =>
  run(process.execPath, [inRoot("node_modules", ...script), ...args], ["ignore", "pipe", "pipe"]);

/** TypeScript's exit status for type errors that did not keep it from writing its output. */
const BUILT_WITH_ERRORS = 2;

function buildInto(folder) {
  const generated = node(["tsx", "dist", "cli.mjs"], inRoot("scripts", "generate.ts"));
  if (generated.status !== 0) {
    throw new SetupError(
      `${generated.stdout}${generated.stderr}\nThe generated modules could not be written (npm run generate).`,
    );
  }
  const compiled = node(
    ["typescript", "bin", "tsc"],
    "-p",
    inRoot("tsconfig.build.json"),
    "--outDir",
    folder,
  );
  if (compiled.status === BUILT_WITH_ERRORS) {
    say("Built, but with type errors: npm run check:types lists them.");
  } else if (compiled.status !== 0) {
    throw new SetupError(`${compiled.stdout}${compiled.stderr}\nThe build failed (npm run build).`);
  }
  const bundled = run(
    process.execPath,
    [inRoot("scripts", "bundle.mjs"), folder],
    ["ignore", "pipe", "pipe"],
  );
  if (bundled.status !== 0) {
    throw new SetupError(`${bundled.stdout}${bundled.stderr}\nThe program could not be bundled.`);
  }
  const desk = node(["vite", "bin", "vite.js"], "build", "--outDir", join(folder, "desk"));
  if (desk.status !== 0) {
    throw new SetupError(`${desk.stdout}${desk.stderr}\nThe desk could not be built.`);
  }
}

/** Holds the number of the process that is building. */
const LOCK = inRoot("node_modules", ".isnad-build");

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** True where the process that took the lock is gone: a build was interrupted. */
function isAbandoned() {
  try {
    const holder = Number(readFileSync(LOCK, "utf8"));
    // A lock just taken may not hold its number yet.
    if (!holder) return Date.now() - modified(LOCK) > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** One build at a time: the second waits, and then finds it done. */
function withLock(work) {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isAbandoned()) rmSync(LOCK, { force: true });
      else sleep(100);
    }
  }
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Builds beside `dist` and then changes places, so that nobody runs half of a build. */
export function build() {
  withLock(() => {
    if (isBuilt()) return;
    say("Building; this is done again only when the sources change …");
    // One build runs at a time, so what lies there is of a build that was interrupted.
    const fresh = inRoot("node_modules", ".isnad-dist");
    const old = `${fresh}-old`;
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
    try {
      buildInto(fresh);
      if (existsSync(inRoot("dist"))) renameSync(inRoot("dist"), old);
      renameSync(fresh, inRoot("dist"));
    } finally {
      rmSync(fresh, { recursive: true, force: true });
      rmSync(old, { recursive: true, force: true });
    }
  });
}

/** Everything that `npm start` and `npm test` need. */
export function prepare() {
  checkNode();
  if (!isInstalled("current")) install();
}
