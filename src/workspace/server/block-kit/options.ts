import { z } from 'zod'
import { anyText, httpUrl, plainText } from './text-objects.ts'

const option = (text: z.ZodType) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: anyText(75).optional(),
    url: httpUrl.optional(),
  })
export const plainOption = option(plainText(75))
export const textOption = option(anyText(75))
export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
})
