import type { Role } from "../../../ontology/roles.js";
import type { Rule } from "../../../rules/rule.js";

/**
 * How far a measure or a movement reaches. The value is true for the whole of a country, false for
 * several parts of it that are not named.
 */
const ALL = "( كامل | جميع | كافة | كافه | سائر | عموم | كل | شتى | مختلف | امتداد )";
const PARTS = "( أنحاء | أرجاء | أراضي | أراضى | مناطق | مدن | محافظات | أقاليم | ولايات )";
const COUNTRY =
  "( البلاد | البلد | الدولة | المملكة | الجمهورية | الوطن | السلطنة | الإمارة | القطر )";
const SEVERAL = "( العديد | عدد | الكثير | بعض | معظم | أغلب | غالبية | عدة | أجزاء )";
const REGIONS =
  "( المناطق | مناطق | المدن | مدن | المحافظات | محافظات | الأقاليم | أقاليم | الولايات | ولايات | البلاد | المقاطعات | مقاطعات )";

export const EXTENT_RULES: readonly Rule<boolean>[] = [
  { id: "extent.all-parts", pattern: `${ALL} ${PARTS} ${COUNTRY}`, build: () => true },
  {
    id: "extent.all",
    pattern: `( كامل | جميع | كافة | سائر | عموم ) ( البلاد | المملكة | الجمهورية )`,
    build: () => true,
  },
  { id: "extent.throughout", pattern: `في ( أنحاء | أرجاء ) ${COUNTRY}`, build: () => true },
  {
    id: "extent.all-regions",
    pattern: `( جميع | كافة | كل ) ( المناطق | المحافظات | المدن | الأقاليم | الولايات )`,
    build: () => true,
  },
  { id: "extent.several", pattern: `${SEVERAL} من? ${REGIONS}`, build: () => false },
];

/** Roles of prepositions where a frame says nothing else; folded, `by` for a doer, `among` for examples. */
export const EVENT_PREPOSITIONS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["في", "place"],
  ["ب", "place"],
  ["داخل", "place"],
  ["قرب", "place"],
  ["وسط", "place"],
  ["بين", "agent"],
  ["among", "place"],
  ["by", "agent"],
]);

/** Pronouns of the first and second person: news tells of third persons. */
export const SPOKEN_PRONOUNS: ReadonlySet<string> = new Set(["ي", "نا", "ك", "كم"]);

/** The sound masculine plural loses its ن before a complement; its ين is also a dual's, or a stem's. */
export function isWholePlural(form: string, isPlural: boolean): boolean {
  if (form.length <= SHORTEST_PLURAL) return false;
  return form.endsWith("ون") || (isPlural && form.endsWith("ين"));
}
const SHORTEST_PLURAL = 4;
