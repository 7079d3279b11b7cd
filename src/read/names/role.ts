import type { OfficeState } from "./mention.js";
import { readOrganisation } from "./organisation.js";
import { personAt } from "./person.js";
import { knownAt, nameless, readingOfEntry, skipOf } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** A title or office in the text, before it is known whether a name stands by it. */
export interface RoleReading {
  readonly first: number;
  readonly last: number;
  /** Null for a title that is no office: الدكتور. */
  readonly office: string | null;
  /** Tokens of the title itself, country and body left out. */
  readonly titleLast: number;
  readonly change: OfficeState;
  /** The country or body it is held of, as a mention of its own. */
  readonly of: Draft | null;
  readonly counterpart: boolean;
  /** "Its head": the body is one named before. */
  readonly possessed: boolean;
  /** With the article or completed by something definite: one certain holder. */
  readonly definite: boolean;
  /** A word that is as often something else; needs a name beside it. */
  readonly weak: boolean;
  /** A calling (الصحفي): introduces a name but is no office. */
  readonly calling: boolean;
  readonly skip: number;
}

const LONGEST_ROLE = 12;

/** A title, calling or office that begins at `at`. */
export function roleAt(scan: Scan, at: number, limit: number): RoleReading | null {
  if (!scan.isWord(at)) return null;
  const profile = scan.profile(at);
  const honorific = scan.phrase(at, "honorific") ?? scan.phrase(at, "title");
  const phrase = scan.phrase(at, "office");
  if (phrase && phrase.last <= limit)
    return readOffice(scan, at, phrase.last, limit, phrase.reading);
  if (honorific && honorific.last <= limit) return titleOnly(scan, at, honorific.last, false);
  if (scan.layer.words[at]?.classes.has("honorific") && !leadsToTitle(scan, at + 1, limit))
    return null;
  if (profile.part === "given" && (profile.partSpelling?.skip ?? 0) === 0 && !profile.article) {
    if (profile.office === null || !profile.office.article) return null;
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
  return {
    first,
    last: end,
    office: null,
    titleLast: last,
    change: "holds",
    of: null,
    counterpart: false,
    possessed: false,
    definite: true,
    weak: false,
    calling,
    skip: skipOf(scan, first),
  };
}

type HeadReading = NonNullable<ReturnType<Scan["entry"]>>["reading"];

function readOffice(
  scan: Scan,
  first: number,
  headLast: number,
  limit: number,
  head: HeadReading,
): RoleReading {
  const skip = head.conjunction.length + head.preposition.length;
  // One title for all its forms: الرئيسة and رئيسا are رئيس.
  const title: string[] = [head.entry.lemma.split("|")[0] ?? ""];
  const counterpart = head.entry.classes.includes("office.counterpart");
  const possessed = head.enclitic !== "" && !counterpart;
  let at = headLast;
  let change: OfficeState = "holds";
  let of: Draft | null = null;
  let definite = head.article || counterpart || possessed || headLast > first + 1;
  let completed = (headLast > first + 1 && scan.profile(headLast - 1).article) || possessed;
  let titleLast = headLast;
  let afterFor = false;
  const end = Math.min(limit, first + LONGEST_ROLE);
  while (at < end && scan.isWord(at)) {
    const profile = scan.profile(at);
    const status = scan.entry(at, "office.status");
    if (status && !profile.conjunction) {
      change = stateOf(status.reading.entry.features["change"]);
      at = status.last;
      continue;
    }
    if (profile.officeFor || scan.entry(at, "office.for")) {
      title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      afterFor = true;
      completed = false;
      continue;
    }
    if (
      profile.demonym &&
      !profile.conjunction &&
      profile.preposition === "" &&
      (profile.article || !definite)
    ) {
      // السابق stands behind the nation too: رئيس الوزراء العراقي السابق.
      if (of && of.value.head === "name") break;
      of ??= nationDraft(scan, at);
      definite ||= profile.article;
      at++;
      completed = true;
      continue;
    }
    const joined =
      profile.conjunction ||
      (profile.preposition !== "" && profile.preposition !== scan.pack.names.dative);
    const port = scan.entry(at, "portfolio");
    if (port && port.last <= limit && !of && !afterFor && (!profile.conjunction || completed)) {
      title.push(scan.words(at, port.last));
      at = port.last;
      titleLast = at;
      definite = true;
      completed = true;
      continue;
    }
    if (joined && !afterFor) break;
    if (profile.adjective && profile.article === definite && profile.part === null) {
      title.push(scan.pack.names.plainAdjective(scan.words(at, at + 1)));
      at++;
      titleLast = at;
      continue;
    }
    if (profile.stop) break;
    if (of === null || afterFor) {
      const body = readOrganisation(scan, at, limit);
      const dative = profile.preposition === scan.pack.names.dative;
      const known = body ? null : knownAt(scan, at, limit);
      const person = known ? personAt(scan, at, limit, "role") : null;
      const place = known?.match.entries.find((one) => one.kind === "place");
      if (body && (body.value.head === "name" || !completed || dative || afterFor)) {
        of = body;
        at = body.last;
        completed = true;
        definite = true;
        afterFor = false;
        continue;
      }
      if (known && person?.certain && person.last > known.last) break;
      if (
        known &&
        place &&
        !known.match.commonWord &&
        (!completed || dative || afterFor) &&
        isBareOrDative(scan, known.spelling)
      ) {
        of = {
          first: at,
          last: known.last,
          rule: "names.gazetteer",
          value: readingOfEntry(scan, place, at, known.last, known.spelling.skip),
        };
        at = known.last;
        completed = true;
        definite = true;
        afterFor = false;
        continue;
      }
    }
    if (of && !profile.article) break;
    const nested = profile.office ?? scan.phrase(at, "office")?.reading ?? null;
    if (nested && !completed && (profile.part === null || profile.article)) {
      const inner = readOffice(scan, at, scan.phrase(at, "office")?.last ?? at + 1, end, nested);
      title.push(inner.office ?? "");
      return {
        ...inner,
        first,
        office: title.join(" "),
        counterpart,
        definite: inner.definite,
        weak: false,
        skip,
        change: change === "holds" ? inner.change : change,
      };
    }
    if (nested || profile.title) break;
    if (profile.part !== null && !profile.ordinary) break;
    if (profile.part === "given" && profile.partSpelling?.skip === 0) break;
    if (profile.place && !profile.article && !completed) {
      // "أمير منطقة الرياض", "محافظ مدينة": the place behind the word.
      title.push(scan.words(at, at + 1));
      at++;
      continue;
    }
    if (
      profile.preposition === scan.pack.names.dative &&
      completed &&
      profile.ordinary &&
      !profile.article &&
      !possessed &&
      !of &&
      at + 1 < end &&
      scan.isWord(at + 1) &&
      scan.profile(at + 1).article
    ) {
      title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      continue;
    }
    if (joined || profile.preposition !== "") break;
    if (profile.article && profile.ordinary && (!completed || profile.adjective)) {
      title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      definite = true;
      completed = true;
      continue;
    }
    if (!profile.article && profile.ordinary && (!definite || afterFor) && !completed) {
      if (!afterFor) title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      continue;
    }
    break;
  }
  return {
    first,
    last: at,
    office: title.filter(Boolean).join(" "),
    titleLast,
    change,
    of,
    counterpart,
    possessed,
    definite,
    weak:
      head.entry.features["weak"] === "yes" ||
      (head.entry.features["vague"] === "yes" && of === null && !completed),
    calling: false,
    skip,
  };
}

const isBareOrDative = (
  scan: Scan,
  spelling: { readonly skip: number; readonly preposition: string; readonly conjunction: boolean },
): boolean =>
  !spelling.conjunction &&
  (spelling.preposition === "" || spelling.preposition === scan.pack.names.dative);

function stateOf(change: string | undefined): OfficeState {
  switch (change) {
    case "held":
    case "dismissed":
    case "resigned":
      return "held";
    case "acting":
      return "acting";
    default:
      return "holds";
  }
}

/** "الروسي" in an office: the country it is held of, told by its adjective. */
export function nationDraft(scan: Scan, at: number): Draft | null {
  const nation = scan.profile(at).demonym;
  if (!nation) return null;
  const entry = nation.country ? scan.gazetteer.entry(`country:${nation.country}`) : null;
  return {
    first: at,
    last: at + 1,
    rule: "names.nation-of-office",
    value: entry
      ? { ...readingOfEntry(scan, entry, at, at + 1, 0), name: entry.name, head: "nominal" }
      : {
          ...nameless,
          kind: "group",
          name: scan.words(at, at + 1),
          ref: nation.of,
          type: "people",
          head: "nominal",
        },
  };
}
