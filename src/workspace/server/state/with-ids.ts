import type { Json, SlackBlock } from '../../records.ts'
import { newId } from './workspace-state.ts'

/** Blocks that were checked before, each with a `block_id`, and each element with an `action_id`, as Slack gives them. */
export function withIds(blocks: unknown): readonly SlackBlock[] {
  const checked = blocks as readonly (Json & { readonly type: string; readonly block_id?: string })[]
  return checked.map((block) => ({
    ...block,
    block_id: block.block_id || newId('b'),
    ...(block.type === 'actions' && Array.isArray(block.elements)
      ? { elements: block.elements.map(named) }
      : {}),
    ...(block.accessory ? { accessory: named(block.accessory as Json) } : {}),
    ...(block.element ? { element: named(block.element as Json) } : {}),
  }))
}

function named(element: Json): Json {
  return element.action_id ? element : { ...element, action_id: newId('a') }
}
