/** What somebody may do; each may do what those before may. Apart from the schema, so that a page need not load the checking. */
export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];
