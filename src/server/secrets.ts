/** Secrets that are given out once and kept as hashes: sessions and tokens. */
import { createHash, randomBytes } from "node:crypto";

/** 256 bits: nobody guesses it, so that a plain hash keeps it as well as a slow one. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const newId = (): string => randomBytes(8).toString("hex");

/** SHA-256 in hexadecimal digits. */
export const digest = (secret: string): string => createHash("sha256").update(secret).digest("hex");
