import type { Role, TokenRow } from "../store/people-rows.js";
import { digest, newId, newSecret } from "./secrets.js";

/** What tokens begin with, so that who finds one knows what it is. */
export const TOKEN_PREFIX = "isnad_";

const DAY = 24 * 3600_000;

export interface TokenTerms {
  readonly user: string;
  /** What it is for. */
  readonly title: string;
  readonly role: Role;
  /** Until it ends; absent for none. */
  readonly days?: number | undefined;
}

/** A new token, and the row that is kept of it. */
export function newToken(
  { user, title, role, days }: TokenTerms,
  now: Date,
): { readonly token: string; readonly row: TokenRow } {
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  const expires = days === undefined ? null : new Date(now.getTime() + days * DAY).toISOString();
  const created = now.toISOString();
  return { token, row: { id: newId(), hash: digest(token), user, title, role, created, expires } };
}
