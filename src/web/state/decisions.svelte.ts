import type { MadeJudgement, Overtaken } from "../../api/review.js";
import { ApiProblem, type IsnadClient } from "../../client/client.js";
import {
  type Decision,
  identified,
  type Judgement,
  type StandingJudgement,
  standing,
} from "../../core/judgement.js";

/** What became of a decision. */
export type Outcome =
  | { readonly kind: "kept" }
  | { readonly kind: "posted"; readonly made: MadeJudgement }
  /** Somebody decided about the same thing meanwhile; `seen` is what to send by who still decides so. */
  | { readonly kind: "overtaken"; readonly by: Judgement; readonly seen: string | null }
  | { readonly kind: "refused"; readonly why: string };

/** Decisions made in this page: sent to the service, or gathered for a file where there is none to send to. */
export class Decisions {
  /** Those gathered, the oldest first: a log as `judgements.jsonl` is one. */
  log: readonly Judgement[] = $state.raw([]);
  /** Those that the service took from this page, the oldest first. */
  posted: readonly MadeJudgement[] = $state.raw([]);
  /** Who decides, where nobody signs in. */
  author = $state("");
  readonly standing: readonly StandingJudgement[] = $derived(standing(this.log));
  /** Ids of entries, of the account's and of those gathered, that were taken back here. */
  readonly undone: ReadonlySet<string> = $derived(
    new Set(
      [...this.log, ...this.posted.map(({ judgement }) => judgement)].flatMap((one) =>
        one.kind === "undo" ? [one.undoes] : [],
      ),
    ),
  );

  /** @param client null where decisions are gathered */
  constructor(readonly client: IsnadClient | null) {}

  /** @param seen id of the latest judgement about the same thing that the reader sees; null for none */
  async decide(decision: Decision, seen: string | null): Promise<Outcome> {
    if (this.client === null) {
      const author = { author: this.author.trim(), time: new Date().toISOString() };
      this.log = [...this.log, identified({ ...decision, ...author })];
      return { kind: "kept" };
    }
    try {
      const made = await this.client.judge({ decision, seen });
      this.posted = [...this.posted, made];
      return { kind: "posted", made };
    } catch (error) {
      if (!(error instanceof ApiProblem)) return { kind: "refused", why: String(error) };
      if (isOvertaken(error.problem)) {
        return { kind: "overtaken", by: error.problem.judgement, seen: error.problem.seen };
      }
      return { kind: "refused", why: error.problem.detail };
    }
  }

  /** The log as a file: a line an entry. */
  file(): string {
    return this.log.map((one) => `${JSON.stringify(one)}\n`).join("");
  }
}

/** The service says so by its status, and then by the fields that its schema gives. */
const isOvertaken = (problem: ApiProblem["problem"]): problem is Overtaken =>
  problem.status === 409 && "judgement" in problem && "seen" in problem;
