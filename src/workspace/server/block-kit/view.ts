import { z } from 'zod'
import { flag, id, plainText } from './text-objects.ts'

const name = { callback_id: id, external_id: id, private_metadata: z.string().max(3000).optional() }
export const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    blocks: z.array(z.unknown()),
    submit: plainText(24).nullish(),
    close: plainText(24).nullish(),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
    ...name,
  }),
  z.strictObject({ type: z.literal('home'), blocks: z.array(z.unknown()), ...name }),
])
