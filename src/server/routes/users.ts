/** Users, for admins. */
import { createRoute, z } from "@hono/zod-openapi";
import {
  newUserSchema,
  type User,
  userChangeSchema,
  userListSchema,
  userSchema,
} from "../../api/people.js";
import type { UserRow } from "../../store/people-rows.js";
import { allUsers, NAME_RULE, userName, userNamed } from "../../store/users.js";
import { answers, CONFLICT, INVALID, NOT_FOUND, REFUSALS, sent } from "../answers.js";
import type { Identities } from "../identify.js";
import { notFound, Refusal } from "../problems.js";
import { byOf, type Service, type ServiceApp, writerOf } from "../service.js";
import type { UserOutcome } from "../writing/people.js";
import { hashed } from "./session.js";

const TAGS = ["users"];
const params = z.object({ name: z.string() });

const listUsers = createRoute({
  method: "get",
  path: "/api/v1/users",
  operationId: "users",
  tags: TAGS,
  summary: "All users",
  responses: { 200: answers(userListSchema, "By name"), ...REFUSALS },
});

const addUser = createRoute({
  method: "post",
  path: "/api/v1/users",
  operationId: "addUser",
  tags: TAGS,
  summary: "A new user",
  request: sent(newUserSchema),
  responses: { 201: answers(userSchema, "Made"), ...REFUSALS, ...CONFLICT, ...INVALID },
});

const changeUser = createRoute({
  method: "patch",
  path: "/api/v1/users/{name}",
  operationId: "changeUser",
  tags: TAGS,
  summary: "Another role or password; whoever is signed in under the name is so no longer",
  request: { params, ...sent(userChangeSchema) },
  responses: { 200: answers(userSchema, "Changed"), ...REFUSALS, ...NOT_FOUND, ...CONFLICT },
});

const removeUser = createRoute({
  method: "delete",
  path: "/api/v1/users/{name}",
  operationId: "removeUser",
  tags: TAGS,
  summary: "Removes a user with sessions and tokens; what the user did stays",
  request: { params },
  responses: { 200: answers(userListSchema, "Those left"), ...REFUSALS, ...NOT_FOUND, ...CONFLICT },
});

const shown = ({ name, role, created, changed }: UserRow): User => ({
  name,
  role,
  created,
  changed,
});

export function userRoutes(app: ServiceApp, service: Service, identities: Identities): void {
  const { queries } = service.store;
  const list = async () => ({ users: (await allUsers(queries)).map(shown) });

  app.openapi(listUsers, async (c) => c.json(await list(), 200));

  app.openapi(addUser, async (c) => {
    const { name: typed, role, password } = c.req.valid("json");
    const name = userName(typed);
    if (name === null) throw new Refusal(422, "bad-name", NAME_RULE);
    const time = service.now().toISOString();
    const row = {
      name,
      role,
      password: await hashed(service, password),
      created: time,
      changed: time,
    };
    const isNew = await writerOf(service).run("add-user", { row, by: byOf(c.var) });
    if (!isNew) throw new Refusal(409, "name-taken", `There is a user «${name}» already.`);
    return c.json(shown(row), 201);
  });

  app.openapi(changeUser, async (c) => {
    const name = named(c.req.valid("param").name);
    const { role, password } = c.req.valid("json");
    const change = {
      ...(role ? { role } : {}),
      ...(password ? { password: await hashed(service, password) } : {}),
    };
    check(await writerOf(service).run("change-user", { name, change, by: byOf(c.var) }));
    identities.forget();
    const row = await userNamed(queries, name);
    if (!row) throw notFound("user");
    return c.json(shown(row), 200);
  });

  app.openapi(removeUser, async (c) => {
    const name = named(c.req.valid("param").name);
    check(await writerOf(service).run("remove-user", { name, by: byOf(c.var) }));
    identities.forget();
    return c.json(await list(), 200);
  });
}

function named(typed: string): string {
  const name = userName(typed);
  if (name === null) throw notFound("user");
  return name;
}

function check(outcome: UserOutcome): void {
  if (outcome === "no-user") throw notFound("user");
  if (outcome === "last-admin") {
    throw new Refusal(409, "last-admin", "This is the only admin: make another one first.");
  }
}
