import { describe, expect, it } from "vitest";
import { referenceTo } from "./core/claim-reference.js";
import { accountSchema } from "./core/contract.js";
import type { ReportInput } from "./core/input.js";
import { identified, standing } from "./core/judgement.js";
import {
  type GivenReading,
  type ReportReading,
  readAccount,
  readReport,
  readReports,
  StoryMemory,
  storyAccounts,
} from "./engine.js";

/** Two reports of one fire: one with its date, one that only says which day of the week it is. */
const dated: ReportInput = {
  id: "dated",
  published: "2023-05-04",
  outlet: "الوادي",
  text: "قتل ستة أشخاص في حريق شب في سوق حلب القديم اليوم الخميس. وقال قائد الدفاع المدني سامر الخطيب إن النيران أخمدت بعد خمس ساعات من العمل المتواصل في أزقة السوق الضيقة.",
};
const undated: ReportInput = {
  id: "undated",
  outlet: "الساحل",
  text: "ارتفع عدد قتلى حريق سوق حلب القديم إلى ثمانية أشخاص اليوم الجمعة. وقال قائد الدفاع المدني سامر الخطيب إن النيران أخمدت بعد خمس ساعات من العمل المتواصل في أزقة السوق الضيقة.",
};

describe("an undated report", () => {
  const account = readAccount([undated, dated]);
  const report = account.reports.find(({ outlet }) => outlet === "الساحل");

  it("is dated by its sibling, and says that this is inferred and why", () => {
    expect(report?.published).toMatchObject({ start: "2023-05-05", basis: "inferred" });
    expect(report?.published.why).not.toBe("");
  });

  it("finds its 'today' by that day", () => {
    expect(report?.times.map(({ start }) => start)).toContain("2023-05-05");
  });

  it("stays undated alone", () => {
    const [alone] = readAccount([undated]).reports;
    expect(alone?.published).toMatchObject({ start: null, basis: "unknown" });
  });
});

describe("many reports", () => {
  it("are read as each by itself, in their order", () => {
    const many = Array.from({ length: 20 }, (_, at) => [dated, undated, { text: `${at}` }]).flat();
    expect(readReports(many)).toEqual(many.map(readReport));
  });
});

describe("an account", () => {
  const sizeOf = (one: ReportInput) => readAccount([one]).claims.length;

  it("is what the contract promises", () => {
    expect(accountSchema.safeParse(readAccount([dated, undated])).error).toBeUndefined();
  });

  it("is the same in whatever order the reports come", () => {
    expect(JSON.stringify(readAccount([dated, undated]))).toBe(
      JSON.stringify(readAccount([undated, dated])),
    );
  });

  it("tells how far it has come", () => {
    const seen: string[] = [];
    readAccount([dated, undated], { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["1/2", "2/2"]);
  });

  it("of no reports is empty", () => {
    expect(readAccount([])).toMatchObject({ reports: [], claims: [], stories: [] });
  });

  it("puts two reports of one event into one story, each claim kept", () => {
    const { stories, claims } = readAccount([dated, undated]);
    expect(stories.map(({ reports }) => reports.length)).toEqual([2]);
    expect(claims.length).toBe(sizeOf(dated) + sizeOf(undated));
  });
});

describe("a story that grows", () => {
  /** Tells two numbers of one people: who knows both sets neither against the other's. */
  const both: ReportInput = {
    id: "both",
    published: "2023-05-06",
    outlet: "المرسى",
    text: "قال سكان إن 14 شخصا قتلوا في حريق سوق حلب القديم. وقتل تسعة أشخاص في الحريق، قال الدفاع المدني.",
  };
  const later: ReportInput = {
    id: "later",
    published: "2023-05-06",
    outlet: "الفرات",
    text: "قال قائد الدفاع المدني سامر الخطيب إن النيران أخمدت بعد خمس ساعات من العمل المتواصل في أزقة السوق الضيقة. وارتفع عدد قتلى حريق سوق حلب القديم إلى تسعة أشخاص.",
  };

  it("has the account that all of its reports have at once", () => {
    const memory = new StoryMemory();
    const given = [dated, undated, later].map((input) => ({ input, reading: readReport(input) }));
    for (let size = 1; size <= given.length; size++) {
      const some = given.slice(0, size);
      // Twice: the second time all of it is known.
      for (const _ of [1, 2]) {
        expect(storyAccounts([{ given: some, memory }])).toEqual(storyAccounts([{ given: some }]));
      }
    }
  });

  it("has the account of its judgements, whatever was told before them", () => {
    const given = [dated, undated, later, both].map((input) => ({
      input,
      reading: readReport(input),
    }));
    const memory = new StoryMemory();
    storyAccounts([{ given, memory }]);
    const figures = given.flatMap(({ reading: { claims, report } }) =>
      claims.flatMap((claim) => (claim.figure ? [referenceTo(claim, report.text)] : [])),
    );
    expect(figures.length).toBeGreaterThan(3);
    for (const claim of figures) {
      const reject = {
        kind: "reject",
        author: "ليلى",
        time: "2023-05-07T10:00:00Z",
        claim,
      } as const;
      const judgements = standing([identified({ ...reject, reason: "read again" })]);
      const options = { judgements };
      expect(storyAccounts([{ given, memory, options }])).toEqual(
        storyAccounts([{ given, options }]),
      );
    }
  });

  it("has the same bytes by what was kept of it as JSON, read again where a day became another", () => {
    const asText = (given: readonly GivenReading[], memory?: StoryMemory): string =>
      JSON.stringify(storyAccounts([{ given, memory }]));
    const kept = new Map<string, string>();
    const all = [dated, undated, later].map((input) => ({ input, reading: readReport(input) }));
    for (let size = 2; size <= all.length; size++) {
      // Another process: nothing is there but what was written down.
      const memory = new StoryMemory();
      const given = all.slice(0, size).map(({ input, reading }) => {
        const own = JSON.parse(JSON.stringify(reading)) as ReportReading;
        const before = kept.get(own.report.id);
        if (before !== undefined) memory.remember(own, JSON.parse(before) as ReportReading);
        return { input, reading: own };
      });
      expect(asText(given, memory)).toBe(asText(all.slice(0, size)));
      const again = memory.readAgain();
      expect(again.size).toBe(size === 2 ? 1 : 0);
      expect(memory.readAgain().size).toBe(0);
      for (const [{ report }, one] of again) kept.set(report.id, JSON.stringify(one));
    }
    // A day that is not the one that was kept is read anew.
    const memory = new StoryMemory();
    const [first, second] = all;
    if (!first || !second) throw new Error("two reports");
    memory.remember(second.reading, first.reading);
    expect(asText([first, second], memory)).toBe(asText([first, second]));
  });
});
