import type { Entity, Link, Message } from "../../core/contract.js";
import { describeMessages } from "../../export/labels/messages.js";
import { isolated, type Phrase, same } from "../words.js";
import type { AccountIndex } from "./account-index.js";

/** What an entity is called, in each language where a name in it is known, else as the reports do. */
export const entityName = ({ name, names }: Entity): Phrase => ({
  ar: names["ar"] ?? name,
  en: names["en"] ?? name,
});

/** What an id's entity is called; an id that names none stands for itself. */
export function nameOf(index: AccountIndex, id: string): Phrase {
  const entity = index.entities.get(id);
  return entity ? entityName(entity) : same(id);
}

/**
 * What a link is called: the entity's name, or its own words, the fuller ones where these point back
 * to them; empty where it has none. A body that is known by its place alone ("the disaster unit in
 * Zambia") is not called as the place is.
 */
export function linkName(index: AccountIndex, link: Link): Phrase {
  const entity = link.entity === null ? undefined : index.entities.get(link.entity);
  const own = link.meant ?? link.name;
  return entity && (entity.kind !== "place" || own === entity.name)
    ? entityName(entity)
    : same(own);
}

const englishKept = new WeakMap<AccountIndex, ReadonlyMap<string, string>>();

function englishNames(index: AccountIndex): ReadonlyMap<string, string> {
  const known = englishKept.get(index);
  if (known) return known;
  const made = new Map(
    index.account.entities.flatMap(({ name, names: { en } }) =>
      en !== undefined && en !== name ? [[name, en] as const] : [],
    ),
  );
  englishKept.set(index, made);
  return made;
}

/** Sentences of the account, with the names in them in the reader's language where it is known. */
export function describeHere(index: AccountIndex, messages: readonly Message[]): Phrase {
  const names = englishNames(index);
  return {
    ar: describeMessages(withNames(messages, isolated)).ar,
    en: describeMessages(withNames(messages, (name) => isolated(names.get(name) ?? name))).en,
  };
}

const withNames = (messages: readonly Message[], called: (name: string) => string): Message[] =>
  messages.map(({ code, terms }) => ({
    code,
    terms: Object.fromEntries(
      Object.entries(terms).map(([key, { kind, values }]) => [
        key,
        { kind, values: kind === "name" ? values.map(called) : values },
      ]),
    ),
  }));
