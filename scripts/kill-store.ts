/**
 * `npx tsx scripts/kill-store.ts [ROUNDS] [SEED]`: kills processes that write to a store at random
 * moments (200), on the embedded database and on PostgreSQL in turn, and looks what was lost.
 */
import { seeded } from "../eval/saudi.js";
import { DATABASES } from "../test/store/databases.js";
import { bundledVictim, killed, lossesIn } from "../test/store/killing.js";
import { toolCount, toolOptions } from "./tool-options.js";

const {
  positionals: [roundsGiven = "200", seedGiven = "1"],
} = toolOptions(import.meta.url, { allowPositionals: true });
const rounds = toolCount("ROUNDS", roundsGiven);
/** Milliseconds; half of the kills fall into the first hundred, where the schema is made. */
const LONGEST = 2500;
/** A store is filled by so many processes, then a new one begins. */
const ROUNDS_A_STORE = 10;

const random = seeded(toolCount("SEED", seedGiven));

async function main(): Promise<void> {
  const victim = await bundledVictim();
  const databases = await Promise.all(
    DATABASES.map(async ({ name, start }) => ({ name, made: await start() })),
  );
  const last = new Map<string, number>();
  let [lost, done, added, judged] = [0, 0, 0, 0];
  try {
    for (; done < rounds; ) {
      const { name, made } = databases[
        Math.floor(done / ROUNDS_A_STORE) % databases.length
      ] as (typeof databases)[number];
      const place = await made.place();
      const said = { added: new Set<string>(), judged: new Set<string>() };
      for (let at = 0; at < ROUNDS_A_STORE && done < rounds; at++, done++) {
        const delay = random() < 0.5 ? random() * 100 : random() * LONGEST;
        const one = await killed(victim, place, at, delay);
        for (const id of one.added) said.added.add(id);
        for (const id of one.judged) said.judged.add(id);
        const doing = one.last.split(" ")[0] ?? "";
        last.set(doing, (last.get(doing) ?? 0) + 1);
        const losses = await lossesIn(place, said);
        lost += losses.length;
        if (losses.length > 0)
          process.stdout.write(`${name}, kill ${done}: ${losses.join("; ")}\n`);
      }
      added += said.added.size;
      judged += said.judged.size;
    }
  } finally {
    for (const { made } of databases) await made.end();
  }
  const moments = [...last].map(([word, count]) => `${word} ${count}`).join(", ");
  process.stdout.write(
    `${done} kills (after: ${moments}); ${added} reports and ${judged} judgements committed, ${lost} lost or half done.\n`,
  );
  process.exitCode = lost > 0 ? 1 : 0;
}

await main();
