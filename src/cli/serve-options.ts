/** What `isnad serve` over a store may be told. */
import type { LogForm } from "../server/request-log.js";
import type { StoreOption } from "./store-options.js";
import type { FetchOptions } from "./watch-options.js";

export interface ServeOptions extends StoreOption, FetchOptions {
  readonly port: number;
  readonly host: string;
  readonly url?: URL;
  readonly open?: boolean;
  readonly readOnly?: boolean;
  /** Lists and addresses of feeds; true for those that the store was given before. */
  readonly watch?: readonly string[] | true;
  readonly log: LogForm;
}
