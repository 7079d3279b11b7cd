/** What could not be read: says which file, where in it, what is wrong and what to do. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** A stable name for the kind of problem, in kebab-case: `empty-file`, `broken-json`. */
  readonly code: string;
  readonly file: string | null;
  /** Where in the file, in words a person can follow: `line 5 of 10`, `byte 1204`; null for all of it. */
  readonly place: string | null;
  readonly message: string;
  readonly remedy: string;
}
