import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountSchema } from "../core/contract.js";
import { storyListSchema } from "../core/story-list.js";

/** The program itself, as a person runs it. */
const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));
const ENV = { ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: "1" };

let folder = "";
const place = (...names: string[]): string => join(folder, ...names);

function isnad(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    env: ENV,
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

const CITIES = ["حلب", "الموصل", "عدن", "بنغازي", "الخرطوم", "طرابلس", "صنعاء", "درعا"];
const DEEDS = ["انفجار", "حريق", "قصف", "هجوم", "تصادم قطارين"];

/** Reports of a press: each event is told by two outlets, in words of their own. */
function press(count: number, day = 1): string {
  const records = Array.from({ length: count }, (_, at) => {
    const event = Math.floor(at / 2);
    const city = CITIES[event % CITIES.length];
    const deed = DEEDS[Math.floor(event / CITIES.length) % DEEDS.length];
    const [dead, hurt] = [3 + (event % 40), 2 + (event % 17)];
    const month = 1 + (Math.floor(event / 40) % 12);
    const published = `2021-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const text =
      at % 2 === 0
        ? `قال مصدر طبي في ${city} إن ${dead} قتيلا و${hurt} جريحا سقطوا في ${deed} وقع قرب السوق المركزي رقم ${event}.`
        : `أعلن قائد الشرطة ارتفاع عدد القتلى إلى ${dead + 1} في ${deed} الذي شهدته مدينة ${city} عند السوق المركزي رقم ${event}.`;
    return { id: `${day}-${at}`, outlet: at % 2 === 0 ? "المساء" : "الضحى", published, text };
  });
  return JSON.stringify(records);
}

function zip(name: string, files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(([file, text]) => [file, strToU8(text)]);
  writeFileSync(place(name), zipSync(Object.fromEntries(entries)));
  return place(name);
}

/** What the folder holds for its reader, as one hash a file. */
function contentOf(out: string): Record<string, string> {
  const files = [
    "stories.json",
    ...readdirSync(join(out, "stories")).map((one) => `stories/${one}`),
  ];
  return Object.fromEntries(
    files.sort().map((name) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(out, name)))
        .digest("hex");
      return [name, hash];
    }),
  );
}

const listOf = (out: string) =>
  storyListSchema.parse(JSON.parse(readFileSync(join(out, "stories.json"), "utf8")));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-press-"));
  const built = spawnSync(process.execPath, [PROGRAM, "--version"], {
    env: { ...ENV, ISNAD_NO_BUILD: "" },
  });
  expect(built.status).toBe(0);
  zip("press.zip", { "1.json": press(400), "2.json": press(200, 3) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a whole press", () => {
  test("gives an account a story, and a list of them, whatever the number of threads", () => {
    const { code, out, err } = isnad(
      "read",
      place("press.zip"),
      "--stories",
      "--out",
      place("out"),
    );
    expect(code).toBe(0);
    expect(err).toContain("600 reports → ");
    expect(out).toContain("→ 2 witnesses");
    const list = listOf(place("out"));
    expect(list.reports).toBe(600);
    const files = readdirSync(place("out", "stories")).sort();
    expect(list.stories.map(({ file }) => file).sort()).toEqual(files);
    const [first] = list.stories;
    const account = accountSchema.parse(
      JSON.parse(readFileSync(place("out", "stories", first?.file ?? ""), "utf8")),
    );
    expect(account.stories.map(({ id }) => id)).toEqual([first?.id]);
    // Every report is in one story.
    const sizes = list.stories.map(({ reports }) => reports);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(600);
  });

  test("a second run reads nothing again and leaves the same bytes", () => {
    const before = contentOf(place("out"));
    const { err } = isnad("read", place("press.zip"), "--stories", "--out", place("out"));
    expect(err).toContain("600 reports (600 were read before)");
    expect(contentOf(place("out"))).toEqual(before);
  });

  test("reports added later cost only what is new, and give what one run gives", () => {
    const more = zip("more.zip", { "3.json": press(200, 20) });
    const { err } = isnad("read", place("press.zip"), more, "--stories", "--out", place("out"));
    expect(err).toContain("800 reports (600 were read before)");
    isnad("read", place("press.zip"), more, "--stories", "--out", place("at-once"), "--quiet");
    expect(contentOf(place("out"))).toEqual(contentOf(place("at-once")));
  });

  test.each(["SIGINT", "SIGKILL"] as const)(
    "ended by %s it goes on where it was",
    async (signal) => {
      const out = place(signal);
      const run = spawn(
        process.execPath,
        [PROGRAM, "read", place("press.zip"), "--stories", "--out", out],
        {
          env: ENV,
        },
      );
      let err = "";
      run.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
      const ended = new Promise<number | null>((resolve) => run.once("exit", resolve));
      await keptSome(out);
      run.kill(signal);
      const code = await ended;
      expect(existsSync(join(out, "stories.json"))).toBe(false);
      if (signal === "SIGINT") {
        expect(code).toBe(130);
        expect(err).toMatch(/Interrupted: [\d,]+ reports are read and kept/);
      }
      const again = isnad("read", place("press.zip"), "--stories", "--out", out);
      expect(again.code).toBe(0);
      expect(again.err).toMatch(/600 reports \([1-9][\d,]* were read before\)/);
      isnad("read", place("press.zip"), "--stories", "--out", place("whole"), "--quiet");
      expect(contentOf(out)).toEqual(contentOf(place("whole")));
    },
  );

  test("problems are told a few of a kind, and all stand in a file", () => {
    const records = JSON.stringify(
      Array.from({ length: 40 }, (_, at) => ({ id: String(at), text: at < 30 ? "" : `خبر ${at}` })),
    );
    const path = zip("holes.zip", { "a.json": records });
    const { code, err } = isnad("read", path, "--stories", "--out", place("holes"));
    expect(code).toBe(1);
    expect(err).toContain("and 20 more of this kind (empty-text)");
    expect(JSON.parse(readFileSync(place("holes", "problems.json"), "utf8"))).toHaveLength(30);
  });

  test("a folder that another run is writing is refused", () => {
    const held = place("held");
    isnad("read", place("press.zip"), "--stories", "--out", held, "--quiet");
    writeFileSync(join(held, ".isnad", "lock"), String(process.pid));
    const { code, err } = isnad("read", place("press.zip"), "--stories", "--out", held);
    expect(code).toBe(2);
    expect(err).toContain("is being written by another run of Isnad");
  });

  test("a thousand reports are a press by themselves, unless one account is asked for", () => {
    const brief = Array.from({ length: 1000 }, (_, at) => ({ id: String(at), text: `خبر ${at}` }));
    const path = zip("thousand.zip", { "a.json": JSON.stringify(brief) });
    expect(isnad("read", path, "--out", place("thousand")).err).toContain("1,000 reports → ");
    const { out } = isnad("read", path, "--json", "-");
    expect(accountSchema.parse(JSON.parse(out)).reports).toHaveLength(1000);
  });

  test("nothing readable writes no list", () => {
    const { code, err } = isnad("read", place("none.zip"), "--stories", "--out", place("none"));
    expect(code).toBe(2);
    expect(err).toContain("There is no such file or folder.");
    expect(existsSync(place("none", "stories.json"))).toBe(false);
  });
});

describe("isnad show", () => {
  test("lists the stories of a press, and prints the one that is named", () => {
    expect(isnad("show", place("out")).out).toContain("1.");
    const [first] = listOf(place("out")).stories;
    const byId = isnad("show", place("out"), first?.id ?? "");
    expect(byId.code).toBe(0);
    expect(byId.out).toContain("SOURCES");
    const shown = isnad("show", place("out"), first?.id ?? "", "--json").out;
    expect(accountSchema.parse(JSON.parse(shown)).stories).toHaveLength(1);
  });

  test("a page of one story is written", () => {
    const [first] = listOf(place("out")).stories;
    const page = place("page.html");
    expect(isnad("show", place("out"), first?.id ?? "", "--html", page).code).toBe(0);
    expect(statSync(page).size).toBeGreaterThan(10_000);
  });

  test.each([
    [["missing"], "there is no such file or folder"],
    [["out", "لا خبر كهذا"], "No story of"],
    [["out", "story-"], "could be meant"],
    [["press.zip"], "is no JSON"],
    [["out/problems.json"], "is no account"],
  ])("says what is wrong with %j", ([path = "", ...rest], message) => {
    const { code, err } = isnad("show", place(path), ...rest);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

/** Until the first segment is kept. */
async function keptSome(out: string): Promise<void> {
  for (;;) {
    const work = join(out, ".isnad");
    const programs = existsSync(work) ? readdirSync(work).filter((one) => one !== "lock") : [];
    const readings = programs.map((one) => join(work, one, "readings")).filter(existsSync);
    if (readings.some((one) => readdirSync(one).some((name) => name.endsWith(".index.json"))))
      return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
