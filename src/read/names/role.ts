import { readOffice } from "./office-phrase.js";
import { Opening } from "./openings.js";
import { opensComplement } from "./person-context.js";
import { knownAt, skipOf } from "./place.js";
import type { RoleReading } from "./role-reading.js";
import type { Scan } from "./scan.js";

/** What some outlets put between a title and the name. */
const STROKE = "/";

/** A title, calling or office that begins at `at`. */
export function roleAt(scan: Scan, at: number, limit: number): RoleReading | null {
  if (!scan.mayOpen(at, Opening.Role)) return null;
  const profile = scan.profile(at);
  const honorific = scan.phrase(at, "honorific") ?? scan.phrase(at, "title");
  const phrase = scan.phrase(at, "office");
  if (phrase && phrase.last <= limit)
    return readOffice(scan, at, phrase.last, limit, phrase.reading);
  if (honorific && honorific.last <= limit) return titleOnly(scan, at, honorific.last, false);
  if (scan.layer.words[at]?.classes.has("honorific") && !leadsToTitle(scan, at + 1, limit))
    return null;
  if (profile.part === "given" && (profile.partSpelling?.skip ?? 0) === 0 && !profile.article) {
    const { office } = profile;
    // "أمير منطقة الرياض", though أمير is a name, too.
    if (office === null) return null;
    const completed = opensComplement(scan, at + 1, limit) || isLandAt(scan, at + 1, limit);
    if (!office.article && !completed) return null;
  }
  const token = scan.token(at);
  const written = scan.layer.text.slice(token.start, token.end);
  // والي and وإلى are one when folded.
  if (profile.stop && !scan.pack.names.isNameSpelling(written)) return null;
  if (profile.possessed && scan.pack.names.mayEndInPronoun(written))
    return readOffice(scan, at, at + 1, limit, profile.possessed);
  if (profile.counterpart) return readOffice(scan, at, at + 1, limit, profile.counterpart);
  if (profile.office && (!profile.title || !profile.office.article)) {
    return readOffice(scan, at, at + 1, limit, profile.office);
  }
  if (profile.office && profile.title) {
    // الأمير, الملك: a title before a name, an office with what completes it.
    return readOffice(scan, at, at + 1, limit, profile.office);
  }
  if (profile.title) {
    if (profile.title.entry.classes.includes("title.short")) {
      // "د. محمد": an initial needs its dot, or a slash.
      if (scan.form(at + 1) !== "." && scan.form(at + 1) !== "/") return null;
      return titleOnly(scan, at, at + 2, false);
    }
    if (profile.title.number === "plural" || profile.title.number === "dual") return null;
    if (
      !profile.title.article &&
      profile.title.entry.pos !== "fixed" &&
      profile.title.entry.features["rank"] === undefined
    )
      return null;
    return titleOnly(scan, at, at + 1, false);
  }
  if (profile.calling?.article && profile.calling.number === "singular") {
    return titleOnly(scan, at, at + 1, true);
  }
  return null;
}

/** أمير قطر: a land behind a word that is a name, too. */
function isLandAt(scan: Scan, at: number, limit: number): boolean {
  const known = at < limit ? knownAt(scan, at, limit) : null;
  return known?.match.entries.some(({ type }) => type === "country") === true;
}

/** سعادة, دولة: styles only before a title or an office. */
function leadsToTitle(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { title, office, part } = scan.profile(at);
  return (
    title !== null ||
    office?.article === true ||
    part === "given" ||
    scan.phrase(at, "office") !== null
  );
}

function titleOnly(scan: Scan, first: number, last: number, calling: boolean): RoleReading {
  let end = last;
  const limit = scan.layer.tokens.length;
  // "الصحفي المصري محمد", "اللاعب الدولي السابق".
  while (
    calling &&
    end < limit &&
    scan.isWord(end) &&
    scan.profile(end).article &&
    end < last + 2
  ) {
    const { demonym, status, part } = scan.profile(end);
    if (part !== null || (!demonym && !status && !scan.entry(end, "org.adjective"))) break;
    end++;
  }
  // المدعو/ فلان، الدكتور/ فلان
  if (end < limit && scan.form(end) === STROKE && scan.isWord(end + 1)) end++;
  return {
    first,
    last: end,
    office: null,
    titleLast: last,
    change: "holds",
    of: null,
    beside: null,
    counterpart: false,
    possessed: false,
    definite: true,
    weak: false,
    calling,
    skip: skipOf(scan, first),
    noble: false,
  };
}
