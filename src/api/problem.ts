/** Why a request was not answered as it asked: RFC 9457, `application/problem+json`. */
import { z } from "zod";

export const problemDetailsSchema = z
  .object({
    /** A stable name of the kind of problem, as a URI reference relative to the API. */
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** What was wrong with this request, and what to do. */
    detail: z.string(),
  })
  .readonly();

export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
export const PROBLEM_MEDIA = "application/problem+json";
