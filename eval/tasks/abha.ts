/** One long story of a press, held against what an editor expects of its account (own/ABHA.md). */
import { z } from "zod";
import type { Account, Ledger, Story } from "../../src/core/contract.js";
import expectations from "../own/abha.json" with { type: "json" };
import { readArchive } from "../own/archive.js";
import type { Finding, Task } from "../task.js";

const measure = z.enum(["killed", "injured"]);
const expectSchema = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("row"),
    measure,
    min: z.number(),
    max: z.number(),
    speaker: z.string(),
    saidOn: z.string(),
    outlets: z.array(z.string()).optional(),
  }),
  z.object({ what: z.literal("best"), measure, counted: z.string(), best: z.number() }),
  z.object({
    what: z.literal("bounds"),
    measure,
    counted: z.string(),
    low: z.number(),
    high: z.number(),
  }),
  z.object({
    what: z.literal("dispute"),
    measure,
    relation: z.string(),
    values: z.array(z.number()),
  }),
  z.object({
    what: z.literal("known"),
    measure,
    counted: z.string(),
    by: z.string(),
    best: z.number(),
  }),
  z.object({
    what: z.literal("witnesses"),
    reports: z.number(),
    most: z.number(),
    agencies: z.number(),
  }),
]);
type Expected = z.infer<typeof expectSchema>;

const setSchema = z.object({
  records: z.record(z.string(), z.array(z.number())),
  expect: z.array(expectSchema),
});

function isMet(expected: Expected, story: Story, account: Account): boolean {
  const reports = new Map(account.reports.map((report) => [report.id, report]));
  const claims = new Map(account.claims.map((claim) => [claim.id, claim]));
  const outlets = new Set(account.reports.map(({ outlet }) => outlet ?? ""));
  const told = (of: string): Ledger[] =>
    story.ledger.filter(({ measure: own, background, part }) => own === of && !background && !part);
  /** The first ledger of a group: they stand in the order of their weight. */
  const main = (of: string, counted: string): Ledger | undefined =>
    told(of).find((ledger) => ledger.counted.startsWith(counted));
  switch (expected.what) {
    case "row":
      return told(expected.measure).some(({ rows }) =>
        rows.some(({ value, speaker, saidOn, claims: ids }) => {
          const carriers = new Set(
            ids.map((id) => reports.get(claims.get(id)?.report ?? "")?.outlet ?? ""),
          );
          return (
            value.min === expected.min &&
            value.max === expected.max &&
            speaker.kind === expected.speaker &&
            saidOn?.start === expected.saidOn &&
            (expected.outlets ?? []).every((outlet) => carriers.has(outlet))
          );
        }),
      );
    case "best":
      return main(expected.measure, expected.counted)?.best === expected.best;
    case "bounds": {
      const ledger = main(expected.measure, expected.counted);
      return ledger?.low === expected.low && ledger.high === expected.high;
    }
    case "dispute":
      return story.disagreements.some(
        ({ relation, positions }) =>
          relation === expected.relation &&
          expected.values.every((value) =>
            positions.some((position) =>
              position.claims.some((id) => {
                const figure = claims.get(id)?.figure;
                return figure?.measure === expected.measure && figure.value.min === value;
              }),
            ),
          ),
      );
    case "known":
      return (
        main(expected.measure, expected.counted)?.history?.findLast(
          ({ knownBy }) => knownBy <= expected.by,
        )?.best === expected.best
      );
    case "witnesses":
      return (
        story.reports.length >= expected.reports &&
        story.witnesses.length <= expected.most &&
        // An origin that is no outlet of these reports is an agency whose words they carry.
        story.witnesses.filter(({ origin }) => origin !== null && !outlets.has(origin)).length >=
          expected.agencies
      );
  }
}

export const abha: Task = {
  name: "Abha",
  rows: ["Abha, account"],
  run: (read) => {
    const { records, expect } = setSchema.parse(expectations);
    const inputs = Object.entries(records).flatMap(([day, places]) => {
      const wanted = new Set(places);
      return readArchive(`${day}.zip`)
        .filter(({ index }) => wanted.has(index))
        .map(({ index, text, outlet, url, fetched, title }) => ({
          text,
          outlet,
          url,
          fetched,
          title,
          file: `${day}#${index}`,
        }));
    });
    if (inputs.length === 0) return null;
    const account = read(inputs);
    const [story] = [...account.stories].sort((a, b) => b.reports.length - a.reports.length);
    if (!story) return null;
    const findings = expect.map((expected): Finding => {
      const verdict = isMet(expected, story, account) ? "hit" : "miss";
      return { verdict, record: "abha", at: null, text: JSON.stringify(expected) };
    });
    const hits = findings.filter(({ verdict }) => verdict === "hit").length;
    return [
      {
        name: "Abha, account",
        cases: expect.length,
        precision: null,
        recall: null,
        score: hits / expect.length,
        remark: `${story.reports.length} reports of ${inputs.length} in the story`,
        findings,
      },
    ];
  },
};
