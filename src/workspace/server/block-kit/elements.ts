import { z } from 'zod'
import { confirmDialog } from './interactive-element.ts'
import { menus } from './menus.ts'
import { plainOption } from './options.ts'
import { dateTimePicker, pickers } from './pickers.ts'
import { textInputs } from './text-inputs.ts'
import { elementId, httpUrl, plainTextObject } from './text-objects.ts'

export const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: z.string().max(2000),
    image_url: httpUrl.optional(),
    slack_file: z.looseObject({}).optional(),
  })
  .refine(
    (element) => (element.image_url === undefined) !== (element.slack_file === undefined),
    'either image_url or slack_file is required',
  )

const button = z.strictObject({
  type: z.literal('button'),
  text: plainTextObject(75),
  action_id: elementId,
  url: httpUrl.optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirmDialog.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: elementId,
  options: z.array(plainOption).min(1).max(5),
  confirm: confirmDialog.optional(),
})
const feedbackButton = z.strictObject({
  text: plainTextObject(75),
  value: z.string().max(2000),
  accessibility_label: z.string().max(75).optional(),
})
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: elementId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
})
export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: elementId,
  icon: z.enum(['trash']),
  text: plainTextObject(75),
  value: z.string().max(2000).optional(),
  confirm: confirmDialog.optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
  accessibility_label: z.string().max(75).optional(),
})

const choosers = [...menus, ...pickers] as const
export const actionElement = z.discriminatedUnion('type', [...choosers, dateTimePicker, button, overflow])
export const accessory = z.discriminatedUnion('type', [...choosers, button, overflow, image])
export const inputElement = z.discriminatedUnion('type', [...choosers, dateTimePicker, ...textInputs])
