import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** 64 bits: one chance in 10^7 of a clash among a million ids. */
const ID_HEX_DIGITS = 16;

/**
 * A stable id made from content: the same parts give the same id in every run.
 * @param kind one short word that says what the id names, kept readable in front: `claim-4f…`
 * @param parts what makes the thing itself; joined by a separator no text holds
 */
export function contentId(kind: string, ...parts: readonly (string | number)[]): string {
  const digest = bytesToHex(sha256(utf8ToBytes(parts.join("\u0000"))));
  return `${kind}-${digest.slice(0, ID_HEX_DIGITS)}`;
}
