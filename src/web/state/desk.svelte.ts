import { createContext, flushSync } from "svelte";
import type { Change } from "../../api/changes.js";
import type { Account, Story } from "../../core/contract.js";
import type { Problem } from "../../core/problem.js";
import type { StorySummary } from "../../core/story-list.js";
import { summarize } from "../../export/story-summary.js";
import { type AccountIndex, indexAccount } from "../model/account-index.js";
import { type Address, parseAddress, printAddress } from "../model/address.js";
import { visibleClaims } from "../model/filter.js";
import { type Live, type SignedIn, type Source, SourceFault } from "../source/source.js";
import type { Lang, Phrase } from "../words.js";
import { Decisions } from "./decisions.svelte.js";
import { doAllLater } from "./later.js";
import { remember, remembered } from "./remembered.js";

export type Theme = "system" | "light" | "dark";
const THEMES: readonly Theme[] = ["system", "light", "dark"];
const LANGS: readonly Lang[] = ["ar", "en"];

/**
 * What all views share. The URL says where the reader is (`Address`); everything shown is worked
 * out from it and the account, so that a link gives the same view again.
 */
export class Desk {
  address: Address = $state.raw(parseAddress(location.hash));
  lang: Lang = $state(remembered("lang", LANGS) ?? preferredLang());
  theme: Theme = $state(remembered("theme", THEMES) ?? "system");
  list: readonly StorySummary[] | null = $state.raw(null);
  fault: SourceFault | null = $state.raw(null);
  /** What a screen reader is told after an act that shows nothing where the focus is. */
  announcement = $state("");
  /** What is shown may be judged where it stands. */
  isReviewing = $state(false);
  /** Long lists are cut short on screen, never on paper. */
  isPrinting = $state(false);

  #hasBegun = false;
  /** How far down each page was left, in pixels. */
  readonly #left = new Map<string, number>();
  #account: Account | null = $state.raw(null);
  /** What happened to the open story since it was opened, the oldest first. */
  news: readonly Change[] = $state.raw([]);
  /** Counts changes of any story. */
  happened = $state(0);
  readonly index: AccountIndex | null = $derived(this.#account && indexAccount(this.#account));
  /** The claims whose evidence is open, as one text: what hangs on it rests while others change. */
  readonly shown: string = $derived(this.address.show.join());
  readonly story: Story | null = $derived(this.#storyAt());
  readonly visible: ReadonlySet<string> = $derived(
    this.index && this.story
      ? visibleClaims(this.index, this.story, this.address.filter, this.address.asOf)
      : new Set<string>(),
  );

  /** What is decided here. */
  readonly decisions: Decisions;

  constructor(
    readonly source: Source,
    /** Who has signed in; null where nobody has to. */
    readonly user: SignedIn | null = null,
  ) {
    const mayDecide = user !== null && user.role !== "reader";
    this.decisions = new Decisions(mayDecide ? (source.live?.client ?? null) : null);
    // Pages are drawn piece by piece: the browser would look for the place before it is there.
    history.scrollRestoration = "manual";
    addEventListener("hashchange", () => this.#arrive());
    addEventListener("beforeprint", () => {
      this.isPrinting = true;
      doAllLater();
      flushSync();
    });
    addEventListener("afterprint", () => {
      this.isPrinting = false;
    });
    const { live } = source;
    live?.follow((change) => {
      this.happened++;
      const open = this.story && live.anchorOf(this.story.id);
      if (open === change.story) this.news = [...this.news, change].slice(-MOST_NEWS);
    });
    void this.#begin();
  }

  /** Shows the open story as it is by now, where the reader stands. */
  async renew(): Promise<void> {
    const { live } = this.source;
    const anchor = this.story && live?.anchorOf(this.story.id);
    if (live && anchor) await this.#renewAs(live, async () => anchor);
  }

  /** Shows the story that a report stands in by now: a decision may have moved it to another. */
  async stayWith(report: string): Promise<void> {
    const { live } = this.source;
    if (!live) return;
    await this.#renewAs(live, async () => (await live.client.report(report)).anchor);
    document.getElementById("main")?.focus({ preventScroll: true });
  }

  async #renewAs(live: Live, anchorNow: () => Promise<number | null>): Promise<void> {
    try {
      const anchor = await anchorNow();
      if (anchor === null) return;
      this.#account = await live.renewed(anchor);
      this.news = [];
      const id = this.#account.stories[0]?.id;
      if (id !== undefined && this.address.page === "story") this.go({ id }, true);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads reports that the reader hands in, and opens their account beside those that are there. */
  async read(files: readonly File[], addresses: readonly string[]): Promise<readonly Problem[]> {
    if (this.source.read === null) return [];
    const { account, problems } = await this.source.read(files, addresses);
    const [first, second] = account?.stories ?? [];
    if (account && first) {
      this.#account = account;
      const own = account.stories.map((story) => summarize(account, story));
      const others = (this.list ?? []).filter(({ id }) => !own.some((one) => one.id === id));
      this.list = [...own, ...others];
      if (!second && problems.length === 0) this.go({ page: "story", id: first.id });
    }
    return problems;
  }

  /** The words of a phrase in the reader's language. */
  t(phrase: Phrase): string {
    return phrase[this.lang];
  }

  /** The link to where a change of the address leads. */
  href(change: Partial<Address>): string {
    return printAddress({ ...this.address, show: [], span: null, ...change });
  }

  /** Goes there; `instead` leaves no step behind to go back to. */
  go(change: Partial<Address>, instead = false): void {
    const hash = printAddress({ ...this.address, ...change });
    if (hash === location.hash) return;
    if (instead) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    this.#arrive();
  }

  /** Opens the evidence of claims beside the view. */
  show(claims: readonly string[]): void {
    this.go({ show: claims.slice(0, MOST_SHOWN) }, this.address.show.length > 0);
  }

  speak(lang: Lang): void {
    this.lang = lang;
    remember("lang", lang);
  }

  dress(theme: Theme): void {
    this.theme = theme;
    remember("theme", theme);
  }

  /** Asks again for what could not be had. */
  async retry(): Promise<void> {
    this.fault = null;
    await (this.list === null ? this.#begin() : this.#load());
  }

  #arrive(): void {
    const from = pageOf(this.address);
    this.address = parseAddress(location.hash);
    const to = pageOf(this.address);
    if (from === to) {
      void this.#load();
      return;
    }
    this.#left.set(from, scrollY);
    // What could not be shown was of the page that was left.
    if (this.list !== null) this.fault = null;
    // The way to the first page leaves the browser's own beginning as it is.
    const isWalking = this.#hasBegun;
    void this.#load().then(() => {
      if (isWalking && pageOf(this.address) === to) this.#settle(to);
    });
  }

  /** A page begins at its head, or where it was left; a link to words or a section goes there itself. */
  #settle(page: string): void {
    flushSync();
    if (document.activeElement === document.body) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    const { span, section } = this.address;
    if (span !== null || (this.address.page === "story" && section !== null)) return;
    const top = this.#left.get(page) ?? 0;
    if (top > 0) {
      doAllLater();
      flushSync();
    }
    scrollTo({ top, behavior: "instant" });
  }

  async #begin(): Promise<void> {
    try {
      this.list = await this.source.stories();
      const [only, second] = this.list;
      if (only && !second && this.address.page === "stories" && !this.source.isServed) {
        this.go({ page: "story", id: only.id }, true);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#hasBegun = true;
    await this.#load();
  }

  /** Brings the account of the story, or report, that the address names. */
  async #load(): Promise<void> {
    const { page, id } = this.address;
    if (id === null || page === "service") return;
    const held = this.#account;
    if (page !== "report" && held?.stories.some((story) => story.id === id)) return;
    if (page === "report" && held?.reports.some((report) => report.id === id)) return;
    try {
      const story = page === "report" ? await this.#storyOfReport(id) : id;
      if (story === null) return;
      const account = await this.source.accountOf(story);
      if (this.address.id !== id) return;
      this.fault = null;
      this.news = [];
      this.#account = account;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The story that a link to a report names; of a service the one that the report stands in by now. */
  async #storyOfReport(report: string): Promise<string | null> {
    const { section } = this.address;
    const { live } = this.source;
    if (section !== null) return section;
    if (live === null) return this.list?.[0]?.id ?? null;
    const anchor = await live.anchorOfReport(report);
    if (anchor === null) throw new SourceFault("not-found", report);
    return String(anchor);
  }

  #fail(error: unknown): void {
    this.fault = error instanceof SourceFault ? error : new SourceFault("broken", String(error));
  }

  /** The story that the address names; on a report's page the first that holds the report. */
  #storyAt(): Story | null {
    const { page, id, section } = this.address;
    if (this.index === null || id === null) return null;
    if (page !== "report") return this.index.stories.get(id) ?? null;
    const named = section === null ? undefined : this.index.stories.get(section);
    if (named) return named;
    return this.index.account.stories.find(({ reports }) => reports.includes(id)) ?? null;
  }
}

/** A reader is told of the last. */
const MOST_NEWS = 20;

/** What tells one page from another, whatever is filtered or open on it. */
const pageOf = ({ page, id, query }: Address): string => `${page} ${id ?? ""} ${query}`;

/** English where the browser asks for it and not for Arabic. */
function preferredLang(): Lang {
  const asked = navigator.languages.map((tag) => tag.slice(0, 2));
  return asked.includes("en") && !asked.includes("ar") ? "en" : "ar";
}

/** Claims whose evidence is opened at once; a link must stay one that can be sent. */
export const MOST_SHOWN = 60;

export const [getDesk, setDesk] = createContext<Desk>();
