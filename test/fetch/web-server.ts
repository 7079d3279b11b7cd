/** Real servers for tests of fetching: each path answers as the test says, and what was asked is noted. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server } from "node:net";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What was asked, in order; without robots.txt. */
  readonly asked: Asked[];
  readonly robotsAsked: () => number;
  /** What is answered from now on. A text is a page. */
  readonly set: (path: string, answer: Answer | string) => void;
  readonly end: () => Promise<void>;
}

export async function webServer(
  answers: Readonly<Record<string, Answer | string>> = {},
): Promise<WebServer> {
  const paths = new Map(Object.entries(answers));
  const asked: Asked[] = [];
  let robots = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/robots.txt") robots += 1;
    else asked.push({ path, headers: request.headers });
    const answer = paths.get(path) ?? paths.get(path.replace(/\?.*/, "")) ?? paths.get("*");
    if (typeof answer === "function") answer(request, response);
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(answer);
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    asked,
    robotsAsked: () => robots,
    set: (path, answer) => void paths.set(path, answer),
    end: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });

export const redirect =
  (to: string, status = 302): Answer =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end();
