/** What `isnad show --versions` prints: the versions of a report, and what each changed. */
import { isolate, showable } from "../export/terminal/direction.js";
import type { RevisedVersion } from "../store/corrections.js";
import { AccountFault } from "./account-file.js";
import { withStore } from "./store-accounts.js";

/** Words shown round a passage that changed, and of it, in UTF-16 code units. */
const AROUND = 40;
const MOST_SHOWN = 300;
/** Of one version. */
const MOST_PASSAGES = 50;

/**
 * The versions of a report in a store, the oldest first.
 * @param report its id, the beginning of it, or its address
 * @throws AccountFault
 */
export function versionsAt(path: string, report: string): Promise<readonly RevisedVersion[]> {
  return withStore(path, async (store) => {
    const id = await store.reportNamed(report);
    if (id !== null) return store.revisions(id);
    throw new AccountFault(
      `${store.where} holds no report, or several, of that id or address. \`isnad search WORDS --json\` tells ids.`,
    );
  });
}

const shown = (text: string): string =>
  isolate(showable(text.replace(/\s+/gu, " "))).slice(0, MOST_SHOWN);

function headLine({ version, input, added }: RevisedVersion): string {
  const days = [
    input.published && `published ${input.published}`,
    input.modified && `modified ${input.modified}`,
    `kept ${added.slice(0, 16).replace("T", " ")}`,
  ];
  return `Version ${version}  ${shown(input.title ?? input.text.slice(0, 80))}\n    ${days.filter(Boolean).join(", ")}`;
}

function changesOf({ input, revision }: RevisedVersion, before: RevisedVersion): readonly string[] {
  if (revision === null) return [];
  const fields = Object.entries(revision.fields).map(
    ([field, change]) =>
      `    ${field}: ${shown(change.from ?? "none")} → ${shown(change.to ?? "none")}`,
  );
  const was = before.input.text;
  const passages = revision.passages.slice(0, MOST_PASSAGES).flatMap((passage) => {
    const [start, end] = passage.after;
    const context = `${input.text.slice(Math.max(0, start - AROUND), start)}[${input.text.slice(start, end)}]${input.text.slice(end, end + AROUND)}`;
    const old = was.slice(...passage.before);
    return [`    ${shown(context)}`, old === "" ? "      put in" : `      was: ${shown(old)}`];
  });
  const left = revision.passages.length - MOST_PASSAGES;
  return [
    ...fields,
    ...(revision.rewritten ? ["    the text was rewritten"] : passages),
    ...(left > 0 ? [`    … and ${left} passages more (--json prints all)`] : []),
  ];
}

export function renderVersions(versions: readonly RevisedVersion[]): string {
  const parts = versions.map((version, at) => {
    const before = versions[at - 1];
    return [headLine(version), ...(before ? changesOf(version, before) : [])].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}
