import type { Range, Story } from "../../core/contract.js";

export type Copy = Story["copies"][number];

/** Words that stand in two reports and are no copying of reporters' words. */
export interface SharedPassage {
  readonly from: string;
  readonly to: string;
  readonly pair: readonly [Range, Range];
}

/** What two reports have in common. */
export interface Compared {
  readonly copy: Copy | null;
  readonly quotations: readonly SharedPassage[];
  readonly standing: readonly SharedPassage[];
}
