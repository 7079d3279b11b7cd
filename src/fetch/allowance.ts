/** Hosts of a network of one's own that may be asked although they are not public. */

export interface Allowance {
  /** @param host as `URL.hostname` has it, with or without brackets */
  readonly permits: (host: string, port: string) => boolean;
}

export const NONE_ALLOWED: Allowance = { permits: () => false };

/** Without brackets and the dot of the root. */
export const plainHost = (host: string): string =>
  host
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();

/**
 * @param entries `feeds.example.local`, `10.0.0.5`, `[fd00::5]`, each with `:8080` where one port alone is meant
 * @returns the entry that is none of these, where one is
 */
export function allowanceOf(
  entries: readonly string[],
): { readonly allowance: Allowance } | { readonly wrong: string } {
  const hosts = new Map<string, Set<string> | null>();
  for (const entry of entries) {
    const url = parsed(`http://${entry}/`);
    if (url === null || url.pathname !== "/" || url.username || url.search || url.hash) {
      return { wrong: entry };
    }
    const port = /:(\d+)$/.exec(entry.replace(/^\[[^\]]*\]/, ""))?.[1] ?? null;
    const host = plainHost(url.hostname);
    const ports = hosts.get(host);
    if (port === null || ports === null) hosts.set(host, null);
    else hosts.set(host, new Set([...(ports ?? []), port]));
  }
  return {
    allowance: {
      permits: (host, port) => {
        const ports = hosts.get(plainHost(host));
        return ports === null || (ports?.has(port) ?? false);
      },
    },
  };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
