import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseJudgements } from "../../src/core/judgement-log.js";
import { judgementSchema } from "../../src/core/judgement-schema.js";
import { PASSWORD, type Running, running } from "../server/running.js";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { DeskBrowser, type Opened, settled } from "./open-desk.js";

const told = (id: string, outlet: string, text: string, published = "2022-01-06") => ({
  id,
  published,
  outlet,
  text,
});
/** A fire told by three, one of whom tells of another town as it were; and a flood far from it. */
const REPORTS = [
  told(
    "mill-1",
    "الشروق",
    "حلب (سوريا) - قال مدير الصحة نادر الزين اليوم الخميس إن سبعة أشخاص قتلوا في حريق شب في طاحونة حلب.",
  ),
  told(
    "mill-2",
    "الواحة",
    "حلب (سوريا) - أعلن الدفاع المدني الخميس مقتل تسعة أشخاص في حريق طاحونة حلب وإصابة آخرين، وزار المكان نادر الزين ووليد الشامي.",
  ),
  told(
    "mill-3",
    "البيان",
    "حلب (سوريا) - ذكرت الشرطة الخميس أن حريقا في طاحونة حلب أودى بحياة أربعة أشخاص.",
  ),
  told(
    "flood-1",
    "الساحل",
    "نواكشوط (موريتانيا) - جرفت السيول الأحد منازل في حي السبخة بنواكشوط وشردت عشرين أسرة، حسب البلدية.",
    "2022-09-04",
  ),
  told(
    "flood-2",
    "الضفاف",
    "نواكشوط (موريتانيا) - قالت بلدية السبخة الأحد إن السيول في نواكشوط شردت عشرين أسرة من حي السبخة.",
    "2022-09-04",
  ),
];

describe.skipIf(!CHROMIUM)("judging whole stories, witnesses and names in the desk", () => {
  let desk: DeskBrowser;
  let service: Running;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
    const marked = desk.desk.replace("<head>", '<head><meta name="isnad-api" content="api/v1">');
    service = await running(REPORTS, { desk: marked });
  });
  afterAll(async () => {
    await service?.stop();
    await desk?.stop();
  });

  /** Stories of the store, each by the ids of its reports as they were handed in. */
  const stories = async (): Promise<readonly (readonly string[])[]> => {
    const found: string[][] = [];
    const idOf = new Map<string, string>();
    for (const { anchor } of await service.store.stories({ limit: 10 })) {
      const account = await service.store.account(anchor);
      for (const one of account?.reports ?? []) {
        idOf.set(one.id, REPORTS.find(({ text }) => text === one.text)?.id ?? "");
      }
      found.push((account?.stories[0]?.reports ?? []).map((id) => idOf.get(id) ?? "").sort());
    }
    return found.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  };
  const FLOOD = ["flood-1", "flood-2"];
  const MILL = ["mill-1", "mill-2", "mill-3"];
  const log = () => service.store.judgements();

  async function signedIn(lang: "ar" | "en" = "en"): Promise<Opened> {
    const opened = await desk.openAt(`${service.url}/`, { lang });
    const { page } = opened;
    await page.locator("input").first().fill("reviewer");
    await page.locator("input[type=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator("article h2 a").first().waitFor();
    return opened;
  }
  async function atStory(page: Page, words: string): Promise<void> {
    await page.locator("article h2 a", { hasText: words }).first().click();
    await page.locator("#brief").waitFor();
    await settled(page);
    await mode(page).click();
  }
  const mode = (page: Page): Locator =>
    page.getByRole("button", { name: /Review mode|وضع المراجعة/ });
  const named = (page: Page, name: string): Locator => page.getByRole("button", { name });
  async function decide(page: Page, reason: string): Promise<void> {
    await page.getByLabel(/^(Reason|السبب)/).fill(reason);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("form label.wide").count()).toBe(0);
  }
  const sources = (page: Page): Locator => page.locator("#sources li input[type=checkbox]");
  async function atSources(page: Page): Promise<void> {
    await page.locator("#sources").scrollIntoViewIfNeeded();
    await settled(page);
    await sources(page).first().waitFor();
  }

  it("splits marked reports off a story, and takes it back", async () => {
    expect(await stories()).toEqual([FLOOD, MILL]);
    const { page, complaints } = await signedIn();
    await atStory(page, "طاحونة");
    await atSources(page);
    const third = page.locator("#sources li", { hasText: "البيان" });
    await third.locator("input").focus();
    await page.keyboard.press("Space");
    await named(page, "Split off as a story").click();
    await decide(page, "another mill");
    await page
      .getByText(/reviewer.*another mill/)
      .first()
      .waitFor();
    expect(await stories()).toEqual([FLOOD, ["mill-1", "mill-2"], ["mill-3"]]);
    expect(await page.locator("#sources h2 .number").innerText()).toBe("2");
    // The story of the rest says so, and there it is taken back.
    await page.locator("article header").getByRole("button", { name: "Undo" }).click();
    await decide(page, "one mill after all");
    await expect.poll(() => page.locator("#sources h2 .number").innerText()).toBe("3");
    expect(await stories()).toEqual([FLOOD, MILL]);
    expect((await log()).map(({ kind }) => kind)).toEqual(["split", "undo"]);
    // All of them is none.
    await atSources(page);
    for (const box of await sources(page).all()) await box.check();
    expect(await named(page, "Split off as a story").isDisabled()).toBe(true);
    await page.getByText("nothing would be left").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("merges a story with another that is searched for, in Arabic and by keys, and takes it back", async () => {
    const { page, complaints } = await signedIn("ar");
    await atStory(page, "طاحونة");
    await named(page, "ادمجه مع خبر آخر").focus();
    await page.keyboard.press("Enter");
    // The focus stands in the search; a spelling without hamza finds, too.
    await page.keyboard.type("نواكشوط");
    const other = page.locator("input[type=radio]");
    await expect.poll(() => other.count()).toBe(1);
    await other.focus();
    await page.keyboard.press("Space");
    await page.getByLabel("السبب").waitFor();
    await decide(page, "خبر واحد");
    await expect.poll(() => page.locator("#sources h2 .number").innerText()).toBe("5");
    expect(await stories()).toEqual([[...FLOOD, ...MILL]]);
    await page.locator("article header").getByRole("button", { name: "تراجع" }).click();
    await decide(page, "خبران");
    await expect.poll(() => page.locator("#sources h2 .number").innerText()).toBe("3");
    expect(await stories()).toEqual([FLOOD, MILL]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("merges stories marked in the list, where one is searched for after the other", async () => {
    const { page, complaints } = await signedIn();
    await mode(page).click();
    await page.getByRole("checkbox", { name: /طاحونة/ }).check();
    await page.getByRole("searchbox", { name: "Search titles and places" }).fill("نواكشوط");
    await expect.poll(() => page.locator("article h2").count()).toBe(1);
    await page.getByRole("checkbox", { name: /نواكشوط|السيول/ }).check();
    await page.getByRole("searchbox", { name: "Search titles and places" }).fill("");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await decide(page, "a week of bad news");
    await expect.poll(() => page.locator("article h2").count()).toBe(1);
    expect(await stories()).toEqual([[...FLOOD, ...MILL]]);
    await page.getByRole("link", { name: "One story now" }).waitFor();
    await named(page, "Undo").click();
    await decide(page, "no");
    await expect.poll(() => page.locator("article h2").count()).toBe(2);
    expect(await stories()).toEqual([FLOOD, MILL]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says which reports are one witness, and tells who decided of them meanwhile", async () => {
    const { page } = await signedIn();
    await atStory(page, "طاحونة");
    await atSources(page);
    for (const box of (await sources(page).all()).slice(0, 2)) await box.check();
    await named(page, "They are one witness").click();
    await decide(page, "both carry the ministry");
    await page
      .locator("article header")
      .getByText(/both carry the ministry/)
      .waitFor();
    const account = await service.store.account(
      (await service.store.stories({ limit: 1 }))[0]?.anchor ?? 0,
    );
    const held = account?.stories[0]?.judged?.at(-1);
    expect(held).toMatchObject({ kind: "one-witness", author: "reviewer" });
    // Another decides otherwise; who has the page open is told so before he decides again.
    const between = await service.ask("/api/v1/judgements", {
      method: "POST",
      role: "admin",
      body: JSON.stringify({
        decision: { kind: "two-witnesses", reason: "own reporters", reports: held?.reports },
        seen: held?.judgement,
      }),
    });
    expect(between.status).toBe(201);
    await atSources(page);
    for (const box of (await sources(page).all()).slice(0, 2)) await box.check();
    await named(page, "They are one witness").click();
    await page.getByLabel("Reason").fill("one statement");
    await page.keyboard.press("Enter");
    await page
      .getByRole("alert")
      .getByText(/admin.*own reporters/)
      .waitFor();
    await named(page, "Decide nevertheless").click();
    await page
      .locator("article header")
      .getByText(/one statement/)
      .waitFor();
    expect((await log()).at(-1)).toMatchObject({ kind: "one-witness", reason: "one statement" });
    await page.context().close();
  });

  it("says of a name that it is one with another, then that they are two, then takes it back", async () => {
    const { page, complaints } = await signedIn();
    await atStory(page, "طاحونة");
    await page.locator("#people").scrollIntoViewIfNeeded();
    await settled(page);
    await page.locator("#people summary", { hasText: "People" }).click();
    const walid = page.locator("#people").getByRole("group", { name: /الشامي/ });
    await walid.getByRole("button", { name: "One with" }).click();
    await page.keyboard.type("الزين");
    await walid.getByRole("radio").first().check();
    await decide(page, "his other name");
    const last = judgementSchema.parse((await log()).at(-1));
    expect(last).toMatchObject({
      kind: "same",
      places: [{ name: /الشامي/ }, { name: /الزين/ }].map(() => ({})),
    });
    expect(last.kind === "same" && last.places.map(({ name }) => name)).toEqual([
      expect.stringContaining("الشامي"),
      expect.stringContaining("الزين"),
    ]);
    const pair = page.locator("#people li", { hasText: "his other name" });
    await page.locator("#people summary", { hasText: "One" }).last().click();
    await pair.getByRole("button", { name: "They are two" }).click();
    await decide(page, "seen both");
    await page.locator("#people summary", { hasText: "Two of like names" }).click();
    const two = page.locator("#people li", { hasText: "seen both" });
    await two.getByRole("button", { name: "Undo" }).click();
    await decide(page, "not sure");
    expect((await log()).slice(-3).map(({ kind }) => kind)).toEqual(["same", "different", "undo"]);
    // One name in two reports may be two people.
    const nader = page.locator("#people").getByRole("group", { name: /الزين/ }).first();
    await nader.getByRole("button", { name: "Two…" }).click();
    for (const box of await nader.getByRole("checkbox").all()) await box.check();
    await decide(page, "an uncle and his nephew");
    expect((await log()).at(-1)).toMatchObject({ kind: "different" });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("gathers all of this in a page without a service, and gives the log as a file that is read", async () => {
    const two = {
      ...PORT_FIRE,
      stories: [
        ...PORT_FIRE.stories,
        ...NOTHING_READ.stories.map((one) => ({ ...one, id: "story-other" })),
      ],
    };
    const { page, complaints } = await desk.open(two, { lang: "ar", hash: "#/stories" });
    await mode(page).click();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await named(page, "ادمج").click();
    await page.getByLabel("اسمك").fill("سلمى");
    await decide(page, "خبر واحد");
    await page.locator("article h2 a").first().click();
    await settled(page);
    await atSources(page);
    await sources(page).first().check();
    await named(page, "افصلها خبرًا").click();
    await decide(page, "ليس منه");
    const kept = page.locator("article header").getByRole("group");
    expect(await kept.getByRole("listitem").count()).toBe(2);
    await kept.getByRole("listitem").first().getByRole("button").click();
    await decide(page, "بل خبران");
    expect(await kept.getByRole("listitem").count()).toBe(1);
    const download = page.waitForEvent("download");
    await kept.getByRole("button", { name: "judgements.jsonl" }).click();
    const { judgements, faults } = parseJudgements(
      readFileSync(await (await download).path(), "utf8"),
    );
    expect(faults).toEqual([]);
    expect(judgements.map(({ kind, author }) => `${kind} ${author}`)).toEqual([
      "merge سلمى",
      "split سلمى",
      "undo سلمى",
    ]);
    expect(judgements[0]).toMatchObject({
      reports: two.stories.map(({ reports }) => reports[0]),
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
