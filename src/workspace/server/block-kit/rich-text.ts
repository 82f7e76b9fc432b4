import { z } from 'zod'
import { httpUrl, optionalFlag } from './text-objects.ts'

const style = z
  .strictObject({
    bold: optionalFlag,
    italic: optionalFlag,
    strike: optionalFlag,
    code: optionalFlag,
    underline: optionalFlag,
    highlight: optionalFlag,
    client_highlight: optionalFlag,
    unlink: optionalFlag,
  })
  .optional()
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: httpUrl,
    text: z.string().optional(),
    unsafe: optionalFlag,
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    skin_tone: z.int().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string(),
    url: httpUrl.optional(),
    fallback: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string(), style }),
])
const border = z.union([z.literal(0), z.literal(1)]).optional()
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
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(inline),
          border,
          language: z.string().optional(),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
      ]),
    )
    .min(1),
}
