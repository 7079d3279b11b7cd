import type { OfficeState } from "./mention.js";
import { readOrganisation } from "./organisation.js";
import { personAt } from "./person.js";
import { opensComplement } from "./person-context.js";
import { knownAt, nameless, readingOfEntry } from "./place.js";
import { readPlacesAfterWord } from "./place-word.js";
import type { RoleReading } from "./role-reading.js";
import type { Draft, Scan } from "./scan.js";

const LONGEST_ROLE = 12;

type HeadReading = NonNullable<ReturnType<Scan["entry"]>>["reading"];

/** Titles nest no deeper: "deputy of the assistant of the minister". */
const DEEPEST_OFFICE = 3;

/** An office: its title, status, the nation, portfolio, body or place that completes it. */
export function readOffice(
  scan: Scan,
  first: number,
  headLast: number,
  limit: number,
  head: HeadReading,
  depth = 1,
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
    // "مستشار خادم الحرمين الشريفين": held with somebody told by a style.
    const style = completed || of || at === headLast - 1 ? null : scan.phrase(at, "honorific");
    if (style && style.last <= end) {
      title.push(scan.words(at, style.last));
      at = style.last;
      titleLast = at;
      completed = true;
      definite = true;
      continue;
    }
    // "متحدث باسمها": whom he speaks for is told by the pronoun, and nothing behind it is.
    if (isInHerName(scan, at)) {
      title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      break;
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
      profile.article === definite
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
    // مدير العلاقات والمراسم: a second thing that the office is of.
    const goesOn = !head.article && of === null && completed && titleLast === at;
    if (goesOn && profile.conjunction && isMatter(scan, at)) {
      title.push(scan.words(at, at + 1));
      at++;
      titleLast = at;
      continue;
    }
    if (joined && !afterFor) break;
    if (profile.adjective && profile.article === definite && profile.part === null) {
      // المدير العام, but مدير الأمن العام: an adjective of what the office is of keeps its form.
      const words = scan.words(at, at + 1);
      title.push(completed ? words : scan.pack.names.plainAdjective(words));
      at++;
      titleLast = at;
      continue;
    }
    if (profile.stop) break;
    if (of === null || afterFor) {
      const named = knownAt(scan, at, limit);
      const body = readOrganisation(scan, at, limit, named);
      const dative = profile.preposition === scan.pack.names.dative;
      const known = body ? null : named;
      const person = known ? personAt(scan, at, limit, "role") : null;
      const place = known?.match.entries.find((one) => one.kind === "place");
      if (dative && body?.value.kind === "outlet" && (completed || !definite || isTold(scan, body)))
        break;
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
    const nested = scan.phrase(at, "office")?.reading ?? profile.office;
    if (
      nested &&
      // الرئيس وزير الخارجية: behind the article another office is of somebody else.
      (!head.article || profile.preposition !== "") &&
      depth < DEEPEST_OFFICE &&
      !completed &&
      (profile.part === null || profile.article || opensComplement(scan, at + 1, end))
    ) {
      const inner = readOffice(
        scan,
        at,
        scan.phrase(at, "office")?.last ?? at + 1,
        end,
        nested,
        depth + 1,
      );
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
      const [place] = readPlacesAfterWord(scan, at, end);
      if (place && place.first > at) {
        of = place;
        at = place.last;
        completed = true;
        definite = true;
        continue;
      }
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
    // مدير الموارد البشرية: in the feminine of relation it is an adjective, and nobody's name.
    const isQuality = !head.article && completed && titleLast === at && isFeminineQuality(scan, at);
    if (profile.article && (isQuality || (profile.ordinary && (!completed || profile.adjective)))) {
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
    beside: null,
    counterpart,
    possessed,
    definite,
    weak:
      head.entry.features["weak"] === "yes" ||
      (head.entry.features["vague"] === "yes" && of === null && !completed),
    calling: false,
    skip,
    noble: of === null && title.length === 1 && head.entry.classes.includes("title"),
  };
}

/** A definite common noun for a thing or a deed: nobody, no body and no place. */
function isMatter(scan: Scan, at: number): boolean {
  const {
    article,
    ordinary,
    part,
    org,
    office,
    title,
    place,
    known,
    demonym,
    calling,
    preposition,
  } = scan.profile(at);
  if (!article || !ordinary || part !== null || preposition !== "" || known.length > 0)
    return false;
  if (org || office || title || place || calling || demonym) return false;
  return (
    !scan.pack.names.isSeveral(scan.form(at)) &&
    !scan.layer.words[at]?.classes.has("counted.person")
  );
}

function isFeminineQuality(scan: Scan, at: number): boolean {
  const { names } = scan.pack;
  const { article, part, known, demonym, conjunction, preposition } = scan.profile(at);
  if (!article || part !== null || demonym || known.length > 0) return false;
  if (conjunction || preposition !== "") return false;
  return names.isRelational(scan.form(at)) && names.isFeminineNoun(scan.form(at));
}

/** "قال الرئيس لوكالة رويترز إن …": an outlet that somebody speaks to. */
const isTold = (scan: Scan, { last }: Draft): boolean =>
  scan.layer.words[last]?.classes.has("that") === true;

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
function nationDraft(scan: Scan, at: number): Draft | null {
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

const isInHerName = (scan: Scan, at: number): boolean =>
  scan.layer.words[at]?.readings.some(
    ({ entry, enclitic, preposition }) =>
      enclitic !== "" && preposition !== "" && entry.classes.includes("speech.identity"),
  ) === true;
