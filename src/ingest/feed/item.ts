/** An item of a feed, whatever the feed is. */

export interface FeedItem {
  /** As the feed names it; else its address. Null where it has neither. */
  readonly id: string | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  readonly title: string | null;
  /** ISO 8601 in the zone that it was told in; a day alone where no hour is told. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly byline: string | null;
  /** The content in whole, where the feed says that it is that (`content:encoded`, `content`). */
  readonly html: string | null;
  /** The same where it comes as plain text. */
  readonly text: string | null;
  /** What the feed gives instead of the content or beside it: markup or text, of any length. */
  readonly summary: string | null;
}

/** An address made absolute; null where it is none, or not one of the Web. */
export function absoluteUrl(url: string | null | undefined, base: string | null): string | null {
  const plain = url?.trim();
  if (!plain) return null;
  try {
    const parsed = new URL(plain, base ?? undefined);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}
