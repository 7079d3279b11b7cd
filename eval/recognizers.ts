/**
 * The Arabic cases of Recognizers-Text (MIT): an input, and the expressions in it with values.
 * Left out: cases that its own implementation marks as not supported, and those of
 * `recognizers-exceptions.json`, which a reader of Arabic judges to be wrong.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { dataPath } from "./data.js";

const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => String(value).toLowerCase() === "true");

const resultSchema = z.object({
  Text: z.string(),
  Type: z.string().optional(),
  TypeName: z.string().optional(),
  Resolution: z.record(z.string(), z.unknown()).optional(),
  Value: z.record(z.string(), z.unknown()).nullable().optional(),
});

const caseSchema = z.object({
  Input: z.string(),
  Context: z.object({ ReferenceDateTime: z.string().optional() }).optional(),
  NotSupported: z.string().optional(),
  IgnoreResolution: flag,
  Results: z.array(resultSchema),
});

const exceptionsSchema = z.record(
  z.string(),
  z.array(z.object({ case: z.number().int(), reason: z.string().min(10) })),
);

export interface Expected {
  readonly text: string;
  readonly type: string;
  /** As the case gives it: a resolution of numbers, a value of times; null where there is none. */
  readonly value: Readonly<Record<string, unknown>> | null;
}

export interface RecognizerCase {
  /** Its place in its file, from 0: what the exceptions name. */
  readonly index: number;
  readonly input: string;
  /** ISO day on which the input is said to be written; null where it does not matter. */
  readonly reference: string | null;
  /** True where the values of the case were made by a machine and are not to be held to. */
  readonly ignoreValues: boolean;
  readonly expected: readonly Expected[];
}

/** The cases of one file, such as `Number/Arabic/NumberModel`; null where the set is absent. */
export function recognizerCases(file: string): readonly RecognizerCase[] | null {
  const path = dataPath("recognizers-text-ar", `${file}.json`);
  if (!path) return null;
  const exceptions = exceptionsSchema.parse(
    JSON.parse(readFileSync(new URL("recognizers-exceptions.json", import.meta.url), "utf8")),
  );
  const leftOut = new Set((exceptions[file] ?? []).map((exception) => exception.case));
  const source = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return z
    .array(caseSchema)
    .parse(JSON.parse(source))
    .flatMap((item, index): RecognizerCase[] => {
      if (item.NotSupported || leftOut.has(index)) return [];
      return [
        {
          index,
          input: item.Input,
          reference: item.Context?.ReferenceDateTime?.slice(0, 10) ?? null,
          ignoreValues: item.IgnoreResolution,
          expected: item.Results.map((result) => ({
            text: result.Text.trim(),
            type: result.TypeName ?? result.Type ?? "",
            value: result.Resolution ?? result.Value ?? null,
          })),
        },
      ];
    });
}
