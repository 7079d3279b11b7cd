import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWN_HEADER } from "../../src/server/guard.js";
import { SetupLink } from "../../src/server/setup-link.js";
import { auditRows } from "../../src/store/audit.js";
import { PASSWORD, type Running, running } from "./running.js";

const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;

let service: Running;
beforeAll(async () => {
  service = await running([
    {
      text: `قال مصدر طبي في حلب إن 5 قتلى سقطوا في انفجار. ${HOSTILE}`,
      title: HOSTILE,
      outlet: `${HOSTILE}"; x="`,
      url: "https://example.org/\r\nset-cookie:x=1",
      published: "2021-01-05",
    },
  ]);
});
afterAll(() => service.stop());

const signIn = (name: string, password: string, headers: Record<string, string> = {}) =>
  service.ask("/api/v1/session", {
    method: "POST",
    body: JSON.stringify({ name, password }),
    headers,
  });
const cookieOf = (answer: Response): string => answer.headers.get("set-cookie") ?? "";

describe("sessions", () => {
  test("sign-in gives a new cookie, never one that was brought along, and ends the one before", async () => {
    const brought = "isnad_session=brought-by-an-attacker";
    const first = await signIn("Reader", PASSWORD, { cookie: brought });
    expect(cookieOf(first)).toMatch(/^isnad_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    expect(cookieOf(first)).not.toContain("attacker");
    const [own = ""] = cookieOf(first).split(";");
    const second = await signIn("reader", PASSWORD, { cookie: own });
    expect(cookieOf(second).split(";")[0]).not.toBe(own);
    const stories = (cookie: string) => service.ask("/api/v1/stories", { headers: { cookie } });
    expect((await stories(own)).status).toBe(401);
    expect((await stories(brought)).status).toBe(401);
    expect((await stories(cookieOf(second).split(";")[0] ?? "")).status).toBe(200);
  });

  test("a password change and a sign-out end sessions at once; roles hold as they are now", async () => {
    const one = await service.session("reviewer");
    const other = await service.session("reviewer");
    const asked = (cookie: string, path = "/api/v1/changes") =>
      service.ask(path, { headers: { cookie } });
    expect((await asked(other)).status).toBe(200);
    const changed = await service.ask("/api/v1/session/password", {
      method: "PUT",
      headers: { cookie: one },
      body: JSON.stringify({ current: PASSWORD, password: "another long password" }),
    });
    expect(changed.status).toBe(200);
    expect([(await asked(one)).status, (await asked(other)).status]).toEqual([401, 401]);
    const [fresh = ""] = cookieOf(changed).split(";");
    expect((await asked(fresh)).status).toBe(200);
    await service.ask("/api/v1/session", { method: "DELETE", headers: { cookie: fresh } });
    expect((await asked(fresh)).status).toBe(401);
    await service.ask("/api/v1/users/reviewer", {
      method: "PATCH",
      role: "admin",
      body: JSON.stringify({ password: PASSWORD }),
    });
  });

  test("behind https the cookie is bound to the host and sent by https alone", async () => {
    const behind = await running([], {
      publicUrl: new URL("https://isnad.example.org"),
      hosts: ["isnad.example.org"],
    });
    const answer = await behind.ask("/api/v1/session", {
      method: "POST",
      body: JSON.stringify({ name: "reader", password: PASSWORD }),
      headers: { origin: "https://isnad.example.org" },
    });
    expect(cookieOf(answer)).toMatch(/^__Host-isnad=.*; Path=\/; .*Secure; SameSite=Strict$/);
    const forged = await behind.ask("/api/v1/session", {
      method: "DELETE",
      role: "reader",
      headers: { origin: behind.url },
    });
    expect(forged.status).toBe(403);
    await behind.stop();
  });
});

describe("forgery", () => {
  test("what changes anything asks for the own header, the own origin and the own site", async () => {
    const cookie = await service.session("admin");
    const send = (headers: Record<string, string>) =>
      fetch(`${service.url}/api/v1/users/nobody`, {
        method: "DELETE",
        headers: { cookie, ...headers },
      });
    expect((await send({})).status).toBe(403);
    expect((await send({ [OWN_HEADER]: "1", origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ [OWN_HEADER]: "1", origin: "null" })).status).toBe(403);
    expect((await send({ [OWN_HEADER]: "1", "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ [OWN_HEADER]: "1", origin: service.url })).status).toBe(404);
  });

  test("another name of the host is not answered, nor a page that frames it", async () => {
    const status = await new Promise((resolve) => {
      request(
        `${service.url}/api/v1/health`,
        { headers: { host: "rebound.example" } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      ).end();
    });
    expect(status).toBe(421);
    const page = await service.ask("/");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("guessing", () => {
  test("who errs waits, each time longer, and is not told whether the name is somebody's", async () => {
    const guessed = await running([]);
    const guess = async (name: string) => {
      const answer = await guessed.ask("/api/v1/session", {
        method: "POST",
        body: JSON.stringify({ name, password: "wrong wrong wrong" }),
      });
      return {
        status: answer.status,
        wait: answer.headers.get("retry-after"),
        text: await answer.text(),
      };
    };
    const known = await guess("admin");
    expect(known).toEqual(await guess("nobody-at-all"));
    const rest = await Promise.all(Array.from({ length: 8 }, () => guess("admin")));
    expect(rest.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
    expect((await guess("admin")).wait).toMatch(/^\d+$/);
    const deeds = await auditRows(guessed.store.queries, { limit: 20 });
    expect(
      deeds.some(({ action, subject }) => action === "sign-in-failed" && subject === "admin"),
    ).toBe(true);
    expect(JSON.stringify(deeds)).not.toContain("wrong wrong");
    await guessed.stop();
  });

  test("a setup link works once and for its token alone", () => {
    const link = new SetupLink();
    expect(link.fits("")).toBe(false);
    const token = link.issue();
    expect([link.fits(`${token}x`), link.fits(token)]).toEqual([false, true]);
    link.spend();
    expect(link.fits(token)).toBe(false);
  });

  test("tokens are told once, kept as hashes, bounded by role, and end with their user", async () => {
    const cookie = await service.session("reviewer");
    const make = (role: string) =>
      service.ask("/api/v1/tokens", {
        method: "POST",
        headers: { cookie },
        body: JSON.stringify({ title: "desk", role, days: 1 }),
      });
    expect((await make("admin")).status).toBe(403);
    const { token, id } = (await (await make("reader")).json()) as { token: string; id: string };
    const by = (path: string, method = "GET") =>
      fetch(`${service.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
    expect((await by("/api/v1/stories")).status).toBe(200);
    expect((await by("/api/v1/reports", "POST")).status).toBe(403);
    const kept = await service.store.queries.selectFrom("tokens").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(
      (await service.ask(`/api/v1/tokens/${id}`, { method: "DELETE", role: "reader" })).status,
    ).toBe(404);
    expect(
      (await service.ask(`/api/v1/tokens/${id}`, { method: "DELETE", headers: { cookie } })).status,
    ).toBe(200);
    expect((await by("/api/v1/stories")).status).toBe(401);
  });

  test("who asks for very much is told to wait", async () => {
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => service.ask("/api/v1/health")),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    await new Promise((done) => setTimeout(done, 2500));
  });
});

describe("what strangers write", () => {
  test("stays data: a hostile title, outlet and address reach no header and no markup", async () => {
    const found = await service.ask("/api/v1/stories", { role: "reader" });
    expect(found.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const { stories } = (await found.json()) as { stories: { anchor: number }[] };
    expect(stories).toHaveLength(1);
    const search = await service.ask(`/api/v1/search?q=${encodeURIComponent(`حلب ${HOSTILE}`)}`, {
      role: "reader",
    });
    expect(search.status).toBe(200);
    const filtered = await service.ask(
      `/api/v1/stories?outlet=${encodeURIComponent("' or 1=1 --")}`,
      { role: "reader" },
    );
    expect(((await filtered.json()) as { total: number }).total).toBe(0);
  });

  test("a path leads to nothing but a route", async () => {
    for (const path of [
      "/../../etc/passwd",
      "/api/v1/reports/..%2f..%2fisnad.sqlite/original",
      "/api/v1/stories/%00",
      "/isnad.sqlite",
      "/api/v1/stories/1%20or%201=1",
    ]) {
      expect((await service.ask(path, { role: "reader" })).status, path).toBe(404);
    }
  });

  test("what is too large, no JSON, or not as the schema says is refused in words", async () => {
    const send = (body: string) =>
      service.ask("/api/v1/users", { method: "POST", role: "admin", body });
    const large = await send(JSON.stringify({ name: "x".repeat(400_000) }));
    expect(large.status).toBe(413);
    const broken = await send("{");
    expect([broken.status, broken.headers.get("content-type")]).toEqual([
      400,
      "application/problem+json",
    ]);
    const short = await send(JSON.stringify({ name: "eve", role: "admin", password: "short" }));
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining("password")]);
    const last = await service.ask("/api/v1/users/admin", { method: "DELETE", role: "admin" });
    expect(last.status).toBe(409);
  });

  test("webhooks lead to no machine of one's own", async () => {
    for (const url of [
      "http://127.0.0.1/",
      "http://[::1]/",
      "http://169.254.169.254/",
      "http://10.0.0.1/",
      "http://localhost:4747/",
      "http://[::ffff:127.0.0.1]/",
      "http://2130706433/",
      "file:///etc/passwd",
    ]) {
      const answer = await service.ask("/api/v1/webhooks", {
        method: "POST",
        role: "admin",
        body: JSON.stringify({ url }),
      });
      expect(answer.status, url).toBe(422);
    }
  });

  test("heads that do not end are cut off by their size", async () => {
    const socket = connect(Number(new URL(service.url).port), "127.0.0.1");
    socket.write(`GET /api/v1/health HTTP/1.1\r\nhost: localhost\r\nx: ${"y".repeat(40_000)}`);
    const said = await new Promise<string>((resolve) =>
      socket.once("data", (data) => resolve(String(data))),
    );
    expect(said).toContain("431");
    socket.destroy();
  });
});

test("who serves openly lets this machine read, and nobody change anything without signing in", async () => {
  const open = await running([], { open: true });
  expect((await open.ask("/api/v1/stories")).status).toBe(200);
  expect((await open.ask("/api/v1/users")).status).toBe(403);
  expect((await open.ask("/api/v1/reports", { method: "POST", body: "{}" })).status).toBe(403);
  await open.stop();
  const reading = await running([], { open: true, readOnly: true });
  const added = await reading.ask("/api/v1/reports", {
    method: "POST",
    role: "reviewer",
    body: '{"reports":[{"text":"خبر"}]}',
  });
  expect([added.status, await added.text()]).toEqual([503, expect.stringContaining("--read-only")]);
  await reading.stop();
});
