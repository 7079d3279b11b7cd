/** The state of a story on a day, as text for a terminal. Pure. */
import type { Account } from "../../core/contract.js";
import type { State } from "../../engine.js";
import type { LabelLanguage } from "../labels.js";
import { describeDate } from "./dates.js";
import { clip } from "./direction.js";
import { type Column, table } from "./layout.js";
import { createPalette } from "./palette.js";
import { indexAccount, labelOf, nameOf, namesOf, say, section, toldBy } from "./view.js";

export interface StateRendering {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly lang?: LabelLanguage | undefined;
}

const WIDTH = 100;
const WORDS_SHOWN = 120;

const STATUS = {
  "in office": { en: "in office", ar: "في المنصب" },
  left: { en: "left", ar: "ترك المنصب" },
  "not yet": { en: "not yet", ar: "لم يتولَّه بعد" },
} as const;

export function renderState(account: Account, state: State, how: StateRendering = {}): string {
  const lang = how.lang ?? "en";
  const view = indexAccount(account, {
    lang,
    palette: createPalette(how.colour ?? false),
    width: how.width ?? WIDTH,
    limit: Number.MAX_SAFE_INTEGER,
  });
  const { palette, width } = view;
  const grid = (columns: readonly Column[], rows: readonly (readonly { text: string }[])[]) =>
    table(columns, rows, { width, indent: 2, head: palette.quiet });
  const count = (n: number | null): string => (n === null ? "–" : String(n));
  const known =
    state.knownBy === null
      ? ""
      : lang === "ar"
        ? ` · من تقارير صدرت حتى ${state.knownBy} (${state.reports})، وتُرك ما لا يُعرف يومه (${state.undated})`
        : ` · by reports out by ${state.knownBy} (${state.reports}; ${state.undated} of unknown day left out)`;
  const head = lang === "ar" ? `الحال يوم ${state.asOf}` : `As of ${state.asOf}`;
  const lines = [
    palette.heading(state.title),
    palette.quiet(`${head}${known}`),
    ...section(
      view,
      "figures",
      grid(
        [
          { head: say(view, "what"), min: 14 },
          { head: say(view, "where"), min: 8, max: 22 },
          { head: say(view, "low"), min: 4 },
          { head: say(view, "best"), min: 4 },
          { head: say(view, "high"), min: 4 },
          { head: say(view, "speaker"), min: 14 },
          { head: say(view, "said"), min: 10, max: 12 },
          { head: say(view, "witnesses"), min: 5, max: 14 },
        ],
        state.tolls.map((one) => [
          {
            text: `${labelOf(view, "measure", one.measure)}: ${labelOf(view, "counted", one.counted)}`,
          },
          { text: one.place === null ? "" : nameOf(view, one.place) },
          { text: count(one.low) },
          { text: count(one.best) },
          { text: count(one.high) },
          { text: one.latest ? `${one.latest.value} · ${clip(one.latest.speaker, 60)}` : "" },
          { text: one.latest?.saidOn ?? "" },
          { text: toldBy(view, one.witnesses, one.claims) },
        ]),
      ),
    ),
    ...section(
      view,
      "measures",
      grid(
        [
          { head: say(view, "kind"), min: 10, max: 22 },
          { head: say(view, "what"), min: 16 },
          { head: say(view, "where"), min: 8, max: 24 },
          { head: say(view, "from"), min: 10, max: 14 },
          { head: say(view, "to"), min: 10, max: 14 },
          { head: say(view, "witnesses"), min: 5, max: 14 },
        ],
        state.measures.map((one) => [
          { text: labelOf(view, "event", one.type) },
          { text: clip(one.title, WORDS_SHOWN) },
          { text: namesOf(view, one.places) },
          { text: describeDate(one.from, lang) },
          { text: describeDate(one.to, lang) },
          { text: toldBy(view, one.witnesses, one.claims) },
        ]),
      ),
    ),
    ...section(
      view,
      "deployments",
      grid(
        [
          { head: say(view, "what"), min: 16 },
          { head: say(view, "contributors"), min: 14 },
          { head: say(view, "mandate"), min: 12 },
          { head: say(view, "from"), min: 10, max: 14 },
          { head: say(view, "to"), min: 10, max: 14 },
          { head: say(view, "witnesses"), min: 5, max: 14 },
        ],
        state.deployments.map((one) => [
          { text: clip(one.title, WORDS_SHOWN) },
          { text: namesOf(view, one.contributors) },
          { text: namesOf(view, one.mandate) },
          { text: describeDate(one.from, lang) },
          { text: describeDate(one.to, lang) },
          { text: toldBy(view, one.witnesses, one.claims) },
        ]),
      ),
    ),
    ...section(
      view,
      "control",
      grid(
        [
          { head: say(view, "what"), min: 14 },
          { head: say(view, "holder"), min: 14 },
          { head: say(view, "where"), min: 8, max: 24 },
          { head: say(view, "from"), min: 10, max: 14 },
          { head: say(view, "witnesses"), min: 5, max: 14 },
        ],
        state.control.map((one) => [
          { text: namesOf(view, one.what) },
          { text: namesOf(view, one.holder) },
          { text: one.place === null ? "" : nameOf(view, one.place) },
          { text: describeDate(one.since, lang) },
          { text: toldBy(view, one.witnesses, one.claims) },
        ]),
      ),
    ),
    ...section(
      view,
      "offices",
      grid(
        [
          { head: say(view, "holder"), min: 14 },
          { head: say(view, "change"), min: 8, max: 14 },
          { head: say(view, "office"), min: 14 },
          { head: say(view, "of"), min: 8 },
          { head: say(view, "from"), min: 10, max: 14 },
          { head: say(view, "to"), min: 10, max: 14 },
          { head: say(view, "witnesses"), min: 5, max: 14 },
        ],
        state.offices.map((one) => [
          { text: nameOf(view, one.holder) },
          { text: STATUS[one.status][lang] },
          { text: labelOf(view, "office", one.office) },
          { text: one.of === null ? "" : nameOf(view, one.of) },
          { text: one.since ? describeDate(one.since, lang) : "" },
          { text: one.until ? describeDate(one.until, lang) : "" },
          { text: toldBy(view, one.witnesses, one.claims) },
        ]),
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
