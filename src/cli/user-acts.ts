/** What `isnad user` may be asked to do. */
import type { Role } from "../store/people-rows.js";
import type { StoreOption } from "./store-options.js";

export interface UserOptions extends StoreOption {
  readonly role?: Role;
  readonly passwordFile?: string;
  readonly json?: boolean;
}

export type UserAct =
  | { readonly kind: "add" | "password" | "remove"; readonly name: string }
  | { readonly kind: "role"; readonly name: string; readonly to: Role }
  | { readonly kind: "list" };
