import { type Phrase, same } from "../../words.js";

/** What the audit log calls what somebody did; the codes are those of `src/server/writing`. */
const DEEDS: Readonly<Record<string, Phrase>> = {
  "signed-in": { ar: "دخل", en: "signed in" },
  "signed-out": { ar: "خرج", en: "signed out" },
  "sign-in-failed": { ar: "لم يُقبل دخوله", en: "was refused at the door" },
  "user-added": { ar: "أضاف مستخدمًا", en: "added a user" },
  "user-removed": { ar: "حذف مستخدمًا", en: "removed a user" },
  "role-changed": { ar: "غيّر صلاحية", en: "changed a role" },
  "password-changed": { ar: "غيّر كلمة سر", en: "changed a password" },
  "token-made": { ar: "صنع رمزًا", en: "made a token" },
  "token-ended": { ar: "ألغى رمزًا", en: "took back a token" },
  "webhook-added": { ar: "أضاف عنوانًا يُبلَّغ", en: "added a webhook" },
  "webhook-removed": { ar: "حذف عنوانًا يُبلَّغ", en: "removed a webhook" },
  "reports-added": { ar: "أضاف تقارير", en: "added reports" },
  judged: { ar: "حكم", en: "decided" },
};

/** The code itself where it has no words yet. */
export const deedWords = (action: string): Phrase => DEEDS[action] ?? same(action);
