/** A service on a port of this machine: what it takes of a connection, and how it ends. */
import type { Server } from "node:http";
import { type HttpBindings, serve } from "@hono/node-server";

/** Milliseconds in which the head of a request, and all of it, must have come. */
const HEAD_TIME = 10_000;
const REQUEST_TIME = 60_000;
/** Milliseconds for which a connection waits for its next request. */
const IDLE_TIME = 65_000;
/** How often it is looked who takes longer. */
const LOOK_EVERY = 5000;
const MOST_HEAD_BYTES = 16 << 10;
const MOST_CONNECTIONS = 2000;

export interface Listening {
  readonly port: number;
  /**
   * Takes no more connections, and ends when those that are being answered are.
   * @param patience milliseconds after which they are cut off
   */
  close(patience: number): Promise<void>;
}

export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** @throws Error of Node where the address cannot be listened on */
export function listen(fetch: Fetch, port: number, host: string): Promise<Listening> {
  const server = serve({
    fetch: fetch as Parameters<typeof serve>[0]["fetch"],
    port,
    hostname: host,
    serverOptions: {
      maxHeaderSize: MOST_HEAD_BYTES,
      headersTimeout: HEAD_TIME,
      requestTimeout: REQUEST_TIME,
      keepAliveTimeout: IDLE_TIME,
      connectionsCheckingInterval: LOOK_EVERY,
    },
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      server.off("error", reject);
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        close: (patience) => closing(server, patience),
      });
    });
  });
}

function closing(server: Server, patience: number): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}
