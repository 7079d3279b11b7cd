/** What `isnad user` may be asked to do. */
import type { StoreOption } from "./store-options.js";

export const ROLES = ["reader", "reviewer", "admin"] as const;
export type RoleOption = (typeof ROLES)[number];

export interface UserOptions extends StoreOption {
  readonly role?: RoleOption;
  readonly passwordFile?: string;
  readonly json?: boolean;
}

export type UserAct =
  | { readonly kind: "add" | "password" | "remove"; readonly name: string }
  | { readonly kind: "role"; readonly name: string; readonly to: RoleOption }
  | { readonly kind: "list" };
