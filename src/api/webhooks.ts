/** Who is told of changes by a request of ours. */
import { z } from "zod";

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    /** Kinds of changes; empty for all. */
    kinds: z.array(z.string()).readonly(),
    state: z.enum(["active", "disabled"]),
    created: z.string(),
    /** Number of the last change that was delivered. */
    delivered: z.number().int(),
    /** In a row. */
    failures: z.number().int(),
    nextTry: z.string().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
  })
  .readonly();
export const webhookListSchema = z
  .object({ webhooks: z.array(webhookSchema).readonly() })
  .readonly();
export const newWebhookSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    kinds: z
      .array(z.string().regex(/^[a-z-]{1,40}$/))
      .max(20)
      .default([]),
  })
  .readonly();
/** The one time that the secret is told, by which what is sent is signed. */
export const madeWebhookSchema = z
  .object({ ...webhookSchema.unwrap().shape, secret: z.string() })
  .readonly();

export type Webhook = z.infer<typeof webhookSchema>;
export type WebhookList = z.infer<typeof webhookListSchema>;
export type NewWebhook = z.input<typeof newWebhookSchema>;
export type MadeWebhook = z.infer<typeof madeWebhookSchema>;
