import { describe, expect, test } from "vitest";
import { readOpml } from "./opml.js";

const read = (text: string) => readOpml(Buffer.from(text), "feeds.opml");
const opml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>x</title></head><body>${body}</body></opml>`;

describe("a list of feeds", () => {
  test("gives its feeds in order, each once, from folders of any depth", () => {
    const { feeds, problems } = read(
      opml(`<outline text="أخبار">
        <outline text="المكتب &amp; الميدان" type="rss" xmlUrl="https://desk.example/rss?a=1&amp;b=2" htmlUrl="https://desk.example/"/>
        <outline text="وكالات"><outline title="وكالة" text="x" xmlURL="feed://agency.example/atom"/></outline>
      </outline>
      <outline xmlUrl="https://desk.example/rss?a=1&#38;b=2#top" text="again"/>
      <outline text="no feed" htmlUrl="https://desk.example/"/>`),
    );
    expect(problems).toEqual([]);
    expect(feeds).toEqual([
      { url: "https://desk.example/rss?a=1&b=2", title: "المكتب & الميدان" },
      { url: "http://agency.example/atom", title: "وكالة" },
    ]);
  });

  test("names what is no address, and keeps the others", () => {
    const { feeds, problems } = read(
      opml(
        '<outline text="a" xmlUrl="javascript:alert(1)"/><outline xmlUrl="https://b.example/"/>',
      ),
    );
    expect(feeds).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "invalid-address", file: "feeds.opml", place: "a" }]);
  });

  test.each([
    ["nothing", "", "no-opml"],
    ["words", "مرحبا", "no-opml"],
    ["a page", "<!doctype html><html><body><p>خبر</body></html>", "no-opml"],
    ["a feed", "<rss><channel/></rss>", "no-opml"],
    ["a list without feeds", opml(""), "no-feeds"],
    ["outlines without end", `<opml><body>${"<outline>".repeat(200_000)}`, "broken-opml"],
    [
      "entities in entities",
      `<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${opml('<outline xmlUrl="https://b.example/&b;"/>')}`,
      "opml-entities",
    ],
    ["a file of another size", "x".repeat(9_000_000), "opml-too-large"],
  ])("%s is a problem", (_, text, code) => {
    const started = performance.now();
    const { feeds, problems } = read(text);
    expect(feeds).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: "error" }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
