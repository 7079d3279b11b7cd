/**
 * Draws disagreements at random from the stories of some days of saudinewsnet, for a person to
 * judge: relation, kind and reason, and each position with its sentence. The same engine, days and
 * seed draw the same ones.
 *
 *   npx tsx eval/audits/draw-disagreements.ts --days 2015-08-06,2015-08-07 --seed 1 --count 100
 *   --table   rows for an audit's table instead: records and what was told, without the words
 *
 * At most three of one story, and of each relation in turn, so that rare ones are judged as well.
 */
import { setup as generate } from "../../scripts/generate.js";
import { toolOptions } from "../../scripts/tool-options.js";
import type { Account, Disagreement, Story } from "../../src/core/contract.js";
import { readArchive } from "../own/archive.js";
import { isSealed } from "../own/sealed.js";
import { seeded } from "../saudi.js";

const MOST_OF_ONE_STORY = 3;
const LEAST_REPORTS = 2;
const POSITIONS_SHOWN = 6;
const SENTENCE_SHOWN = 260;

interface Drawn {
  readonly story: Story;
  readonly disagreement: Disagreement;
}

/** One relation after another gives one, until enough are drawn or all are empty. */
function draw(account: Account, seed: number, count: number): readonly Drawn[] {
  const random = seeded(seed);
  const byRelation = new Map<string, Drawn[]>();
  for (const story of account.stories) {
    if (story.reports.length < LEAST_REPORTS) continue;
    for (const disagreement of story.disagreements) {
      const key = `${disagreement.relation} ${disagreement.kind}`;
      const pool = byRelation.get(key) ?? [];
      pool.push({ story, disagreement });
      byRelation.set(key, pool);
    }
  }
  const pools = [...byRelation].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool);
  const ofStory = new Map<string, number>();
  const drawn: Drawn[] = [];
  while (drawn.length < count && pools.some((pool) => pool.length > 0)) {
    for (const pool of pools) {
      const [one] = pool.splice(Math.floor(random() * pool.length), 1);
      if (!one || drawn.length >= count) continue;
      const taken = ofStory.get(one.story.id) ?? 0;
      if (taken >= MOST_OF_ONE_STORY) continue;
      ofStory.set(one.story.id, taken + 1);
      drawn.push(one);
    }
  }
  return drawn;
}

function show(drawn: readonly Drawn[], account: Account, asTable: boolean): string {
  const claims = new Map(account.claims.map((claim) => [claim.id, claim]));
  const reports = new Map(account.reports.map((report) => [report.id, report]));
  return drawn
    .map(({ story, disagreement: { relation, kind, about, why, positions } }, at) => {
      const rows = positions.slice(0, POSITIONS_SHOWN).map((position) => {
        const claim = claims.get(position.claims[0] ?? "");
        const report = reports.get(claim?.report ?? "");
        const sentence = report?.text.slice(...(claim?.sentence ?? [0, 0])) ?? "";
        const words = sentence.trim().replace(/\s+/g, " ").slice(0, SENTENCE_SHOWN);
        const who = claim?.chain.at(-1)?.name ?? "";
        return { value: position.value, record: report?.file ?? "", who, words };
      });
      if (asTable) {
        const records = rows.map(({ record }) => record).join(", ");
        return `| ${at + 1} | ${records} | ${kind} ${relation} |  |`;
      }
      const head = `${at + 1}. ${kind} ${relation} | ${about} | ${why}\n   story: ${story.title} (${story.reports.length})`;
      return [
        head,
        ...rows.map((row) => `   - ${row.value} [${row.who}] ${row.record} «${row.words}»`),
      ].join("\n");
    })
    .join("\n");
}

const { values } = toolOptions(import.meta.url, {
  options: {
    days: { type: "string", default: "2015-08-06,2015-08-07" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "100" },
    table: { type: "boolean", default: false },
  },
});
await generate();
const { readAccount } = await import("../../src/engine.js");
const inputs = values.days.split(",").flatMap((day) =>
  readArchive(`${day}.zip`)
    .filter(({ archive, index }) => !isSealed(archive, index))
    .map(({ text, title, outlet, url, fetched, index }) => ({
      text,
      title,
      outlet,
      url,
      fetched,
      file: `${day} ${index}`,
    })),
);
const account = readAccount(inputs);
console.log(show(draw(account, Number(values.seed), Number(values.count)), account, values.table));
