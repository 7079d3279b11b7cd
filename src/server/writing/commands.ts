/**
 * All that a service changes in its store. Arguments and results go from thread to thread: plain data.
 * A new command is a line here; who asks for it is typed by it.
 */
import type { Judgement } from "../../core/judgement.js";
import type { By } from "../../store/audit.js";
import type { JudgementOutcome } from "../../store/judgements.js";
import type { Store } from "../../store/store.js";
import {
  addToken,
  addUser,
  alterUser,
  beginSession,
  dropUser,
  endOne,
  note,
  revoke,
  touch,
} from "./people.js";
import { addFiles, addInputs } from "./reports.js";
import { addWebhook, delivered, dropWebhook } from "./webhooks.js";

export const COMMANDS = {
  "begin-session": beginSession,
  "touch-session": touch,
  "end-session": endOne,
  "add-user": addUser,
  "change-user": alterUser,
  "remove-user": dropUser,
  "add-token": addToken,
  "end-token": revoke,
  "note-deed": note,
  "add-webhook": addWebhook,
  "remove-webhook": dropWebhook,
  "note-delivery": delivered,
  /** Does what an ended process left to do. */
  settle: (store: Store, { wholly }: { wholly: boolean }): Promise<void> =>
    store.settle({ wholly }),
  "add-inputs": addInputs,
  "add-files": addFiles,
  judge: async (
    store: Store,
    { entry, seen, by }: { entry: Judgement; seen: string | null; by: By },
  ): Promise<JudgementOutcome> => {
    const outcome = await store.judgeKnowingly(entry, seen);
    if (outcome.kind === "added") {
      await note(store, { by, deed: { action: "judged", subject: entry.id } });
    }
    return outcome;
  },
} as const;
