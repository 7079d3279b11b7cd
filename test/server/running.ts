/** A service on a port of this machine, over a store of its own, for tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportInput } from "../../src/core/input.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { OWN_HEADER } from "../../src/server/guard.js";
import { listen } from "../../src/server/listen.js";
import { PasswordHashes } from "../../src/server/passwords.js";
import { readHere } from "../../src/server/reading/readers.js";
import { startReading } from "../../src/server/reading/reading.js";
import { digest, newSecret } from "../../src/server/secrets.js";
import type { Service } from "../../src/server/service.js";
import { serviceApp } from "../../src/server/service-app.js";
import { SetupLink } from "../../src/server/setup-link.js";
import { SignInLimits } from "../../src/server/sign-in-limits.js";
import { writerHere } from "../../src/server/writing/writer.js";
import { ROLES, type Role } from "../../src/store/people-rows.js";
import { storePlace } from "../../src/store/place.js";
import { Store, StoreReader } from "../../src/store/store.js";
import { insertSession, insertUser } from "../../src/store/users.js";
import { arriving } from "../store/reports.js";

export const PASSWORD = "correct horse battery";

/** Nobody waits for passwords in tests. */
const quick = new PasswordHashes({ N: 2 ** 10, r: 8, p: 1 });

export interface Running {
  readonly url: string;
  readonly store: Store;
  readonly service: Service;
  readonly app: ReturnType<typeof serviceApp>;
  /** What only who runs the service is told. */
  readonly complaints: unknown[];
  /** A cookie of a user who has just signed in; the users are named as their roles. */
  session(role: Role): Promise<string>;
  /** Asks as the desk would. */
  ask(path: string, sent?: RequestInit & { readonly role?: Role | null }): Promise<Response>;
  stop(): Promise<void>;
}

export async function running(
  reports: readonly ReportInput[],
  given: Partial<Service> & { readonly readOnly?: boolean } = {},
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "isnad-service-"));
  const place = storePlace(join(folder, "store"));
  const store = await Store.openToWrite(place, { engine: "test", create: true });
  if (reports.length > 0) await store.add([reports.map(arriving)]);
  const password = await quick.hash(PASSWORD);
  const time = new Date().toISOString();
  for (const role of ROLES) {
    await store.open.change((queries) =>
      insertUser(queries, { name: role, role, password, created: time, changed: time }),
    );
  }
  const reader = await StoreReader.open(place);
  const fetcher = new Fetcher({ version: "0.0.0" });
  const complaints: unknown[] = [];
  const { readOnly, ...rest } = given;
  const reading = await startReading(reader, place, readHere, (error) => complaints.push(error));
  const service: Service = {
    reading,
    version: "0.0.0",
    desk: "<!doctype html><title>desk</title>",
    store: reader,
    writer: readOnly ? null : writerHere(store, reading.wrote),
    fetches: fetcher,
    passwords: quick,
    signIns: new SignInLimits(),
    setup: new SetupLink(),
    hosts: ["localhost"],
    publicUrl: null,
    open: false,
    now: () => new Date(),
    ...rest,
  };
  const app = serviceApp(service, (error) => complaints.push(error));
  const listening = await listen(
    (request, bindings) => app.fetch(request, bindings),
    0,
    "127.0.0.1",
  );
  const url = `http://127.0.0.1:${listening.port}`;
  const session = async (role: Role): Promise<string> => {
    const secret = newSecret();
    const now = new Date();
    await store.open.change((queries) =>
      insertSession(
        queries,
        {
          id: digest(secret),
          user: role,
          created: now.toISOString(),
          seen: now.toISOString(),
          expires: new Date(now.getTime() + 3600_000).toISOString(),
          address: "127.0.0.1",
        },
        now.toISOString(),
      ),
    );
    return `isnad_session=${secret}`;
  };
  return {
    url,
    store,
    service,
    app,
    complaints,
    session,
    ask: async (path, { role = null, headers, ...sent } = {}) =>
      fetch(`${url}${path}`, {
        ...sent,
        headers: {
          [OWN_HEADER]: "1",
          ...(typeof sent.body === "string" ? { "content-type": "application/json" } : {}),
          ...(role ? { cookie: await session(role) } : {}),
          ...Object.fromEntries(new Headers(headers)),
        },
      }),
    async stop() {
      reading.changes.stop();
      await listening.close(100);
      await fetcher.close();
      await reading.stop();
      await reader.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
