/** The page of an account: the desk that the build made, with the account inside. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../core/contract.js";
import { deskPage } from "../export/desk-page.js";
import type { Program } from "./command.js";

/** @throws Error where the program was not built whole */
export function builtDesk({ build }: Pick<Program, "build">): string {
  const file = join(build ?? "", "desk", "desk.html");
  if (build === null || !existsSync(file)) {
    const message = `${file} is missing: build it with npm run build, or install the package again.`;
    throw Object.assign(new Error(message), { isSetup: true });
  }
  return readFileSync(file, "utf8");
}

export const accountPage = (account: Account, program: Pick<Program, "build">): string =>
  deskPage(builtDesk(program), account);
