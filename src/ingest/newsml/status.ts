/** What an agency says of whether an item may be used. */
/** `usable`, `canceled`, `withheld`; of the status that an agency gives with a scheme before it. */
export const statusOf = (status: string | null): string =>
  (status ?? "usable").replace(/^.*[:/]/, "").toLowerCase();
