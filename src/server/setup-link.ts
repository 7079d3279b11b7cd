/** The way to the first admin, for who can read what the server prints: a link that works once. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { digest } from "./secrets.js";

export class SetupLink {
  private hash: string | null = null;

  /** Makes a token anew; the one before works no longer. */
  issue(): string {
    const token = randomBytes(24).toString("base64url");
    this.hash = digest(token);
    return token;
  }

  get isIssued(): boolean {
    return this.hash !== null;
  }

  fits(token: string): boolean {
    if (this.hash === null) return false;
    return timingSafeEqual(Buffer.from(this.hash), Buffer.from(digest(token)));
  }

  spend(): void {
    this.hash = null;
  }
}
