interface Item {
  readonly form: string
  readonly text: string
  readonly depth: number
}

/**
 * Those takeaways that say what is still to be done, with the items below them: `☐ Read the paper`, `TODO: ask Ada`. Nobody
 * takes them away from a talk. If all items have boxes, somebody marks items so.
 */
export function toDosAmong<T extends Item>(items: readonly T[]): ReadonlySet<T> {
  const isToDo = ({ form, text }: T) => form === 'bullet' && isBoxed(text)
  const areAllBoxed = items.every((item) => item.depth > 0 || isToDo(item))
  const toDos = new Set<T>()
  let above: T | undefined
  for (const item of items) {
    const isBelow = above !== undefined && item.form === 'bullet' && item.depth > above.depth
    if (!isBelow) above = isLabelledToDo(item.text) || (isToDo(item) && !areAllBoxed) ? item : undefined
    if (above !== undefined) toDos.add(item)
  }
  return toDos
}

/** The heading below which they stand instead. */
export const toDosTitle = 'To-do'

/**
 * An item with its box as a sign that is seen wherever the item is quoted.
 *
 * @param typed the item as it stands in Markdown, Org or AsciiDoc, if its box has been taken from it
 * @example withShownBox('Ask Ada', '- [x] Ask *Ada*') // => '☑ Ask Ada'
 */
export function withShownBox(item: string, typed = item): string {
  const [, tick] = typedBox.exec(typed) ?? []
  const sign = tick === undefined ? '' : tick.trim() === '' ? '☐ ' : '☑ '
  return `${sign}${item.replace(typedBox, '')}`
}

/** The same item in Markdown. */
export const withTypedBox = (item: string): string =>
  item.replace(/^[☐☑](?=\s)/, (sign) => (sign === '☐' ? '[ ]' : '[x]'))

const typedBox = /^[\s>]*(?:(?:[-*+.]{1,8}|\d{1,3}[.)])\s+)?\[([ xX*]?)\]\s+/

/** Whether an item has a box: `☐ Try the bowline`, `1. ☑ Ask Ada`. */
export const isBoxed = (item: string): boolean => box.test(item)

/** Whether its box is ticked: it is done. */
export const isTicked = (item: string): boolean => box.exec(item)?.[1] === '☑'

/** The item without its box, and the number before that. */
export const withoutBox = (item: string): string => item.replace(box, '')

const box = /^(?:\d{1,9}\.\s+)?([☐☑])\s+/

/** Whether it is said to be to do: `TODO: ask Ada`. `TODO comments rot` is on such. */
export const isLabelledToDo = (item: string): boolean => label.test(item)

const label = /^(?:\d{1,9}\.\s+)?(?:[☐☑]\s+)?(?:to[- ]?do(?:\([^()]{1,40}\))?|action item)\s*:/i
