import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type WebServer, webServer } from "../../test/fetch/web-server.js";
import { page, rss } from "../../test/watch/newsroom.js";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly problems: string;
}

let folder = "";
let server: WebServer;
let store = "";

/** @param onOut told of what was printed so far; may end the program */
function run(
  args: readonly string[],
  build = "1",
  onOut: (out: string, end: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: build, ISNAD_STORE: store },
  });
  let [out, problems] = ["", ""];
  child.stdout.on("data", (bytes) => {
    out += String(bytes);
    onOut(out, () => child.kill("SIGINT"));
  });
  child.stderr.on("data", (bytes) => {
    problems += String(bytes);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, out, problems }));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "isnad-watch-"));
  store = join(folder, "store");
  server = await webServer();
  server.set("/feed", rss([{ link: `${server.origin}/fire`, title: "حريق" }]));
  server.set("/fire", page("حريق في سوق حلب", "سبعة"));
  server.set("/quake", page("زلزال", "تسعة").replaceAll("حريق", "زلزال"));
  writeFileSync(
    join(folder, "feeds.opml"),
    `<opml version="2.0"><body><outline text="أخبار"><outline text="المكتب" xmlUrl="${server.origin}/feed"/>
     <outline text="بعيد" xmlUrl="${server.origin}/missing"/></outline></body></opml>`,
  );
  expect((await run(["--version"], "")).code).toBe(0);
});
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

const OWN = ["--allow-private", "127.0.0.1"];

describe("isnad watch", () => {
  test("asks no private address unless it is permitted", async () => {
    const { code, problems } = await run(["watch", `${server.origin}/feed`, "--once"]);
    expect(code).toBe(1);
    expect(problems).toContain("127.0.0.1 is no address of the public internet");
    expect(problems).toContain("permit it: --allow-private");
    expect(problems).not.toContain("\u001b[");
    expect(server.asked).toEqual([]);
  });

  test("reads a list once, says what failed and what to do, and how each feed stands", async () => {
    const list = join(folder, "feeds.opml");
    const { code, out, problems } = await run(["watch", list, "--once", "--now", ...OWN]);
    expect(out).toContain("1 report added");
    expect(out).toContain("holds 1 report of 1 story");
    expect(problems).toContain("404: it does not have this");
    expect(problems).toContain("Asked again");
    expect(code).toBe(1);
    const status = await run(["watch", "--status"]);
    expect(status.out).toMatch(/المكتب[\s\S]*last read 20\d\d-/);
    expect(status.out).toContain("failed once: The host answered 404");
    const states = JSON.parse((await run(["watch", "--status", "--json"])).out);
    expect(states).toMatchObject([
      { url: `${server.origin}/feed`, failures: 0, lastStatus: 200 },
      { url: `${server.origin}/missing`, failures: 1, lastStatus: 404 },
    ]);
  });

  test("goes on until it is interrupted, with the feeds that the store knows", async () => {
    let isEnding = false;
    const { code, out } = await run(["watch", "--now", ...OWN], "1", (said, end) => {
      if (isEnding || !said.includes("Ctrl-C")) return;
      isEnding = true;
      end();
    });
    expect(out).toContain("Watching 2 feeds into");
    expect(out).toContain("holds 1 report");
    expect(code).toBe(0);
  });

  test("says what is wrong with what it is given", async () => {
    for (const [args, words] of [
      [["watch", join(folder, "none.opml")], "cannot be read"],
      [["watch", "https://", "--once"], "no address"],
      [
        ["watch", `${server.origin}/feed`, "--allow-private", "http://x"],
        "--allow-private http://x",
      ],
      [["watch", "--store", join(folder, "nowhere")], "holds no store"],
    ] as const) {
      const { code, problems } = await run(args);
      expect(code).toBe(2);
      expect(problems).toContain(words);
    }
  });
});

describe("isnad add with an address", () => {
  test("keeps the page; the same page again is there already; a feed is named as one", async () => {
    const first = await run(["add", `${server.origin}/quake`, ...OWN]);
    expect(first.problems).toBe("");
    expect(first.out).toContain("1 report added");
    const again = await run(["add", `${server.origin}/quake`, `${server.origin}/feed`, ...OWN]);
    expect(again.out).toContain("0 reports added (1 was there already)");
    expect(again.problems).toContain(`isnad watch ${server.origin}/feed --once`);
    expect(again.code).toBe(1);
  });
});
