import { FILTER_KINDS, type Filter, NO_FILTER } from "./filter.js";

const PAGES = ["stories", "story", "report", "search", "service"] as const;

/**
 * Where a reader is, as the part of the URL behind `#`: every view, filter, claim and span can be
 * kept and sent. `#/story/ID/ledger?asof=2022-01-07&outlet=…&show=claim-1`.
 */
export interface Address {
  readonly page: (typeof PAGES)[number];
  /** Id of the story or the report, name of a room of the service; null on the first page. */
  readonly id: string | null;
  /** The section of a story to begin at. */
  readonly section: string | null;
  /** Only what reports out by this ISO day tell; null for all. */
  readonly asOf: string | null;
  readonly filter: Filter;
  /** Claims whose evidence is open. */
  readonly show: readonly string[];
  /** Copied passages laid side by side: two report ids. */
  readonly pair: readonly [string, string] | null;
  /** Characters of the report that are lit. */
  readonly span: readonly [number, number] | null;
  /** What is searched for. */
  readonly query: string;
}

export const START: Address = {
  page: "stories",
  id: null,
  section: null,
  asOf: null,
  filter: NO_FILTER,
  show: [],
  pair: null,
  span: null,
  query: "",
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Reads what stands behind `#`. What it does not know it leaves out, so that an old link opens. */
export function parseAddress(hash: string): Address {
  const [path = "", search = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const [, first = "", id = "", section = ""] = path.split("/").map(decoded);
  const page = PAGES.find((one) => one === first) ?? "stories";
  const values = new URLSearchParams(search);
  const all = (key: string): string[] => [...new Set(values.getAll(key))].filter(Boolean);
  const asOf = values.get("asof") ?? "";
  const pair = all("pair");
  const span = /^(\d{1,9})-(\d{1,9})$/.exec(values.get("span") ?? "");
  return {
    page: id === "" ? "stories" : page,
    id: id === "" ? null : id,
    section: section === "" ? null : section,
    asOf: DAY.test(asOf) ? asOf : null,
    filter: {
      speaker: all("speaker"),
      outlet: all("outlet"),
      measure: all("measure"),
      place: all("place"),
      day: all("day").filter((day) => DAY.test(day)),
      disputed: values.get("only")?.split(",").includes("disputed") ?? false,
      independent: values.get("only")?.split(",").includes("independent") ?? false,
    },
    show: (values.get("show") ?? "").split(",").filter(Boolean),
    pair: pair[0] !== undefined && pair[1] !== undefined ? [pair[0], pair[1]] : null,
    span: span ? [Number(span[1]), Number(span[2])] : null,
    query: values.get("q") ?? "",
  };
}

/** Writes an address so that `parseAddress` reads the same. */
export function printAddress(address: Address): string {
  const path = [address.page, address.id, address.id === null ? null : address.section]
    .flatMap((part) => (part === null ? [] : [encodeURIComponent(part)]))
    .join("/");
  const values = new URLSearchParams();
  if (address.query !== "") values.set("q", address.query);
  if (address.asOf !== null) values.set("asof", address.asOf);
  for (const kind of FILTER_KINDS) {
    for (const value of address.filter[kind]) values.append(kind, value);
  }
  const { disputed, independent } = address.filter;
  const only = [...(disputed ? ["disputed"] : []), ...(independent ? ["independent"] : [])];
  if (only.length > 0) values.set("only", only.join(","));
  if (address.span !== null) values.set("span", address.span.join("-"));
  for (const id of address.pair ?? []) values.append("pair", id);
  if (address.show.length > 0) values.set("show", address.show.join(","));
  const search = values.toString().replaceAll("%2C", ",");
  return `#/${path}${search === "" ? "" : `?${search}`}`;
}
