import { z } from 'zod'

/** The fields of a message that a person has just sent: it is no edit, deletion or notice, and not from a bot. */
export const saidByPerson = {
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
}

/** Bots get no reply, Hallway itself included: two bots that mention each other would never stop. */
export const isByBot = ({ bot_id }: { readonly bot_id?: unknown }): boolean => bot_id !== undefined
