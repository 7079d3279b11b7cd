import { fold } from "../../text/fold.js";
import type { Gender, GrammaticalNumber, Tense } from "../../text/word.js";
import type { Inflected } from "../inflected.js";
import type { LexiconRow } from "../lexicon-row.js";

/**
 * The forms of a lexicon row, as undiacritised news writes them.
 *
 * - noun `شرطي  n  …  pl=ون f=ة`: singular (with tanwin alif), dual, sound or listed broken plural,
 *   and the same again for a feminine counterpart (`f=ة`).
 * - adjective: as a noun, feminine in ة unless `f=` says otherwise.
 * - verb `قال/يقول`: third persons and first plural of past and present; `also=` adds odd forms,
 *   `jussive=` the shortened form of a hollow verb (يصب),
 *   `persons=common` makes no duals and no feminine plural.
 * - fixed: the lemma as it is; alternatives by `|`.
 *
 * A lemma of several words inflects its first word. `not=` leaves out forms that are as often
 * another word: of أفضل/يفضل the elative أفضل.
 */
export function* inflect(row: LexiconRow): Generator<Inflected> {
  const others = row.listed["not"];
  if (!others) {
    yield* everyForm(row);
    return;
  }
  const left = new Set(others.map(fold));
  for (const inflected of everyForm(row)) if (!left.has(fold(inflected.form))) yield inflected;
}

function* everyForm(row: LexiconRow): Generator<Inflected> {
  switch (row.pos) {
    case "fixed":
      for (const form of row.lemma.split("|")) yield plain(form.trim());
      break;
    case "verb":
      yield* inflectVerb(row);
      break;
    case "noun":
    case "adjective":
      yield* inflectNoun(row);
      break;
  }
  for (const form of row.listed["also"] ?? []) {
    yield row.pos === "noun" || row.pos === "adjective"
      ? nominal(form, "singular", null)
      : plain(form);
  }
}

const plain = (form: string): Inflected => ({
  form,
  number: null,
  gender: null,
  tense: null,
  construct: false,
  bound: false,
});

const nominal = (
  form: string,
  number: GrammaticalNumber,
  gender: Gender | null,
  state: Partial<Inflected> = {},
): Inflected => ({ ...plain(form), number, gender, ...state });

const verbal = (
  form: string,
  tense: Tense,
  number: GrammaticalNumber | null,
  gender: Gender | null,
): Inflected => ({ ...plain(form), tense, number, gender });

function* inflectVerb(row: LexiconRow): Generator<Inflected> {
  const [past = "", present = ""] = row.lemma.split("/");
  // نفى → نفت, نفوا; دعا → دعت, دعوا: the last weak letter drops before an ending.
  const weak = past.endsWith("ى") || (past.endsWith("ا") && past.length <= 4);
  const base = weak ? past.slice(0, -1) : past;
  // Of verbs that only end a noun phrase: كتبا is far oftener "books" than "they both wrote".
  const rare = row.features["persons"] !== "common";
  yield verbal(past, "past", "singular", "masculine");
  yield verbal(`${base}ت`, "past", "singular", "feminine");
  yield verbal(`${base}وا`, "past", "plural", "masculine");
  if (rare) {
    if (!weak) yield verbal(`${past}ا`, "past", "dual", "masculine");
    yield verbal(`${base}تا`, "past", "dual", "feminine");
    yield verbal(`${weak ? `${base}ي` : past}ن`, "past", "plural", "feminine");
  }
  if (!weak) yield verbal(`${past}نا`, "past", "plural", null);
  if (!present) return;
  const stem = present.slice(1);
  const weakPresent = /[يوى]$/.test(stem);
  const beforeEnding = weakPresent ? stem.slice(0, -1) : stem;
  for (const [letter, number, gender] of [
    ["ي", "singular", "masculine"],
    ["ت", "singular", "feminine"],
    ["ن", "plural", null],
    ["أ", "singular", null],
  ] as const) {
    yield verbal(letter + stem, "present", number, gender);
  }
  // Subjunctive and jussive drop the ن; a weak last letter drops in the jussive (لم يدعُ).
  for (const ending of ["ون", "وا"]) {
    yield verbal(`ي${beforeEnding}${ending}`, "present", "plural", "masculine");
    yield verbal(`ت${beforeEnding}${ending}`, "present", "plural", null);
  }
  // لم يُصب أحد: a hollow verb loses its long vowel in the jussive.
  for (const form of row.listed["jussive"] ?? []) {
    yield verbal(form, "present", "singular", "masculine");
    yield verbal(`ت${form.slice(1)}`, "present", "singular", "feminine");
  }
  if (!rare) return;
  yield verbal(`ي${stem}ان`, "present", "dual", "masculine");
  yield verbal(`ت${stem}ان`, "present", "dual", "feminine");
  yield verbal(`ي${stem}ن`, "present", "plural", "feminine");
}

function* inflectNoun(row: LexiconRow): Generator<Inflected> {
  const space = row.lemma.indexOf(" ");
  const head = space < 0 ? row.lemma : row.lemma.slice(0, space);
  const rest = space < 0 ? "" : row.lemma.slice(space);
  const gender: Gender =
    row.features["gender"] === "feminine" || /ة$/.test(head) ? "feminine" : "masculine";
  for (const form of singularAndDual(head, gender)) yield { ...form, form: form.form + rest };
  for (const plural of row.listed["pl"] ?? []) {
    for (const form of plurals(head, plural, gender)) yield { ...form, form: form.form + rest };
  }
  const feminine = row.listed["f"] ?? (row.pos === "adjective" ? ["ة"] : []);
  for (const ending of feminine) {
    const form = ending === "ة" ? `${head}ة` : ending;
    for (const f of singularAndDual(form, "feminine")) yield { ...f, form: f.form + rest };
    for (const f of plurals(form, "ات", "feminine")) yield { ...f, form: f.form + rest };
  }
}

function* singularAndDual(head: string, gender: Gender): Generator<Inflected> {
  yield nominal(head, "singular", gender);
  if (head.endsWith("ة")) {
    const stem = head.slice(0, -1);
    yield nominal(`${stem}ت`, "singular", gender, { bound: true });
    yield nominal(`${stem}تان`, "dual", gender);
    yield nominal(`${stem}تين`, "dual", gender);
    yield nominal(`${stem}تا`, "dual", gender, { construct: true });
    yield nominal(`${stem}تي`, "dual", gender, { construct: true });
    return;
  }
  if (!/[اىء]$/.test(head)) yield nominal(`${head}ا`, "singular", gender);
  const stem = head.endsWith("ى") ? `${head.slice(0, -1)}ي` : head;
  yield nominal(`${stem}ان`, "dual", gender);
  yield nominal(`${stem}ين`, "dual", gender);
  yield nominal(`${stem}ا`, "dual", gender, { construct: true });
  yield nominal(`${stem}ي`, "dual", gender, { construct: true });
}

/** @param plural `ون`, `ات`, or a broken plural written out */
function* plurals(head: string, plural: string, gender: Gender): Generator<Inflected> {
  if (plural === "ون") {
    yield nominal(`${head}ون`, "plural", gender);
    yield nominal(`${head}ين`, "plural", gender);
    yield nominal(`${head}و`, "plural", gender, { construct: true });
    yield nominal(`${head}ي`, "plural", gender, { construct: true });
  } else if (plural === "ات") {
    const stem = head.endsWith("ة") ? head.slice(0, -1) : head;
    yield nominal(`${stem}ات`, "plural", gender);
  } else {
    yield nominal(plural, "plural", gender);
    if (/ة$/.test(plural)) {
      yield nominal(`${plural.slice(0, -1)}ت`, "plural", gender, { bound: true });
    } else if (!/[اىءن]$/.test(plural)) yield nominal(`${plural}ا`, "plural", gender);
  }
}
