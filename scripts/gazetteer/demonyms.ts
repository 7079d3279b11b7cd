import type { Demonym } from "../../src/gazetteer/entry.js";
import { packDemonym } from "../../src/gazetteer/packing.js";
import { fold } from "../../src/text/fold.js";
import { listOf, type Row } from "./tsv.js";

type Forms = Record<Demonym["inflection"], string[]>;

/**
 * Inflects every row of `nations.tsv`; the article comes first, to be taken off at run time. Rows whose adjective begins with `@` hold the endings and
 * the article; the others one nation each, with its other adjectives and its broken plurals.
 * @param isPlace true for a folded form that names a place: an accusative is given up for it
 *   (سوريا is a country before it is "a Syrian").
 */
export function packDemonyms(rows: readonly Row[], isPlace: (form: string) => boolean): string {
  const endings: Forms = { masculine: [""], feminine: [], dual: [], plural: [] };
  let article = "";
  let accusative = "";
  const lines: string[] = [];
  for (const row of rows) {
    const adjective = row.cells["adjective"] ?? "";
    const aliases = listOf(row, "aliases");
    switch (adjective) {
      case "@article":
        article = aliases[0] ?? "";
        continue;
      case "@accusative":
        accusative = aliases[0] ?? "";
        continue;
      case "@feminine":
        endings.feminine.push(...aliases);
        continue;
      case "@dual":
        endings.dual.push(...aliases);
        continue;
      case "@plural":
        endings.plural.push(...aliases);
        continue;
    }
    const of = row.cells["of"] ?? "";
    if (!/^([A-Z]{2}|people:[a-z-]+)$/.test(of)) throw new Error(`${row.where}: bad "of": ${of}`);
    const forms: Forms = { masculine: [], feminine: [], dual: [], plural: [] };
    for (const stem of [adjective, ...aliases].map(fold)) {
      for (const inflection of ["masculine", "feminine", "dual", "plural"] as const) {
        forms[inflection].push(...endings[inflection].map((ending) => stem + fold(ending)));
      }
      if (!isPlace(stem + accusative)) forms.masculine.push(stem + accusative);
    }
    for (const plural of listOf(row, "plurals").map(fold)) forms.plural.push(plural);
    const country = of.startsWith("people:") ? row.cells["country"] || null : of;
    const name = of.startsWith("people:") ? of : `country:${of}`;
    lines.push(packDemonym(adjective, name, country, forms));
  }
  return [fold(article), ...lines].join("\n");
}
