import type { GazetteerEntry } from "../../gazetteer/entry.js";
import type { Reading } from "../../text/word.js";
import { aliasesAt } from "./alias.js";
import { type Complement, readComplement } from "./complement.js";
import type { KnownName } from "./known-name.js";
import { Opening } from "./openings.js";
import { build, countryBehind } from "./organisation-draft.js";
import { behindHead, isCredit } from "./organisation-known.js";
import { knownAt, readingOfEntry, skipOf } from "./place.js";
import type { Draft, Scan } from "./scan.js";

const LONGEST_QUOTED = 8;
/** A weak head (مركز، لجنة …) makes a name by itself only with so many words: مركز الملك سلمان للإغاثة. */
const LONG_NAME = 4;

/** Types of body that nations have many of. */
const OWNED: ReadonlySet<string> = new Set(["club", "company"]);

/**
 * A body by its head word and what completes it, or a fixed name of one.
 * @param known what `knownAt` gives there
 */
export function readOrganisation(
  scan: Scan,
  at: number,
  limit: number,
  known: KnownName | null,
): Draft | null {
  const entry = known?.match.entries[0];
  const headed = scan.mayOpen(at, Opening.Body) ? readHeaded(scan, at, limit) : null;
  // قناة السويس, لواء إسكندرون: a place known by its whole name.
  if (isWholePlace(known, entry, at) && known && (!headed || headed.last <= known.last))
    return null;
  if (
    known &&
    entry &&
    entry.kind !== "place" &&
    (!known.match.commonWord || isCredit(scan, at, known.last, entry.kind)) &&
    reaches(scan, known.last, headed)
  ) {
    const bare = behindHead(scan, at, known.last, entry);
    const skip = bare === at ? known.spelling.skip : 0;
    const value = readingOfEntry(scan, entry, bare, known.last, skip);
    return {
      first: bare,
      last: known.last,
      rule: "names.institution",
      value: { ...value, aliases: aliasesAt(scan, known.last, limit) },
    };
  }
  const fixed = scan.mayOpen(at, Opening.Body) ? scan.entry(at, "org.name") : null;
  if (fixed && fixed.last <= limit && reaches(scan, fixed.last, headed)) {
    return readFixed(scan, at, fixed.last, fixed.reading, limit);
  }
  return headed;
}

const isWholePlace = (known: KnownName | null, entry: GazetteerEntry | undefined, at: number) =>
  known !== null && entry?.kind === "place" && known.last > at + 1 && !known.match.commonWord;

/** A name known as a whole goes before a longer reading that only adds "for …": مجلس الأمن لوقف القتال. */
function reaches(scan: Scan, last: number, headed: Draft | null): boolean {
  if (!headed || last >= headed.last) return true;
  const { preposition, conjunction } = scan.profile(last);
  return last > headed.first + 1 && preposition === scan.pack.names.dative && !conjunction;
}

function readFixed(scan: Scan, at: number, end: number, reading: Reading, limit: number): Draft {
  const { features } = reading.entry;
  const nation = end < limit && scan.isWord(end) ? scan.profile(end).demonym : null;
  // Of a club or company the nation only tells whose it is: تشلسي الإنجليزي.
  const last = nation?.country && !OWNED.has(features["type"] ?? "") ? end + 1 : end;
  const country = nation?.country ?? countryBehind(scan, last, limit);
  const ref = features["ref"] ?? null;
  return build(
    scan,
    at,
    last,
    limit,
    features,
    "names.organisation-fixed",
    {
      ref: ref === null || ref.includes(":") ? ref : country ? `${ref}:${country}` : null,
      head: features["nominal"] === "yes" ? "nominal" : "name",
      country,
    },
    reading,
  );
}

function readHeaded(scan: Scan, at: number, limit: number): Draft | null {
  const profile = scan.profile(at);
  const reading = profile.org;
  if (!reading || profile.part) return readPortfolio(scan, at, limit);
  if (scan.phrase(at, "org.not")) return null;
  const { features } = reading.entry;
  if (reading.article && isBelonging(scan, at)) return null;
  const next = at + 1;
  if (next < limit && scan.isOpening(next) && reading.number !== "plural" && !reading.article) {
    const quoted = readQuoted(scan, at, limit, features);
    if (quoted) return quoted;
  }
  if (reading.number === "plural" && features["state"] !== "yes") return null;
  const complement = readComplement(
    scan,
    at,
    limit,
    reading.article,
    features["type"] === "ministry",
    features["state"] !== "yes" && features["span"] !== "name" && features["type"] !== "team",
  );
  if (complement.last === next) {
    // "الوزارة", "الشرطة": a body named before, or the one of the place.
    return reading.article
      ? build(scan, at, next, limit, features, "names.organisation-nominal", { head: "nominal" })
      : null;
  }
  if (!complement.definite) return null;
  // "برئاسة محمد العلي": chaired by somebody.
  if (features["holder"] === "no" && complement.ofPerson) return null;
  const vague = features["span"] === "name" && features["weak"] === "yes";
  if (vague && complement.properAt < 0 && complement.country === null) return null;
  return (
    readProper(scan, next, limit, features, complement) ??
    readWhole(scan, at, limit, features, complement)
  );
}

/** "المجالس البلدية": a head in the shape of an adjective behind the noun that it belongs to. */
function isBelonging(scan: Scan, at: number): boolean {
  if (at === 0 || !scan.isWord(at - 1) || scan.token(at).breaks > 0) return false;
  if (!scan.pack.names.isRelational(scan.form(at)) || scan.profile(at).conjunction) return false;
  const { article, ordinary } = scan.profile(at - 1);
  return article && ordinary;
}

/** The name behind a head that is no part of it: شركة توتال, نادي مانشستر يونايتد. */
function readProper(
  scan: Scan,
  next: number,
  limit: number,
  features: Readonly<Record<string, string>>,
  complement: Complement,
): Draft | null {
  if (features["span"] !== "name" || complement.properAt !== next) return null;
  const inner = knownAt(scan, next, limit);
  const entry = inner?.match.entries.find((one) => one.kind !== "place");
  if (inner && entry) {
    const value = readingOfEntry(scan, entry, next, inner.last, 0);
    return { first: next, last: inner.last, rule: "names.organisation-known", value };
  }
  // A nation behind the name tells whose it is: شركة هواوي الصينية.
  let last = complement.last;
  while (last > next + 1 && scan.profile(last - 1).demonym) last--;
  const { country } = complement;
  return build(scan, next, last, limit, features, "names.organisation-proper", { country });
}

function readWhole(
  scan: Scan,
  at: number,
  limit: number,
  features: Readonly<Record<string, string>>,
  complement: Complement,
): Draft {
  const { last, national, portfolio, nationOnly } = complement;
  const behind = complement.country === null ? countryBehind(scan, last, limit) : null;
  const country = complement.country ?? behind;
  const head = features["ref"];
  const whole =
    nationOnly ||
    portfolio !== null ||
    (national && (features["type"] !== "forces" || complement.properAt === at + 1));
  const ref =
    head === undefined || country === null || !(whole || behind)
      ? null
      : portfolio
        ? `${head}:${portfolio}:${country}`
        : `${head}:${country}`;
  const weak =
    (features["weak"] === "yes" &&
      (nationOnly ||
        (complement.properAt < 0 &&
          !national &&
          last - at < LONG_NAME &&
          !isRounded(scan, at, last)))) ||
    (features["weak"] === "noun" && complement.properAt < 0 && !isQualified(scan, last - 1));
  return build(
    scan,
    at,
    last,
    limit,
    features,
    weak ? "names.organisation-weak" : "names.organisation-head",
    {
      country,
      ref,
      head: weak || (nationOnly && features["state"] !== "yes") ? "nominal" : "name",
    },
  );
}

/** "مركز التجارة العالمي", "المركز الوطني للاستثمار": a noun with its adjective, or an adjective with its purpose. */
function isRounded(scan: Scan, at: number, last: number): boolean {
  if (last - at < 3) return false;
  const { preposition } = scan.profile(last - 1);
  if (preposition === scan.pack.names.dative) return true;
  return !scan.profile(at).article && isQualified(scan, last - 1);
}

/** Closed by an adjective of belonging: "الحركة الوطنية", not "حركة السير". */
function isQualified(scan: Scan, at: number): boolean {
  const profile = scan.profile(at);
  return (
    profile.demonym !== null ||
    profile.adjective ||
    scan.entry(at, "org.adjective") !== null ||
    (profile.article && scan.pack.names.isRelational(scan.form(at)))
  );
}

/** منظمة "معاهدة الأمن الجماعي", قوات “حفظ السلام” الروسية, شركة "توتال". */
function readQuoted(
  scan: Scan,
  at: number,
  limit: number,
  features: Readonly<Record<string, string>>,
): Draft | null {
  const next = at + 1;
  const close = scan.closing(next, limit, LONGEST_QUOTED);
  if (close <= next + 1) return null;
  const inside = knownAt(scan, next + 1, close);
  const entry =
    inside?.last === close ? inside.match.entries.find((one) => one.kind !== "place") : null;
  if (entry) {
    const value = readingOfEntry(scan, entry, next + 1, close, 0);
    return { first: next + 1, last: close, rule: "names.organisation-quoted", value };
  }
  if (features["span"] === "name") {
    return build(scan, next + 1, close, limit, features, "names.organisation-quoted", {});
  }
  const nation =
    close + 1 < limit && scan.isWord(close + 1) ? scan.profile(close + 1).demonym : null;
  const last = nation?.country ? close + 2 : close + 1;
  const name = `${scan.words(at, next, skipOf(scan, at))} ${scan.words(next + 1, close)}`;
  return build(scan, at, last, limit, features, "names.organisation-quoted", {
    name,
    country: nation?.country ?? null,
    ref: nation?.country && features["ref"] ? `${features["ref"]}:${nation.country}` : null,
    head: features["state"] === "yes" && features["weak"] === "yes" ? "nominal" : "name",
  });
}

/** "الخارجية الروسية": the portfolio stands for the ministry. */
function readPortfolio(scan: Scan, at: number, limit: number): Draft | null {
  const entry = scan.entry(at, "portfolio");
  if (!entry || entry.last > limit) return null;
  const { features } = entry.reading.entry;
  if (features["alone"] !== "yes") return null;
  const behind = entry.last < limit && scan.isWord(entry.last) ? scan.profile(entry.last) : null;
  const nation = behind?.article ? behind.demonym : null;
  const country = nation?.inflection === "feminine" ? nation.country : null;
  if (!country) {
    // An adjective otherwise (مشاكلها الداخلية), unless a verb or a joined preposition is before it.
    const before = at > 0 ? scan.layer.words[at - 1]?.readings[0] : undefined;
    const free = entry.reading.preposition !== "" || before?.entry.pos === "verb";
    if (!free || behind?.article) return null;
  }
  const last = country ? entry.last + 1 : entry.last;
  return build(scan, at, last, limit, { type: "ministry" }, "names.portfolio", {
    ref: country ? `ministry:${features["id"]}:${country}` : null,
    head: country ? "name" : "nominal",
    country,
  });
}
