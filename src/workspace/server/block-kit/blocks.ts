import { z } from 'zod'
import { maxBlocks, maxMarkdownCharacters } from './block-limits.ts'
import { accessory, actionElement, feedbackButtons, iconButton, image, inputElement } from './elements.ts'
import { richTextBlock } from './rich-text.ts'
import {
  anyTextObject,
  elementId,
  httpUrl,
  mrkdwnObject,
  optionalFlag,
  plainTextObject,
} from './text-objects.ts'

const block_id = elementId
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  z.strictObject({ block_id, ...richTextBlock }),
])

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyTextObject(3000).optional(),
    fields: z.array(anyTextObject(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: optionalFlag,
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'missing required field: text or fields',
  )
const everywhere = [
  section,
  z.strictObject({ type: z.literal('header'), block_id, text: plainTextObject(150) }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z
    .strictObject({
      type: z.literal('image'),
      block_id,
      alt_text: z.string().min(1).max(2000),
      title: plainTextObject(2000).optional(),
      image_url: httpUrl.optional(),
      slack_file: z.looseObject({}).optional(),
    })
    .refine(
      (block) => (block.image_url === undefined) !== (block.slack_file === undefined),
      'either image_url or slack_file is required',
    ),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [plainTextObject(3000), mrkdwnObject(3000), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id,
    label: plainTextObject(2000),
    hint: plainTextObject(2000).optional(),
    optional: optionalFlag,
    dispatch_action: optionalFlag,
    element: inputElement,
  }),
  z.strictObject({ block_id, ...richTextBlock }),
] as const
const onlyInMessages = [
  z.strictObject({
    type: z.literal('markdown'),
    block_id,
    text: z.string().min(1).max(maxMarkdownCharacters),
  }),
  z.strictObject({
    type: z.literal('table'),
    block_id,
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: optionalFlag })
          .nullable(),
      )
      .max(20)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(5),
  }),
] as const
export const inMessages = z
  .array(z.discriminatedUnion('type', [...everywhere, ...onlyInMessages]))
  .min(1)
  .max(maxBlocks.message)
export const inViews = z.array(z.discriminatedUnion('type', everywhere)).max(maxBlocks.modal)
