import { afterAll, beforeAll, expect, test } from "vitest";
import { referenceTo } from "../../src/core/claim-reference.js";
import type { Account } from "../../src/core/contract.js";
import type { ReportInput } from "../../src/core/input.js";
import { type Decision, identified } from "../../src/core/judgement.js";
import { reviewQueue } from "../../src/review/queue.js";
import type { StorePlace } from "../../src/store/place.js";
import { Store } from "../../src/store/store.js";
import { folders } from "./databases.js";
import { arriving, madeReport } from "./reports.js";

const databases = folders();
let place: StorePlace;
let store: Store;
const opened = async (): Promise<Store> =>
  Store.openToWrite(place, { engine: "test", create: true });
beforeAll(async () => {
  place = await databases.place();
  store = await opened();
});
afterAll(async () => {
  await store.close();
  databases.end();
});

const fire = (dead: number): ReportInput => ({
  id: "fire",
  url: "https://outlet.example/fire",
  outlet: "المرفأ",
  title: "حريق في طاحونة حلب",
  published: "2021-01-05",
  text: `حلب (سوريا) - قال مدير الصحة نادر الزين إن ${dead} أشخاص قتلوا في حريق شب في طاحونة حلب القديمة، ونقل المصابون إلى المستشفى.`,
});
let minute = 0;
async function decided(decision: Decision): Promise<string> {
  const time = `2021-02-01T10:${String(minute++).padStart(2, "0")}:00Z`;
  const entry = identified({ ...decision, author: "سلمى", time });
  await store.judge(entry);
  return entry.id;
}
async function accounts(): Promise<Account[]> {
  const out: Account[] = [];
  for (const { anchor } of await store.stories({ limit: 9 })) {
    const one = await store.account(anchor);
    if (one) out.push(one);
  }
  return out;
}
const holding = async (words: string): Promise<Account> => {
  const found = (await accounts()).find(({ reports }) =>
    reports.some(({ text }) => text.includes(words)),
  );
  if (!found) throw new Error(`no story with ${words}`);
  return found;
};

test("when an article is corrected, what was decided of its words is told to be idle, and its story stays merged", async () => {
  await store.add([[fire(7), madeReport(1), madeReport(2)].map(arriving)]);
  const before = await holding("طاحونة");
  const claim = before.claims.find(({ figure }) => figure?.measure === "killed");
  if (!claim) throw new Error("no toll");
  const text = before.reports.find(({ id }) => id === claim.report)?.text ?? "";
  const reject = await decided({
    kind: "reject",
    reason: "the price of a car",
    claim: referenceTo(claim, text),
  });
  const others = (await accounts()).flatMap(({ stories: [story] }) =>
    story && !story.reports.includes(claim.report) ? story.reports.slice(0, 1) : [],
  );
  const merge = await decided({
    kind: "merge",
    reason: "one night",
    reports: [claim.report, others[0] ?? ""],
  });
  const together = await holding("طاحونة");
  expect(together.unapplied).toBeUndefined();
  expect(together.claims.find(({ id }) => id === claim.id)?.rejected).toBe(true);
  expect(together.stories[0]?.judged?.map(({ judgement }) => judgement)).toEqual([merge]);

  expect(await store.add([[arriving(fire(9))]])).toMatchObject({ corrected: 1 });
  const told = async (): Promise<void> => {
    const now = await holding("إن 9 أشخاص");
    expect(now.stories[0]?.reports).toHaveLength(together.stories[0]?.reports.length ?? 0);
    expect(now.stories[0]?.judged?.map(({ judgement }) => judgement)).toEqual([merge]);
    expect(now.unapplied).toMatchObject([
      { judgement: reject, kind: "reject", because: "idle-report", author: "سلمى" },
    ]);
    expect(now.unapplied?.[0]?.why).toContain("the price of a car; this applies no longer");
    expect(now.unapplied?.[0]?.about[0]).toContain("7 أشخاص");
    expect(reviewQueue(now).find(({ unapplied }) => unapplied !== null)).toMatchObject({
      id: reject,
      reasons: ["judgement-idle"],
    });
    const list = await store.stories({ limit: 9 });
    expect(list.flatMap(({ unapplied = [] }) => unapplied)).toEqual([
      { judgement: reject, why: now.unapplied?.[0]?.why },
    ]);
  };
  await told();
  // The same when the press was loaded anew, and put in order anew.
  await store.close();
  store = await opened();
  await store.settle();
  await told();
  // What is taken back is told no more.
  await decided({ kind: "undo", reason: "no matter", undoes: reject });
  expect((await holding("إن 9 أشخاص")).unapplied).toBeUndefined();
});
