import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type WebServer, webServer } from "../../test/fetch/web-server.js";
import { page, rss, text } from "../../test/watch/newsroom.js";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));
const environment = (build: string) => ({ ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: build });

let folder = "";
let store = "";
let web: WebServer;
const services: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "isnad-serve-watch-"));
  store = join(folder, "store");
  writeFileSync(join(folder, "fire.txt"), text("سبعة"));
  const built = spawnSync(process.execPath, [PROGRAM, "--version"], { env: environment("") });
  expect(built.status).toBe(0);
  expect(told("add", join(folder, "fire.txt"), "--quiet").status).toBe(0);
  web = await webServer();
});
afterAll(async () => {
  for (const one of services) one.kill("SIGKILL");
  await web.end();
  rmSync(folder, { recursive: true, force: true });
});

const told = (...args: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args, "--store", store], {
    env: environment("1"),
    encoding: "utf8",
  });

/** A service that watches; resolves when it says where it is. */
async function serving(...args: string[]) {
  const child = spawn(
    process.execPath,
    [PROGRAM, "serve", "--open", "--port", "0", "--store", store, ...args],
    { env: environment("1"), stdio: ["ignore", "pipe", "pipe"] },
  );
  services.push(child);
  const said = { out: "", problems: "" };
  child.stdout?.on("data", (piece) => {
    said.out += String(piece);
  });
  child.stderr?.on("data", (piece) => {
    said.problems += String(piece);
  });
  const url = await until(() => /http:\/\/127\S+/.exec(said.out)?.[0] ?? null);
  return { child, said, url };
}

async function until<T>(found: () => T | null | Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const one = await found();
    if (one !== null) return one;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come to pass");
}

describe("isnad serve --watch", () => {
  test("keeps to feeds while it serves; what they bring is in the story; SIGTERM ends both", async () => {
    web.set("/feed", rss([{ link: `${web.origin}/fire`, title: "حريق" }]));
    web.set("/fire", page("حريق في سوق حلب", "تسعة"));
    const list = join(folder, "feeds.opml");
    writeFileSync(
      list,
      `<opml version="2.0"><body><outline text="المكتب" xmlUrl="${web.origin}/feed"/></body></opml>`,
    );
    const { child, said, url } = await serving(
      ...["--watch", list, `${web.origin}/missing`],
      ...["--allow-private", "127.0.0.1", "--log", "json"],
    );
    const stories = async () =>
      (await (await fetch(`${url}api/v1/stories`)).json()) as { stories: { reports: number }[] };
    await until(async () => ((await stories()).stories[0]?.reports === 2 ? true : null));
    await until(() => (said.problems.includes("feed-failed") ? true : null));
    expect(said.out).toContain("Watching 2 feeds");
    const lines = said.problems
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { watch?: { kind: string; feed: string; added: number } });
    const watched = lines.flatMap(({ watch }) => watch ?? []);
    expect(watched).toContainEqual(
      expect.objectContaining({ kind: "feed-read", feed: `${web.origin}/feed`, added: 1 }),
    );
    // One writer: a watcher beside it is refused, its feeds are told all the same.
    expect(told("watch", "--once").stderr).toContain("another process");
    expect(told("watch", "--status").stdout).toContain("404");
    expect((await fetch(`${url}api/v1/health`)).status).toBe(200);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(told("verify").status).toBe(0);
  });

  test("watches again what the store knows, without a list, and ends at once where nothing is due", async () => {
    const { child, said } = await serving("--watch", "--allow-private", "127.0.0.1");
    await until(() => (said.out.includes("Watching 2 feeds") ? true : null));
    const started = performance.now();
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect([code, said.problems]).toEqual([0, expect.not.stringContaining("error")]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("says what is wrong with what it is given", () => {
    for (const [args, words] of [
      [["serve", "--watch", join(folder, "none.opml")], "cannot be read"],
      [["serve", "--watch", `${web.origin}/feed`, "--read-only"], "--read-only"],
    ] as const) {
      const { status, stderr } = told(...args, "--port", "0");
      expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    }
    const account = join(folder, "account");
    const read = ["read", join(folder, "fire.txt"), "--out", account, "--quiet"];
    expect(spawnSync(process.execPath, [PROGRAM, ...read], { env: environment("1") }).status).toBe(
      0,
    );
    const ofAccounts = spawnSync(
      process.execPath,
      [PROGRAM, "serve", account, "--watch", `${web.origin}/feed`, "--port", "0"],
      { env: environment("1"), encoding: "utf8" },
    );
    expect([ofAccounts.status, ofAccounts.stderr]).toEqual([
      2,
      expect.stringContaining("--watch needs a store"),
    ]);
    const fresh = spawnSync(
      process.execPath,
      [PROGRAM, "serve", "--watch", "--port", "0", "--store", join(folder, "fresh")],
      { env: environment("1"), encoding: "utf8" },
    );
    expect([fresh.status, fresh.stderr]).toEqual([2, expect.stringContaining("no feeds before")]);
  });
});
