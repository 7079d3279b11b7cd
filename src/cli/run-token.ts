/** What `isnad token` does, once its words are understood. */
import { assertNever } from "../core/assert.js";
import { isolate, showable } from "../export/terminal/direction.js";
import { newToken } from "../server/new-token.js";
import { type Administration, administer } from "../store/administration.js";
import { type By, noteDeed } from "../store/audit.js";
import { mayAs, type TokenRow } from "../store/people-rows.js";
import { endToken, insertToken, tokensOf, userName, userNamed } from "../store/users.js";
import { EXIT } from "./exit-code.js";
import { writeAll } from "./screen.js";
import type { TokenAct, TokenOptions } from "./token-acts.js";
import { placeOf, tellingFaults } from "./with-store.js";

const BY: By = { actor: null, via: "command", address: null };

const say = (line: string): Promise<void> => writeAll(process.stdout, [`${line}\n`]);

async function failed(line: string): Promise<number> {
  await writeAll(process.stderr, [`error  ${line}\n`]);
  return EXIT.failed;
}

/** Returns the exit code. */
export const runToken = (act: TokenAct, options: TokenOptions): Promise<number> =>
  tellingFaults(() => administer(placeOf(options), (store) => doAct(store, act, options)));

function doAct(store: Administration, act: TokenAct, options: TokenOptions): Promise<number> {
  switch (act.kind) {
    case "add":
      return add(store, act.user, options);
    case "list":
      return list(store, act.user, options.json === true);
    case "revoke":
      return revoke(store, act.id);
    default:
      return assertNever(act);
  }
}

async function add(
  store: Administration,
  given: string,
  { title = "", role = "reader", days, json = false }: TokenOptions,
): Promise<number> {
  const name = userName(given);
  const user = name === null ? null : await userNamed(store.read, name);
  if (!user) return failed(`There is no user «${showable(given)}»: isnad user list.`);
  if (!mayAs(user.role, role)) {
    return failed(`${user.name} is ${user.role}: a token may no more than whose it is.`);
  }
  const now = new Date();
  const { token, row } = newToken({ user: user.name, title, role, days }, now);
  await store.change(async (queries) => {
    await insertToken(queries, row);
    const subject = `${row.id} (${role}): ${title}`;
    await noteDeed(queries, BY, { action: "token-made", subject }, now.toISOString());
  });
  if (json) {
    await say(JSON.stringify({ ...shown(row), token }, null, 1));
    return EXIT.ok;
  }
  await say(token);
  const until = row.expires === null ? "until it is revoked" : `until ${row.expires.slice(0, 10)}`;
  await writeAll(process.stderr, [
    `Token ${row.id} of ${user.name} (${role}), ${until}. It is told this once: keep it now.\n`,
  ]);
  return EXIT.ok;
}

const shown = ({ hash: _, ...token }: TokenRow): Omit<TokenRow, "hash"> => token;

async function list(store: Administration, given: string | null, asJson: boolean): Promise<number> {
  const name = given === null ? null : userName(given);
  if (given !== null && (name === null || !(await userNamed(store.read, name)))) {
    return failed(`There is no user «${showable(given)}»: isnad user list.`);
  }
  const tokens = await tokensOf(store.read, name);
  if (asJson) await say(JSON.stringify(tokens.map(shown), null, 1));
  else if (tokens.length === 0) await say("There are no tokens: isnad token add USER --title ….");
  else for (const one of tokens) await say(inWords(one, new Date().toISOString()));
  return EXIT.ok;
}

function inWords({ id, user, role, title, created, expires }: TokenRow, now: string): string {
  const end =
    expires === null ? "no end" : `${expires <= now ? "ended" : "until"} ${expires.slice(0, 10)}`;
  return `${id}  ${user}  ${role}  ${isolate(showable(title))}  since ${created.slice(0, 10)}, ${end}`;
}

async function revoke(store: Administration, wanted: string): Promise<number> {
  const found = (await tokensOf(store.read, null)).filter(({ id }) => id.startsWith(wanted));
  const [one, second] = found;
  if (!one || second || wanted === "") {
    const how = second ? `${found.length} tokens begin so` : "There is no such token";
    return failed(`${how}: isnad token list prints their ids.`);
  }
  const isDone = await store.change(async (queries) => {
    const ended = await endToken(queries, one.id, null);
    const deed = { action: "token-ended", subject: one.id };
    if (ended) await noteDeed(queries, BY, deed, new Date().toISOString());
    return ended;
  });
  if (!isDone) return failed("There is no such token: isnad token list prints their ids.");
  await say(`Token ${one.id} of ${one.user} is revoked.`);
  return EXIT.ok;
}
