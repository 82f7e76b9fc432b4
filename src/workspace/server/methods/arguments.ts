import { z } from 'zod'

/** What many methods take, in the forms in which Slack takes it. */
export const text = z.coerce.string()
export const flag = z.union([z.boolean(), z.stringbool()]).optional()
export const limit = z.coerce.number().int().min(1).max(1000).default(100)
/** What a message says. */
export const content = {
  text: text.optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
}
