import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as gazetteer from "../../gazetteer/gazetteer.js";
import { arabic } from "../../lang/ar/pack.js";
import { readAttributes } from "../attributes.js";
import { readMemberships } from "../memberships.js";
import { readOffices } from "../offices/offices.js";
import { readTextLayer } from "../page/text-layer.js";
import { readEntities } from "./entities.js";
import { nameRange } from "./mention.js";
import { readNames } from "./names.js";

interface Case {
  readonly text: string;
  readonly names?: readonly string[];
  readonly offices?: readonly string[];
}

const corpus = (name: string): readonly Case[] =>
  readFileSync(new URL(`../../lang/ar/corpus/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Case);

const read = (text: string) => {
  const layer = readTextLayer(text, arabic);
  const names = readNames(layer, arabic, gazetteer);
  return { layer, names, entities: readEntities(layer, names, "report", arabic, gazetteer) };
};

describe("names", () => {
  test.each(corpus("names.jsonl"))("$text", ({ text, names: expected }) => {
    const { names } = read(text);
    const found = names
      .filter(({ value }) => value.head === "name")
      .map(({ value }) => [value.kind, value.name, value.ref].filter(Boolean).join(" "));
    const wanted = expected ?? [];
    // A reference is compared only where the corpus gives one.
    expect(found.map((one, at) => (one.startsWith(wanted[at] ?? " ") ? wanted[at] : one))).toEqual(
      wanted,
    );
  });

  test("what stands in brackets or quotes behind a man is another name of his, and no club's", () => {
    const named = (text: string): string[] => read(text).entities.entities.map(({ name }) => name);
    expect(named("زار محمد حمدان دقلو «حميدتي» المعسكر. وقال حميدتي إن الوضع هادئ.")).toEqual([
      "محمد حمدان دقلو",
    ]);
    const [, ...others] = read("سجل محمد سالم (الأهلي) هدفا.").entities.entities[0]?.forms ?? [];
    expect(others).toEqual([]);
  });

  test("never overlap and stand in order", () => {
    const { names } = read(
      corpus("names.jsonl")
        .map(({ text }) => text)
        .join("\n"),
    );
    for (let at = 1; at < names.length; at++) {
      expect(names[at]?.first).toBeGreaterThanOrEqual(names[at - 1]?.last ?? 0);
    }
  });

  test("leave what is joined in front of a name out of its range", () => {
    const { layer, names } = read("سافر الوفد إلى عمّان وبالقاهرة اجتمع.");
    const last = names.at(-1);
    const [start, end] = last ? nameRange(layer, last) : [0, 0];
    expect(layer.text.slice(start, end)).toBe("القاهرة");
  });
});

describe("offices", () => {
  test.each(corpus("offices.jsonl"))("$text", ({ text, offices: expected }) => {
    const { layer, names } = read(text);
    const found = readOffices(layer, names, arabic).map(({ value }) => {
      const of = value.of === null ? null : names[value.of]?.value;
      const holder = names[value.holder]?.value.name;
      return `${holder} | ${value.office} | ${of ? (of.ref ?? of.name) : null} | ${value.change}`;
    });
    expect(found.sort()).toEqual([...(expected ?? [])].sort());
  });
});

describe("entities of one report", () => {
  test("join a family name and another spelling with the full name", () => {
    const { entities } = read(
      "التقى الرئيس فيكتور ماليانوف الوفد. وقال ماليانوف إنه راض. وغادر فيكتور مالينوف مساء.",
    );
    expect(entities.entities.filter(({ kind }) => kind === "person")).toHaveLength(1);
  });

  test("keep a father apart from his son", () => {
    const { entities } = read(
      "استقبل الملك فهد بن خالد الوفد. وحضر الأمير سعود بن فهد بن خالد. وقال سعود إن اللقاء مثمر.",
    );
    expect(entities.entities.filter(({ kind }) => kind === "person")).toHaveLength(2);
  });

  test("join the names of one place", () => {
    const { entities } = read(
      "تضم المنظمة روسيا البيضاء وقرغيزيا. وتقع بيلاروسيا وقيرغيزستان بعيدا.",
    );
    const refs = entities.entities.filter(({ kind }) => kind === "place").map(({ ref }) => ref);
    expect(refs).toEqual(["country:BY", "country:KG"]);
  });

  test("keep a person apart from a city of the same name", () => {
    const { entities } = read("زار نور سلطان نزارباييف العاصمة نور سلطان.");
    expect(entities.entities.map(({ kind }) => kind)).toEqual(["person", "place"]);
  });

  test("take a common noun for the only one it can be", () => {
    const { names, entities } = read(
      "قررت منظمة الأغذية والزراعة الانسحاب. وقالت المنظمة إن السبب مالي.",
    );
    const nominal = names.findIndex(({ value }) => value.head === "nominal");
    expect(entities.entityOf(nominal)).toBe(entities.entityOf(0));
  });
});

describe("told in passing", () => {
  test("members of a body", () => {
    const { layer, names } = read("وهي منظمة الدول التركية التي تضم تركيا وأذربيجان وكازاخستان.");
    const members = readMemberships(layer, names, arabic).map(
      ({ value }) => names[value.member]?.value.name,
    );
    expect(members).toEqual(["تركيا", "أذربيجان", "كازاخستان"]);
  });

  test("age, predecessor, renaming", () => {
    const { layer, names } = read(
      "أقال الرئيس خالد منصور سلفه سليم عواد، البالغ من العمر 70 عاما. وغيرت أستانة، التي جرى تغيير اسمها إلى نور سلطان، شكلها.",
    );
    const told = readAttributes(layer, names, arabic).map(
      ({ value }) => `${value.name} ${value.value}`,
    );
    expect(told.sort()).toEqual(["age 70", "predecessor سليم عواد", "renamed نور سلطان"]);
  });
});
