import type { Disagreement, Ledger, Story } from "../core/contract.js";
import { atLeast } from "../core/value.js";
import type { ReportReading } from "../read/reading.js";
import { oneStory, relate } from "../relate/relate.js";
import { onDay, SampleReading } from "../relate/sample-reading.js";
import { reconcile } from "./reconcile.js";

/** One report of a story, by what it tells. */
export interface Told {
  readonly place?: readonly [name: string, ref: string];
  readonly day?: string;
  readonly killed: number;
  readonly injured?: number;
  readonly counted?: string;
  /** Words behind the dead. */
  readonly words?: string;
  readonly speaker?: string;
  /** The speaker is a person, and no body. */
  readonly isPerson?: boolean;
  /** "Had said that": told before what else there is to tell. */
  readonly saidBefore?: boolean;
  /** Words before what is said. */
  readonly further?: string;
  /** Text above it, so that it is not what the report was written for. */
  readonly above?: string;
  readonly title?: string;
  /** Day of publication; null where nobody knows it. */
  readonly out?: string | null;
  /** "At least" so many dead. */
  readonly isBound?: boolean;
}

export const MARIB = ["مأرب", "geonames:74477"] as const;
export const TAIZ = ["تعز", "geonames:70225"] as const;
export const LONG =
  "وتحدث التقرير مطولا عن الحقول والأسواق والمواسم وعن أحوال الناس فيها وما يزرعون وما يبيعون. ".repeat(
    5,
  );

export function reading(
  id: string,
  { place, day, killed, injured, counted, ...rest }: Told,
): ReportReading {
  const where = place ? ` في [${place[0]}|place=${place[1]}]` : "";
  const further = rest.further ? `${rest.further} ` : "";
  const said = rest.saidBefore ? "وكانت قد قالت" : "قالت";
  const kind = rest.isPerson ? "person" : "organization";
  const who = rest.speaker ? `${further}${said} [${rest.speaker}|${kind}] إن` : "";
  const hurt = injured === undefined ? "" : ` وأصيب ${injured} آخرون`;
  const text = `${rest.above ?? ""}${who} عدد القتلى ${killed} ${rest.words ?? ""}${hurt}${where}.`;
  const report = new SampleReading(id, text, {
    ...(rest.out === null ? {} : { published: rest.out ?? "2022-03-03" }),
    outlet: `صحيفة ${id}`,
    ...(rest.title ? { title: rest.title } : {}),
  });
  const about = {
    place: place ? report.ref(place[0]) : null,
    time: day ? onDay(day) : null,
    ...(rest.speaker ? { chain: report.chain(rest.speaker) } : {}),
  };
  report.figure(
    `عدد القتلى ${killed}`,
    {
      measure: "killed",
      value: rest.isBound ? atLeast(killed) : killed,
      ...(counted ? { counted } : {}),
    },
    about,
  );
  if (injured !== undefined) {
    report.figure(`وأصيب ${injured}`, { measure: "injured", value: injured }, about);
  }
  return report.build();
}

export function storyOf(...told: readonly Told[]): Story {
  const readings = told.map((one, at) => reading(`r${at + 1}`, one));
  const [story] = reconcile(relate(readings, { group: oneStory }));
  if (!story) throw new Error("no story");
  return story;
}

export const figures = (story: Story): Disagreement[] =>
  story.disagreements.filter(({ kind }) => kind === "figure");
export const ledgersOfDead = ({ ledger }: Story): Ledger[] =>
  ledger.filter(({ measure }) => measure === "killed");
