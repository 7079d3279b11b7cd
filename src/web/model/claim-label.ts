import type { Claim } from "../../core/contract.js";
import { countedLabel } from "../../export/labels/counted-label.js";
import { describeValue } from "../../export/labels/format.js";
import { codeLabel } from "../../export/labels.js";
import type { Phrase } from "../words.js";
import type { AccountIndex } from "./account-index.js";
import { nameOf } from "./entity-name.js";

/** What a claim is of, in a few words: `Killed: 8 (soldiers)`, `Curfew`, `Prime minister`. */
export function claimLabel(claim: Claim): Phrase {
  if (claim.figure) {
    const measure = codeLabel("measure", claim.figure.measure);
    const value = describeValue(claim.figure.value);
    const counted = countedLabel(claim.figure.counted);
    return {
      ar: `${measure.ar}: ${value.ar} (${counted.ar})`,
      en: `${measure.en}: ${value.en} (${counted.en.toLocaleLowerCase("en")})`,
    };
  }
  if (claim.event) return codeLabel("event", claim.event.type);
  if (claim.office) {
    const office = codeLabel("office", claim.office.office);
    const change = codeLabel("change", claim.office.change);
    return { ar: `${office.ar} (${change.ar})`, en: `${office.en} (${change.en})` };
  }
  if (claim.statement) return codeLabel("stance", claim.statement.stance);
  return codeLabel("kind", claim.kind);
}

/** The value of a figure, what it counts and where: `8 soldiers, Almaty`. */
export function figureLabel(index: AccountIndex, { figure, place }: Claim): Phrase {
  if (!figure) return { ar: "", en: "" };
  const value = describeValue(figure.value);
  const counted = countedLabel(figure.counted);
  const name = place === null ? null : nameOf(index, place);
  return {
    ar: `${value.ar} ${counted.ar}${name ? `، ${name.ar}` : ""}`,
    en: `${value.en} ${counted.en.toLocaleLowerCase("en")}${name ? `, ${name.en}` : ""}`,
  };
}
