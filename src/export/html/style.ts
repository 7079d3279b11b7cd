import { CHARTS } from "./style/charts.js";
import { LAYOUT } from "./style/layout.js";
import { PANEL } from "./style/panel.js";
import { PARTS } from "./style/parts.js";

/** The page's whole style sheet: one text, so that its hash can stand in the page's policy. */
export const STYLE = [LAYOUT, PARTS, CHARTS, PANEL].join("\n");
