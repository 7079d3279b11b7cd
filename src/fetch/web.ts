/** One question to one host, within bounds. Redirects are answers like others here. */
import { Agent, type Dispatcher, errors } from "undici";
import type { Answer, Answered } from "./answer.js";
import { mediaOf, retryAfterOf } from "./answer.js";
import { type ConnectingOptions, PrivateAddress, safeConnector } from "./connecting.js";
import { type FetchFailure, failure } from "./failure.js";
import { type FetchLimits, LONGEST_RETRY_AFTER } from "./limits.js";
import { readUnpacked } from "./unpack.js";

export interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** Another bound than that of all; what is longer is cut off there. */
  readonly cutAt?: number;
}

/** What is never text; not even its first bytes are read. */
const NOT_TEXT =
  /^(?:image|video|audio|font|model)\/|^application\/(?:pdf|zip|msword|vnd\.(?!.*[+]xml)|x-(?:7z|rar|tar|bzip))/;

const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;

export class Web {
  private readonly agent: Agent;

  constructor(
    private readonly limits: FetchLimits,
    connecting: Omit<ConnectingOptions, "timeout">,
    private readonly now: () => number,
  ) {
    this.agent = new Agent({
      connect: safeConnector({ ...connecting, timeout: limits.connect }),
      connections: 2,
      pipelining: 1,
      maxHeaderSize: limits.headers,
      headersTimeout: limits.firstByte,
      bodyTimeout: limits.betweenBytes,
    });
  }

  /** Asks. The address has been checked. Never rejects. */
  async ask(url: URL, { headers, signal, cutAt }: Question): Promise<Answered> {
    const deadline = AbortSignal.timeout(this.limits.whole);
    const ending = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      const response = await this.agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: "GET",
        headers: { ...headers, "accept-encoding": "gzip, br" },
        signal: ending,
      });
      return await this.read(url, response, cutAt);
    } catch (error) {
      if (signal?.aborted) return failure("stopped", url.href, "The program was told to stop");
      if (deadline.aborted) {
        const seconds = this.limits.whole / 1000;
        return failure("too-slow", url.href, `It was not there whole after ${seconds} seconds`);
      }
      return failureOf(error, url, this.limits);
    }
  }

  private async read(
    url: URL,
    { statusCode, headers: given, body }: Dispatcher.ResponseData,
    cutAt: number | undefined,
  ): Promise<Answered> {
    const headers = singleHeaders(given);
    const answer = (bytes: Uint8Array): Answer => ({
      kind: "answer",
      url,
      status: statusCode,
      headers,
      bytes,
    });
    const leave = (): void => {
      // What is still to come of an answer nobody reads ends with its connection.
      body.on("error", () => {});
      body.destroy();
    };
    if (statusCode < 200 || statusCode > 299) {
      leave();
      return statusCode >= 400 ? this.refused(url, statusCode, headers) : answer(new Uint8Array());
    }
    const media = mediaOf(headers);
    if (media !== null && NOT_TEXT.test(media)) {
      leave();
      return failure("not-text", url.href, `What lies there is ${media.slice(0, 60)}, no text`);
    }
    const { bytes, unpacked } = this.limits;
    const taken = { bytes: cutAt ?? bytes, unpacked: cutAt ?? unpacked, cut: cutAt !== undefined };
    if (cutAt === undefined && Number(headers["content-length"]) > bytes) {
      leave();
      return tooLarge(url, bytes);
    }
    const read = await readUnpacked(body, headers["content-encoding"] ?? "", taken);
    switch (read.kind) {
      case "bytes":
        return answer(read.bytes);
      case "too-large":
        return tooLarge(url, bytes);
      case "unpacks-too-large":
        return failure(
          "unpacks-too-large",
          url.href,
          `It unpacks to more than ${megabytes(unpacked)}`,
        );
      case "broken":
        return failure("broken-answer", url.href, read.why);
    }
  }

  private refused(url: URL, status: number, headers: Answer["headers"]): FetchFailure {
    const retryAfter = retryAfterOf(headers, this.now(), LONGEST_RETRY_AFTER);
    if (status === TOO_MANY_REQUESTS || (status === UNAVAILABLE && retryAfter !== null)) {
      const howLong = retryAfter === null ? "" : ` for ${retryAfter} seconds`;
      const why = `The host asks to be left alone${howLong} (${status})`;
      return failure("asked-to-wait", url.href, why, { status, retryAfter });
    }
    return failure("status", url.href, `The host answered ${status}${meaning(status)}`, {
      status,
      retryAfter,
    });
  }

  /** Ends what is under way. */
  close = (): Promise<void> => this.agent.destroy();
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`;

const tooLarge = (url: URL, most: number): FetchFailure =>
  failure("too-large", url.href, `It is larger than ${megabytes(most)}`);

const MEANINGS: Readonly<Record<number, string>> = {
  401: "it wants a user name",
  402: "it wants to be paid",
  403: "it does not give this",
  404: "it does not have this",
  410: "it has this no longer",
  451: "it may not give this, by law",
  500: "it failed",
  502: "what stands behind it failed",
  503: "it is overloaded or being mended",
  504: "what stands behind it does not answer",
};

const meaning = (status: number): string => {
  const words = MEANINGS[status];
  return words ? `: ${words}` : "";
};

function singleHeaders(
  headers: Dispatcher.ResponseData["headers"],
): Readonly<Record<string, string>> {
  const out: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) out[name.toLowerCase()] = first;
  }
  return out;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** What a connection threw, in words. */
function failureOf(error: unknown, url: URL, limits: FetchLimits): FetchFailure {
  const { href, hostname } = url;
  const seconds = (milliseconds: number): string => `${milliseconds / 1000} seconds`;
  if (error instanceof PrivateAddress) return failure("private-address", href, error.message);
  if (error instanceof errors.ConnectTimeoutError) {
    return failure("stalled", href, `No connection to ${hostname} in ${seconds(limits.connect)}`);
  }
  if (error instanceof errors.HeadersTimeoutError) {
    return failure("stalled", href, `${hostname} did not answer in ${seconds(limits.firstByte)}`);
  }
  if (error instanceof errors.BodyTimeoutError) {
    const pause = seconds(limits.betweenBytes);
    return failure("stalled", href, `${hostname} sent nothing for ${pause} in mid-answer`);
  }
  if (error instanceof errors.HeadersOverflowError) {
    const why = `The answer has more than ${limits.headers} bytes of headers`;
    return failure("broken-answer", href, why);
  }
  const why = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code === "ENOTFOUND" || code === "EAI_NONAME" || code === "ENODATA") {
    return failure("no-such-host", href, `There is no host ${hostname}`);
  }
  if (code === "EAI_AGAIN" || code === "EAI_FAIL") {
    return failure("no-such-host", href, `The name server gives no address of ${hostname} now`);
  }
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code)) {
    return failure("insecure", href, `${hostname} cannot prove who it is (${plain(why)})`);
  }
  if (/^(?:ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|EADDR)|^UND_ERR_SOCKET/.test(code)) {
    return failure("unreachable", href, `${hostname} cannot be reached (${plain(why)})`);
  }
  return failure("broken-answer", href, `What ${hostname} sent is no answer (${plain(why)})`);
}

/** The words of an error may hold what a host sent. */
const plain = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 160) || "no reason given";
