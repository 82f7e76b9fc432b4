import { z } from 'zod'

/** Of a message that a person has just said, these fields are so: it is not an edit, a deletion, a notice, or a bot's words. */
export const saidByPerson = {
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
}

/** Bots get no reply, Hallway itself included: two that mention each other would never end. */
export const isByBot = ({ bot_id }: { readonly bot_id?: unknown }): boolean => bot_id !== undefined
