/**
 * Changes as server-sent events. Nothing waits in memory for a reader: each holds a number, and what
 * comes after it is fetched when the reader has taken what it was sent.
 */
import type { Change } from "../api/changes.js";
import { Refusal } from "./problems.js";
import type { ChangeFeed } from "./reading/change-feed.js";

/** Milliseconds between signs of life; proxies end what is silent for a minute. */
const HEARTBEAT = 20_000;
/** Of a piece. */
const MOST_AT_ONCE = 100;
/** Milliseconds that a reader may leave what it was sent; it resumes by Last-Event-ID. */
const LONGEST_STALL = 60_000;
/** Milliseconds: after how much silence a sign of life comes, and how long a reader may take nothing. */
export interface Patience {
  readonly heartbeat: number;
  readonly stall: number;
}
const PATIENCE: Patience = { heartbeat: HEARTBEAT, stall: LONGEST_STALL };

/** Streams of one user or address; a browser opens one a tab. */
const MOST_EACH = 20;
const MOST_IN_ALL = 1000;

const open = new Map<string, number>();
let inAll = 0;

/** Told in the log of the server in one line: no fault of the program, whose place would matter. */
function cutOff(): Error {
  const error = new Error("An event stream was cut off: its reader took nothing for too long.");
  error.stack = error.message;
  return error;
}

const written = (change: Change): string =>
  `id: ${change.seq}\nevent: ${change.kind.replace(/[^\w-]/g, "")}\ndata: ${JSON.stringify(change)}\n\n`;

/**
 * @param from the number of the last change that the reader has
 * @param who is counted
 * @throws Refusal where there are too many
 */
export function eventStream(
  feed: Pick<ChangeFeed, "next" | "since" | "isStopped">,
  from: number,
  who: string,
  { heartbeat, stall }: Patience = PATIENCE,
): Response {
  if ((open.get(who) ?? 0) >= MOST_EACH || inAll >= MOST_IN_ALL) {
    throw new Refusal(429, "too-many-streams", "Too many event streams are open: close some.", {
      "retry-after": "30",
    });
  }
  const encoder = new TextEncoder();
  const isOpen = { now: true };
  let seq = from;
  let stalled: NodeJS.Timeout | null = null;
  open.set(who, (open.get(who) ?? 0) + 1);
  inAll++;
  const end = (): void => {
    if (!isOpen.now) return;
    isOpen.now = false;
    if (stalled) clearTimeout(stalled);
    const left = (open.get(who) ?? 1) - 1;
    if (left > 0) open.set(who, left);
    else open.delete(who);
    inAll--;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(stream) {
        stream.enqueue(encoder.encode(`retry: 3000\n: Isnad, after ${from}\n\n`));
      },
      async pull(stream) {
        if (stalled) clearTimeout(stalled);
        let text = "";
        try {
          await feed.next(seq, heartbeat);
          const changes = await feed.since(seq, MOST_AT_ONCE);
          seq = changes.at(-1)?.seq ?? seq;
          text = changes.map(written).join("");
        } catch (error) {
          end();
          stream.error(error);
          return;
        }
        if (!isOpen.now) return;
        if (feed.isStopped) {
          end();
          stream.close();
          return;
        }
        stream.enqueue(encoder.encode(text === "" ? ":\n\n" : text));
        stalled = setTimeout(() => {
          end();
          stream.error(cutOff());
        }, stall + heartbeat);
        stalled.unref();
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // nginx would hold events back.
      "x-accel-buffering": "no",
    },
  });
}
