import { z } from 'zod'

export const plainTextObject = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })
const mrkdwnObject = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  })
export const anyTextObject = (max: number) =>
  z.discriminatedUnion('type', [plainTextObject(max), mrkdwnObject(max)])

export const elementId = z.string().max(255).optional()
export const httpUrl = z
  .string()
  .max(3000)
  .refine((text) => URL.canParse(text) && /^(https?|mailto|slack):/i.test(text), 'invalid url')

export const optionalFlag = z.boolean().optional()
