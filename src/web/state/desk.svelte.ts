import { createContext, flushSync } from "svelte";
import type { Account, Story } from "../../core/contract.js";
import type { Problem } from "../../core/problem.js";
import type { StorySummary } from "../../core/story-list.js";
import { summarize } from "../../export/story-summary.js";
import { type AccountIndex, indexAccount } from "../model/account-index.js";
import { type Address, parseAddress, printAddress } from "../model/address.js";
import { visibleClaims } from "../model/filter.js";
import { type Source, SourceFault } from "../source/source.js";
import type { Lang, Phrase } from "../words.js";
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
  /** Long lists are cut short on screen, never on paper. */
  isPrinting = $state(false);

  #account: Account | null = $state.raw(null);
  readonly index: AccountIndex | null = $derived(this.#account && indexAccount(this.#account));
  /** The claims whose evidence is open, as one text: what hangs on it rests while others change. */
  readonly shown: string = $derived(this.address.show.join());
  readonly story: Story | null = $derived(this.#storyAt());
  readonly visible: ReadonlySet<string> = $derived(
    this.index && this.story
      ? visibleClaims(this.index, this.story, this.address.filter, this.address.asOf)
      : new Set<string>(),
  );

  constructor(readonly source: Source) {
    addEventListener("hashchange", () => this.#arrive());
    addEventListener("beforeprint", () => {
      this.isPrinting = true;
      doAllLater();
      flushSync();
    });
    addEventListener("afterprint", () => {
      this.isPrinting = false;
    });
    void this.#begin();
  }

  /** Reads reports that the reader hands in, and opens their account beside those that are there. */
  async read(files: readonly File[]): Promise<readonly Problem[]> {
    if (this.source.read === null) return [];
    const { account, problems } = await this.source.read(files);
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
    const { page, id } = this.address;
    this.address = parseAddress(location.hash);
    // What could not be shown was of the page that was left.
    if (this.list !== null && (page !== this.address.page || id !== this.address.id)) {
      this.fault = null;
    }
    void this.#load();
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
    await this.#load();
  }

  /** Brings the account of the story, or report, that the address names. */
  async #load(): Promise<void> {
    const { page, id } = this.address;
    if (id === null) return;
    const held = this.#account;
    if (page !== "report" && held?.stories.some((story) => story.id === id)) return;
    if (page === "report" && held?.reports.some((report) => report.id === id)) return;
    const story = page === "report" ? (this.address.section ?? this.list?.[0]?.id ?? null) : id;
    if (story === null) return;
    try {
      const account = await this.source.accountOf(story);
      if (this.address.id !== id) return;
      this.fault = null;
      this.#account = account;
    } catch (error) {
      this.#fail(error);
    }
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

/** English where the browser asks for it and not for Arabic. */
function preferredLang(): Lang {
  const asked = navigator.languages.map((tag) => tag.slice(0, 2));
  return asked.includes("en") && !asked.includes("ar") ? "en" : "ar";
}

/** Claims whose evidence is opened at once; a link must stay one that can be sent. */
export const MOST_SHOWN = 60;

export const [getDesk, setDesk] = createContext<Desk>();
