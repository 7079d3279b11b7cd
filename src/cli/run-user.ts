/** What `isnad user` does, once its words are understood. */
import { assertNever } from "../core/assert.js";
import { PasswordHashes } from "../server/passwords.js";
import { type Administration, administer } from "../store/administration.js";
import { type By, noteDeed } from "../store/audit.js";
import type { UserRow } from "../store/people-rows.js";
import {
  allUsers,
  changeUser,
  insertUser,
  NAME_RULE,
  removeUser,
  userName,
} from "../store/users.js";
import { EXIT } from "./exit-code.js";
import { askPassword, PasswordFault, passwordIn } from "./password.js";
import { writeAll } from "./screen.js";
import type { UserAct, UserOptions } from "./user-acts.js";
import { placeOf, tellingFaults } from "./with-store.js";

const BY: By = { actor: null, via: "command", address: null };

const say = (line: string): Promise<void> => writeAll(process.stdout, [`${line}\n`]);

/** Returns the exit code. */
export function runUser(act: UserAct, options: UserOptions): Promise<number> {
  return tellingFaults(async () => {
    try {
      return await administer(placeOf(options), (store) => doAct(store, act, options));
    } catch (error) {
      if (!(error instanceof PasswordFault)) throw error;
      await writeAll(process.stderr, [`error  ${error.message}\n`]);
      return EXIT.failed;
    }
  });
}

async function doAct(store: Administration, act: UserAct, options: UserOptions): Promise<number> {
  if (act.kind === "list") return list(await allUsers(store.read), options.json === true);
  const name = userName(act.name);
  if (name === null) throw new PasswordFault(NAME_RULE);
  const now = new Date().toISOString();
  const note = (isDone: boolean, action: string, subject: string) => async () => {
    if (isDone) await store.change((queries) => noteDeed(queries, BY, { action, subject }, now));
    return isDone;
  };
  switch (act.kind) {
    case "add": {
      const role = options.role ?? "reader";
      const password = await hashOf(name, options);
      const row: UserRow = { name, role, password, created: now, changed: now };
      const isNew = await store.change((queries) => insertUser(queries, row));
      if (await note(isNew, "user-added", `${name} (${role})`)())
        return done(`${name} is ${a(role)}.`);
      return failed(`There is a user «${name}» already: isnad user role, isnad user password.`);
    }
    case "role": {
      const isThere = await store.change((queries) =>
        changeUser(queries, name, { role: act.to }, now),
      );
      if (await note(isThere, "role-changed", `${name} (${act.to})`)())
        return done(`${name} is ${a(act.to)}.`);
      return failed(none(name));
    }
    case "password": {
      const password = await hashOf(name, options);
      const isThere = await store.change((queries) => changeUser(queries, name, { password }, now));
      if (await note(isThere, "password-changed", name)())
        return done(`${name} has another password.`);
      return failed(none(name));
    }
    case "remove": {
      const isThere = await store.change((queries) => removeUser(queries, name));
      if (await note(isThere, "user-removed", name)()) return done(`${name} is removed.`);
      return failed(none(name));
    }
    default:
      return assertNever(act);
  }
}

const a = (role: string): string => (role === "admin" ? "an admin" : `a ${role}`);
const none = (name: string): string => `There is no user «${name}»: isnad user list.`;

async function hashOf(name: string, { passwordFile }: UserOptions): Promise<string> {
  const password = passwordFile === undefined ? await askPassword(name) : passwordIn(passwordFile);
  return new PasswordHashes().hash(password);
}

async function done(line: string): Promise<number> {
  await say(line);
  return EXIT.ok;
}

async function failed(line: string): Promise<number> {
  await writeAll(process.stderr, [`error  ${line}\n`]);
  return EXIT.failed;
}

async function list(users: readonly UserRow[], asJson: boolean): Promise<number> {
  const shown = users.map(({ name, role, created, changed }) => ({ name, role, created, changed }));
  if (asJson) await say(JSON.stringify(shown, null, 1));
  else if (shown.length === 0) await say("There are no users: isnad user add NAME --role admin.");
  else
    for (const { name, role, created } of shown)
      await say(`${name}  ${role}  since ${created.slice(0, 10)}`);
  return EXIT.ok;
}
