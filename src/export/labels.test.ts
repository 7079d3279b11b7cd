import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  disagreementSchema,
  LINK_KINDS,
  MEASURES,
  MEDIA,
  MODALITIES,
  STANCES,
} from "../core/contract.js";
import { EVENTS } from "../ontology/events.js";
import { codeLabel, hasLabel, type LabelTableName } from "./labels.js";

const LEXICON = new URL("../lang/ar/lexicon/", import.meta.url);

/** Every value that the lexicons give to a feature: `counted=soldiers`. */
function lexiconCodes(feature: string, files = /\.tsv$/): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(LEXICON).filter((file) => files.test(file))) {
    for (const line of readFileSync(new URL(name, LEXICON), "utf8").split("\n")) {
      if (line.startsWith("#")) continue;
      for (const match of line.matchAll(/(?:^|[\s])(\w+)=(\S+)/g)) {
        if (match[1] === feature && match[2]) found.add(match[2]);
      }
    }
  }
  return [...found];
}

const { kind, relation } = disagreementSchema.unwrap().shape;

describe("every code has its label in both languages", () => {
  test.each<[LabelTableName, readonly string[]]>([
    ["measure", MEASURES],
    ["stance", STANCES],
    ["modality", MODALITIES],
    ["link", LINK_KINDS],
    ["medium", MEDIA],
    ["disagreement", kind.options],
    ["relation", relation.options],
    ["counted", lexiconCodes("counted")],
    ["type", lexiconCodes("type", /^(organisations|place-words)\.tsv$/)],
    ["office", lexiconCodes("title", /^offices\.tsv$/)],
    ["event", Object.keys(EVENTS)],
  ])("%s", (table, codes) => {
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !hasLabel(table, code))).toEqual([]);
  });
});

test("a code without a label is shown in words", () => {
  expect(codeLabel("event", "road-closed")).toEqual({ ar: "road closed", en: "road closed" });
  expect(codeLabel("no table", "a_b")).toEqual({ ar: "a b", en: "a b" });
  expect(codeLabel("event", "constructor").en).toBe("constructor");
});
