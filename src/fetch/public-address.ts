/** Which addresses of the internet may be connected to: those that lead to no private network. */
import ipaddr from "ipaddr.js";

/** All that is routed as unicast: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3");

/** Public by their number, and yet the machine's own: the metadata service of a cloud. */
const METADATA = new Set(["168.63.129.16"]);

/**
 * Whether an address is one of the public internet. Not so: loopback, private, link-local, shared by a
 * carrier, unique-local, multicast, reserved, of documentation, unspecified; nor what carries an
 * IPv4 address inside (mapped, NAT64, 6to4, Teredo), for where it ends is not seen from it.
 *
 * @param text an address; anything else is none
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast" || METADATA.has(address.toString())) return false;
  return address.kind() === "ipv4" || address.match(GLOBAL_UNICAST);
}
