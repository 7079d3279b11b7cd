/** Lines of page furniture (menus, newsletter lines, related headlines) told from the article. */
import type { Range } from "../../src/core/contract.js";
import type { TextRecord } from "../data.js";
import { excerpt, type LabelledReading, readLabelled } from "../labelled.js";
import { occurrences, overlap } from "../match.js";
import { labelledPages } from "../own/pages.js";
import { type Finding, rate, ratedRow, share, type Task, type TextScore } from "../task.js";

/** Lines that hold anything, without the white space round them. */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed !== "") {
      const first = start + line.indexOf(trimmed);
      lines.push([first, first + trimmed.length]);
    }
    start = end + 1;
  }
  return lines;
}

/**
 * The ranges a label marks: labels give the first words of a line. A line that is wholly the
 * label is meant before lines that only begin with it; a label inside a line marks itself.
 */
function labelledRanges(text: string, label: string): readonly Range[] {
  const words = label.trim();
  const starting = linesOf(text).filter(([start]) => text.startsWith(words, start));
  const whole = starting.filter(([start, end]) => text.slice(start, end) === words);
  if (whole.length > 0) return whole;
  return starting.length > 0 ? starting : occurrences(text, words);
}

const coveredBy =
  (furniture: readonly Range[]) =>
  (range: Range): boolean =>
    furniture.reduce((sum, piece) => sum + overlap(piece, range), 0) * 2 > range[1] - range[0];

/** A dash or a bullet alone on its line is nobody's text: neither a hit nor a loss. */
const saysSomething = (text: string, [start, end]: Range): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(start, end));

export function scoreFurniture({ record, report }: LabelledReading): TextScore {
  const ranges = record.labels.chrome.flatMap((label) => labelledRanges(record.text, label));
  return scoreLines(record, ranges, report.furniture);
}

function scoreLines(
  record: TextRecord,
  ranges: readonly Range[],
  given: readonly Range[],
): TextScore {
  const { name, text } = record;
  const covered = coveredBy(given);
  const labelled = [...new Map(ranges.map((range) => [range.join("-"), range])).values()].filter(
    (range) => saysSomething(text, range),
  );
  const spurious = linesOf(text).filter(
    (line) =>
      saysSomething(text, line) &&
      covered(line) &&
      !labelled.some((range) => overlap(line, range) > 0),
  );
  const finding = (verdict: Finding["verdict"], range: Range): Finding => ({
    verdict,
    record: name,
    at: range[0],
    text: excerpt(text, range),
  });
  const hits = labelled.filter(covered);
  return {
    hits: hits.length,
    labelled: labelled.length,
    given: hits.length + spurious.length,
    findings: [
      ...labelled.map((range) => finding(covered(range) ? "hit" : "miss", range)),
      ...spurious.map((line) => finding("spurious", line)),
    ],
  };
}

export const furniture: Task = {
  name: "furniture",
  rows: ["furniture"],
  run: (read) => {
    const readings = readLabelled(read);
    return readings ? [ratedRow("furniture", readings.map(scoreFurniture))] : null;
  },
};

/** Whole pages as a plain conversion gives them: most of their lines are furniture. */
export const furniturePages: Task = {
  name: "pages",
  rows: ["furniture pages", "furniture pages, mean", "furniture pages, article kept"],
  run: (read) => {
    const pages = labelledPages();
    if (!pages) return null;
    const scored = pages.map((page) => {
      const { text, article } = page;
      const [report] = read([{ text, file: `${page.name}.txt` }]).reports;
      if (!report) throw new Error(`${page.name}: no report was read`);
      const others = linesOf(text).filter((line) => !article.some((one) => overlap(one, line) > 0));
      const lost = article.filter(coveredBy(report.furniture)).length;
      return { page, score: scoreLines(page, others, report.furniture), lost };
    });
    const scores = scored.map(({ score }) => score);
    const each = scored.map(({ page, score }) => {
      const { score: f1 } = rate(score);
      return { name: page.name, f1: f1 ?? 0 };
    });
    const lines = pages.reduce((sum, { article }) => sum + article.length, 0);
    const lost = scored.reduce((sum, page) => sum + page.lost, 0);
    const remark = each.map(({ name, f1 }) => `${name} ${(f1 * 100).toFixed(1)}`).join(", ");
    const mean = each.reduce((sum, { f1 }) => sum + f1, 0);
    return [
      ratedRow("furniture pages", scores, remark),
      { name: "furniture pages, mean", ...share(mean, each.length), findings: [] },
      { name: "furniture pages, article kept", ...share(lines - lost, lines), findings: [] },
    ];
  },
};
