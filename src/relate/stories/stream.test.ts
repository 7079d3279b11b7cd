import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../core/calendar.js";
import type { StoryFeatures } from "./features.js";
import { inStreamOrder } from "./stories.js";
import { StoryStream } from "./stream.js";

const FIRST = dayNumber(2023, 3, 1);

interface Told {
  readonly day: number;
  readonly title?: string;
  readonly words: string;
  readonly names?: readonly string[];
  readonly place?: string;
  readonly news?: readonly number[];
  readonly outlet?: string;
  readonly prints?: readonly number[];
}

function report(id: string, told: Told): StoryFeatures {
  const title = (told.title ?? "").split(" ").filter(Boolean);
  const words = [...new Set([...title, ...told.words.split(" ")])];
  const names = told.names ?? [];
  return {
    id,
    day: FIRST + told.day,
    outlet: told.outlet ?? id,
    language: "ar",
    words: words.join(" "),
    titled: title.length,
    counts: "1".repeat(words.length),
    names: names.join("\n"),
    nameWeights: names.map(() => 15),
    mainPlace: told.place ?? null,
    newsDays: (told.news ?? []).map((day) => FIRST + day),
    prints: told.prints ?? [],
    printCount: told.prints?.length ?? 0,
  };
}

function storiesOf(reports: readonly StoryFeatures[]): string[][] {
  const stream = new StoryStream();
  for (const one of reports) stream.add(one);
  return stream.stories();
}

const bombing = (id: string, day: number, town: string): StoryFeatures =>
  report(id, {
    day,
    title: `تفجير سوق ${town}`,
    words: "انتحاري حزام ناسف قتلى جرحى سوق شعبي شرطة داخليه محققون",
    names: [`place:${town}`, "event:explosion", `event:explosion@place:${town}`],
    place: `place:${town}`,
    news: [day],
  });

describe("stories of a stream", () => {
  it("joins what several outlets tell of one bombing", () => {
    expect(
      storiesOf([bombing("a", 0, "رسوه"), bombing("b", 0, "رسوه"), bombing("c", 1, "رسوه")]),
    ).toEqual([["a", "b", "c"]]);
  });

  it("keeps two bombings of one town, a week apart, apart", () => {
    const stories = storiesOf([
      bombing("a", 0, "رسوه"),
      bombing("b", 0, "رسوه"),
      bombing("x", 7, "رسوه"),
      bombing("y", 7, "رسوه"),
    ]);
    expect(stories).toEqual([
      ["a", "b"],
      ["x", "y"],
    ]);
  });

  it("keeps two bombings of a day apart that befell two towns", () => {
    const stories = storiesOf([
      ...["a", "b"].map((id) => bombing(id, 0, "رسوه")),
      ...["x", "y"].map((id) =>
        report(id, {
          day: 0,
          title: "شاحنه مفخخه وزاره نفط تلماث",
          words: "سائق شاحنه حاجز مبنى قتلى جرحى انتحاري",
          names: ["place:تلماث", "event:explosion", "event:explosion@place:تلماث"],
          place: "place:تلماث",
        }),
      ),
    ]);
    expect(stories).toHaveLength(2);
  });

  it("keeps a daily form apart by the days that it tells, though outlets copy each one", () => {
    const weather = (id: string, outlet: string, day: number): StoryFeatures =>
      report(id, {
        day,
        outlet,
        title: "طقس حار شرق",
        words: "ارصاد توقعت سماء غائمه رياح سطحيه غبار رويه امواج بحر",
        names: ["organization:ارصاد"],
        news: [day],
        prints: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10 + day],
      });
    const stories = storiesOf([
      weather("a", "one", 0),
      weather("b", "two", 0),
      weather("x", "one", 3),
      weather("y", "two", 3),
    ]);
    expect(stories).toEqual([
      ["a", "b"],
      ["x", "y"],
    ]);
  });

  it("puts a report beside the one that holds most of its text, whatever its title", () => {
    const prints = Array.from({ length: 20 }, (_, at) => 100 + at);
    const words = "ميناء سفينه حبوب شحنه قافله صوامع رصيف تفريغ طحين";
    const stream = new StoryStream();
    stream.add(report("a", { day: 0, title: "وصول سفينه", words, prints }));
    const placed = stream.add(
      report("b", { day: 1, title: "مخزون يكفي", words, prints: prints.slice(2) }),
    );
    expect(placed).toMatchObject({ how: "joins", nearest: "a" });
    expect(placed.shared?.copied).toBeGreaterThan(0.9);
  });

  it("bridges two stories that a later report tells together, and says so", () => {
    const half = (id: string, words: string, names: string[]): StoryFeatures =>
      report(id, { day: 0, title: words, words, names, news: [0] });
    const [fire, ship] = ["حريق صوامع ميناء رسوه دخان", "سفينه شحنه نترات رصيف قبطان"];
    const stream = new StoryStream();
    stream.add(half("a", fire, ["place:رسوه"]));
    stream.add(half("b", ship, ["person:full:قبطن", "person:قبطن"]));
    expect(stream.stories()).toHaveLength(2);
    const placed = stream.add(
      half("c", `${fire} ${ship}`, ["place:رسوه", "person:full:قبطن", "person:قبطن"]),
    );
    expect(placed).toMatchObject({ how: "bridges", bridged: 2 });
    expect(stream.stories()).toEqual([["a", "b", "c"]]);
  });

  it("tells by what it joined", () => {
    const stream = new StoryStream();
    expect(stream.add(bombing("a", 0, "رسوه"))).toMatchObject({ how: "starts", shared: null });
    expect(stream.add(bombing("b", 0, "رسوه"))).toMatchObject({
      how: "joins",
      nearest: "a",
      shared: {
        places: ["place:رسوه"],
        events: expect.arrayContaining(["explosion@place:رسوه", "explosion"]),
        newsDays: ["2023-03-01"],
        daysApart: 0,
      },
    });
  });

  it("takes a late report to the story of its day", () => {
    const late = bombing("late", 0, "رسوه");
    const stories = storiesOf([bombing("a", 0, "رسوه"), bombing("x", 9, "رسوه"), late]);
    expect(stories).toEqual([["a", "late"], ["x"]]);
  });
});

const arbitraryReport = fc.record({
  day: fc.integer({ min: 0, max: 12 }),
  topic: fc.integer({ min: 0, max: 5 }),
  extra: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
});
const arbitraryPress = fc.array(arbitraryReport, { maxLength: 40 }).map((drafts) =>
  drafts.map(({ day, topic, extra }, at) =>
    report(`r${String(at).padStart(2, "0")}`, {
      day,
      title: `خبر${topic} عنوان${topic}`,
      words: [0, 1, 2, 3]
        .map((k) => `كلمه${topic}${k}`)
        .concat(extra.map((n) => `شتات${n}`))
        .join(" "),
      names: [`place:مدينه${topic}`],
    }),
  ),
);

describe("a stream", () => {
  it("gives the same stories in batches of any size, and whenever it is asked between", () => {
    fc.assert(
      fc.property(arbitraryPress, fc.array(fc.integer({ min: 1, max: 9 })), (press, sizes) => {
        const ordered = inStreamOrder(press);
        const stream = new StoryStream();
        let from = 0;
        for (const size of [...sizes, ordered.length]) {
          for (const one of ordered.slice(from, from + size)) stream.add(one);
          stream.stories();
          from += size;
        }
        expect(stream.stories()).toEqual(storiesOf(ordered));
      }),
    );
  });

  it("does not depend on the order in which reports of a day come in, once they are put in order", () => {
    fc.assert(
      fc.property(
        arbitraryPress.chain((press) =>
          fc.tuple(fc.constant(press), fc.shuffledSubarray(press, { minLength: press.length })),
        ),
        ([press, shuffled]) => {
          expect(storiesOf(inStreamOrder(shuffled))).toEqual(storiesOf(inStreamOrder(press)));
        },
      ),
    );
  });

  it("puts every report into one story", () => {
    fc.assert(
      fc.property(arbitraryPress, (press) => {
        const ids = storiesOf(inStreamOrder(press)).flat();
        expect([...ids].sort()).toEqual(press.map(({ id }) => id).sort());
      }),
    );
  });
});
