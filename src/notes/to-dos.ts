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
  const isToDo = (item: T) => item.form === 'bullet' && isBoxed(lineOf(item))
  const areAllBoxed = items.every((item) => item.depth > 0 || isToDo(item))
  const toDos = new Set<T>()
  let above: T | undefined
  for (const item of items) {
    const isBelow = above !== undefined && item.form === 'bullet' && item.depth > above.depth
    if (!isBelow) above = label.test(item.text) || (isToDo(item) && !areAllBoxed) ? item : undefined
    if (above !== undefined) toDos.add(item)
  }
  return toDos
}

/** Whether a line is an item with a box: `- [ ] Try the bowline`, `1. [x] Ask Ada`. */
export const isBoxed = (line: string): boolean => box.test(line)

/** Whether its box is ticked: it is done. */
export const isTicked = (line: string): boolean => box.exec(line)?.[1]?.toLowerCase() === 'x'

/** The item without its box. */
export const withoutBox = (line: string): string => line.replace(box, '').trimStart()

/** In Markdown, Org or AsciiDoc, be it quoted. */
const box = /^[\s>]*(?:(?:[-*+.]{1,8}|\d{1,3}[.)])\s+)?\[([ xX]?)\]\s/
/** `TODO comments rot` is on such. */
const label = /^(?:\d{1,3}\.\s+)?(?:\[[ xX]?\]\s+)?to[- ]?do(?:\([^()]{1,40}\))?\s*:/i

/** The heading below which they stand instead. */
export const toDosTitle = 'To-do'
