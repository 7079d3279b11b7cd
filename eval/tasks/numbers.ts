/** Numbers, ordinals and percentages in words and digits. */
import { arabic } from "../../src/lang/ar/pack.js";
import { type NumberValue, readNumbers } from "../../src/read/numbers/numbers.js";
import { readTextLayer } from "../../src/read/page/text-layer.js";
import { textOf } from "../../src/text/layer.js";
import { type Recognized, scoreRecognized } from "../recognized.js";
import { type Expected, recognizerCases } from "../recognizers.js";
import type { Row, Task } from "../task.js";

const MODELS: readonly (readonly [name: string, file: string, kind: NumberValue["kind"]])[] = [
  ["numbers", "Number/Arabic/NumberModel", "cardinal"],
  ["ordinals", "Number/Arabic/OrdinalModel", "ordinal"],
  ["percentages", "Number/Arabic/PercentModel", "percent"],
];

function findNumbers(input: string, kind: NumberValue["kind"]): readonly Recognized<number>[] {
  const layer = readTextLayer(input, arabic);
  return readNumbers(layer, arabic).flatMap(({ first, last, value }) =>
    value.kind === kind ? [{ text: textOf(layer, first, last), value: value.value }] : [],
  );
}

/** "The last", "the one before": words of place, not numbers. */
const RELATIVE = "ordinal.relative";

/** A value that is no number (a word of place) cannot be compared. */
function agrees(expected: Expected, value: number): boolean | null {
  const given = expected.value?.["value"];
  const wanted = Number(String(given).replace("%", ""));
  if (given === undefined || Number.isNaN(wanted)) return null;
  return Math.abs(wanted - value) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

export const numbers: Task = {
  name: "numbers",
  rows: MODELS.flatMap(([name]) => [name, `${name} value`]),
  run: () => {
    const rows: Row[] = [];
    for (const [name, file, kind] of MODELS) {
      const all = recognizerCases(file);
      if (!all) return null;
      const cases = all.filter(({ expected }) => !expected.some(({ type }) => type === RELATIVE));
      rows.push(
        ...scoreRecognized({ name, cases, find: ({ input }) => findNumbers(input, kind), agrees }),
      );
    }
    return rows;
  },
};
