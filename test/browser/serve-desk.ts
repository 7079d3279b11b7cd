import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { app, type Served } from "../../src/server/app.js";

/** A server of this machine alone, that can be stopped and begun anew at the same address. */
export class DeskServer {
  private server: Server | null = null;
  private port = 0;
  private readonly fetches = new Fetcher({ version: "0.0.0" });

  constructor(private readonly served: Omit<Served, "hosts" | "fetches">) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  listen(): Promise<void> {
    const routes = app({ ...this.served, fetches: this.fetches, hosts: ["localhost"] });
    const server = serve({ fetch: routes.fetch, port: this.port, hostname: "127.0.0.1" }) as Server;
    this.server = server;
    return new Promise((resolve) => {
      server.once("listening", () => {
        const address = server.address();
        if (typeof address === "object" && address) this.port = address.port;
        resolve();
      });
    });
  }

  stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }
}
