import type { LabelTable } from "./table.js";

/** How something is said: stances, modalities, kinds of speaker, media. */
export const SAYINGS = {
  stance: {
    states: ["يقول", "says"],
    confirms: ["يؤكد", "confirms"],
    denies: ["ينفي", "denies"],
    accuses: ["يتهم", "accuses"],
    condemns: ["يدين", "condemns"],
    warns: ["يحذر", "warns"],
    demands: ["يطالب", "demands"],
    promises: ["يتعهد", "promises"],
    alleges: ["يزعم", "alleges"],
    doubts: ["يشكك", "doubts"],
  },
  modality: {
    asserted: ["مؤكد", "asserted"],
    denied: ["منفي", "denied"],
    unverified: ["غير متحقق منه", "unverified"],
    possible: ["محتمل", "possible"],
    planned: ["مخطط له", "planned"],
    demanded: ["مطلوب", "demanded"],
    conditional: ["مشروط", "conditional"],
  },
  link: {
    report: ["التقرير نفسه", "the report itself"],
    outlet: ["وسيلة إعلام", "outlet"],
    institution: ["مؤسسة", "institution"],
    official: ["مسؤول", "official"],
    person: ["شخص", "person"],
    witness: ["شاهد عيان", "eyewitness"],
    document: ["وثيقة", "document"],
    anonymous: ["مصدر لم يُسمَّ", "unnamed source"],
    unstated: ["غير مذكور", "not stated"],
  },
  medium: {
    statement: ["بيان", "statement"],
    "press-conference": ["مؤتمر صحفي", "press conference"],
    "social-media": ["وسائل التواصل", "social media"],
    speech: ["خطاب", "speech"],
    broadcast: ["بث", "broadcast"],
    phone: ["هاتف", "phone"],
  },
} as const satisfies Readonly<Record<string, LabelTable>>;
