/** How a judgement names a claim, as it is checked. What is done with it stands apart, so that a page need not load the checking. */
import { z } from "zod";

const KINDS = ["figure", "event", "office", "membership", "attribute", "statement"] as const;
/** UTF-16 code units. */
const LONGEST_WORDS = 400;

export const claimReferenceSchema = z
  .object({
    report: z.string().min(1),
    kind: z.enum(KINDS),
    /** What it tells of, as the engine read it: a measure, a type of event, a change of office, a stance. */
    subject: z.string().max(80),
    /** Its words: UTF-16 code units of the report's text, half-open. */
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    /** Its id when the judgement was made: tells claims of the same words apart while the engine is the same. */
    id: z.string().min(1),
    /** Its words, for whoever reads the log. */
    words: z.string().max(LONGEST_WORDS),
  })
  .refine(({ start, end }) => start < end, { message: "ends before it begins", path: ["end"] })
  .readonly();

export type ClaimReference = z.infer<typeof claimReferenceSchema>;
