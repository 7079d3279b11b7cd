import type { Queries } from "./queries.js";

/** The number of a program that reads, which it is given when it first writes. */
export async function engineNumber(queries: Queries, label: string): Promise<number> {
  const known = await engineKnown(queries, label);
  if (known !== null) return known;
  const row = await queries
    .selectFrom("engines")
    .select((one) => one.fn.max("number").as("latest"))
    .executeTakeFirst();
  const number = (row?.latest ?? 0) + 1;
  await queries.insertInto("engines").values({ number, label }).execute();
  return number;
}

/** Null where that program never wrote here. */
async function engineKnown(queries: Queries, label: string): Promise<number | null> {
  const row = await queries
    .selectFrom("engines")
    .select("number")
    .where("label", "=", label)
    .executeTakeFirst();
  return row?.number ?? null;
}
