import { z } from 'zod'
import { actionIds, readIdValue } from './buttons-and-values.ts'

const block = z.object({ elements: z.array(z.unknown()).catch([]), accessory: z.unknown().optional() })
const button = z.object({ action_id: z.literal(actionIds.fullNotes), value: z.string() })

/** The id of the talk that a message of ours is about, if it offers the full notes of one alone. */
export function talkOfMessage(blocks: unknown): string | undefined {
  const parts = z.array(block).safeParse(blocks).data ?? []
  const ids = parts
    .flatMap(({ elements, accessory }) => [...elements, accessory])
    .flatMap((element) => readIdValue(button.safeParse(element).data?.value) ?? [])
  return new Set(ids).size === 1 ? ids[0] : undefined
}

/** Whether a message of ours has buttons, as all answers have. */
export const offersAnything = (blocks: unknown): boolean =>
  (z.array(block).safeParse(blocks).data ?? []).some(
    ({ elements, accessory }) => isButton(accessory) || elements.some(isButton),
  )

const isButton = (element: unknown): boolean => anyButton.safeParse(element).success
const anyButton = z.object({ action_id: z.string() })
