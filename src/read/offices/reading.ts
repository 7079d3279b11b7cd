import type { Claim } from "../../core/contract.js";

export type OfficeChange = NonNullable<Claim["office"]>["change"];

/** Who holds, held, takes or leaves which office. */
export interface OfficeReading {
  /** Index of the holder among the names: a person, or a government that resigns. */
  readonly holder: number;
  /** The title without country and body: `وزير الدفاع`. */
  readonly office: string;
  /** Index of the country or body it is held of; null where not told. */
  readonly of: number | null;
  readonly change: OfficeChange;
}
