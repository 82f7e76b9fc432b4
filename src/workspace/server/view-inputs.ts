import type { InputValues, Json, SlackBlock, View } from '../records.ts'
import { elementsOf } from './block-kit/elements-of.ts'

/** The values that inputs have before anybody touched them. */
export function initialValues(blocks: readonly SlackBlock[]): InputValues {
  const values: Record<string, Record<string, Json>> = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const value = initialValue(element)
      if (!value) continue
      values[block.block_id] = {
        ...values[block.block_id],
        [String(element.action_id)]: { type: element.type, ...value },
      }
    }
  }
  return values
}

/** An element's state without its type; undefined if the element has none (a button). */
function initialValue(element: Json): Json | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return { value: element.initial_value ?? null }
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: element.initial_option ?? null }
    case 'checkboxes':
      return { selected_options: element.initial_options ?? [] }
    case 'datepicker':
      return { selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { selected_time: element.initial_time ?? null }
    default:
      return undefined
  }
}

/** An update keeps what was put in if block_id and action_id stay the same. */
export function keptValues(before: View | undefined, blocks: readonly SlackBlock[]): InputValues {
  if (!before) return {}
  const wanted = initialValues(blocks)
  const pairs = Object.entries(before.state.values).flatMap(([blockId, elements]) => {
    const same = Object.entries(elements).filter(
      ([actionId, value]) => wanted[blockId]?.[actionId]?.type === value.type,
    )
    return same.length > 0 ? [[blockId, { ...wanted[blockId], ...Object.fromEntries(same) }] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** The inputs that a person must fill in and has not: block_id → what to say. */
export function missingInputs(view: View): Readonly<Record<string, string>> {
  const missing = view.blocks.flatMap((block) => {
    if (block.type !== 'input' || block.optional === true) return []
    const [value] = Object.values(view.state.values[block.block_id] ?? {})
    const filled = Object.entries(value ?? {}).some(
      ([key, part]) =>
        key !== 'type' && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
    )
    return filled ? [] : [[block.block_id, 'Please complete this required field.'] as const]
  })
  return Object.fromEntries(missing)
}
