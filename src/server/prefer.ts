/** How long who asks would wait for all of it: `Prefer: wait=10` (RFC 7240). */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";

/** Seconds; proxies give up after a minute. */
const LONGEST = 30;

export const preferSchema = z.object({
  prefer: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "`wait=10`: seconds to wait for the accounts; 30 at most" }),
});

/** Milliseconds; 0 where nothing is said. */
export function patienceOf(c: Context): number {
  const asked = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(c.req.header("prefer") ?? "");
  return 1000 * Math.min(LONGEST, Number(asked?.[1] ?? 0));
}
