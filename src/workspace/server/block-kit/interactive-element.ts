import { z } from 'zod'
import { anyTextObject, elementId, plainTextObject } from './text-objects.ts'

/** What a dialog asks before a click counts. */
export const confirmDialog = z.strictObject({
  title: plainTextObject(100),
  text: anyTextObject(300),
  confirm: plainTextObject(30),
  deny: plainTextObject(30),
  style: z.enum(['primary', 'danger']).optional(),
})

/** What everything that a person can act on may have. */
export const interactiveElement = {
  action_id: elementId,
  confirm: confirmDialog.optional(),
  focus_on_load: z.boolean().optional(),
}
/** And what every menu and picker may have. */
export const menuElement = { ...interactiveElement, placeholder: plainTextObject(150).optional() }
