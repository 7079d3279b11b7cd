import type { FigureRule } from "../core/contract.js";
import type { LabelLanguage } from "../export/labels.js";

/** What `isnad read` was asked to do with the reports. */
export interface ReadOptions {
  readonly json?: string;
  readonly html?: string;
  readonly out?: string;
  readonly stories?: boolean;
  readonly quiet?: boolean;
  readonly full?: boolean;
  /** File of the log of judgements; else that of the folder of `out`. */
  readonly judgements?: string;
  readonly rule: FigureRule;
  readonly lang: LabelLanguage;
  readonly width?: number;
  readonly color?: boolean;
}
