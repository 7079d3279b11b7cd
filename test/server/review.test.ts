import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  judgementPageSchema,
  type MadeJudgement,
  madeJudgementSchema,
  overtakenSchema,
  reviewPageSchema,
} from "../../src/api/review.js";
import { referenceTo } from "../../src/core/claim-reference.js";
import { type Account, accountSchema, type Claim } from "../../src/core/contract.js";
import type { Decision } from "../../src/core/judgement.js";
import { parseJudgements } from "../../src/core/judgement-log.js";
import type { Role } from "../../src/store/people-rows.js";
import { type Running, running } from "./running.js";

/** One fire, told by three outlets that do not agree. */
const REPORTS = [
  [
    "النهار",
    "قال مدير الصحة سالم الحموي اليوم الخميس إن سبعة أشخاص قتلوا في حريق شب في سوق حلب القديم.",
  ],
  ["الميزان", "أعلن الدفاع المدني الخميس مقتل تسعة أشخاص في حريق سوق حلب القديم وإصابة آخرين."],
  [
    "الفجر",
    "ذكرت الشرطة الخميس أن حريقا في سوق حلب القديم أودى بحياة أربعة أشخاص، وأن عشرة جرحوا.",
  ],
].map(([outlet = "", text = ""], at) => ({
  id: `souk-${at + 1}`,
  published: "2022-01-06",
  outlet,
  text: `حلب (سوريا) - ${text}`,
}));

let service: Running;
beforeAll(async () => {
  service = await running(REPORTS);
});
afterAll(() => service.stop());

async function account(): Promise<Account> {
  const [first] = await service.store.stories({ limit: 1 });
  return accountSchema.parse(await service.store.account(first?.anchor ?? 0));
}
async function killed(outlet: string): Promise<{ claim: Claim; text: string }> {
  const { claims, reports } = await account();
  const report = reports.find((one) => one.outlet === outlet);
  const claim = claims.find(
    (one) => one.report === report?.id && (one.asRead?.figure ?? one.figure)?.measure === "killed",
  );
  if (!claim || !report) throw new Error(`no toll of ${outlet}`);
  return { claim, text: report.text };
}
const about = async (outlet: string) => {
  const { claim, text } = await killed(outlet);
  return referenceTo(claim, text);
};
const post = (decision: unknown, seen: string | null, role: Role | null = "reviewer") =>
  service.ask("/api/v1/judgements", {
    method: "POST",
    role,
    body: JSON.stringify({ decision, seen }),
  });
async function made(decision: Decision, seen: string | null = null): Promise<MadeJudgement> {
  const answer = await post(decision, seen);
  expect(answer.status).toBe(201);
  return madeJudgementSchema.parse(await answer.json());
}
const exactly = (n: number) => ({ min: n, max: n, hedge: "exact" }) as const;

describe("judgements by the API", () => {
  test("are by who is signed in, at the server's time, and the account is made anew before the answer", async () => {
    const decision: Decision = {
      kind: "correct",
      reason: "  the minister corrected himself ",
      claim: await about("النهار"),
      changes: { value: exactly(8) },
    };
    const { judgement, stories } = await made(decision);
    expect(judgement).toMatchObject({
      author: "reviewer",
      reason: "the minister corrected himself",
      kind: "correct",
    });
    expect(Date.now() - Date.parse(judgement.time)).toBeLessThan(60_000);
    const { claim } = await killed("النهار");
    expect(claim).toMatchObject({
      figure: { value: exactly(8) },
      asRead: { figure: { value: exactly(7) } },
      judged: [{ author: "reviewer" }],
    });
    expect(stories).toEqual([{ anchor: expect.any(Number), id: (await account()).stories[0]?.id }]);
    // Taken back: the engine's own reading.
    await made({ kind: "undo", reason: "no", undoes: judgement.id }, judgement.id);
    expect((await killed("النهار")).claim.judged).toBeUndefined();
    // Who still sees the correction is told that it was taken back.
    const late = await post({ ...decision, kind: "reject", changes: undefined }, judgement.id);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ seen: null, judgement: { kind: "undo" } });
  });

  test("two people at once: the second is told what the first decided, and decides knowing it", async () => {
    const claim = await about("الميزان");
    const decisions: Decision[] = [
      { kind: "reject", reason: "of another fire", claim },
      { kind: "accept", reason: "on the radio, too", claim },
    ];
    const roles: Role[] = ["reviewer", "admin"];
    const both = await Promise.all(decisions.map((one, at) => post(one, null, roles[at])));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = both.findIndex(({ status }) => status === 409);
    const { judgement, seen } = overtakenSchema.parse(await both[late]?.json());
    expect(judgement.author).toBe(roles[1 - late]);
    expect(seen).toBe(judgement.id);
    // He looks, and still decides so: both stand in the log.
    const again = await post(decisions[late], judgement.id, roles[late]);
    expect(again.status).toBe(201);
    const log = await service.store.judgements();
    expect(log.slice(-2).map(({ author }) => author)).toEqual([roles[1 - late], roles[late]]);
    expect((await killed("الميزان")).claim.judged).toHaveLength(2);
  });

  test("many at once about different things lose nothing", async () => {
    const claims = await account();
    const before = (await service.store.judgements()).length;
    const wanted = claims.claims.filter(({ judged }) => !judged).slice(0, 6);
    const texts = new Map(claims.reports.map(({ id, text }) => [id, text]));
    const all = await Promise.all(
      wanted.map((one) =>
        post(
          { kind: "accept", reason: "ok", claim: referenceTo(one, texts.get(one.report) ?? "") },
          null,
        ),
      ),
    );
    // Two claims of the same words would be one thing; none of these are.
    expect(all.filter(({ status }) => status === 201).length).toBe(wanted.length);
    expect((await service.store.judgements()).length).toBe(before + wanted.length);
    const now = await account();
    for (const { id } of wanted) {
      expect(now.claims.find((one) => one.id === id)?.judged).toHaveLength(1);
    }
  });

  test("are refused with what to do where they are none", async () => {
    const claim = await about("الفجر");
    const accept = { kind: "accept", reason: "x", claim };
    const wrong: [decision: unknown, status: number, said: string][] = [
      [{ ...accept, reason: "  " }, 422, "reason"],
      [{ ...accept, author: "somebody else" }, 422, "author"],
      [{ ...accept, kind: "bless" }, 422, "kind"],
      [{ kind: "correct", reason: "x", claim, changes: {} }, 422, "nothing is corrected"],
      [{ kind: "correct", reason: "x", claim, changes: { time: "soon" } }, 422, "no date"],
      [{ ...accept, claim: { ...claim, report: "report-elsewhere" } }, 404, "no such report"],
      [{ kind: "undo", reason: "x", undoes: "judgement-none" }, 404, "no such judgement"],
    ];
    const before = await service.store.judgements();
    for (const [decision, status, said] of wrong) {
      const answer = await post(decision, null);
      expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(said)]);
    }
    expect(await service.store.judgements()).toEqual(before);
    expect((await post(accept, null, "reader")).status).toBe(403);
    expect((await post(accept, null, null)).status).toBe(401);
  });

  test("are listed the newest first, a page at a time, and go into a log that isnad read applies", async () => {
    const log = await service.store.judgements();
    const answer = await service.ask("/api/v1/judgements?limit=3", { role: "reader" });
    const page = judgementPageSchema.parse(await answer.json());
    expect(page.judgements.map(({ judgement }) => judgement)).toEqual(log.slice(-3).reverse());
    const rest = await service.ask(`/api/v1/judgements?before=${page.next}`, { role: "reader" });
    const { judgements, next } = judgementPageSchema.parse(await rest.json());
    expect([judgements.length, next]).toEqual([log.length - 3, null]);
    expect(judgements.at(-1)).toMatchObject({ number: 1, holds: false });
    const lines = log.map((one) => JSON.stringify(one)).join("\n");
    expect(parseJudgements(lines).faults).toEqual([]);
  });
});

describe("what most needs a person", () => {
  test("is asked for by story and of all, and no more once it was judged", async () => {
    const review = async (path: string) =>
      reviewPageSchema.parse(await (await service.ask(path, { role: "reader" })).json());
    const { stories } = await account();
    const own = await review(`/api/v1/stories/${stories[0]?.id}/review`);
    expect(own.items.every(({ story }) => story === stories[0]?.id)).toBe(true);
    const first = own.items.find(({ claim }) => claim !== null);
    if (first?.claim) {
      await made({ kind: "accept", reason: "seen", claim: first.claim });
      const after = await review(`/api/v1/stories/${first.anchor}/review`);
      expect(after.items.map(({ id }) => id)).not.toContain(first.id);
    }
    const page = await review("/api/v1/review?limit=1");
    expect(page.items.length).toBeLessThanOrEqual(1);
    expect((await service.ask("/api/v1/stories/none/review", { role: "reader" })).status).toBe(404);
  });
});
