/** What happened to stories, as it goes over the wire. */
import { z } from "zod";

export const changeSchema = z
  .object({
    /** 1, 2, 3 … in the order in which they happened. */
    seq: z.number().int(),
    time: z.string(),
    /** `anchor` of the story. */
    story: z.number().int(),
    /** `story-opened`, `reports-changed`, `figure-changed`, `disputes-changed`, `report-corrected` … */
    kind: z.string(),
    /** By kind; always with the story's `title`. */
    detail: z.looseObject({ title: z.string().optional() }),
  })
  .readonly();

export const changePageSchema = z
  .object({
    changes: z.array(changeSchema).readonly(),
    /** `since` of the next page: the number of the last change that there is, or of this page. */
    latest: z.number().int(),
    /** Whether there are more by now. */
    more: z.boolean(),
  })
  .readonly();

export const changeQuerySchema = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export type Change = z.infer<typeof changeSchema>;
export type ChangePage = z.infer<typeof changePageSchema>;
