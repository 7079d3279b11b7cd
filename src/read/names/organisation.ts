import type { NameReading } from "./mention.js";
import { knownAt, nameless, readingOfEntry, skipOf } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** Words behind the head of a name: هيئة الأمر بالمعروف والنهي عن المنكر is the longest common one. */
const LONGEST_COMPLEMENT = 7;
const LONGEST_QUOTED = 8;

const KINDS: Readonly<Record<string, NameReading["kind"]>> = {
  group: "group",
  outlet: "outlet",
};

interface Complement {
  readonly last: number;
  /** It ends in a word with the article, or holds a proper name: a name and not "a company". */
  readonly definite: boolean;
  readonly country: string | null;
  readonly portfolio: string | null;
  /** First token of a known name in it. */
  readonly properAt: number;
  /** Nothing stands in it but a nation adjective. */
  readonly nationOnly: boolean;
}

/** A body by its head word and what completes it, or a fixed name of one. */
export function readOrganisation(scan: Scan, at: number, limit: number): Draft | null {
  const known = knownAt(scan, at, limit);
  const entry = known?.match.entries.find((one) => one.kind !== "place");
  const fixed = scan.entry(at, "org.name");
  const headed = readHeaded(scan, at, limit);
  if (known && entry && !known.match.commonWord && known.last >= (headed?.last ?? 0)) {
    return {
      first: at,
      last: known.last,
      rule: "names.institution",
      value: {
        ...readingOfEntry(scan, entry, at, known.last, known.spelling.skip),
        aliases: aliasesAt(scan, known.last, limit),
      },
    };
  }
  if (fixed && fixed.last <= limit && fixed.last >= (headed?.last ?? 0))
    return readFixed(scan, at, fixed, limit);
  return headed;
}

type Entry = NonNullable<ReturnType<Scan["entry"]>>;

function readFixed(scan: Scan, at: number, fixed: Entry, limit: number): Draft {
  const { features } = fixed.reading.entry;
  let last = fixed.last;
  const nation = last < limit && scan.isWord(last) ? scan.profile(last).demonym : null;
  if (nation?.country) last++;
  const country = nation?.country ?? null;
  const ref = features["ref"] ?? null;
  const skip = skipOf(scan, at);
  return {
    first: at,
    last,
    rule: "names.organisation-fixed",
    value: {
      ...nameless,
      kind: KINDS[features["kind"] ?? ""] ?? "organization",
      name: scan.words(at, last, skip),
      ref: ref === null || ref.includes(":") ? ref : country ? `${ref}:${country}` : null,
      type: features["type"]?.replaceAll("_", " ") ?? null,
      head: features["nominal"] === "yes" ? "nominal" : "name",
      country,
      skip,
      aliases: aliasesAt(scan, last, limit),
    },
  };
}

function readHeaded(scan: Scan, at: number, limit: number): Draft | null {
  const profile = scan.profile(at);
  const reading = profile.org;
  if (!reading || profile.part) return readPortfolio(scan, at, limit);
  const { features } = reading.entry;
  const type = features["type"]?.replaceAll("_", " ") ?? "organisation";
  const kind = KINDS[features["kind"] ?? ""] ?? "organization";
  const skip = skipOf(scan, at);
  const build = (first: number, last: number, more: Partial<NameReading>, rule: string): Draft => ({
    first,
    last,
    rule,
    value: {
      ...nameless,
      kind,
      type,
      name: scan.words(first, last, first === at ? skip : 0),
      skip: first === at ? skip : 0,
      aliases: aliasesAt(scan, last, limit),
      ...more,
    },
  });
  const state = features["state"] === "yes";
  const next = at + 1;
  if (next < limit && scan.isOpening(next) && reading.number !== "plural") {
    const close = scan.closing(next, limit, LONGEST_QUOTED);
    if (close > next + 1) {
      const inside = knownAt(scan, next + 1, close);
      const entry =
        inside && inside.last === close
          ? inside.match.entries.find((one) => one.kind !== "place")
          : null;
      if (entry)
        return {
          first: next + 1,
          last: close,
          rule: "names.organisation-quoted",
          value: readingOfEntry(scan, entry, next + 1, close, 0),
        };
      const alone = features["span"] === "name" || features["weak"] === "yes";
      return build(
        alone ? next + 1 : at,
        alone ? close : close + 1,
        { name: unquoted(scan, alone ? next + 1 : at, close, alone ? 0 : skip) },
        "names.organisation-quoted",
      );
    }
  }
  if (reading.number === "plural" && !state) return null;
  const complement = readComplement(
    scan,
    at,
    limit,
    reading.article,
    features["type"] === "ministry",
  );
  const country = complement.country;
  const ref = refOf(features["ref"] ?? null, complement.portfolio, country);
  if (reading.article && complement.last === next) {
    // "الوزارة", "الشرطة": a body named before, or the one of the place.
    return build(at, next, { head: "nominal" }, "names.organisation-nominal");
  }
  if (!complement.definite || complement.last === next) return null;
  if (state && (complement.nationOnly || complement.portfolio === null)) {
    const head = complement.nationOnly && features["weak"] === "yes" ? "nominal" : "name";
    return build(at, complement.last, { country, ref, head }, "names.organisation-state");
  }
  if (features["span"] === "name" && complement.properAt > 0) {
    const inner = knownAt(scan, complement.properAt, limit);
    const entry = inner?.match.entries.find((one) => one.kind !== "place");
    if (inner && entry && complement.properAt === next) {
      return {
        first: next,
        last: inner.last,
        rule: "names.organisation-known",
        value: readingOfEntry(scan, entry, next, inner.last, 0),
      };
    }
    if (complement.properAt === next)
      return build(next, complement.last, { country }, "names.organisation-proper");
  }
  if (
    features["weak"] === "yes" &&
    complement.properAt < 0 &&
    country === null &&
    !strongComplement(scan, at, complement)
  ) {
    return build(at, complement.last, { country, ref, head: "nominal" }, "names.organisation-weak");
  }
  if (complement.nationOnly)
    return build(
      at,
      complement.last,
      { country, ref, head: "nominal" },
      "names.organisation-nation",
    );
  return build(at, complement.last, { country, ref }, "names.organisation-head");
}

/** A weak head makes a name only with a complement of two words or more (مركز الملك سلمان للإغاثة). */
function strongComplement(_scan: Scan, at: number, complement: Complement): boolean {
  return complement.last - at >= 4;
}

function refOf(
  head: string | null,
  portfolio: string | null,
  country: string | null,
): string | null {
  if (!head || !country) return null;
  return portfolio ? `${head}:${portfolio}:${country}` : `${head}:${country}`;
}

function unquoted(scan: Scan, first: number, close: number, skip: number): string {
  return scan.words(first, close, skip).replace(/["“”«»″„‟'‘’]/g, "");
}

/** "الخارجية الروسية": the portfolio stands for the ministry. */
function readPortfolio(scan: Scan, at: number, limit: number): Draft | null {
  const entry = scan.entry(at, "portfolio");
  if (!entry || entry.last > limit) return null;
  const id = entry.reading.entry.features["id"] ?? "";
  const alone = entry.reading.entry.features["alone"] === "yes";
  const nation =
    entry.last < limit && scan.isWord(entry.last) ? scan.profile(entry.last).demonym : null;
  const feminine =
    nation?.inflection === "feminine" &&
    nation.country !== null &&
    scan.profile(entry.last).article;
  if (
    !alone ||
    (!feminine && scan.isWord(entry.last) && entry.last < limit && scan.profile(entry.last).article)
  )
    return null;
  const last = feminine ? entry.last + 1 : entry.last;
  const country = feminine ? (nation?.country ?? null) : null;
  const skip = skipOf(scan, at);
  return {
    first: at,
    last,
    rule: "names.portfolio",
    value: {
      ...nameless,
      kind: "organization",
      type: "ministry",
      name: scan.words(at, last, skip),
      ref: country ? `ministry:${id}:${country}` : null,
      head: feminine ? "name" : "nominal",
      country,
      skip,
    },
  };
}

/** What completes the name of a body behind its head at `head`. */
function readComplement(
  scan: Scan,
  head: number,
  limit: number,
  articleHead: boolean,
  ministry: boolean,
): Complement {
  let at = head + 1;
  let definite = articleHead;
  let country: string | null = null;
  let portfolio: string | null = null;
  let properAt = -1;
  let others = 0;
  let closed = false;
  const end = Math.min(limit, head + 1 + LONGEST_COMPLEMENT);
  while (at < end && scan.isWord(at) && !(scan.token(at).breaks > 0)) {
    const profile = scan.profile(at);
    const port = !closed ? scan.entry(at, "portfolio") : null;
    if (
      port &&
      port.last <= limit &&
      (ministry || at === head + 1) &&
      (at === head + 1 || profile.conjunction)
    ) {
      portfolio ??= port.reading.entry.features["id"] ?? null;
      at = port.last;
      definite = true;
      others++;
      continue;
    }
    if (profile.stop) break;
    const nation = profile.demonym;
    if (nation && !profile.conjunction && profile.preposition === "") {
      if (!profile.article && !articleHead && at === head + 1) break;
      country = nation.country;
      definite ||= profile.article;
      at++;
      closed = true;
      continue;
    }
    const joined = profile.conjunction || profile.preposition !== "";
    const known = knownAt(scan, at, limit);
    if (known && known.spelling.skip === 0 && !known.match.commonWord) {
      if (articleHead) break;
      const entry = known.match.entries[0];
      if (properAt < 0) properAt = at;
      country ??= entry?.country ?? null;
      definite = true;
      others++;
      at = known.last;
      closed = entry?.kind === "place";
      continue;
    }
    if (closed && !joined && !(profile.article && scan.entry(at, "org.adjective"))) break;
    if (joined) {
      // "للتنمية والإعمار", "لحقوق الإنسان": only after a definite word, and definite themselves.
      const to = profile.preposition === scan.pack.names.dative;
      if (
        at === head + 1 ||
        !definite ||
        (!to && !(profile.conjunction && profile.article && ministry))
      )
        break;
      if (profile.office || profile.title || (profile.org && profile.conjunction)) break;
      if (!profile.article) {
        // "لحقوق الإنسان": the bare word needs its own complement.
        const after = at + 1 < end && scan.isWord(at + 1) ? scan.profile(at + 1) : null;
        if (!after?.article || after.conjunction || after.preposition !== "") break;
        at++;
      }
      at++;
      others++;
      continue;
    }
    if (profile.article) {
      if (profile.part === "surname" && at > head + 1) break;
      definite = true;
      at++;
      others++;
      continue;
    }
    if (articleHead) break;
    if (definite && properAt < 0) break;
    if (profile.part === "given" || profile.unknown || profile.part === "prefix") {
      if (definite && properAt < 0) break;
      if (properAt < 0) properAt = at;
      definite = true;
      at++;
      others++;
      continue;
    }
    if (profile.title || profile.org || profile.ordinary) {
      if (definite) break;
      at++;
      others++;
      continue;
    }
    break;
  }
  // Bare words at the end complete nothing: "لجنة تحقيق".
  return {
    last: at,
    definite,
    country,
    portfolio,
    properAt,
    nationOnly: others === 0 && country !== null,
  };
}

/** "(قسد)", “قسد” behind a name: another name of the same body. */
function aliasesAt(scan: Scan, at: number, limit: number): readonly string[] {
  const open = scan.form(at);
  if (at >= limit || (open !== "(" && !scan.isOpening(at))) return [];
  const inner = open === "(" ? at + 1 : at;
  let first = inner;
  let close = -1;
  if (open === "(") {
    for (let end = at + 1; end <= at + 4 && end < limit; end++)
      if (scan.form(end) === ")") close = end;
    if (scan.isOpening(first)) first++;
  } else {
    close = scan.closing(at, limit, 2);
    first = at + 1;
  }
  if (close < 0) return [];
  while (close > first && !scan.isWord(close - 1)) close--;
  if (close <= first || close - first > 2) return [];
  for (let word = first; word < close; word++)
    if (!scan.isWord(word) || scan.profile(word).ordinary) return [];
  return [scan.words(first, close)];
}
