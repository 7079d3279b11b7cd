import { faultOf } from "../source/service.js";
import type { Live, SourceFault } from "../source/source.js";
import type { Desk } from "./desk.svelte.js";

/** The service whose pages are shown: they are shown of nothing else. */
export function serviceOf({ source: { live } }: Desk): Live {
  if (live === null) throw new Error("a page of a service without one");
  return live;
}

/** A page of a list, and where the next begins; null where it is the last. */
export interface ListPage {
  readonly items: readonly unknown[];
  readonly next: string | number | null;
}

/** A list of the service, a page after the other as the reader wants more. */
export class AskedList<Page extends ListPage> {
  /** Those that are there, each with what it says beside its items. */
  pages: readonly Page[] = $state.raw([]);
  readonly items: readonly Page["items"][number][] = $derived(
    this.pages.flatMap(({ items }) => items),
  );
  readonly next: Page["next"] = $derived(this.pages.at(-1)?.next ?? null);
  fault: SourceFault | null = $state.raw(null);
  isLoaded = $state(false);
  /** Tells answers that came too late. */
  #asked = 0;

  /** @param page asks for the page that begins there; for the first where `at` is null */
  constructor(
    private readonly live: Live,
    private readonly page: (at: Page["next"]) => Promise<Page>,
  ) {}

  /** Begins anew. */
  load = (): Promise<void> => this.#load(null);
  more = (): Promise<void> => this.#load(this.next);

  async #load(at: Page["next"]): Promise<void> {
    const own = ++this.#asked;
    try {
      const page = await this.page(at);
      if (own !== this.#asked) return;
      this.pages = at === null ? [page] : [...this.pages, page];
      this.fault = null;
      this.isLoaded = true;
    } catch (error) {
      if (own === this.#asked) this.fault = faultOf(error, this.live);
    }
  }
}

/** One thing that the reader does: while it is under way no other begins. */
export class Act {
  isBusy = $state(false);
  fault: SourceFault | null = $state.raw(null);

  constructor(private readonly live: Live) {}

  /** @returns whether it was done; otherwise `fault` says why not */
  async do(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.fault = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.fault = faultOf(error, this.live);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
