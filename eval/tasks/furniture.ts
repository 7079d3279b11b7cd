/** Lines of page furniture (menus, newsletter lines, related headlines) told from the article. */
import type { Range } from "../../src/core/contract.js";
import { excerpt, type LabelledReading, readLabelled } from "../labelled.js";
import { occurrences, overlap } from "../match.js";
import { type Counts, type Finding, rate, type Task } from "../task.js";

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

export interface FurnitureScore extends Counts {
  readonly findings: readonly Finding[];
}

export function scoreFurniture({ record, report }: LabelledReading): FurnitureScore {
  const covered = (range: Range): boolean =>
    report.furniture.reduce((sum, piece) => sum + overlap(piece, range), 0) * 2 >
    range[1] - range[0];
  const labelled = new Map<string, Range>();
  for (const label of record.labels.chrome) {
    for (const range of labelledRanges(record.text, label)) labelled.set(range.join("-"), range);
  }
  const findings: Finding[] = [];
  let hits = 0;
  for (const range of labelled.values()) {
    const isHit = covered(range);
    if (isHit) hits++;
    findings.push({
      verdict: isHit ? "hit" : "miss",
      record: record.name,
      at: range[0],
      text: excerpt(record.text, range),
    });
  }
  const unlabelled = linesOf(record.text).filter(
    (line) => covered(line) && ![...labelled.values()].some((range) => overlap(line, range) > 0),
  );
  for (const line of unlabelled) {
    findings.push({
      verdict: "spurious",
      record: record.name,
      at: line[0],
      text: excerpt(record.text, line),
    });
  }
  return { hits, labelled: labelled.size, given: hits + unlabelled.length, findings };
}

export const furniture: Task = {
  name: "furniture",
  rows: ["furniture"],
  run: (read) => {
    const readings = readLabelled(read);
    if (!readings) return null;
    const scores = readings.map(scoreFurniture);
    const total = (count: (score: FurnitureScore) => number): number =>
      scores.reduce((sum, score) => sum + count(score), 0);
    return [
      {
        name: "furniture",
        ...rate({
          hits: total(({ hits }) => hits),
          labelled: total(({ labelled }) => labelled),
          given: total(({ given }) => given),
        }),
        findings: scores.flatMap(({ findings }) => findings),
      },
    ];
  },
};
