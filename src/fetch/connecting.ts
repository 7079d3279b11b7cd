/**
 * Connections that lead to public addresses alone. The address that was looked at is the one that is
 * connected to: a name is looked up once, inside the connecting, so that a name server cannot give
 * another answer in between (DNS rebinding); and what the socket is connected to is looked at again.
 */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import type { Allowance } from "./allowance.js";
import { isPublicAddress } from "./public-address.js";

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** Thrown into a connection; told as `private-address`. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} leads to an address that is not of the public internet`);
  }
}

/** A lookup that knows public addresses only; where there is none it fails. */
function publicLookup(resolve: Resolve, everywhere: boolean): LookupFunction {
  return (host, { all, family }, callback) => {
    resolve(host).then(
      (addresses) => {
        const wanted =
          family === 4 || family === "IPv4" ? 4 : family === 6 || family === "IPv6" ? 6 : 0;
        const known = addresses.filter(
          (one) =>
            (everywhere || isPublicAddress(one.address)) && (wanted === 0 || one.family === wanted),
        );
        const [first] = known;
        if (!first) callback(new PrivateAddress(host), "", 0);
        else if (all) callback(null, known);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

export interface ConnectingOptions {
  readonly allowance: Allowance;
  readonly resolve: Resolve;
  /** Milliseconds. */
  readonly timeout: number;
}

export function safeConnector({
  allowance,
  resolve,
  timeout,
}: ConnectingOptions): buildConnector.connector {
  const connectTo = (everywhere: boolean): buildConnector.connector =>
    buildConnector({ timeout, lookup: publicLookup(resolve, everywhere) });
  const anywhere = connectTo(true);
  const guarded = connectTo(false);
  return (options, callback) => {
    const { hostname, protocol } = options;
    const port = options.port || (protocol === "https:" ? "443" : "80");
    if (allowance.permits(hostname, port)) {
      anywhere(options, callback);
      return;
    }
    // An address in place of a name is not looked up.
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
      callback(new PrivateAddress(hostname), null);
      return;
    }
    guarded(options, (...result) => {
      const [error, socket] = result;
      if (error === null && !isPublicAddress(socket.remoteAddress ?? "")) {
        socket.destroy();
        callback(new PrivateAddress(hostname), null);
      } else callback(...result);
    });
  };
}
