/**
 * Who may ask for what: the one table of it. A route without a line here is answered to nobody, and a
 * test tries every route of the service as each of these.
 */
import type { Role } from "../store/people-rows.js";

/** `anyone` also who has not signed in; each role those above it, too. */
export type Access = "anyone" | Role;

export const ACCESS: Readonly<Record<string, Access>> = {
  "GET /": "anyone",
  "GET /api/v1/health": "anyone",
  "GET /api/v1/openapi.json": "anyone",

  "GET /api/v1/session": "anyone",
  "POST /api/v1/session": "anyone",
  "DELETE /api/v1/session": "reader",
  "PUT /api/v1/session/password": "reader",
  "POST /api/v1/setup": "anyone",

  "GET /api/v1/tokens": "reader",
  "POST /api/v1/tokens": "reader",
  "DELETE /api/v1/tokens/:id": "reader",

  "GET /api/v1/stories": "reader",
  "GET /api/v1/stories/:story": "reader",
  "GET /api/v1/stories/:story/ledger": "reader",
  "GET /api/v1/stories/:story/claims": "reader",
  "GET /api/v1/stories/:story/disagreements": "reader",
  "GET /api/v1/stories/:story/entities": "reader",
  "GET /api/v1/entities": "reader",
  "GET /api/v1/search": "reader",
  "GET /api/v1/changes": "reader",
  "GET /api/v1/events": "reader",

  "GET /api/v1/reports/:id": "reader",
  "GET /api/v1/reports/:id/versions": "reader",
  "GET /api/v1/reports/:id/original": "reader",
  // What is added is seen by all, and stays.
  "POST /api/v1/reports": "reviewer",
  "POST /api/v1/files": "reviewer",
  // Read and kept nowhere; but it costs work.
  "POST /api/v1/read": "reader",

  "GET /api/v1/judgements": "reader",
  "POST /api/v1/judgements": "reviewer",
  "GET /api/v1/review": "reader",
  "GET /api/v1/stories/:story/review": "reader",

  "GET /api/v1/users": "admin",
  "POST /api/v1/users": "admin",
  "PATCH /api/v1/users/:name": "admin",
  "DELETE /api/v1/users/:name": "admin",
  "GET /api/v1/audit": "admin",
  "GET /api/v1/webhooks": "admin",
  "POST /api/v1/webhooks": "admin",
  "DELETE /api/v1/webhooks/:id": "admin",
};
