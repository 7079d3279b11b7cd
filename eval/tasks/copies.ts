/** Pairs of reports of which one is a copy, or both are of one text (`own/COPIES.md`). */
import { readReport } from "../../src/engine.js";
import { Articles } from "../../src/relate/articles.js";
import { findCopies } from "../../src/relate/copies/copies.js";
import type { Copy } from "../../src/relate/copies/shared-passages.js";
import { labelledPairs, type PairLabel, pressForms } from "../own/copies.js";
import { type Finding, type Row, rate, share, type Task } from "../task.js";

/** From this share on a pair counts as a copy. */
const COPY_FROM = 0.5;

/** How an origin is written in the account. */
const ORIGINS: Readonly<Record<NonNullable<PairLabel["origin"]>, string>> = {
  spa: "واس",
  afp: "فرانس برس",
  dpa: "وكالة الأنباء الألمانية",
  reuters: "رويترز",
  agencies: "وكالات",
};

function scored(name: string, half: PairLabel["half"]): readonly Row[] | null {
  const labelled = labelledPairs(half);
  if (!labelled) return null;
  const { pairs, records } = labelled;
  const nameOf = new Map<string, string>();
  const readings = [...records].map(([file, record]) => {
    const { text, outlet, title, url, fetched, byline } = record;
    const reading = readReport({ text, file, outlet, title, url, fetched, byline });
    nameOf.set(reading.report.id, file);
    return reading;
  });
  const copies = new Map<string, Copy>();
  for (const copy of findCopies(readings, new Articles(), pressForms()).copies) {
    const ends = [copy.from, copy.to].map((id) => nameOf.get(id) ?? "").sort();
    copies.set(ends.join(" "), copy);
  }
  const findings: Finding[] = [];
  const counts = { hits: 0, labelled: 0, given: 0, origins: 0, rightOrigins: 0 };
  for (const pair of pairs) {
    if (pair.label === "doubtful") continue;
    const copy = copies.get([pair.a, pair.b].sort().join(" "));
    const found = (copy?.share ?? 0) >= COPY_FROM;
    const right = pair.label === "copy";
    if (right) counts.labelled++;
    if (found) counts.given++;
    if (right && found) counts.hits++;
    const told = `${pair.a} ${pair.b} ${pair.label} ${pair.origin ?? ""}`;
    const given = copy ? `share ${copy.share} ${copy.origin ?? ""}` : "nothing in common";
    if (right || found) {
      const verdict = right && found ? "hit" : right ? "miss" : "spurious";
      findings.push({ verdict, record: pair.a, at: null, text: `${told}  ← ${given}` });
    }
    if (!right || !found || !copy) continue;
    counts.origins++;
    const origin = pair.origin ? ORIGINS[pair.origin] : null;
    if (copy.origin === origin) counts.rightOrigins++;
    else findings.push({ verdict: "wrong", record: pair.a, at: null, text: `${told}  ← ${given}` });
  }
  return [
    {
      name,
      ...rate(counts),
      remark: `${pairs.filter(({ label }) => label === "form").length} forms beside them`,
      findings,
    },
    { name: `${name} origin`, ...share(counts.rightOrigins, counts.origins), findings: [] },
  ];
}

const taskOf = (name: string, half: PairLabel["half"], sealed: string | null): Task => ({
  name,
  rows: [name, `${name} origin`],
  sealed,
  run: () => scored(name, half),
});

export const copies = taskOf("copies", "worked", null);
/** Was sealed, and has been opened since (`own/COPIES.md`). */
export const copiesApart = taskOf("copies apart", "opened", null);
export const sealedCopies = taskOf(
  "copies sealed",
  "sealed",
  "whoever sees its misses fits rules to them, and then no set is left that tells an honest score",
);
