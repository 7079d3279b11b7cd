/**
 * Draws claims at random over all of saudinewsnet, for a person to judge: each with its sentence
 * and the sentences beside it. The same engine and seed draw the same claims.
 *
 *   npx tsx eval/audits/draw.ts --kind figures --seed 1 --count 200
 *   --kind    figures · chains (statements) · attributed (claims of any kind in somebody's mouth) ·
 *             events (events and offices) · happenings (events alone) · relations (offices, memberships, attributes)
 *   --table   rows for an audit's table instead: number, record, offsets, value, without the words
 *
 * Reports are put in a random order by the seed and read one by one, at most two claims of each,
 * until enough are found; so rare reports count as much as those full of claims.
 */
import { setup as generate } from "../../scripts/generate.js";
import { toolOptions } from "../../scripts/tool-options.js";
import type { Account, Claim, Range, Report } from "../../src/core/contract.js";
import { excerpt } from "../labelled.js";
import { type ArchivedReport, archiveNames, readArchive } from "../own/archive.js";
import { seeded } from "../saudi.js";

const MOST_OF_ONE_REPORT = 2;

const KINDS: Readonly<Record<string, (claim: Claim) => boolean>> = {
  figures: (claim) => claim.figure !== undefined,
  chains: (claim) => claim.statement !== undefined,
  attributed: (claim) => claim.chain.length > 1,
  events: (claim) => claim.event !== undefined || claim.office !== undefined,
  happenings: (claim) => claim.event !== undefined,
  relations: ({ office, membership, attribute }) =>
    office !== undefined || membership !== undefined || attribute !== undefined,
};

/** Takes one element out of a list by chance; the last takes its place. */
function takeAny<T>(pool: T[], random: () => number): T | undefined {
  const at = Math.floor(random() * pool.length);
  const last = pool.pop();
  const taken = pool[at];
  if (taken === undefined || last === undefined) return last;
  pool[at] = last;
  return taken;
}

interface Drawn {
  readonly record: ArchivedReport;
  readonly report: Report;
  readonly account: Account;
  readonly claim: Claim;
}

function draw(
  records: readonly ArchivedReport[],
  read: (record: ArchivedReport) => Account,
  isWanted: (claim: Claim) => boolean,
  seed: number,
  count: number,
): readonly Drawn[] {
  const random = seeded(seed);
  const unread = [...records];
  const drawn: Drawn[] = [];
  while (drawn.length < count) {
    const record = takeAny(unread, random);
    if (!record) break;
    const account = read(record);
    const [report] = account.reports;
    const claims = account.claims.filter(isWanted);
    for (let taken = 0; report && taken < MOST_OF_ONE_REPORT; taken++) {
      const claim = takeAny(claims, random);
      if (claim && drawn.length < count) drawn.push({ record, report, account, claim });
    }
  }
  return drawn;
}

/** What was read, in one line. */
function reading({ account, claim }: Drawn): string {
  const name = (id: string): string => account.entities.find((it) => it.id === id)?.name ?? id;
  const parts: string[] = [];
  if (claim.figure) {
    const { measure, counted, value, group, partOf, scope } = claim.figure;
    const bounds = `${value.min ?? "…"}..${value.max ?? "…"}`;
    parts.push(measure, bounds, value.hedge, counted);
    if (group) parts.push(`group=${name(group)}`);
    if (partOf) {
      const whole = account.claims.find(({ id }) => id === partOf);
      parts.push(`part-of=${whole ? excerpt(account.reports[0]?.text ?? "", whole.span) : "?"}`);
    }
    parts.push(scope);
  }
  if (claim.event) {
    parts.push(claim.event.type);
    for (const [role, ids] of Object.entries(claim.event.roles))
      parts.push(`${role}=${ids.map(name).join("+")}`);
  }
  if (claim.office) {
    const { holder, change, office, of } = claim.office;
    parts.push(`${name(holder)} ${change} «${office}»`, `of=${of ? name(of) : "–"}`);
  }
  if (claim.membership)
    parts.push(`${name(claim.membership.member)} member of ${name(claim.membership.of)}`);
  if (claim.attribute) {
    const { of, name: what, value } = claim.attribute;
    parts.push(`${name(of)} ${what} = ${value}`);
  }
  if (claim.statement) parts.push(claim.statement.stance, claim.statement.direct ? "direct" : "");
  if (claim.statement || claim.figure || claim.chain.length > 1) {
    const links = claim.chain.slice(1);
    const told = links.map((link) =>
      [
        link.name || "–",
        `(${[link.kind, link.medium, link.meant].filter(Boolean).join(", ")})`,
      ].join(" "),
    );
    parts.push(`chain=[${told.join(" ← ")}]`);
  }
  if (!claim.statement) {
    parts.push(`place=${claim.place ? name(claim.place) : "–"}`);
    parts.push(`time=${claim.time?.edtf ?? "–"}`);
  }
  if (claim.modality !== "asserted") parts.push(claim.modality);
  if (claim.background) parts.push("background");
  return parts.filter((part) => part !== "").join(" · ");
}

/** The sentence of a claim between its neighbours, the claim's own words in double brackets. */
function withNeighbours({ report, claim }: Drawn): string {
  const { text, sentences } = report;
  const at = sentences.findIndex(([start, end]) => start < claim.span[1] && end > claim.span[0]);
  const neighbour = (range: Range | undefined): string =>
    range ? excerpt(text, range).slice(1, -1) : "";
  const [start, end] = sentences[at] ?? claim.sentence;
  const [from, to] = [Math.max(start, claim.span[0]), Math.min(end, claim.span[1])];
  const marked = `${text.slice(start, from)}⟦${text.slice(from, to)}⟧${text.slice(to, end)}`;
  return [
    `    ‹ ${neighbour(sentences[at - 1]).slice(-350)}`,
    `    » ${marked.replace(/\s+/gu, " ").trim()}`,
    `    › ${neighbour(sentences[at + 1]).slice(0, 250)}`,
  ].join("\n");
}

const { values: options } = toolOptions(import.meta.url, {
  options: {
    kind: { type: "string", default: "figures" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "200" },
    table: { type: "boolean", default: false },
  },
});
const isWanted = KINDS[options.kind];
if (!isWanted) throw new Error(`--kind ${options.kind}: one of ${Object.keys(KINDS).join(", ")}`);
const archives = archiveNames();
if (!archives) {
  console.log("draw: skipped: data not present");
  process.exit(0);
}
generate();
const { readAccount } = await import("../../src/engine.js");
const records = archives.flatMap(readArchive);
const read = (record: ArchivedReport): Account =>
  readAccount([
    {
      text: record.text,
      file: `${record.archive}#${record.index}`,
      title: record.title,
      outlet: record.outlet || null,
      url: record.url || null,
      fetched: record.fetched,
    },
  ]);
const drawn = draw(records, read, isWanted, Number(options.seed), Number(options.count));
for (const [index, item] of drawn.entries()) {
  const { record, claim } = item;
  const place = `${record.archive.replace(".zip", "")} | ${record.index} | ${claim.span.join("–")}`;
  if (options.table) console.log(`| ${index + 1} | ${place} | ${reading(item)} |`);
  else {
    console.log(`\n#${index + 1} ${place} · ${record.outlet} · ${record.title ?? ""}`);
    console.log(`    = ${reading(item)} · ${claim.rule}`);
    console.log(withNeighbours(item));
  }
}
