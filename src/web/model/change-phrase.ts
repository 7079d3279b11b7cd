import type { Change } from "../../api/changes.js";
import { formatNumber } from "../../export/labels/format.js";
import { codeLabel } from "../../export/labels.js";
import { phrases } from "../phrases.js";
import { isolated, type Phrase, same } from "../words.js";

/** What happened to a story, in a few words: `killed 12 → 13, by the ministry (Al-Masa)`. */
export function changePhrase({ kind, detail }: Change): Phrase {
  const inBoth = (say: (lang: keyof Phrase) => string): Phrase => ({
    ar: say("ar"),
    en: say("en"),
  });
  const arrow = (lang: keyof Phrase): string => (lang === "ar" ? "←" : "→");
  if (kind === "figure-changed") {
    const measure = codeLabel("measure", textIn(detail, "measure"));
    const [from, to] = [bestIn(detail["from"]), bestIn(detail["to"])];
    const teller = tellerIn(detail["by"]);
    return inBoth((lang) => {
      const by =
        teller === ""
          ? ""
          : `${lang === "ar" ? "، " : ", "}${phrases.changedBy[lang]} ${isolated(teller)}`;
      return `${measure[lang]} ${from} ${arrow(lang)} ${to}${by}`;
    });
  }
  const named = changeKind(kind);
  const [from, to] = [detail["from"], detail["to"]];
  if (typeof from !== "number" || typeof to !== "number") return named;
  return inBoth(
    (lang) => `${named[lang]} ${formatNumber(from)} ${arrow(lang)} ${formatNumber(to)}`,
  );
}

/** What kind of change it is; the code itself where a newer service tells one that is not known here. */
export const changeKind = (kind: string): Phrase =>
  Object.entries(phrases.changeKinds).find(([one]) => one === kind)?.[1] ?? same(kind);

type Detail = Readonly<Record<string, unknown>>;

const isDetail = (value: unknown): value is Detail => typeof value === "object" && value !== null;

function textIn(detail: unknown, key: string): string {
  const value = isDetail(detail) ? detail[key] : null;
  return typeof value === "string" ? value : "";
}

function bestIn(bounds: unknown): string {
  const best = isDetail(bounds) ? bounds["best"] : null;
  return typeof best === "number" ? formatNumber(best) : "—";
}

function tellerIn(by: unknown): string {
  const [speaker, outlet] = [textIn(by, "speaker"), textIn(by, "outlet")];
  if (speaker === "" || outlet === "") return speaker + outlet;
  return `${speaker} (${outlet})`;
}
