import { z } from 'zod'

/** What many methods take, in the forms in which Slack takes it. */
export const textArgument = z.coerce.string()
export const flagArgument = z.union([z.boolean(), z.stringbool()]).optional()
export const limitArgument = z.coerce.number().int().min(1).max(1000).default(100)
/** What a message says. */
export const contentArguments = {
  text: textArgument.optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
}
