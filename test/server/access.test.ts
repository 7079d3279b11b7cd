import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS } from "../../src/server/access.js";
import { mayAs, ROLES, type Role } from "../../src/store/people-rows.js";
import { type Running, running } from "./running.js";

let service: Running;
beforeAll(async () => {
  service = await running([]);
});
afterAll(() => service.stop());

/** Every route of the service, as it is registered. */
const registered = (): string[] => [
  ...new Set(
    service.app.routes
      .filter(({ path }) => !path.endsWith("*"))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

/** An answer to nobody in particular would show that the gate was passed. */
const isRefused = (status: number): boolean => status === 401 || status === 403;

async function statusFor(route: string, role: Role | null): Promise<number> {
  const [method = "", path = ""] = route.split(" ");
  const sent = method === "GET" ? {} : { body: "{}" };
  const answer = await service.ask(path.replaceAll(/:\w+/g, "none"), { method, role, ...sent });
  await answer.body?.cancel();
  return answer.status;
}

describe("who may ask for what", () => {
  test("every route has a rule, and every rule a route", () => {
    expect(registered().sort()).toEqual(Object.keys(ACCESS).sort());
  });

  test("every route is answered to those whom its rule names, and to nobody else", async () => {
    const wrong: string[] = [];
    for (const route of registered()) {
      const rule = ACCESS[route];
      for (const role of [null, ...ROLES]) {
        const status = await statusFor(route, role);
        const may = rule === "anyone" || (role !== null && rule !== undefined && mayAs(role, rule));
        const expected = may ? !isRefused(status) : status === (role === null ? 401 : 403);
        if (!expected) wrong.push(`${route} as ${role ?? "nobody"}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("a method that no route has is not answered, whoever asks", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      expect((await service.ask("/api/v1/health", { method, role: "admin" })).status).toBe(404);
    }
  });
});
