import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MEASURES } from "../core/contract.js";
import { EVENTS as LABELS } from "../export/labels/events.js";
import { EVENTS, type EventDefinition } from "./events.js";
import { MEASURE_DEFINITIONS } from "./measures.js";
import { isRole } from "./roles.js";

/** Types that the contract promises. */
const PROMISED =
  "protest riot seize clash attack strike explosion force-used arrest charge appoint dismiss resign found emergency curfew ban blackout transport-halt mourning price-change appeal decide deploy guard redeploy airlift withdraw call meet summit agree sanction evacuate flee rescue aid disaster accident election";
const PLOVER =
  /^(AGREE|CONSULT|SUPPORT|COOPERATE|AID|CONCEDE|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT)( \([a-z-]+\))?$/;
const ACLED =
  /^(Battles|Explosions\/Remote violence|Protests|Riots|Strategic developments|Violence against civilians)\/[A-Z]/;

const rows: [string, EventDefinition][] = Object.entries(EVENTS);

describe("event table", () => {
  it("has every type of the contract", () => {
    expect(PROMISED.split(" ").filter((type) => !Object.hasOwn(EVENTS, type))).toEqual([]);
  });

  it.each(rows)("%s is defined, with known roles and well formed codes", (_, row) => {
    expect(row.definition).toMatch(/^[A-Z].+\.$/);
    expect(row.roles.filter((role) => !isRole(role))).toEqual([]);
    if (row.plover !== null) expect(row.plover).toMatch(PLOVER);
    if (row.cameo !== null) expect(row.cameo).toMatch(/^(0[1-9]|1\d|20|02)\d{1,2}$/);
    if (row.acled !== null) expect(row.acled).toMatch(ACLED);
  });

  it("has words for every type in the account's languages", () => {
    expect(rows.map(([type]) => type).filter((type) => !Object.hasOwn(LABELS, type))).toEqual([]);
  });

  it("defines every measure", () => {
    expect(Object.keys(MEASURE_DEFINITIONS).sort()).toEqual([...MEASURES].sort());
  });

  it("stands in docs/ONTOLOGY.md, whole", () => {
    const doc = readFileSync(new URL("../../docs/ONTOLOGY.md", import.meta.url), "utf8");
    expect(rows.filter(([type]) => !doc.includes(`| \`${type}\` |`))).toEqual([]);
    expect(MEASURES.filter((measure) => !doc.includes(`| \`${measure}\` |`))).toEqual([]);
  });
});
