import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../src/api/changes.js";
import { changePageSchema } from "../../src/api/changes.js";
import {
  reportVersionsSchema,
  searchAnswerSchema,
  storedReportSchema,
} from "../../src/api/reports.js";
import {
  namedListSchema,
  storyClaimsSchema,
  storyDisagreementsSchema,
  storyEntitiesSchema,
  storyLedgerSchema,
  storyPageSchema,
} from "../../src/api/stories.js";
import { ApiProblem, IsnadClient } from "../../src/client/client.js";
import { accountSchema } from "../../src/core/contract.js";
import { ACCESS } from "../../src/server/access.js";
import { madeReport } from "../store/reports.js";
import { type Running, running } from "./running.js";

/** Of each month another event, told twice. */
const EVENTS = 12;
const REPORTS = Array.from({ length: 2 * EVENTS }, (_, at) => {
  const month = String(1 + (Math.floor(at / 2) % 12)).padStart(2, "0");
  return { ...madeReport(at * 7 - (at % 2) * 6), published: `2021-${month}-05` };
});

let service: Running;
let reader: IsnadClient;
let reviewer: IsnadClient;
beforeAll(async () => {
  service = await running(REPORTS);
  const as = async (role: "reader" | "reviewer"): Promise<IsnadClient> => {
    const cookie = await service.session(role);
    return new IsnadClient({
      url: service.url,
      fetch: (url, sent) =>
        fetch(url, {
          ...sent,
          headers: { ...Object.fromEntries(new Headers(sent?.headers)), cookie },
        }),
    });
  };
  reader = await as("reader");
  reviewer = await as("reviewer");
});
afterAll(() => service.stop());

const problemOf = (work: Promise<unknown>): Promise<ApiProblem["problem"] | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ApiProblem ? error.problem : Promise.reject(error)),
  );

describe("the API over a store", () => {
  test("gives the stories a page at a time, each once, whatever is filtered", async () => {
    const first = storyPageSchema.parse(await reader.stories({ limit: 7 }));
    expect(first.total).toBeGreaterThan(7);
    const met = first.stories.map(({ anchor }) => anchor);
    for (let cursor = first.next; cursor !== null; ) {
      const page = await reader.stories({ limit: 7, cursor });
      met.push(...page.stories.map(({ anchor }) => anchor));
      cursor = page.next;
    }
    expect(new Set(met).size).toBe(first.total);
    expect(met).toHaveLength(first.total);
    const [one] = first.stories;
    const found = await reader.stories({ q: "حلب", measure: "killed", order: "newest" });
    expect(found.stories.length).toBeGreaterThan(0);
    expect(
      found.stories.every(({ title, places }) => [title, ...places].join(" ").includes("حلب")),
    ).toBe(true);
    const outlet = one?.outlets[0] ?? "";
    expect((await reader.stories({ outlet })).total).toBeGreaterThan(0);
    expect((await reader.stories({ outlet: "لا أحد" })).total).toBe(0);
    expect((await reader.stories({ cursor: "%%%" })).stories).toHaveLength(first.total);
  });

  test("tells an account and each part of it by the contract, by id and by anchor", async () => {
    const [story] = (await reader.stories({ limit: 1 })).stories;
    const { anchor, id } = story ?? { anchor: 0, id: "" };
    const account = accountSchema.parse(await reader.account(id));
    expect(await reader.account(anchor)).toEqual(account);
    const told = account.stories[0];
    expect(storyLedgerSchema.parse(await reader.ledger(anchor)).ledger).toEqual(told?.ledger);
    expect(storyDisagreementsSchema.parse(await reader.disagreements(id)).disagreements).toEqual(
      told?.disagreements,
    );
    expect(storyEntitiesSchema.parse(await reader.storyEntities(id)).entities).toEqual(
      account.entities,
    );
    const figures = storyClaimsSchema.parse(await reader.claims(id, { kind: "figure", limit: 1 }));
    expect(figures.claims).toEqual(
      account.claims.filter(({ kind }) => kind === "figure").slice(0, 1),
    );
    expect(figures.total).toBe(account.claims.filter(({ kind }) => kind === "figure").length);
    const [place] = account.entities.filter(({ kind }) => kind === "place");
    const named = namedListSchema.parse(await reader.entities({ name: place?.name ?? "" }));
    expect(named.entities.map((one) => one.anchor)).toContain(anchor);
    expect((await problemOf(reader.account("story-none")))?.status).toBe(404);
  });

  test("sends what somebody has already only as a 304, and anew when the account changed", async () => {
    const [story] = (await reader.stories({ q: "عدن", limit: 1 })).stories;
    const path = `/api/v1/stories/${story?.anchor}`;
    const first = await service.ask(path, { role: "reader" });
    const etag = first.headers.get("etag") ?? "";
    const plain = await service.ask(path, {
      role: "reader",
      headers: { "accept-encoding": "identity" },
    });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.json()).toEqual(await first.json());
    const again = await service.ask(path, { role: "reader", headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const ids = (await reader.account(story?.anchor ?? 0)).reports.map(({ id }) => id);
    const [whose] = ids;
    const { text, published } = await reader.report(whose ?? "");
    await reviewer.addReports([
      {
        text: `${text} وقالت مصادر إن العدد مرشح للارتفاع.`,
        outlet: "الفجر",
        published: published ?? "",
      },
    ]);
    const changed = await service.ask(path, { role: "reader", headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
    expect(accountSchema.parse(await changed.json()).reports.length).toBe(ids.length + 1);
  });

  test("finds reports and stories by their words, and gives a report as it came", async () => {
    const found = searchAnswerSchema.parse(
      await reader.search('"السوق المركزي" -الموصل', { limit: 3 }),
    );
    expect(found.reports).toHaveLength(3);
    expect(found.next).toBe(3);
    const [one] = found.reports;
    const report = storedReportSchema.parse(await reader.report(one?.id ?? ""));
    expect(report.text.slice(...(one?.span ?? [0, 0]))).toBe(one?.excerpt);
    const lit = (one?.lit ?? []).map((range) => report.text.slice(...range));
    expect(lit).toEqual(expect.arrayContaining(["السوق", "المركزي"]));
    expect(report.anchor).toBe(one?.anchor);
    expect(reportVersionsSchema.parse(await reader.versions(report.id)).versions).toHaveLength(1);
    const answer = await service.ask(`/api/v1/reports/${report.id}/original`, { role: "reader" });
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\w-]+\.json"$/,
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(JSON.parse(await answer.text()).text).toBe(report.text);
    expect((await reader.search("*\"'; drop table reports; --")).reports).toEqual([]);
  });

  test("takes reports and files, and says what could not be read", async () => {
    const file = new File([madeReport(100).text], "../../../etc/حلب.txt");
    const added = await reviewer.addFiles([file, new File([""], "empty.txt")]);
    expect(added).toMatchObject({
      added: 1,
      duplicates: 0,
      problems: [{ code: "empty-file", file: "empty.txt" }],
    });
    const given = { text: madeReport(101).text, outlet: "الفجر" };
    expect(await reviewer.addReports([given, given])).toMatchObject({ added: 1, duplicates: 1 });
    const { account, problems } = await reader.read([new File([madeReport(102).text], "a.txt")]);
    expect([account?.reports.length, problems]).toEqual([1, []]);
    expect((await problemOf(reader.addReports([given])))?.status).toBe(403);
    const wrong = await service.ask("/api/v1/reports", {
      method: "POST",
      role: "reviewer",
      body: '{"reports":[{"text":""}]}',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("reports.0.text");
  });

  test("keeps reports at once, and says of an account that it does not tell of them yet", async () => {
    const [story] = (await reader.stories({ q: "طرابلس", limit: 1 })).stories;
    const anchor = story?.anchor ?? 0;
    const path = `/api/v1/stories/${anchor}`;
    const { account, behind } = await reader.shown(anchor);
    expect(behind).toBe(0);
    const { text, published } = await reader.report(account.reports[0]?.id ?? "");
    const more = (at: number) => ({
      text: `${text} وقال شاهد إنه سمع ${at} طلقات.`,
      outlet: "الفجر",
      published: published ?? "",
    });
    const added = await reviewer.addReports([more(2)], 0);
    expect(added).toMatchObject({ added: 1, behind: 1 });
    expect((await reviewer.addReports([more(3)])).behind).toBe(0);
    expect((await reader.shown(anchor)).behind).toBe(0);
    expect((await reader.account(anchor)).reports.length).toBe(account.reports.length + 2);
    // As a reader may find it at any moment: planned anew, and not folded yet.
    const change = (set: { readonly folded: string }) =>
      service.store.open.change((queries) =>
        queries.updateTable("stories").set(set).where("anchor", "=", anchor).execute(),
      );
    const { folded } = await service.store.queries
      .selectFrom("stories")
      .select("folded")
      .where("anchor", "=", anchor)
      .executeTakeFirstOrThrow();
    await change({ folded: `${folded}-before` });
    const answers = await Promise.all(
      [path, `${path}/ledger`].map((one) => service.ask(one, { role: "reader" })),
    );
    expect(answers.map(({ headers }) => headers.get("isnad-behind"))).toEqual(["1", "1"]);
    const etag = answers[0]?.headers.get("etag") ?? "";
    const again = await service.ask(path, { role: "reader", headers: { "if-none-match": etag } });
    expect([again.status, again.headers.get("isnad-behind")]).toEqual([304, "1"]);
    await change({ folded: folded ?? "" });
  });

  test("tells what happened, resumes, and tells it as it happens", async () => {
    const page = changePageSchema.parse(await reader.changes(0, 5));
    expect(page.changes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect([page.latest, page.more]).toEqual([5, true]);
    const { latest } = await reader.changes(1_000_000);
    const ending = new AbortController();
    const told: Change[] = [];
    setTimeout(() => ending.abort(), 20_000).unref();
    const following = (async () => {
      for await (const change of reader.events(page.latest, ending.signal)) {
        told.push(change);
        if (change.seq > latest) return;
      }
    })();
    await reviewer.addReports(
      [madeReport(300) as { text: string }].map(({ text }) => ({
        text,
        outlet: "المساء",
        published: "2021-11-05",
      })),
    );
    await following;
    ending.abort();
    expect(told[0]?.seq).toBe(6);
    expect(told.map(({ seq }) => seq)).toEqual(told.map((_, at) => 6 + at));
  });

  test("is described by a document that has every route, and so has the client", async () => {
    const document = (await (await service.ask("/api/v1/openapi.json")).json()) as {
      readonly paths: Readonly<
        Record<string, Readonly<Record<string, { readonly operationId: string }>>>
      >;
    };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const own = ["GET /", "GET /api/v1/openapi.json"];
    expect([...described, ...own].sort()).toEqual(Object.keys(ACCESS).sort());
    const named = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(named.filter((name) => !(name in reader))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test("nobody was told of a fault", () => {
    expect(service.complaints).toEqual([]);
  });
});
