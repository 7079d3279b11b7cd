/** What `isnad token` may be asked to do. */

import type { Role } from "../store/people-rows.js";
import type { StoreOption } from "./store-options.js";

export interface TokenOptions extends StoreOption {
  readonly title?: string;
  readonly role?: Role;
  readonly days?: number;
  readonly json?: boolean;
}

export type TokenAct =
  | { readonly kind: "add"; readonly user: string }
  /** Null for everybody's. */
  | { readonly kind: "list"; readonly user: string | null }
  | { readonly kind: "revoke"; readonly id: string };
