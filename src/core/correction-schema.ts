/** What a person may correct of a claim, as it is checked. */
import { z } from "zod";
import { MEASURES, MODALITIES } from "./codes.js";
import { boundsOfEdtf } from "./edtf.js";
import { namedPlaceSchema } from "./named-place.js";

/** More than anybody counts, and still told exactly by a double. */
const MOST_COUNTED = 1e15;
const LONGEST_COUNTED = 80;

const count = z.number().min(0).max(MOST_COUNTED).nullable();

/** As `Value` of the contract, and possible: a number somewhere, the least not above the most. */
const correctedValueSchema = z
  .object({ min: count, max: count, hedge: z.enum(["exact", "about", "vague", "bound"]) })
  .refine(({ min, max }) => min !== null || max !== null, { message: "neither min nor max" })
  .refine(({ min, max }) => min === null || max === null || min <= max, {
    message: "min is above max",
  })
  .refine(({ min, max, hedge }) => hedge !== "exact" || min === max, {
    message: "an exact value has one number",
  })
  .readonly();

/** The fields that are otherwise than the engine read them, and no others; one at least. */
export const correctionSchema = z
  .strictObject({
    /** Of a figure. */
    measure: z.enum(MEASURES).optional(),
    /** Of a figure: a short English noun, as in the contract. */
    counted: z.string().trim().min(1).max(LONGEST_COUNTED).optional(),
    value: correctedValueSchema.optional(),
    /** Of a figure that counts some of another's: it does not. */
    partOf: z.null().optional(),
    /** Of an event: a code of the ontology; one that it does not know changes nothing. */
    type: z
      .string()
      .regex(/^[a-z][a-z-]{1,40}$/, { message: "is no code of an event" })
      .optional(),
    /** A day, a month, a year, or two of these with a slash between; null: not told. */
    time: z
      .string()
      .refine((edtf) => boundsOfEdtf(edtf) !== null, {
        message: "is no date: 2022-01-06, 2022-01, 2022 or 2022-01-04/2022-01-06",
      })
      .nullable()
      .optional(),
    /** By where it is named; null: none is told. */
    place: namedPlaceSchema.nullable().optional(),
    /** Who says it, by where he is named; null: nobody but the report itself. */
    speaker: namedPlaceSchema.nullable().optional(),
    modality: z.enum(MODALITIES).optional(),
    background: z.boolean().optional(),
  })
  .refine((changes) => Object.values(changes).some((one) => one !== undefined), {
    message: "nothing is corrected",
  })
  .readonly();

export type Correction = z.infer<typeof correctionSchema>;
