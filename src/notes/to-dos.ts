interface Item {
  readonly form: string
  readonly text: string
  readonly depth: number
}

/**
 * Those takeaways that say what is still to be done, with the items below them: `- [ ] Read the paper`, `- TODO: ask Ada`. Nobody
 * takes them away from a talk. If all items have boxes, somebody marks items so.
 *
 * @param lineOf how an item was typed; by default its text has the box
 */
export function toDosAmong<T extends Item>(
  items: readonly T[],
  lineOf: (item: T) => string = ({ text }) => text,
): ReadonlySet<T> {
  const isBoxed = (item: T) => item.form === 'bullet' && box.test(lineOf(item))
  const areAllBoxed = items.every((item) => item.depth > 0 || isBoxed(item))
  const toDos = new Set<T>()
  let above: T | undefined
  for (const item of items) {
    const isBelow = above !== undefined && item.form === 'bullet' && item.depth > above.depth
    if (!isBelow) above = label.test(item.text) || (isBoxed(item) && !areAllBoxed) ? item : undefined
    if (above !== undefined) toDos.add(item)
  }
  return toDos
}

const box = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?\[[ xX]?\]\s/
/** `TODO comments rot` is on such. */
const label = /^(?:\d{1,3}\.\s+)?(?:\[[ xX]?\]\s+)?to[- ]?do(?:\([^()]{1,40}\))?\s*:/i

/** The heading below which they stand instead. */
export const toDosTitle = 'To-do'
