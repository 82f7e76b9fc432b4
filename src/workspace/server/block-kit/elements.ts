import { z } from 'zod'
import { anyTextObject, elementId, plainTextObject } from './text-objects.ts'

/** What people click and fill in. Of Block Kit's elements, those that are used here; another one is refused as unknown. */

const button = z.strictObject({
  type: z.literal('button'),
  text: plainTextObject(75),
  action_id: elementId,
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
})

const option = (text: z.ZodType) => z.strictObject({ text, value: z.string().min(1).max(150) })
const menuOption = option(plainTextObject(75))
const choiceOption = option(anyTextObject(75))
const placeholder = plainTextObject(150).optional()

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: elementId,
    placeholder,
    options: z.array(menuOption).min(1).max(100).optional(),
    option_groups: z
      .array(z.strictObject({ label: plainTextObject(75), options: z.array(menuOption).min(1).max(100) }))
      .min(1)
      .max(100)
      .optional(),
    initial_option: menuOption.optional(),
  })
  .refine(
    ({ options, option_groups }) => (options === undefined) !== (option_groups === undefined),
    'either options or option_groups is required',
  )

const choices = z.array(choiceOption).min(1).max(10)
const choosers = [
  staticSelect,
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: elementId,
    options: choices,
    initial_options: z.array(choiceOption).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: elementId,
    options: choices,
    initial_option: choiceOption.optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: elementId,
    placeholder,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id: elementId,
    placeholder,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
      .optional(),
  }),
] as const

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: elementId,
  placeholder,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
})

export const actionElement = z.discriminatedUnion('type', [...choosers, button])
export const inputElement = z.discriminatedUnion('type', [...choosers, plainTextInput])
