import { z } from 'zod'
import { elementId, plainTextObject } from './text-objects.ts'

const dispatch = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
  })
  .optional()
const written = {
  action_id: elementId,
  placeholder: plainTextObject(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: dispatch,
}

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...written,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
})
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...written,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
})
const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...written,
  initial_value: z.string().optional(),
})
const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...written,
  initial_value: z.string().optional(),
})

export const textInputs = [plainTextInput, numberInput, emailInput, urlInput] as const
