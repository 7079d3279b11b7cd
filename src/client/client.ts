/**
 * A client of the API, for browsers and programs: one method a route, typed by the schemas that the server
 * checks. It is given a `fetch`, so that it works wherever there is one.
 */
import type { Change, ChangePage } from "../api/changes.js";
import { ANCHOR_HEADER, BEHIND_HEADER } from "../api/headers.js";
import type {
  AuditPage,
  Health,
  MadeToken,
  NewToken,
  NewUser,
  OwnPassword,
  SessionState,
  Setup,
  SignIn,
  TokenList,
  User,
  UserChange,
  UserList,
} from "../api/people.js";
import type { ProblemDetails } from "../api/problem.js";
import type {
  Added,
  NewReport,
  ReportVersions,
  SearchAnswer,
  StoredReportAnswer,
} from "../api/reports.js";
import type { JudgementPage, MadeJudgement, ReviewPage, SentJudgement } from "../api/review.js";
import type {
  ClaimQuery,
  EntityQuery,
  NamedList,
  StoryClaims,
  StoryDisagreements,
  StoryEntities,
  StoryLedger,
  StoryPage,
  StoryQuery,
} from "../api/stories.js";
import type { MadeWebhook, NewWebhook, WebhookList } from "../api/webhooks.js";
import type { Account } from "../core/contract.js";
import type { Problem } from "../core/problem.js";
import { parseEvents } from "./events.js";

export interface ClientOptions {
  /** Where the service is, without `/api`: `https://isnad.example.org`; empty for the page's own. */
  readonly url?: string;
  /** Of a program; a browser sends its session's cookie by itself. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

/** The service refused; `problem` says why. */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.detail);
  }
}

/** The service cannot be reached, or what answers is no service of Isnad. */
export class Unreachable extends Error {}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;
type Sent = {
  readonly method?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  /** Of RFC 7240. */
  readonly prefer?: string;
};
/** Seconds in which accounts tell of what was added, as a rule. */
const TOLD_WITHIN = 30;

export class IsnadClient {
  private readonly url: string;
  private readonly fetch: typeof fetch;

  constructor(private readonly options: ClientOptions = {}) {
    this.url = (options.url ?? "").replace(/\/$/, "");
    this.fetch = options.fetch ?? ((...asked) => fetch(...asked));
  }

  session = (): Promise<SessionState> => this.ask("session");
  signIn = (json: SignIn): Promise<SessionState> =>
    this.ask("session", {}, { method: "POST", json });
  signOut = (): Promise<SessionState> => this.ask("session", {}, { method: "DELETE" });
  setUp = (json: Setup): Promise<SessionState> => this.ask("setup", {}, { method: "POST", json });
  changePassword = (json: OwnPassword): Promise<SessionState> =>
    this.ask("session/password", {}, { method: "PUT", json });

  stories = (query: Partial<StoryQuery> = {}): Promise<StoryPage> => this.ask("stories", query);
  /** @param story `id` of its account, or `anchor` */
  account = (story: string | number): Promise<Account> => this.ask(`stories/${part(story)}`);
  /**
   * The same with the story's anchor, by which changes are told and which stays, and how many reports of
   * it came since the account was made: they are told of soon.
   */
  async shown(story: string | number): Promise<{
    readonly account: Account;
    readonly anchor: number;
    readonly behind: number;
  }> {
    const answer = await this.answered(`stories/${part(story)}`, {}, {});
    const [anchor, behind] = [ANCHOR_HEADER, BEHIND_HEADER].map((name) =>
      Number(answer.headers.get(name)),
    ) as [number, number];
    return { account: (await answer.json()) as Account, anchor, behind };
  }
  ledger = (story: string | number): Promise<StoryLedger> =>
    this.ask(`stories/${part(story)}/ledger`);
  disagreements = (story: string | number): Promise<StoryDisagreements> =>
    this.ask(`stories/${part(story)}/disagreements`);
  storyEntities = (story: string | number): Promise<StoryEntities> =>
    this.ask(`stories/${part(story)}/entities`);
  claims = (story: string | number, query: Partial<ClaimQuery> = {}): Promise<StoryClaims> =>
    this.ask(`stories/${part(story)}/claims`, query);
  entities = (query: Pick<EntityQuery, "name"> & Partial<EntityQuery>): Promise<NamedList> =>
    this.ask("entities", query);

  report = (id: string): Promise<StoredReportAnswer> => this.ask(`reports/${part(id)}`);
  versions = (id: string): Promise<ReportVersions> => this.ask(`reports/${part(id)}/versions`);
  original = async (id: string): Promise<Uint8Array> =>
    new Uint8Array(
      await (await this.answered(`reports/${part(id)}/original`, {}, {})).arrayBuffer(),
    );
  /** @param wait seconds for accounts that tell of them; 0: they follow soon */
  addReports = (reports: readonly NewReport[], wait = TOLD_WITHIN): Promise<Added> =>
    this.ask("reports", {}, { method: "POST", json: { reports }, prefer: `wait=${wait}` });
  /** Files, and pages at addresses, which the server fetches. */
  addFiles = (
    files: readonly File[],
    addresses: readonly string[] = [],
    wait = TOLD_WITHIN,
  ): Promise<Added> => {
    const form = formOf(files, addresses);
    return this.ask("files", {}, { method: "POST", form, prefer: `wait=${wait}` });
  };
  /** The account of files and of pages at addresses, which are kept nowhere. */
  read = (
    files: readonly File[],
    addresses: readonly string[] = [],
  ): Promise<{ readonly account: Account | null; readonly problems: readonly Problem[] }> =>
    this.ask("read", {}, { method: "POST", form: formOf(files, addresses) });
  search = (
    q: string,
    page: { readonly limit?: number; readonly offset?: number } = {},
  ): Promise<SearchAnswer> => this.ask("search", { q, ...page });

  changes = (since = 0, limit?: number): Promise<ChangePage> =>
    this.ask("changes", { since, limit });

  /**
   * Changes as they happen, until the signal ends it. Throws when the connection is lost: who goes on asks
   * again after the last that came.
   */
  async *events(since: number, signal?: AbortSignal): AsyncGenerator<Change> {
    const answer = await this.answered("events", { since }, {}, signal);
    if (answer.body) yield* parseEvents(answer.body);
  }

  judgements = (
    page: { readonly before?: number; readonly limit?: number } = {},
  ): Promise<JudgementPage> => this.ask("judgements", page);
  /** Refused with an `Overtaken` problem where somebody decided about the same thing meanwhile. */
  judge = (json: SentJudgement): Promise<MadeJudgement> =>
    this.ask("judgements", {}, { method: "POST", json });
  /** What most needs a person, in the stories with most disputes. */
  review = (
    page: { readonly limit?: number; readonly offset?: number } = {},
  ): Promise<ReviewPage> => this.ask("review", page);
  storyReview = (
    story: string | number,
    page: { readonly limit?: number; readonly offset?: number } = {},
  ): Promise<ReviewPage> => this.ask(`stories/${part(story)}/review`, page);

  users = (): Promise<UserList> => this.ask("users");
  addUser = (json: NewUser): Promise<User> => this.ask("users", {}, { method: "POST", json });
  changeUser = (name: string, json: UserChange): Promise<User> =>
    this.ask(`users/${part(name)}`, {}, { method: "PATCH", json });
  removeUser = (name: string): Promise<UserList> =>
    this.ask(`users/${part(name)}`, {}, { method: "DELETE" });
  audit = (page: { readonly before?: number; readonly limit?: number } = {}): Promise<AuditPage> =>
    this.ask("audit", page);

  tokens = (): Promise<TokenList> => this.ask("tokens");
  addToken = (json: NewToken): Promise<MadeToken> =>
    this.ask("tokens", {}, { method: "POST", json });
  endToken = (id: string): Promise<TokenList> =>
    this.ask(`tokens/${part(id)}`, {}, { method: "DELETE" });

  webhooks = (): Promise<WebhookList> => this.ask("webhooks");
  addWebhook = (json: NewWebhook): Promise<MadeWebhook> =>
    this.ask("webhooks", {}, { method: "POST", json });
  removeWebhook = (id: string): Promise<WebhookList> =>
    this.ask(`webhooks/${part(id)}`, {}, { method: "DELETE" });

  health = (): Promise<Health> => this.ask("health");

  /** The server checks what it sends by the schema: the answer is taken at its word. */
  private async ask<T>(path: string, query: Query = {}, sent: Sent = {}): Promise<T> {
    return (await (await this.answered(path, query, sent)).json()) as T;
  }

  /** @throws ApiProblem, Unreachable */
  private async answered(
    path: string,
    query: Query,
    { method = "GET", json, form, prefer }: Sent,
    signal?: AbortSignal,
  ): Promise<Response> {
    const values = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) values.set(key, String(value));
    }
    const search = values.size === 0 ? "" : `?${values}`;
    const { token } = this.options;
    const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
    let answer: Response;
    try {
      answer = await this.fetch(`${this.url}${this.url === "" ? "" : "/"}api/v1/${path}${search}`, {
        method,
        headers: {
          accept: "application/json",
          // Which no page of another site can send.
          "x-isnad-desk": "1",
          ...(json === undefined ? {} : { "content-type": "application/json" }),
          ...(prefer === undefined ? {} : { prefer }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      throw new Unreachable(String(error));
    }
    if (!answer.ok) throw await refusal(answer);
    return answer;
  }
}

const part = (text: string | number): string => encodeURIComponent(String(text));

function formOf(files: readonly File[], addresses: readonly string[] = []): FormData {
  const form = new FormData();
  for (const file of files) form.append("file", file);
  for (const address of addresses) form.append("address", address);
  return form;
}

async function refusal(answer: Response): Promise<ApiProblem | Unreachable> {
  if (!answer.headers.get("content-type")?.startsWith("application/problem+json")) {
    return new Unreachable(`${answer.status} ${answer.statusText}`);
  }
  return new ApiProblem((await answer.json()) as ProblemDetails);
}
