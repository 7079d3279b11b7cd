import { describe, expect, test } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../test/browser/fixture.js";
import type { Account, Time } from "../core/contract.js";
import { slideDates, timelineJs } from "./timelinejs.js";

interface Slide {
  readonly unique_id: string;
  readonly start_date: Readonly<Record<string, number>>;
  readonly end_date?: Readonly<Record<string, number>>;
  readonly display_date: string;
  readonly text: { readonly headline: string; readonly text: string };
}
interface Timeline {
  readonly title: { readonly text: { readonly headline: string; readonly text: string } };
  readonly events: readonly Slide[];
}
const slides = (account: Account, lang: "en" | "ar" = "en") =>
  JSON.parse(timelineJs(account, { lang })) as Timeline;

const time = (edtf: string, start: string | null, end: string | null, clock?: string): Time => ({
  edtf,
  start,
  end,
  span: null,
  basis: "stated",
  ...(clock ? { clock } : {}),
});

describe("a slide's dates", () => {
  test.each([
    [time("2022-01-06", "2022-01-06", "2022-01-06"), { year: 2022, month: 1, day: 6 }, undefined],
    [time("2022-01", "2022-01-01", "2022-01-31"), { year: 2022, month: 1 }, undefined],
    [time("2022-01-XX", "2022-01-01", "2022-01-31"), { year: 2022, month: 1 }, undefined],
    [time("1997", "1997-01-01", "1997-12-31"), { year: 1997 }, undefined],
    [time("2022-01-06~", "2022-01-06", "2022-01-06"), { year: 2022, month: 1, day: 6 }, undefined],
    [
      time("2022-01-04/2022-01-05", "2022-01-04", "2022-01-05"),
      { year: 2022, month: 1, day: 4 },
      { year: 2022, month: 1, day: 5 },
    ],
    [time("2022-01-06/..", "2022-01-06", null), { year: 2022, month: 1, day: 6 }, undefined],
    [
      time("2022-01-06", "2022-01-06", "2022-01-06", "23:05"),
      { year: 2022, month: 1, day: 6, hour: 23, minute: 5 },
      undefined,
    ],
    [
      time("2022-01-06", "2022-01-06", "2022-01-06", "dawn"),
      { year: 2022, month: 1, day: 6 },
      undefined,
    ],
  ])("are no finer than the day is known: %j", (when, start, end) => {
    const dates = slideDates(when);
    expect(dates?.start_date).toEqual(start);
    expect(dates?.end_date).toEqual(end);
  });

  test("are none where the first day is not known", () => {
    expect(slideDates(time("../2022-01-06", null, "2022-01-06"))).toBeNull();
    expect(slideDates(time("XXXX-XX-XX", null, null))).toBeNull();
  });
});

describe("the timeline for TimelineJS", () => {
  test("has a slide for each dated event, with its sentence and where it stands", () => {
    const { events } = slides(PORT_FIRE);
    expect(events.map((slide) => slide.unique_id)).toEqual(["t1", "t2", "t3", "t4"]);
    expect(events[0]).toMatchObject({
      start_date: { year: 2031, month: 5, day: 3 },
      display_date: "3 May 2031, dawn",
    });
    expect(events[0]?.text.headline).toContain(">حريق اندلع فجر السبت في مستودع للوقود</div>");
    expect(events[0]?.text.text).toContain("[1] <bdi>وكالة الساحل</bdi>");
    expect(events[1]?.display_date).toBe("about 3 May 2031");
    expect(events[2]).toMatchObject({ end_date: { year: 2031, month: 5, day: 4 } });
  });

  test("says how many it leaves out", () => {
    expect(slides(PORT_FIRE).title.text.text).toContain(
      "Entries left out because their day is not known: 1",
    );
    expect(slides(PORT_FIRE, "ar").title.text.text).toContain("أحداث لا يُعرف يومها ولم تُدرج: 1");
  });

  test("leaves out what reports recall of earlier years, and says so", () => {
    const [story] = PORT_FIRE.stories;
    if (!story) throw new Error("the fixture has a story");
    const timeline = story.timeline.map((entry) => ({ ...entry, background: entry.id === "t1" }));
    const { events, title } = slides({ ...PORT_FIRE, stories: [{ ...story, timeline }] });
    expect(events.map((slide) => slide.unique_id)).not.toContain("t1");
    expect(title.text.text).toContain("as background from before the story: 1");
  });

  test("escapes every word of a report", () => {
    const [story] = PORT_FIRE.stories;
    if (!story) throw new Error("the fixture has a story");
    const title = `<img src=x onerror="alert(1)"> & 'نص'`;
    const timeline = story.timeline.map((entry) => ({ ...entry, title }));
    const headline = slides({ ...PORT_FIRE, stories: [{ ...story, timeline }] }).events[0]?.text
      .headline;
    expect(headline).toContain(
      ">&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;نص&#39;</div>",
    );
  });

  test("is a title alone where nothing was read", () => {
    expect(slides(NOTHING_READ).events).toEqual([]);
  });
});
