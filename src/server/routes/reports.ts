/** Reports: as they were read, as they came, their versions; and new ones. */
import { createRoute, z } from "@hono/zod-openapi";
import {
  addedSchema,
  newReportsSchema,
  reportVersionsSchema,
  storedReportSchema,
} from "../../api/reports.js";
import type { ReportInput } from "../../core/input.js";
import { answers, INVALID, NOT_FOUND, REFUSALS, sent } from "../answers.js";
import { outlineOf } from "../outline.js";
import { patienceOf, preferSchema } from "../prefer.js";
import { notFound, Refusal } from "../problems.js";
import { SENT_FORM, type SentForms } from "../sent-form.js";
import { byOf, type Service, type ServiceApp, writerOf } from "../service.js";

const TAGS = ["reports"];
const params = z.object({ id: z.string().max(100) });

const one = createRoute({
  method: "get",
  path: "/api/v1/reports/{id}",
  operationId: "report",
  tags: TAGS,
  summary: "A report as the engine reads it",
  request: { params },
  responses: { 200: answers(storedReportSchema, "The report"), ...REFUSALS, ...NOT_FOUND },
});

const versions = createRoute({
  method: "get",
  path: "/api/v1/reports/{id}/versions",
  operationId: "versions",
  tags: TAGS,
  summary: "All versions of a report",
  request: { params },
  responses: { 200: answers(reportVersionsSchema, "The oldest first"), ...REFUSALS, ...NOT_FOUND },
});

const original = createRoute({
  method: "get",
  path: "/api/v1/reports/{id}/original",
  operationId: "original",
  tags: TAGS,
  summary: "The bytes as they came, as a file to be saved, never shown",
  request: { params },
  responses: {
    200: {
      description: "The bytes",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...REFUSALS,
    ...NOT_FOUND,
  },
});

const add = createRoute({
  method: "post",
  path: "/api/v1/reports",
  operationId: "addReports",
  tags: TAGS,
  summary:
    "Keeps reports; the accounts of their stories are made anew soon, or with `Prefer: wait=10` before the answer",
  request: { ...sent(newReportsSchema), headers: preferSchema },
  responses: { 200: answers(addedSchema, "What became of them"), ...REFUSALS, ...INVALID },
});

const addFiles = createRoute({
  method: "post",
  path: "/api/v1/files",
  operationId: "addFiles",
  tags: TAGS,
  summary:
    "Keeps the reports of files of any kind that `isnad add` reads, and of pages at addresses",
  request: { ...SENT_FORM, headers: preferSchema },
  responses: { 200: answers(addedSchema, "What became of them"), ...REFUSALS, ...INVALID },
});

/** What came from a stranger is saved, not shown; were it shown, it could do nothing. */
const INERT = {
  "content-type": "application/octet-stream",
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-cache",
};

export function reportRoutes(app: ServiceApp, service: Service, forms: SentForms): void {
  const { store, reading } = service;

  app.openapi(one, async (c) => {
    const report = await store.report(c.req.valid("param").id);
    if (!report) throw notFound("report");
    const { seq, input, origin, content } = report;
    const place = await store.queries
      .selectFrom("placements")
      .select("story")
      .where("report", "=", seq)
      .executeTakeFirst();
    const answer = {
      ...outlineOf(report),
      text: input.text,
      byline: input.byline ?? null,
      language: input.language ?? null,
      origin,
      content,
      anchor: place?.story ?? null,
    };
    return c.json(answer, 200, { "cache-control": "private, no-cache" });
  });

  app.openapi(versions, async (c) => {
    const found = await store.versions(c.req.valid("param").id);
    if (found.length === 0) throw notFound("report");
    const shown = found.map(({ id, version, title, outlet, url, published, added }) => ({
      id,
      version,
      title,
      outlet,
      url,
      published,
      added,
    }));
    return c.json({ versions: shown }, 200);
  });

  app.openapi(original, async (c) => {
    const { id } = c.req.valid("param");
    const report = await store.report(id);
    const found = report && (await store.original(report.seq));
    if (!found) throw notFound("report");
    // The name is ours: one of theirs could say anything.
    const name = `${id.replace(/[^\w-]/g, "_")}${ENDINGS[found.media] ?? ".bin"}`;
    return new Response(new Uint8Array(found.bytes), {
      headers: { ...INERT, "content-disposition": `attachment; filename="${name}"` },
    });
  });

  app.openapi(add, async (c) => {
    const { reports } = c.req.valid("json");
    const inputs: readonly ReportInput[] = reports;
    const bringing = { by: byOf(c.var), patience: patienceOf(c) };
    const result = await writerOf(service).run("add-inputs", { inputs, ...bringing });
    if (bringing.patience > 0) await reading.caughtUp();
    return c.json(result, 200);
  });

  app.openapi(addFiles, async (c) => {
    const writer = writerOf(service);
    const { files, pages } = await forms.of(c);
    if (files.length === 0 && pages.length === 0) {
      throw new Refusal(422, "no-file", "No file was sent as `file`, and no address as `address`.");
    }
    const bringing = { by: byOf(c.var), patience: patienceOf(c) };
    const result = await writer.run("add-files", { files, pages, ...bringing });
    if (bringing.patience > 0) await reading.caughtUp();
    return c.json(result, 200);
  });
}

const ENDINGS: Readonly<Record<string, string>> = {
  "text/plain": ".txt",
  "text/html": ".html.txt",
  "application/json": ".json",
};
