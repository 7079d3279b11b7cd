/** An address that is asked for: looked at before anything is sent. */
import { isIP } from "node:net";
import { type Allowance, plainHost } from "./allowance.js";
import { type FetchFailure, failure } from "./failure.js";
import { LONGEST_ADDRESS } from "./limits.js";
import { isPublicAddress } from "./public-address.js";

/** Below this, ports belong to services of which hardly one but the web is meant by an address. */
const FIRST_FREE_PORT = 1024;

/** Names that mean this machine, or one of its network, whatever a name server says (RFC 6761, RFC 6762). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/** The port that is asked, also where the address does not name it. */
export const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

/**
 * What is to be asked, without its fragment. Numbers in other spellings (decimal, octal, hexadecimal,
 * short) are known as addresses: `URL` writes all of them in one.
 */
export function checkAddress(text: string, allowance: Allowance, base?: URL): URL | FetchFailure {
  const refuse = (why: string): FetchFailure => failure("invalid-address", text, why);
  if (text.length > LONGEST_ADDRESS) {
    return refuse(`The address has ${text.length} characters; ${LONGEST_ADDRESS} are taken`);
  }
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return refuse("This is no address");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refuse(`Addresses of ${url.protocol.slice(0, 20)} are not fetched`);
  }
  if (url.username || url.password) {
    return refuse("The address has a user name or password in it, which would be kept and shown");
  }
  if (url.href.length > LONGEST_ADDRESS) return refuse("The address is too long");
  url.hash = "";
  const port = portOf(url);
  if (allowance.permits(url.hostname, port)) return url;
  if (Number(port) < FIRST_FREE_PORT && port !== "80" && port !== "443") {
    return refuse(`Port ${port} belongs to another service than the web`);
  }
  const host = plainHost(url.hostname);
  if (isIP(host) ? !isPublicAddress(host) : LOCAL_NAME.test(host)) {
    return failure("private-address", text, `${host} is no address of the public internet`);
  }
  return url;
}
