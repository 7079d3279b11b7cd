import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountSchema } from "../core/contract.js";
import { storyListSchema } from "../core/story-list.js";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));
const environment = (build: string) => ({ ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: build });

const REPORT =
  "حلب (سوريا) - أعلنت وزارة الصحة السورية يوم الخميس 6 يناير 2022 مقتل سبعة أشخاص في حريق سوق حلب القديم.";

let folder = "";
let server: ChildProcess;
let address = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "isnad-serve-"));
  const run = (build: string, ...args: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { env: environment(build) }).status;
  expect(run("", "--version")).toBe(0);
  writeFileSync(join(folder, "fire.txt"), REPORT);
  expect(run("1", "read", join(folder, "fire.txt"), "--out", join(folder, "out"), "--quiet")).toBe(
    0,
  );
  server = spawn(process.execPath, [PROGRAM, "serve", join(folder, "out"), "--port", "0"], {
    env: environment("1"),
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const said of server.stdout ?? []) {
    address = /http:\/\/[^/]+/.exec(String(said))?.[0] ?? "";
    break;
  }
});
afterAll(() => {
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("isnad serve", () => {
  test("serves the desk, the list of stories and each account, by the contract", async () => {
    const page = await fetch(`${address}/`);
    expect(await page.text()).toContain('<div id="desk">');
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    const list = storyListSchema.parse(await (await fetch(`${address}/api/stories`)).json());
    const [story] = list.stories;
    const account = await (await fetch(`${address}/api/stories/${story?.id}`)).json();
    expect(accountSchema.parse(account).stories[0]?.id).toBe(story?.id);
  });

  test("reads what a browser sends, says what it cannot read, and keeps nothing", async () => {
    const form = new FormData();
    form.append("file", new File([REPORT], "../../etc/fire.txt"));
    form.append("file", new File([""], "empty.txt"));
    const send = (headers: Record<string, string>) =>
      fetch(`${address}/api/read`, { method: "POST", body: form, headers });
    expect((await send({})).status).toBe(403);
    const { account, problems } = (await (await send({ "x-isnad-desk": "1" })).json()) as {
      account: unknown;
      problems: readonly { code: string; file: string }[];
    };
    const read = accountSchema.parse(account);
    expect(read.reports.map(({ file }) => file)).toEqual(["fire.txt"]);
    expect(read.claims.some(({ figure }) => figure?.measure === "killed")).toBe(true);
    expect(problems).toMatchObject([{ code: "empty-file", file: "empty.txt" }]);
    const list = storyListSchema.parse(await (await fetch(`${address}/api/stories`)).json());
    expect(list.reports).toBe(1);
  });

  test("has nothing else: no file, no method that changes anything", async () => {
    const none = await fetch(`${address}/api/stories/${encodeURIComponent("../out/account")}`);
    expect(none.status).toBe(404);
    expect((await fetch(`${address}/account.json`)).status).toBe(404);
    expect((await fetch(`${address}/api/stories`, { method: "POST" })).status).toBe(404);
  });

  test("answers no page of another site that reaches it under a name of its own", async () => {
    const [answer] = await once(
      request(`${address}/api/stories`, { headers: { host: "elsewhere.example" } }).end(),
      "response",
    );
    expect(answer.statusCode).toBe(421);
    answer.resume();
  });

  test("says where there is no account, and when the port is taken", () => {
    const told = (...args: string[]) =>
      spawnSync(process.execPath, [PROGRAM, "serve", ...args], {
        env: environment("1"),
        encoding: "utf8",
      });
    const missing = told(join(folder, "nowhere"));
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining("no such file")]);
    const taken = told(join(folder, "out"), "--port", new URL(address).port);
    expect([taken.status, taken.stderr]).toEqual([2, expect.stringContaining("--port")]);
  });

  test("stops at an interrupt, with nothing left to wait for", async () => {
    server.kill("SIGINT");
    const [code] = await once(server, "exit");
    expect(code).toBe(0);
  });
});

describe("isnad serve over a store", () => {
  const told = (...args: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { env: environment("1"), encoding: "utf8" });

  test("is set up by its link, signs in, takes reports, and ends in order at SIGTERM", async () => {
    const store = join(folder, "store");
    const service = spawn(
      process.execPath,
      [PROGRAM, "serve", "--store", store, "--port", "0", "--log", "json"],
      { env: environment("1"), stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    let log = "";
    service.stderr?.on("data", (piece) => (log += piece));
    for await (const piece of service.stdout ?? []) {
      said += String(piece);
      if (said.includes("/setup/")) break;
    }
    const [, url = "", token = ""] = /(http:\S+?)#\/setup\/(\S+)/.exec(said) ?? [];
    const post = (path: string, body: unknown, cookie = "") =>
      fetch(`${url}api/v1/${path}`, {
        method: "POST",
        // Waits for the accounts that tell of what is sent.
        headers: {
          "content-type": "application/json",
          "x-isnad-desk": "1",
          prefer: "wait=30",
          cookie,
        },
        body: JSON.stringify(body),
      });
    const admin = await post("setup", { token, name: "Layla", password: "a long enough password" });
    expect(admin.status).toBe(200);
    const [cookie = ""] = (admin.headers.get("set-cookie") ?? "").split(";");
    const added = await post("reports", { reports: [{ text: REPORT }] }, cookie);
    expect(await added.json()).toMatchObject({ added: 1, problems: [] });
    const list = await fetch(`${url}api/v1/stories`, { headers: { cookie } });
    expect(await list.json()).toMatchObject({ total: 1, stories: [{ reports: 1 }] });
    expect(told("user", "list", "--store", store).stdout).toMatch(/^layla {2}admin/);
    expect(told("add", join(folder, "fire.txt"), "--store", store).stderr).toContain(
      "another process",
    );
    service.kill("SIGTERM");
    const [code] = await once(service, "exit");
    expect(code).toBe(0);
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { user: string; path: string });
    expect(lines.at(-1)).toMatchObject({ user: "layla", path: "/api/v1/stories", status: 200 });
    expect(log).not.toContain(token);
  });

  test("is open to nobody but this machine without users", () => {
    const store = ["--store", join(folder, "fresh"), "--port", "0"];
    const open = told("serve", ...store, "--open", "--host", "0.0.0.0");
    expect([open.status, open.stderr]).toEqual([2, expect.stringContaining("--open")]);
    const wide = told("serve", ...store, "--host", "0.0.0.0");
    expect([wide.status, wide.stderr]).toEqual([2, expect.stringContaining("isnad user add")]);
  });
});
