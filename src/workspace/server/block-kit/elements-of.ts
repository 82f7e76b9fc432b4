import { isRecord } from './is-record.ts'

/** The elements of a block that a person can act on, wherever the block keeps them. */
export function elementsOf(
  block: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const inside = Array.isArray(block.elements) ? block.elements : [block.accessory, block.element]
  return inside.filter(isRecord)
}
