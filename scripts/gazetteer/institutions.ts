import type { GazetteerKind } from "../../src/gazetteer/entry.js";
import { addSpelling, type Bearer } from "./bearers.js";
import { RANK } from "./rank.js";
import { listOf, type Row } from "./tsv.js";

/** The type of an institution decides what kind of entity it is. */
const KIND_OF_TYPE: Readonly<Record<string, GazetteerKind>> = {
  "news agency": "outlet",
  broadcaster: "outlet",
  newspaper: "outlet",
  magazine: "outlet",
  website: "outlet",
  "armed group": "group",
  "international organization": "organization",
  "UN body": "organization",
  alliance: "organization",
  "military alliance": "organization",
  party: "organization",
  NGO: "organization",
  "aid agency": "organization",
  monitor: "organization",
  company: "organization",
  court: "organization",
  "seat of government": "organization",
  "state body": "organization",
  platform: "organization",
  "religious body": "organization",
  "research centre": "organization",
};

/** Reads `institutions.tsv`; a seat of government speaks for its country. */
export function readInstitutions(rows: readonly Row[]): readonly Bearer[] {
  return rows.map((row) => {
    const { cells, where } = row;
    const type = cells["type"] ?? "";
    const kind = KIND_OF_TYPE[type];
    if (!kind) throw new Error(`${where}: unknown type "${type}"`);
    if (!/^[a-z0-9-]+$/.test(cells["id"] ?? ""))
      throw new Error(`${where}: bad id "${cells["id"]}"`);
    if (!cells["name"] || !cells["english"] || !cells["reason"]) {
      throw new Error(`${where}: name, english and reason are needed`);
    }
    const country = cells["country"] || null;
    const bearer: Bearer = {
      entry: {
        id: `institution:${cells["id"]}`,
        kind,
        names: { en: cells["english"] },
        type,
        country,
        geo: null,
        population: null,
        listed: true,
        speaksFor: type === "seat of government" ? country : null,
      },
      spellings: new Map(),
      rank: kind === "outlet" ? RANK.outlet : RANK.institution,
    };
    for (const name of [cells["name"], ...listOf(row, "aliases")]) addSpelling(bearer, name);
    return bearer;
  });
}
