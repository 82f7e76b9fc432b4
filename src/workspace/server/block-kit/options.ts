import { z } from 'zod'
import { anyTextObject, httpUrl, plainTextObject } from './text-objects.ts'

const option = (text: z.ZodType) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: anyTextObject(75).optional(),
    url: httpUrl.optional(),
  })
export const plainOption = option(plainTextObject(75))
export const textOption = option(anyTextObject(75))
export const optionGroup = z.strictObject({
  label: plainTextObject(75),
  options: z.array(plainOption).min(1).max(100),
})
