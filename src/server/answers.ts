/** Shapes that many routes share, for the API's own document. */

import type { z } from "zod";
import { PROBLEM_MEDIA, problemDetailsSchema } from "../api/problem.js";

const problem = (description: string) => ({
  description,
  content: { [PROBLEM_MEDIA]: { schema: problemDetailsSchema } },
});

/** Of every route that is not open to anyone. */
export const REFUSALS = {
  401: problem("Nobody has signed in, or the token does not hold."),
  403: problem("The role does not permit it, or a page of another site asked."),
  429: problem("Too many requests: see Retry-After."),
} as const;

export const NOT_FOUND = { 404: problem("There is no such thing.") } as const;
export const CONFLICT = { 409: problem("It is not as the request takes it to be.") } as const;
export const INVALID = { 422: problem("Not as the schema says.") } as const;

/** A JSON answer. */
export const answers = <T extends z.ZodType>(schema: T, description: string) =>
  ({ description, content: { "application/json": { schema } } }) as const;

/** A JSON request. */
export const sent = <T extends z.ZodType>(schema: T) =>
  ({ body: { content: { "application/json": { schema } }, required: true } }) as const;
