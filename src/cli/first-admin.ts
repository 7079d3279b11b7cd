/** The first admin of a service: never one that nobody chose. */
import type { Service } from "../server/service.js";
import type { Writer } from "../server/writing/writer.js";
import { allUsers, NAME_RULE, userName } from "../store/users.js";
import { askLine, askPassword, PasswordFault, passwordIn } from "./password.js";
import { writeAll } from "./screen.js";

/**
 * Makes one where there is none: out of the file that the environment names, else on the terminal.
 * @returns the token of a link that makes one, where nobody can be asked; null where there is one
 * @throws PasswordFault
 */
export async function firstAdmin(service: Service, writer: Writer): Promise<string | null> {
  const users = await allUsers(service.store.queries);
  if (users.some(({ role }) => role === "admin")) return null;
  const { ISNAD_ADMIN_PASSWORD_FILE: file, ISNAD_ADMIN_NAME: given = "admin" } = process.env;
  if (file) {
    await add(service, writer, nameOf(given), passwordIn(file));
    return null;
  }
  const isAsked = process.stdin.isTTY && process.stderr.isTTY && !service.open;
  if (!isAsked) return service.setup.issue();
  await writeAll(process.stderr, ["There is no admin of this store yet.\n"]);
  const name = nameOf(await askLine("Name of the admin: "));
  await add(service, writer, name, await askPassword(name));
  return null;
}

async function add(service: Service, writer: Writer, name: string, given: string): Promise<void> {
  const password = await service.passwords.hash(given);
  const time = service.now().toISOString();
  const isNew = await writer.run("add-user", {
    row: { name, role: "admin", password, created: time, changed: time },
    onlyFirst: true,
    by: { actor: null, via: "command", address: null },
  });
  if (!isNew)
    throw new PasswordFault(
      `There is a user «${name}» already, and no admin: isnad user role ${name} admin.`,
    );
}

function nameOf(text: string): string {
  const name = userName(text);
  if (name === null) throw new PasswordFault(NAME_RULE);
  return name;
}
