/**
 * Tells webhooks of changes: each in order, at least once, again and again with growing pauses where it
 * fails; what fails for long is told no more until an admin registers it anew.
 */
import type { Agent } from "undici";
import type { WebhookRow } from "../../store/people-rows.js";
import type { StoreReader } from "../../store/store.js";
import { allWebhooks, type WebhookState } from "../../store/webhooks.js";
import type { ChangeFeed } from "../reading/change-feed.js";
import type { Writer } from "../writing/writer.js";
import { deliver, isPublicUrl } from "./deliver.js";

/** Changes fetched at a time. */
const AT_A_TIME = 50;
/** Failures in a row, after which nothing is sent any more: about two days. */
const MOST_FAILURES = 20;
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 4 * 3600_000;
/** Milliseconds between looks for what is due. */
const LOOK_EVERY = 2000;

export interface Teller {
  readonly store: StoreReader;
  readonly writer: Writer;
  readonly changes: ChangeFeed;
  readonly agent: Agent;
  readonly now: () => Date;
  readonly complain: (error: unknown) => void;
  /** Whether addresses of one's own are refused; only tests say no. */
  readonly isGuarded?: boolean;
}

export class Webhooks {
  private readonly busy = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly teller: Teller) {}

  start(): void {
    this.timer = setInterval(() => void this.look().catch(this.teller.complain), LOOK_EVERY);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.teller.agent.destroy();
  }

  /** Tells whoever is due what is new; each webhook by itself, so that a slow one holds up none. */
  async look(): Promise<void> {
    const { store, changes, now } = this.teller;
    const time = now().toISOString();
    const due = (await allWebhooks(store.queries)).filter(
      ({ id, state, delivered, next_try }) =>
        state === "active" &&
        !this.busy.has(id) &&
        delivered < changes.latest &&
        (next_try === null || next_try <= time),
    );
    await Promise.all(due.map((one) => this.tell(one)));
  }

  private async tell(webhook: WebhookRow): Promise<void> {
    const { writer, changes, complain } = this.teller;
    this.busy.add(webhook.id);
    try {
      const kinds = JSON.parse(webhook.kinds) as string[];
      const found = await changes.since(webhook.delivered, AT_A_TIME);
      let state: WebhookState = webhook;
      for (const change of found) {
        const isAsked = kinds.length === 0 || kinds.includes(change.kind);
        state = isAsked
          ? await this.attempt(webhook, change, state)
          : { ...state, delivered: change.seq };
        if (state.failures > 0) break;
      }
      const { state: is, delivered, failures, next_try, last_status, last_error } = state;
      await writer.run("note-delivery", {
        id: webhook.id,
        state: { state: is, delivered, failures, next_try, last_status, last_error },
      });
    } catch (error) {
      complain(error);
    } finally {
      this.busy.delete(webhook.id);
    }
  }

  private async attempt(
    webhook: WebhookRow,
    change: Parameters<typeof deliver>[1],
    before: WebhookState,
  ): Promise<WebhookState> {
    const { agent, now, isGuarded = true } = this.teller;
    const result =
      isGuarded && !isPublicUrl(webhook.url)
        ? { error: "the address is not of the public internet" }
        : await deliver(webhook, change, Math.floor(now().getTime() / 1000), agent);
    if ("status" in result && result.status >= 200 && result.status < 300) {
      return {
        state: "active",
        delivered: change.seq,
        failures: 0,
        next_try: null,
        last_status: result.status,
        last_error: null,
      };
    }
    const failures = before.failures + 1;
    const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
    return {
      ...before,
      failures,
      state: failures >= MOST_FAILURES ? "disabled" : "active",
      next_try: new Date(now().getTime() + pause).toISOString(),
      last_status: "status" in result ? result.status : null,
      last_error: "error" in result ? result.error.slice(0, 300) : null,
    };
  }
}
