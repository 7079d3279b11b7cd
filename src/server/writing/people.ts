/** Commands about users, sessions and tokens. Each is noted in the same change that does it. */
import { type By, type Deed, noteDeed } from "../../store/audit.js";
import type { SessionRow, TokenRow, UserRow } from "../../store/people-rows.js";
import type { Store } from "../../store/store.js";
import {
  allUsers,
  changeUser,
  endSession,
  endToken,
  insertSession,
  insertToken,
  insertUser,
  removeUser,
  touchSession,
  userNamed,
} from "../../store/users.js";

const now = (store: Store): string => store.options.now();

export function note(store: Store, { by, deed }: { by: By; deed: Deed }): Promise<void> {
  return store.open.change((queries) => noteDeed(queries, by, deed, now(store)));
}

/** @param row begins in place of `instead`, which ends */
export function beginSession(
  store: Store,
  { row, instead, by }: { row: SessionRow; instead: string | null; by: By },
): Promise<void> {
  return store.open.change(async (queries) => {
    if (instead !== null) await endSession(queries, instead);
    await insertSession(queries, row, now(store));
    await noteDeed(queries, by, { action: "signed-in", subject: row.user }, now(store));
  });
}

export const touch = (store: Store, { id, seen }: { id: string; seen: string }): Promise<void> =>
  store.open.change((queries) => touchSession(queries, id, seen));

export function endOne(store: Store, { id, by }: { id: string; by: By }): Promise<void> {
  return store.open.change(async (queries) => {
    await endSession(queries, id);
    await noteDeed(queries, by, { action: "signed-out", subject: by.actor }, now(store));
  });
}

/**
 * @param onlyFirst only where there is no admin yet
 * @returns false where there is one of that name, or an admin already
 */
export function addUser(
  store: Store,
  { row, onlyFirst = false, by }: { row: UserRow; onlyFirst?: boolean; by: By },
): Promise<boolean> {
  return store.open.change(async (queries) => {
    if (onlyFirst && (await allUsers(queries)).some(({ role }) => role === "admin")) return false;
    const isNew = await insertUser(queries, row);
    const subject = `${row.name} (${row.role})`;
    if (isNew) await noteDeed(queries, by, { action: "user-added", subject }, now(store));
    return isNew;
  });
}

export type UserOutcome = "done" | "no-user" | "last-admin";

export interface UserAlteration {
  readonly name: string;
  readonly change: Partial<Pick<UserRow, "role" | "password">>;
  readonly by: By;
}

export function alterUser(
  store: Store,
  { name, change, by }: UserAlteration,
): Promise<UserOutcome> {
  return store.open.change(async (queries) => {
    if (change.role && change.role !== "admin" && (await isLastAdmin(queries, name))) {
      return "last-admin";
    }
    if (!(await changeUser(queries, name, change, now(store)))) return "no-user";
    if (change.role) {
      const deed = { action: "role-changed", subject: `${name} (${change.role})` };
      await noteDeed(queries, by, deed, now(store));
    }
    if (change.password) {
      await noteDeed(queries, by, { action: "password-changed", subject: name }, now(store));
    }
    return "done";
  });
}

export function dropUser(
  store: Store,
  { name, by }: { name: string; by: By },
): Promise<UserOutcome> {
  return store.open.change(async (queries) => {
    if (await isLastAdmin(queries, name)) return "last-admin";
    if (!(await removeUser(queries, name))) return "no-user";
    await noteDeed(queries, by, { action: "user-removed", subject: name }, now(store));
    return "done";
  });
}

/** Without an admin nobody could make one but by the command line. */
async function isLastAdmin(
  queries: Parameters<typeof userNamed>[0],
  name: string,
): Promise<boolean> {
  if ((await userNamed(queries, name))?.role !== "admin") return false;
  return (await allUsers(queries)).filter(({ role }) => role === "admin").length === 1;
}

export function addToken(store: Store, { row, by }: { row: TokenRow; by: By }): Promise<void> {
  return store.open.change(async (queries) => {
    await insertToken(queries, row);
    const subject = `${row.id} (${row.role}): ${row.title}`;
    await noteDeed(queries, by, { action: "token-made", subject }, now(store));
  });
}

/** @param user whose it has to be; null for anybody's. @returns false where there is none */
export function revoke(
  store: Store,
  { id, user, by }: { id: string; user: string | null; by: By },
): Promise<boolean> {
  return store.open.change(async (queries) => {
    const isDone = await endToken(queries, id, user);
    if (isDone) await noteDeed(queries, by, { action: "token-ended", subject: id }, now(store));
    return isDone;
  });
}
