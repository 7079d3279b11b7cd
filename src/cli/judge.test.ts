import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Account, accountSchema, type Claim, type Story } from "../core/contract.js";
import { identified } from "../core/judgement.js";
import { parseJudgements } from "../core/judgement-log.js";
import { storyListSchema } from "../core/story-list.js";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));

let folder = "";
const place = (...names: string[]): string => join(folder, ...names);

function isnad(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: "1" },
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout.replace(/[\u2066-\u2069]/gu, ""), err: stderr };
}

/** Two fires of one town, a report of each by two outlets; one man's name in both. */
const REPORTS = [
  {
    id: "souk-1",
    published: "2022-01-06",
    outlet: "النهار",
    text: "حلب (سوريا) - قال مدير الصحة سالم الحموي اليوم الخميس إن سبعة أشخاص قتلوا في حريق شب في سوق حلب القديم.",
  },
  {
    id: "souk-2",
    published: "2022-01-06",
    outlet: "الميزان",
    text: "حلب (سوريا) - أعلن مدير الصحة سالم الحموي الخميس مقتل سبعة أشخاص في حريق سوق حلب القديم وإصابة آخرين.",
  },
  {
    id: "ship-1",
    published: "2022-03-20",
    outlet: "النهار",
    text: "عدن (اليمن) - أعلن خفر السواحل اليوم الأحد غرق سفينة شحن قبالة ميناء عدن وفقدان 12 بحارا، وقال القبطان سالم الحموي إن الموج كان عاليا.",
  },
  {
    id: "ship-2",
    published: "2022-03-20",
    outlet: "الميزان",
    text: "عدن (اليمن) - فقد 12 بحارا في غرق سفينة شحن قبالة ميناء عدن، بحسب ما أعلن خفر السواحل اليمني اليوم الأحد.",
  },
];

const read = (...more: string[]) =>
  isnad("read", place("press.jsonl"), "--out", place("out"), "--quiet", ...more);
const account = (): Account =>
  accountSchema.parse(JSON.parse(readFileSync(place("out", "account.json"), "utf8")));
const idOf = (given: string): string =>
  account().reports.find(({ file }) => file?.endsWith(`#${given}`))?.id ?? "";
const storyWith = (given: string): Story =>
  account().stories.find(({ reports }) => reports.includes(idOf(given))) as Story;
const log = () => parseJudgements(readFileSync(place("out", "judgements.jsonl"), "utf8"));
const judge = (...args: string[]) => isnad("judge", place("out"), ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-judge-"));
  const built = spawnSync(process.execPath, [PROGRAM, "--version"], {
    env: { ...process.env, ISNAD_NO_BUILD: "" },
  });
  expect(built.status).toBe(0);
  writeFileSync(place("press.jsonl"), REPORTS.map((one) => JSON.stringify(one)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("isnad judge, of one account", () => {
  beforeEach(() => {
    rmSync(place("out"), { recursive: true, force: true });
    expect(read().code).toBe(0);
    expect(account().stories).toHaveLength(2);
  });

  test("joins stories at the next reading, says who did and why, and takes it back", () => {
    const before = readFileSync(place("out", "account.json"), "utf8");
    const [a, b] = [storyWith("souk-1").id, storyWith("ship-1").id];
    const done = judge("merge", a, b, "--reason", "one day of mourning", "--by", "ليلى");
    expect(done.code).toBe(0);
    expect(done.out).toContain("judgements.jsonl");
    read();
    const [story, second] = account().stories;
    expect(second).toBeUndefined();
    expect(story?.reports).toHaveLength(4);
    expect(story?.judged).toMatchObject([
      { kind: "merge", author: "ليلى", why: "ليلى joined these reports: one day of mourning" },
    ]);
    const id = story?.judged?.[0]?.judgement ?? "";
    expect(judge("undo", id.slice(0, 14), "--reason", "a slip").code).toBe(0);
    read();
    expect(readFileSync(place("out", "account.json"), "utf8")).toBe(before);
    // Nothing is ever taken out of the log.
    expect(log().judgements.map(({ kind }) => kind)).toEqual(["merge", "undo"]);
    expect(judge("list").out).toContain("(taken back)");
  });

  test("takes a report out of its story", () => {
    const story = storyWith("souk-1");
    const done = judge("split", story.id, idOf("souk-2"), "--reason", "another market");
    expect(done.code).toBe(0);
    read();
    expect(storyWith("souk-1").reports).toEqual([idOf("souk-1")]);
    expect(storyWith("souk-1").judged?.[0]?.why).toContain("another market");
    expect(account().stories).toHaveLength(3);
  });

  test("makes two of one name one, and keeps those apart that were one", () => {
    const bearers = () => account().entities.filter(({ name }) => name === "سالم الحموي");
    const named = (given: string): string => `سالم الحموي@${idOf(given)}`;
    expect(bearers()).toHaveLength(2);
    judge("same", named("souk-1"), named("ship-1"), "--reason", "he changed his trade");
    read();
    expect(bearers()).toHaveLength(1);
    expect(bearers()[0]?.mentions).toHaveLength(3);
    judge("different", named("souk-1"), named("souk-2"), "--reason", "father and son");
    read();
    expect(bearers().map(({ mentions }) => mentions.length)).toHaveLength(2);
  });

  test("corrects, rejects and accepts claims at the next reading, and shows both readings", () => {
    const claim = () =>
      account().claims.find(
        ({ report, figure }) => report === idOf("souk-1") && figure?.measure === "killed",
      ) as Claim;
    const tolls = () => storyWith("souk-1").ledger.find(({ measure }) => measure === "killed");
    const before = readFileSync(place("out", "account.json"), "utf8");
    const { id, report, span } = claim();
    const done = judge("correct", id, "--value", "10-15", "--time", "2022-01-05", "--reason", "x");
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("value: 10–15 (bound), time: 2022-01-05");
    read();
    const shown = isnad(
      "show",
      place("out"),
      storyWith("souk-1").id,
      "--full",
      "--width",
      "160",
    ).out;
    expect(claim()).toMatchObject({
      figure: { value: { min: 10, max: 15 } },
      asRead: { figure: { value: { min: 7, max: 7 } } },
    });
    expect(
      tolls()
        ?.rows.map(({ value }) => value.max)
        .sort(),
    ).toEqual([15, 7]);
    expect(shown).toContain("DECIDED BY PEOPLE");
    expect(shown).toContain("value: 7 → 10 to 15");
    expect(judge("reject", `${report}:${span[0]}`, "--reason", "a guess").code).toBe(0);
    read();
    expect(claim().rejected).toBe(true);
    expect(tolls()?.rows.flatMap(({ claims }) => claims)).not.toContain(id);
    for (const { id: made } of log().judgements) judge("undo", made, "--reason", "no");
    read();
    expect(readFileSync(place("out", "account.json"), "utf8")).toBe(before);
    expect(judge("accept", id.slice(0, 14), "--reason", "as told").code).toBe(0);
    read();
    expect(claim().judged).toMatchObject([{ kind: "accept" }]);
  });

  test("prints what most needs a person, and no longer what was judged", () => {
    const queue = (): {
      id: string;
      reasons: { why: string }[];
      named: { name: string; report: string }[];
    }[] => JSON.parse(judge("queue", "--json", "--limit", "1000").out);
    const [first] = queue();
    const [one, other] = (first?.named ?? []).map(({ name, report }) => `${name}@${report}`);
    expect(first?.reasons[0]?.why).toBe("Whether they are one was not decided");
    expect(judge("queue").out).toContain(first?.named[0]?.name);
    expect(judge("different", one ?? "", other ?? "", "--reason", "two men").code).toBe(0);
    read();
    expect(queue().map(({ id }) => id)).not.toContain(first?.id);
    judge("undo", log().judgements.at(-1)?.id ?? "", "--reason", "no");
    read();
    expect(queue().map(({ id }) => id)).toContain(first?.id);
  });

  test("counts reports as one witness", () => {
    expect(storyWith("souk-1").witnesses).toHaveLength(2);
    const both = [idOf("souk-1"), idOf("souk-2")];
    expect(judge("one-witness", ...both, "--reason", "one press release").code).toBe(0);
    read();
    expect(storyWith("souk-1").witnesses).toHaveLength(1);
    expect(storyWith("souk-1").judged?.[0]?.why).toContain("one press release");
  });

  test("takes the log from another place, and applies none that is not named", () => {
    const other = place("other.jsonl");
    const [a, b] = [storyWith("souk-1").id, storyWith("ship-1").id];
    judge("merge", a, b, "--reason", "one", "--judgements", other);
    read();
    expect(account().stories).toHaveLength(2);
    read("--judgements", other);
    expect(account().stories).toHaveLength(1);
    rmSync(other);
    expect(read("--judgements", other).err).toContain("there is no such file");
  });

  test("tells of what finds nothing any more, and of what it was about", () => {
    const claim = account().claims.find(({ figure }) => figure?.measure === "killed");
    const made = (reason: string, report: string, words: string) =>
      identified({
        kind: "reject",
        author: "ليلى",
        time: "2022-02-01T10:00:00Z",
        reason,
        claim: {
          report,
          kind: "figure",
          subject: "injured",
          start: 0,
          end: 3,
          id: "claim-gone",
          words,
        },
      });
    const gone = made("misread", claim?.report ?? "", "عشرة جرحى");
    const elsewhere = made("of another folder", "report-elsewhere", "ثلاثة قتلى");
    const lines = [gone, elsewhere].map((one) => JSON.stringify(one)).join("\n");
    writeFileSync(place("out", "judgements.jsonl"), `${lines}\n`);
    expect(read().code).toBe(0);
    expect(account().unapplied).toMatchObject([
      { judgement: gone.id, because: "idle-claim", about: ["عشرة جرحى"] },
    ]);
    const shown = isnad("show", place("out")).out.replace(/\s+/g, " ");
    expect(shown).toContain("ليلى rejected this: misread");
    expect(shown).toContain("this applies no longer");
    const list = judge("list").out;
    expect(list).toMatch(/misread\n\s+applies no longer: .*«عشرة جرحى»/);
    expect(list).toMatch(/of another folder\n\s+applies no longer: no report/);
    const told = JSON.parse(judge("list", "--json").out) as { unapplied: string | null }[];
    expect(told.map(({ unapplied }) => unapplied !== null)).toEqual([true, true]);
    expect(judge("queue", "--limit", "99").out).toContain(`${gone.id}  `);
    judge("undo", gone.id, "--reason", "no matter");
    read();
    expect(account().unapplied).toBeUndefined();
    expect(judge("list").out).not.toContain("«عشرة جرحى»\n    because: misread\n    applies");
  });

  test("says what is missing or not clear, and adds nothing then", () => {
    const story = storyWith("souk-1").id;
    const killed = account().claims.find(({ figure }) => figure)?.id ?? "";
    const wrong: [args: string[], said: string][] = [
      [["merge", story, storyWith("ship-1").id], "needs its reason"],
      [["merge", story, "--reason", "x"], "two stories or more"],
      [["split", story, idOf("ship-1"), "--reason", "x"], "no report"],
      [["split", story, idOf("souk-1"), idOf("souk-2"), "--reason", "x"], "nothing would be left"],
      [["same", "سالم الحموي", "حلب", "--reason", "x"], "2 entities could be meant"],
      [["different", "حلب", "حلب", "--reason", "x"], "NAME@REPORT"],
      [["accept", "claim-nothing", "--reason", "x"], "There is no claim"],
      [["reject", `${idOf("souk-1")}:99999`, "--reason", "x"], "There is no claim"],
      [["correct", killed, "--reason", "x"], "Say what is otherwise"],
      [["correct", killed, "--value", "many", "--reason", "x"], "is no number"],
      [["correct", killed, "--value", "9-3", "--reason", "x"], "min is above max"],
      [["correct", killed, "--time", "yesterday", "--reason", "x"], "is no date"],
      [["correct", killed, "--measure", "dead", "--reason", "x"], "There is no measure"],
      [["correct", killed, "--type", "strike", "--reason", "x"], "is no event"],
      [["one-witness", idOf("souk-1"), "--reason", "x"], "two reports or more"],
      [["undo", "judgement-0", "--reason", "x"], "No entry"],
    ];
    for (const [args, said] of wrong) {
      const { code, err } = judge(...args);
      expect([args[0], code, err]).toEqual([args[0], 2, expect.stringContaining(said)]);
    }
    expect(judge("bless").code).toBe(2);
    expect(judge("list").out).toContain("No judgement");
  });

  test("names file and line of a broken entry, and reads nothing then", () => {
    const [a, b] = [storyWith("souk-1").id, storyWith("ship-1").id];
    judge("merge", a, b, "--reason", "one");
    appendFileSync(place("out", "judgements.jsonl"), '{"id":"judge');
    for (const { code, err } of [read(), judge("list")]) {
      expect(code).toBe(2);
      expect(err).toContain("judgements.jsonl, line 2 is no JSON");
    }
    expect(account().stories).toHaveLength(2);
  });
});

describe("isnad judge, of a whole press", () => {
  const list = () =>
    storyListSchema.parse(JSON.parse(readFileSync(place("out", "stories.json"), "utf8")));

  test("makes anew the stories that are touched, and says so in the list", () => {
    rmSync(place("out"), { recursive: true, force: true });
    expect(read("--stories").code).toBe(0);
    const files = list().stories.map(({ file }) => file);
    expect(files).toHaveLength(2);
    const before = readFileSync(place("out", "stories.json"), "utf8");
    const ids = list().stories.map(({ id }) => id.slice(0, 12));
    expect(judge("merge", ...ids, "--reason", "one").code).toBe(0);
    read("--stories");
    const [story, second] = list().stories;
    expect(second).toBeUndefined();
    expect(story?.reports).toBe(4);
    expect(story?.judged).toEqual(log().judgements.map(({ id }) => id));
    const told = isnad("show", place("out"), story?.id ?? "", "--json");
    expect(JSON.parse(told.out).stories[0].judged[0].why).toContain("joined these reports: one");
    judge("undo", log().judgements[0]?.id ?? "", "--reason", "no");
    read("--stories");
    expect(readFileSync(place("out", "stories.json"), "utf8")).toBe(before);
  });
});
