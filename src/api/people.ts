/** Users of a service, their sessions and tokens, and what they did, as they go over the wire. */
import { z } from "zod";
import { LEAST_PASSWORD, MOST_PASSWORD } from "./people-limits.js";
import { ROLES } from "./roles.js";

export const roleSchema = z.enum(ROLES);

const time = z.iso.datetime();
const name = z.string().min(1).max(128);

const newPassword = z.string().min(LEAST_PASSWORD).max(MOST_PASSWORD);
const givenPassword = z.string().max(MOST_PASSWORD);

export const sessionSchema = z
  .object({
    /** Who asks; null where nobody has signed in. */
    user: z.object({ name: z.string(), role: roleSchema }).readonly().nullable(),
    /** Whether what is asked may be read without signing in. */
    open: z.boolean(),
    /** Whether the first admin is still to be made, by the link that the server printed. */
    setup: z.boolean(),
    /** Whether anything can be changed. */
    writable: z.boolean(),
  })
  .readonly();

export const signInSchema = z.object({ name, password: givenPassword }).readonly();
export const setupSchema = z
  .object({ token: z.string().max(256), name, password: newPassword })
  .readonly();
export const ownPasswordSchema = z
  .object({ current: givenPassword, password: newPassword })
  .readonly();

export const userSchema = z
  .object({ name: z.string(), role: roleSchema, created: time, changed: time })
  .readonly();
export const userListSchema = z.object({ users: z.array(userSchema).readonly() }).readonly();
export const newUserSchema = z.object({ name, role: roleSchema, password: newPassword }).readonly();
export const userChangeSchema = z
  .object({ role: roleSchema.optional(), password: newPassword.optional() })
  .readonly();

export const tokenSchema = z
  .object({
    id: z.string(),
    user: z.string(),
    title: z.string(),
    role: roleSchema,
    created: time,
    /** Null: until it is taken back. */
    expires: time.nullable(),
  })
  .readonly();
export const tokenListSchema = z.object({ tokens: z.array(tokenSchema).readonly() }).readonly();
export const newTokenSchema = z
  .object({
    title: z.string().min(1).max(200),
    role: roleSchema,
    /** Days until it ends; absent for none. */
    days: z.number().int().min(1).max(3650).optional(),
  })
  .readonly();
/** The one time that the token itself is told. */
export const madeTokenSchema = z
  .object({ ...tokenSchema.unwrap().shape, token: z.string() })
  .readonly();

export const deedSchema = z
  .object({
    seq: z.number().int(),
    time,
    actor: z.string().nullable(),
    via: z.enum(["session", "token", "command", "none"]),
    address: z.string().nullable(),
    action: z.string(),
    subject: z.string().nullable(),
  })
  .readonly();
export const auditPageSchema = z
  .object({
    /** The newest first. */
    deeds: z.array(deedSchema).readonly(),
    /** `before` of the next page; null where this is the last. */
    next: z.number().int().nullable(),
  })
  .readonly();

export const healthSchema = z
  .object({ status: z.literal("ok"), version: z.string(), readOnly: z.boolean() })
  .readonly();

export type SessionState = z.infer<typeof sessionSchema>;
export type SignIn = z.infer<typeof signInSchema>;
export type Setup = z.infer<typeof setupSchema>;
export type OwnPassword = z.infer<typeof ownPasswordSchema>;
export type User = z.infer<typeof userSchema>;
export type UserList = z.infer<typeof userListSchema>;
export type NewUser = z.infer<typeof newUserSchema>;
export type UserChange = z.infer<typeof userChangeSchema>;
export type Token = z.infer<typeof tokenSchema>;
export type TokenList = z.infer<typeof tokenListSchema>;
export type NewToken = z.infer<typeof newTokenSchema>;
export type MadeToken = z.infer<typeof madeTokenSchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type Health = z.infer<typeof healthSchema>;
