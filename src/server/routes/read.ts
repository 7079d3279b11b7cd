/** Reports that a reader pastes, drops or names by their addresses: read, and kept nowhere. */
import { createRoute, z } from "@hono/zod-openapi";
import { addedSchema } from "../../api/reports.js";
import { accountSchema } from "../../core/contract.js";
import { answers, INVALID, REFUSALS } from "../answers.js";
import { gzippedJson, sendPacked } from "../packed.js";
import { Refusal, refuseFor } from "../problems.js";
import { RateLimit } from "../rate-limit.js";
import { newId } from "../secrets.js";
import { addressesIn, pagesAt, waitFor, wrongAddresses } from "../sent-addresses.js";
import { filesOf, formOf } from "../sent-files.js";
import type { Service, ServiceApp } from "../service.js";

const read = createRoute({
  method: "post",
  path: "/api/v1/read",
  operationId: "read",
  tags: ["reports"],
  summary: "The account of files and of pages at addresses, which are kept nowhere",
  request: {
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
  },
  responses: {
    200: answers(
      z
        .object({
          /** Null where nothing could be read. */
          account: accountSchema.nullable(),
          problems: addedSchema.unwrap().shape.problems,
        })
        .readonly(),
      "What was read",
    ),
    ...REFUSALS,
    ...INVALID,
  },
});

export function readRoutes(app: ServiceApp, { reading, fetches }: Service): void {
  const limit = new RateLimit();
  app.openapi(read, async (c) => {
    const form = await formOf(c);
    const files = await filesOf(form);
    const addresses = addressesIn(form);
    const wrong = wrongAddresses(addresses);
    if (wrong !== null) throw new Refusal(422, "too-many-addresses", wrong);
    const { actor, address } = c.var;
    refuseFor(waitFor(limit, actor?.name ?? address, addresses), "address");
    const pages = await pagesAt(fetches, addresses, c.req.raw.signal);
    const answer = await reading.readers.run({ kind: "server-sent", files, pages });
    return sendPacked(c, `W/"${newId()}"`, () => gzippedJson(JSON.stringify(answer)));
  });
}
