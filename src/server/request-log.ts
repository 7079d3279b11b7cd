/** A line a request, on the error stream: who asked for what, and how long it took. No words of anybody. */
import type { MiddlewareHandler } from "hono";
import type { ServiceEnv } from "./service.js";

export interface RequestLine {
  readonly time: string;
  readonly method: string;
  /** Without what stands behind `?`: what somebody searches for is theirs. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly user: string | null;
  readonly address: string;
}

export type LogForm = "plain" | "json" | "none";

export function written(line: RequestLine, form: "plain" | "json"): string {
  if (form === "json") return `${JSON.stringify(line)}\n`;
  const { time, method, path, status, milliseconds, user, address } = line;
  return `${time} ${address || "-"} ${user ?? "-"} ${method} ${path} ${status} ${milliseconds} ms\n`;
}

const LONGEST_PATH = 200;

export const logging =
  (tell: (line: RequestLine) => void): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    const start = performance.now();
    await next();
    // A path may be anything that was typed: on a terminal it must stay one line of harmless letters.
    const path = encodeURI(decodedPath(c.req.path)).slice(0, LONGEST_PATH);
    tell({
      time: new Date().toISOString(),
      method: c.req.method,
      path,
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
      user: c.var.actor?.name || null,
      address: c.var.address ?? "",
    });
  };

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
