import { z } from "zod";

/** Where an entity is named, and how: what it is called may change, where it stands does not. */
export const namedPlaceSchema = z
  .object({
    report: z.string().min(1),
    /** UTF-16 code units of the report's text, half-open. */
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    /** As it was called when the judgement was made; for whoever reads the log. */
    name: z.string(),
  })
  .readonly();

export type NamedPlace = z.infer<typeof namedPlaceSchema>;
