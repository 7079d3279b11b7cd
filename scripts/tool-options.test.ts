import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const run = (tool: string, ...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", tool, ...args], { cwd: root, encoding: "utf8" });

describe("a developer's tool", () => {
  it("prints what stands at the head of its source where help is asked for", () => {
    const { status, stdout } = run("eval/score.ts", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("npm run eval -- --raise");
    expect(stdout).not.toContain("*");
  });

  it("tells an option that it does not know in one line", () => {
    const { status, stderr } = run("eval/score.ts", "--tsk", "figures");
    expect(status).toBe(2);
    expect(stderr.trim()).toBe("Unknown option '--tsk'. --help tells the options.");
  });

  it("tells a number that is none", () => {
    const { status, stderr } = run("scripts/kill-store.ts", "many");
    expect(status).toBe(2);
    expect(stderr.trim()).toBe(
      "ROUNDS is a whole number of 1 or more, not many. --help tells the options.",
    );
  });
});
