/** A password from a person or a file. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { LEAST_PASSWORD, MOST_PASSWORD } from "../api/people-limits.js";

export class PasswordFault extends Error {}

/**
 * @param file `-` for standard input
 * @throws PasswordFault
 */
export function passwordIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PasswordFault(`The password cannot be read: ${why}.`);
  }
  return checked(text.split(/\r?\n/)[0] ?? "");
}

/** Asks on the terminal, twice, without showing what is typed. @throws PasswordFault */
export async function askPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new PasswordFault("There is no terminal to ask on: give --password-file FILE.");
  }
  const first = checked(await hidden(`Password for ${name}: `));
  if ((await hidden("The same again: ")) === first) return first;
  throw new PasswordFault("The two are not the same.");
}

/** @param question shown; the answer is not */
async function hidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

export async function askLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

function checked(password: string): string {
  if (password.length >= LEAST_PASSWORD && password.length <= MOST_PASSWORD) return password;
  throw new PasswordFault(
    `A password has ${LEAST_PASSWORD} to ${MOST_PASSWORD} characters; several words make a good one.`,
  );
}
