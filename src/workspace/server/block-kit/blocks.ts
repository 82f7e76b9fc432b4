import { z } from 'zod'
import { maxBlocks } from './block-limits.ts'
import { actionElement, inputElement } from './elements.ts'
import { richTextBlock } from './rich-text.ts'
import { anyTextObject, elementId, optionalFlag, plainTextObject } from './text-objects.ts'

/** Of Block Kit's blocks, those that are used here; another one is refused as unknown. */
const block_id = elementId
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    block_id,
    text: anyTextObject(3000),
    accessory: actionElement.optional(),
  }),
  z.strictObject({ type: z.literal('header'), block_id, text: plainTextObject(150) }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z.array(anyTextObject(3000)).min(1).max(10),
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
])

export const inMessages = z.array(block).min(1).max(maxBlocks.message)
export const inModals = z.array(block).max(maxBlocks.modal)
