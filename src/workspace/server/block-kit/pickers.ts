import { z } from 'zod'
import { interactiveElement, menuElement } from './interactive-element.ts'
import { textOption } from './options.ts'

const boxes = z.array(textOption).min(1).max(10)
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...interactiveElement,
  options: boxes,
  initial_options: z.array(textOption).optional(),
})
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...interactiveElement,
  options: boxes,
  initial_option: textOption.optional(),
})
const datePicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menuElement,
  initial_date: z.iso.date().optional(),
})
const timePicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menuElement,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().optional(),
})
export const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...interactiveElement,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})

export const pickers = [checkboxes, radioButtons, datePicker, timePicker] as const
