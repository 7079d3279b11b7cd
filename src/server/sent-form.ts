/** A form of files and of addresses of pages, as a browser sends them to be read or kept. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Refusal, refuseFor } from "./problems.js";
import { RateLimit } from "./rate-limit.js";
import type { SentFile } from "./reading/read-sent.js";
import {
  addressesIn,
  type Fetches,
  pagesAt,
  type SentPage,
  waitFor,
  wrongAddresses,
} from "./sent-addresses.js";
import { filesOf, formOf } from "./sent-files.js";
import type { ServiceEnv } from "./service.js";

/** How a route describes the form. */
export const SENT_FORM = {
  body: {
    required: true,
    content: {
      "multipart/form-data": {
        schema: z.object({
          file: z.any().optional().openapi({ type: "string", format: "binary" }),
          /** Of a page, which the server fetches; may be given up to twenty times. */
          address: z.any().optional().openapi({ type: "string", format: "uri" }),
        }),
      },
    },
  },
};

/** What was sent, its pages fetched. */
export interface Sent {
  readonly files: readonly SentFile[];
  readonly pages: readonly SentPage[];
}

/** Takes such forms: whoever sends addresses to one route has sent them to all. */
export class SentForms {
  private readonly limit = new RateLimit();

  constructor(private readonly fetches: Fetches) {}

  /** @throws Refusal where it is no form, or too much of one */
  async of(c: Context<ServiceEnv>): Promise<Sent> {
    const form = await formOf(c);
    const files = await filesOf(form);
    const addresses = addressesIn(form);
    const wrong = wrongAddresses(addresses);
    if (wrong !== null) throw new Refusal(422, "too-many-addresses", wrong);
    const { actor, address } = c.var;
    refuseFor(waitFor(this.limit, actor?.name ?? address, addresses), "address");
    return { files, pages: await pagesAt(this.fetches, addresses, c.req.raw.signal) };
  }
}
