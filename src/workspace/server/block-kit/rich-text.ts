import { z } from 'zod'
import { httpUrl, optionalFlag } from './text-objects.ts'

const style = z
  .strictObject({ bold: optionalFlag, italic: optionalFlag, strike: optionalFlag, code: optionalFlag })
  .optional()
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url: httpUrl, text: z.string().optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
])
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) })

export const richTextBlock = {
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection),
          indent: z.int().min(0).max(8).optional(),
        }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(inline) }),
      ]),
    )
    .min(1),
}
