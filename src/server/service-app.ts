/** `isnad serve` over a store: every route behind one gate. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { StoreFault } from "../store/store.js";
import { gate } from "./gate.js";
import { HEADERS } from "./guard.js";
import { Identities } from "./identify.js";
import { documentOf } from "./openapi.js";
import { problemResponse, Refusal } from "./problems.js";
import { RateLimit } from "./rate-limit.js";
import { logging, type RequestLine } from "./request-log.js";
import { auditRoutes } from "./routes/audit.js";
import { changeRoutes } from "./routes/changes.js";
import { entityRoutes } from "./routes/entities.js";
import { healthRoutes } from "./routes/health.js";
import { readRoutes } from "./routes/read.js";
import { reportRoutes } from "./routes/reports.js";
import { reviewRoutes } from "./routes/review.js";
import { searchRoutes } from "./routes/search.js";
import { sessionRoutes } from "./routes/session.js";
import { storyRoutes } from "./routes/stories.js";
import { storyPartRoutes } from "./routes/story-parts.js";
import { tokenRoutes } from "./routes/tokens.js";
import { userRoutes } from "./routes/users.js";
import { webhookRoutes } from "./routes/webhooks.js";
import { SentForms } from "./sent-form.js";
import type { Service, ServiceApp, ServiceEnv } from "./service.js";

/** Bytes of a request, but for reports that are handed in. */
const MOST_BYTES = 256 << 10;
const REPORTS_BYTES = 32 << 20;

/** What becomes of a fault that no person can mend: told to who runs the service, not to who asked. */
export type Complain = (error: unknown) => void;

export function serviceApp(
  service: Service,
  complain: Complain,
  tell: (line: RequestLine) => void = () => {},
): ServiceApp {
  const app: ServiceApp = new OpenAPIHono<ServiceEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const where = issue?.path.join(".") || result.target;
      throw new Refusal(
        422,
        "not-as-schema",
        `${where}: ${issue?.message ?? "not as the schema says"}.`,
      );
    },
  });
  const identities = new Identities(service);
  app.use(logging(tell));
  app.use(HEADERS);
  app.use(gate(service, identities, new RateLimit()));
  const [small, large] = [MOST_BYTES, REPORTS_BYTES].map((maxSize) =>
    bodyLimit({
      maxSize,
      onError: () =>
        problemResponse(
          new Refusal(413, "too-large", `More than ${maxSize >> 10} KiB.`, { connection: "close" }),
        ),
    }),
  );
  app.use((c, next) => (isForReports(c.req.path) ? large : small)?.(c, next) ?? next());

  app.get("/", (c) => c.html(service.desk));
  storyRoutes(app, service);
  storyPartRoutes(app, service);
  entityRoutes(app, service);
  searchRoutes(app, service);
  const forms = new SentForms(service.fetches);
  reportRoutes(app, service, forms);
  readRoutes(app, service, forms);
  changeRoutes(app, service);
  sessionRoutes(app, service, identities);
  userRoutes(app, service, identities);
  tokenRoutes(app, service, identities);
  auditRoutes(app, service);
  webhookRoutes(app, service);
  reviewRoutes(app, service);
  healthRoutes(app, service);
  let document: ReturnType<typeof documentOf> | null = null;
  app.get("/api/v1/openapi.json", (c) => {
    document ??= documentOf(app, service.version);
    return c.json(document);
  });

  app.notFound(() =>
    problemResponse(
      new Refusal(
        404,
        "not-found",
        "There is nothing here. The desk is at /, the API at /api/v1/openapi.json.",
      ),
    ),
  );
  app.onError((error) => {
    if (error instanceof Refusal) return problemResponse(error);
    if (error instanceof HTTPException) {
      return problemResponse(new Refusal(400, "bad-request", error.message));
    }
    complain(error);
    if (error instanceof StoreFault) {
      // Its words name places on this machine.
      return problemResponse(
        new Refusal(
          503,
          `store-${error.code}`,
          "The store cannot do it now: see the server's log.",
        ),
      );
    }
    return problemResponse(
      new Refusal(500, "fault", "The server failed at this. Its log says more."),
    );
  });
  return app;
}

const isForReports = (path: string): boolean => /^\/api\/v1\/(?:reports|files|read)$/.test(path);
