/** The API's own document, from the routes as they are registered. */
import type { ServiceApp } from "./service.js";

export const documentOf = (app: ServiceApp, version: string) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Isnad",
      version,
      description:
        "Stories, their accounts and all they rest on. Sign in by POST /api/v1/session, or send a token: Authorization: Bearer isnad_….",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  });
