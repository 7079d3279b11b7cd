/**
 * `npm test`: everything CI runs, on a fresh checkout too. Each check counts as one, each unit
 * test and each scored task as one. The last line is `N passed, N failed, N skipped`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isBuilt, prepare, ROOT } from "./setup.mjs";

const NONE = { passed: 0, failed: 0, skipped: 0 };
const PASSED = { ...NONE, passed: 1 };
const FAILED = { ...NONE, failed: 1 };

/** Runs an npm script; resolves to its exit code and everything it printed. */
function npmRun(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
      cwd: ROOT,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A check that passes or fails as a whole. */
const check = (script) => async () => {
  const { code, output } = await npmRun(script);
  return code === 0 ? { ...PASSED } : { ...FAILED, detail: output };
};

async function buildStep() {
  try {
    if (!isBuilt()) build();
    return { ...PASSED };
  } catch (error) {
    return { ...FAILED, detail: error.message };
  }
}

/** A failure without the test runner's own lines of the stack. */
const brief = (message) =>
  message
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .join("\n    ");

/** A test file that could not be loaded fails as one test. */
function countFile(file, count, detail) {
  if (
    file.status === "failed" &&
    file.assertionResults.every(({ status }) => status !== "failed")
  ) {
    count.failed += 1;
    detail.push(`${file.name}\n    ${file.message}`);
  }
  for (const { status, fullName, failureMessages } of file.assertionResults) {
    if (status === "passed") count.passed += 1;
    else if (status === "failed") {
      count.failed += 1;
      detail.push(`${file.name}\n  ${fullName}\n    ${failureMessages.map(brief).join("\n    ")}`);
    } else {
      count.skipped += 1;
      detail.push(`skipped: ${fullName}`);
    }
  }
}

/** What measures time runs alone: beside other tests it would measure them too. */
const TIMED = [
  "test/browser/speed.test.ts",
  "test/browser/long.test.ts",
  "test/fuzz/linear.test.ts",
];

/** @param {string[]} args what of the tests to run */
const unitStep = (args) => async () => {
  const folder = mkdtempSync(join(tmpdir(), "isnad-test-"));
  try {
    const file = join(folder, "result.json");
    const { code, output } = await npmRun(
      "unit",
      ...args,
      "--reporter=json",
      `--outputFile=${file}`,
    );
    const count = { ...NONE };
    const detail = [];
    let files;
    try {
      files = JSON.parse(readFileSync(file, "utf8")).testResults;
    } catch {
      return { ...FAILED, detail: output };
    }
    for (const result of files) countFile(result, count, detail);
    if (code !== 0 && count.failed === 0) {
      count.failed = 1;
      detail.push(output);
    }
    return { ...count, detail: detail.join("\n").replaceAll(`${ROOT}/`, "") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function evalStep() {
  const { code, output } = await npmRun("eval");
  const line = /^eval: (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (!line) return { ...FAILED, detail: output };
  const [passed, failed, skipped] = line.slice(1).map(Number);
  const silent = code !== 0 && failed === 0;
  return { passed, failed: silent ? 1 : failed, skipped, detail: output };
}

const STEPS = [
  ["generate", check("generate")],
  ["build", buildStep],
  ["format", check("check:format")],
  ["lint", check("check:lint")],
  ["types", check("check:types")],
  ["architecture", check("check:architecture")],
  ["unit tests", unitStep(TIMED.map((file) => `--exclude=${file}`))],
  ["what measures time", unitStep([...TIMED, "--no-file-parallelism"])],
  ["eval", evalStep],
];

async function test() {
  prepare();
  const total = { ...NONE };
  for (const [name, step] of STEPS) {
    const started = performance.now();
    process.stdout.write(`${name} … `);
    const { passed, failed, skipped, detail } = await step();
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const mark = failed > 0 ? "FAILED" : "ok";
    process.stdout.write(
      `${mark}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)\n`,
    );
    if (detail) process.stdout.write(`${detail.trimEnd().replace(/^/gm, "    ")}\n`);
  }
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  process.exitCode = total.failed > 0 ? 1 : 0;
}

test().catch((error) => {
  process.stderr.write(`${error?.isSetup ? error.message : (error?.stack ?? error)}\n`);
  process.stdout.write("0 passed, 1 failed, 0 skipped\n");
  process.exitCode = 1;
});
