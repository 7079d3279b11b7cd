/** Reports that a reader pastes, drops or names by their addresses: read, and kept nowhere. */
import { createRoute, z } from "@hono/zod-openapi";
import { addedSchema } from "../../api/reports.js";
import { accountSchema } from "../../core/contract.js";
import { answers, INVALID, REFUSALS } from "../answers.js";
import { gzippedJson, sendPacked } from "../packed.js";
import { newId } from "../secrets.js";
import { SENT_FORM, type SentForms } from "../sent-form.js";
import type { Service, ServiceApp } from "../service.js";

const read = createRoute({
  method: "post",
  path: "/api/v1/read",
  operationId: "read",
  tags: ["reports"],
  summary: "The account of files and of pages at addresses, which are kept nowhere",
  request: SENT_FORM,
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

export function readRoutes(app: ServiceApp, { reading }: Service, forms: SentForms): void {
  app.openapi(read, async (c) => {
    const sent = await forms.of(c);
    const answer = await reading.readers.run({ kind: "server-sent", ...sent });
    return sendPacked(c, `W/"${newId()}"`, () => gzippedJson(JSON.stringify(answer)));
  });
}
