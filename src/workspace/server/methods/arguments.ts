import { z } from 'zod'

/** What many methods take, in the forms in which Slack takes it. */
export const textArgument = z.coerce.string()
/** What a message says. */
export const contentArguments = { text: textArgument.optional(), blocks: z.unknown().optional() }
