/** Server-sent events out of a stream of bytes, as far as the API uses them: WHATWG HTML, 9.2.6. */
import type { Change } from "../api/changes.js";

/** UTF-16 code units of one event; no change is a hundredth of it. */
const MOST = 1 << 20;

export async function* parseEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<Change> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      waiting += decoder.decode(value, { stream: true });
      const events = waiting.split("\n\n");
      waiting = events.pop() ?? "";
      if (waiting.length > MOST) throw new RangeError("an event without an end");
      for (const event of events) {
        const data = event
          .split("\n")
          .filter((line) => line.startsWith("data: "))
          .map((line) => line.slice(6))
          .join("\n");
        if (data !== "") yield JSON.parse(data) as Change;
      }
    }
  } finally {
    await reader.cancel();
  }
}
