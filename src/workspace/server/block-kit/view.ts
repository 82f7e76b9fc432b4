import { z } from 'zod'
import { elementId, plainTextObject } from './text-objects.ts'

export const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainTextObject(24),
    blocks: z.array(z.unknown()),
    submit: plainTextObject(24).nullish(),
    close: plainTextObject(24).nullish(),
    callback_id: elementId,
    private_metadata: z.string().max(3000).optional(),
  }),
])
