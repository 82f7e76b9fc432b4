import { z } from 'zod'
import { anyText, id, plainText } from './text-objects.ts'

/** What a dialog asks before a click counts. */
export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
})

/** What everything that a person can act on may have. */
export const asked = { action_id: id, confirm: confirm.optional(), focus_on_load: z.boolean().optional() }
/** And what every menu and picker may have. */
export const select = { ...asked, placeholder: plainText(150).optional() }
