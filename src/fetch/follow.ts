/** Redirects, each looked at as if it had been asked for. */
import { checkAddress } from "./address.js";
import type { Allowance } from "./allowance.js";
import type { Answer, Answered } from "./answer.js";
import { type FetchFailure, failure } from "./failure.js";
import { MOST_REDIRECTS } from "./limits.js";

export interface Followed {
  readonly kind: "followed";
  readonly answer: Answer;
  /** Where it lies for good, by redirects that say so (301, 308) and no other; null where it was not moved. */
  readonly movedTo: string | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const isForGood = (status: number): boolean => status === 301 || status === 308;

/** @param ask one question: whoever gives it also keeps to what each host permits */
export async function follow(
  first: URL,
  allowance: Allowance,
  ask: (url: URL) => Promise<Answered>,
): Promise<Followed | FetchFailure> {
  const met = new Set<string>();
  let movedTo: string | null = null;
  let isMoved = true;
  for (let url = first; ; ) {
    if (met.has(url.href)) {
      return failure("redirect-loop", first.href, "Its redirects lead in a circle");
    }
    met.add(url.href);
    const answer = await ask(url);
    if (answer.kind === "failed") return answer;
    if (!REDIRECTS.has(answer.status)) return { kind: "followed", answer, movedTo };
    if (met.size > MOST_REDIRECTS) {
      return failure("too-many-redirects", first.href, `More than ${MOST_REDIRECTS} redirects`);
    }
    const target = answer.headers["location"];
    if (!target) {
      return failure("bad-redirect", url.href, "It redirects without saying where to");
    }
    const next = checkAddress(target, allowance, url);
    if ("kind" in next) {
      if (next.code === "private-address") {
        const why = `It redirects inside a private network: ${lowerFirst(next.message)}`;
        return failure("private-address", url.href, why);
      }
      return failure(
        "bad-redirect",
        url.href,
        `It redirects to what is not asked: ${lowerFirst(next.message)}`,
      );
    }
    isMoved &&= isForGood(answer.status);
    if (isMoved) movedTo = next.href;
    url = next;
  }
}

const lowerFirst = (text: string): string =>
  text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
