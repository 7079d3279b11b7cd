/** Who may use a service: users, their sessions in browsers, their tokens for programs. */
import type { Role, SessionRow, TokenRow, UserRow } from "./people-rows.js";
import type { Queries } from "./queries.js";

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u;

/**
 * A user's name as it is kept: however it is typed, it is one.
 * @returns null where it is no name
 */
export function userName(text: string): string | null {
  const name = text.normalize("NFKC").trim().toLowerCase();
  return NAME.test(name) ? name : null;
}

export const NAME_RULE =
  "A name has up to 64 letters, digits, dots, dashes, and begins with a letter or digit.";

/** By name. */
export const allUsers = (queries: Queries): Promise<UserRow[]> =>
  queries.selectFrom("users").selectAll().orderBy("name").execute();

export async function userNamed(queries: Queries, name: string): Promise<UserRow | null> {
  const row = await queries
    .selectFrom("users")
    .selectAll()
    .where("name", "=", name)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns false where there is one of that name already */
export async function insertUser(queries: Queries, row: UserRow): Promise<boolean> {
  if (await userNamed(queries, row.name)) return false;
  await queries.insertInto("users").values(row).execute();
  return true;
}

/**
 * Gives a user another role or password; whoever is signed in under the name is so no longer.
 * @returns false where there is no such user
 */
export async function changeUser(
  queries: Queries,
  name: string,
  change: Partial<Pick<UserRow, "role" | "password">>,
  now: string,
): Promise<boolean> {
  if (!(await userNamed(queries, name))) return false;
  await queries
    .updateTable("users")
    .set({ ...change, changed: now })
    .where("name", "=", name)
    .execute();
  await endSessionsOf(queries, name);
  return true;
}

/** With sessions and tokens. What the user did stays. @returns false where there is no such user */
export async function removeUser(queries: Queries, name: string): Promise<boolean> {
  if (!(await userNamed(queries, name))) return false;
  await endSessionsOf(queries, name);
  await queries.deleteFrom("tokens").where("user", "=", name).execute();
  await queries.deleteFrom("users").where("name", "=", name).execute();
  return true;
}

async function endSessionsOf(queries: Queries, user: string): Promise<void> {
  await queries.deleteFrom("sessions").where("user", "=", user).execute();
}

/** A session with the role that its user has now. */
export interface LiveSession extends SessionRow {
  readonly role: Role;
}

export async function sessionOf(queries: Queries, id: string): Promise<LiveSession | null> {
  const row = await queries
    .selectFrom("sessions")
    .innerJoin("users", "users.name", "sessions.user")
    .selectAll("sessions")
    .select("users.role")
    .where("sessions.id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Begins a session, and lets go of those that have ended. */
export async function insertSession(queries: Queries, row: SessionRow, now: string): Promise<void> {
  await queries.deleteFrom("sessions").where("expires", "<", now).execute();
  await queries.insertInto("sessions").values(row).execute();
}

export async function endSession(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom("sessions").where("id", "=", id).execute();
}

export async function touchSession(queries: Queries, id: string, seen: string): Promise<void> {
  await queries.updateTable("sessions").set({ seen }).where("id", "=", id).execute();
}

/** A token with the role that its user has now. */
export interface LiveToken extends TokenRow {
  readonly userRole: Role;
}

export async function tokenOf(queries: Queries, hash: string): Promise<LiveToken | null> {
  const row = await queries
    .selectFrom("tokens")
    .innerJoin("users", "users.name", "tokens.user")
    .selectAll("tokens")
    .select("users.role as userRole")
    .where("tokens.hash", "=", hash)
    .executeTakeFirst();
  return row ?? null;
}

/** @param user whose; null for everybody's */
export function tokensOf(queries: Queries, user: string | null): Promise<TokenRow[]> {
  const all = queries.selectFrom("tokens").selectAll().orderBy("created").orderBy("id");
  return (user === null ? all : all.where("user", "=", user)).execute();
}

export async function insertToken(queries: Queries, row: TokenRow): Promise<void> {
  await queries.insertInto("tokens").values(row).execute();
}

/** @param user whose it has to be; null for anybody's. @returns false where there is no such token */
export async function endToken(
  queries: Queries,
  id: string,
  user: string | null,
): Promise<boolean> {
  const owned = (await tokensOf(queries, user)).some((token) => token.id === id);
  if (owned) await queries.deleteFrom("tokens").where("id", "=", id).execute();
  return owned;
}
