import { z } from 'zod'

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })
export const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  })
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])

export const id = z.string().max(255).optional()
export const httpUrl = z
  .string()
  .max(3000)
  .refine((text) => URL.canParse(text) && /^(https?|mailto|slack):/i.test(text), 'invalid url')

export const flag = z.boolean().optional()
