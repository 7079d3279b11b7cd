/** What `isnad export` does, once its words are understood. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../core/contract.js";
import { WriteFailure, withoutInterrupt, writeWhole } from "../disk/whole-file.js";
import { FORMAT_IDS, FORMATS, type FormatId, fileNameOf } from "../export/formats.js";
import type { LabelLanguage } from "../export/labels.js";
import { AccountFault } from "./account-file.js";
import { EXIT } from "./exit-code.js";
import { writeAll } from "./screen.js";
import { accountsAt } from "./store-accounts.js";

export interface ExportCommandOptions {
  readonly format?: FormatId | "all";
  /** A file, a folder or `-`. */
  readonly out: string;
  readonly bom: boolean;
  readonly formats?: boolean;
  readonly lang: LabelLanguage;
}

const STDOUT = "-";

function listFormats(lang: LabelLanguage): string {
  const lines = FORMATS.map(
    ({ id, mediaType, label, writes }) => `${id}\t${mediaType}\t${label[lang]}\t${writes[lang]}\n`,
  );
  return lines.join("");
}

/** The account to be written, and the id of its one story where one was asked for. */
async function chosen(
  path: string,
  story: string | null,
): Promise<{ readonly account: Account; readonly id: string | null }> {
  const account = await accountsAt(path, story);
  if (account.schema === "isnad/stories@1") {
    throw new AccountFault(
      `${path} is a whole press of ${account.stories.length} stories. Name one behind it: isnad show ${path} lists them.`,
    );
  }
  return { account, id: story === null ? null : (account.stories[0]?.id ?? null) };
}

/** Named as one, or there already. */
const isFolder = (path: string): boolean =>
  /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());

/** What files of this account are called in a folder: by their one story, else the account. */
const nameOf = ({ stories }: Account): string =>
  stories.length === 1 ? (stories[0]?.id ?? "account") : "account";

/** Returns the exit code. */
export async function runExport(
  path: string | null,
  story: string | null,
  { format, out, bom, formats, lang }: ExportCommandOptions,
): Promise<number> {
  try {
    if (formats) {
      await writeAll(process.stdout, [listFormats(lang)]);
      return EXIT.ok;
    }
    if (path === null) {
      throw new AccountFault(
        "No account was named. Give a file or a folder that `isnad read` wrote.",
      );
    }
    if (format === undefined) {
      throw new AccountFault(`Say which format: --format ${FORMAT_IDS.join("|")}|all.`);
    }
    if (format === "all" && (out === STDOUT || !isFolder(out))) {
      throw new AccountFault(
        "--format all writes several files: give a folder, as --out exports/.",
      );
    }
    const { account, id } = await chosen(path, story);
    const { renderExport } = await import("../export/exports.js");
    const render = (one: FormatId): string => renderExport(account, one, { story: id, lang, bom });
    if (out === STDOUT && format !== "all") {
      await writeAll(process.stdout, [render(format)]);
      return EXIT.ok;
    }
    const files = (format === "all" ? FORMAT_IDS : [format]).map((one) => ({
      place: isFolder(out) ? join(out, fileNameOf(one, nameOf(account))) : out,
      text: render(one),
    }));
    await withoutInterrupt(() => {
      for (const { place, text } of files) writeWhole(place, [text]);
    }, EXIT.interrupted);
    await writeAll(
      process.stderr,
      files.map(({ place }) => `Wrote ${place}.\n`),
    );
    return EXIT.ok;
  } catch (failure) {
    if (!(failure instanceof AccountFault || failure instanceof WriteFailure)) throw failure;
    await writeAll(process.stderr, [`error  ${failure.message}\n`]);
    return EXIT.failed;
  }
}
