import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../core/calendar.js";
import { readReport } from "../../engine.js";
import * as gazetteer from "../../gazetteer/gazetteer.js";
import { arabic } from "../../lang/ar/pack.js";
import { readNames } from "../names/names.js";
import { readNumbers } from "../numbers/numbers.js";
import { readTextLayer } from "../page/text-layer.js";
import { readTimes } from "../times/times.js";
import { readEvents } from "./events.js";

interface Case {
  readonly text: string;
  readonly events: readonly {
    readonly type: string;
    readonly modality: string;
    /** Roles that must read so; others may be told besides. */
    readonly roles: Readonly<Record<string, readonly string[]>>;
  }[];
}

const corpus: Case[] = readFileSync(
  new URL("../../lang/ar/corpus/events.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

function eventsIn(text: string) {
  const layer = readTextLayer(text, arabic);
  const times = readTimes(layer, readNumbers(layer, arabic), arabic);
  const names = readNames(layer, arabic, gazetteer);
  return readEvents(layer, names, times.resolve(dayNumber(2029, 2, 8)), arabic);
}

describe("events of the Arabic corpus", () => {
  it.each(corpus.map((one): [string, Case] => [one.text, one]))("%s", (text, wanted) => {
    const found = eventsIn(text).map(({ value }) => value);
    expect(found.map(({ type, modality }) => `${type} ${modality}`)).toEqual(
      wanted.events.map(({ type, modality }) => `${type} ${modality}`),
    );
    for (const [at, { roles }] of wanted.events.entries()) {
      const told = Object.entries(found[at]?.roles ?? {});
      const read = Object.fromEntries(told.map(([role, all]) => [role, all.map((f) => f.text)]));
      expect(read).toMatchObject(roles);
    }
  });
});

describe("claims of events", () => {
  const claimsOf = (text: string) =>
    readReport({ text, published: "2029-02-08" }).claims.filter((claim) => claim.event);

  it("keep the speaker, the announced day, and the modality of a day to come", () => {
    const [claim] = claimsOf("أعلن وزير الدفاع أمس الأربعاء انسحاب القوات من البلدة غدا الجمعة.");
    expect(claim?.event?.type).toBe("withdraw");
    expect(claim?.modality).toBe("planned");
    expect(claim?.time?.start).toBe("2029-02-09");
    expect(claim?.chain.length).toBe(2);
  });

  it("are background where they lie long before the report", () => {
    const [claim] = claimsOf("تأسست المنظمة في مايو 1992.");
    expect(claim?.event?.type).toBe("found");
    expect(claim?.background).toBe(true);
  });

  it("are unverified where the next sentence says that nobody could check", () => {
    const [claim] = claimsOf(
      "وقال مسؤول إن محتجين اقتحموا المطار. ولم تتمكن رويترز من التحقق من ذلك بشكل مستقل.",
    );
    expect(claim?.event?.type).toBe("seize");
    expect(claim?.modality).toBe("unverified");
  });
});

describe("cost", () => {
  it("grows with the length of a text, not faster", () => {
    const hostile = "وأعلن فرض إرسال قوات بعد قصف و".repeat(4000);
    const started = performance.now();
    eventsIn(hostile);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
