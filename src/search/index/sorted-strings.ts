/** Where a text stands in a list that is sorted by UTF-16 units; undefined if it does not. */
export function placeIn(sorted: readonly string[], text: string): number | undefined {
  const place = firstFrom(sorted, text)
  return sorted[place] === text ? place : undefined
}

/** Where the first text stands that is not before this one, by binary search; the length of the list if all are. */
function firstFrom(sorted: readonly string[], text: string): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! < text) from = middle + 1
    else to = middle
  }
  return from
}

/** Where the texts with a prefix stand, as a half-open range. */
export function rangeOfPrefix(
  sorted: readonly string[],
  prefix: string,
): readonly [from: number, to: number] {
  // No text has this code unit, which is no character.
  return [firstFrom(sorted, prefix), firstFrom(sorted, `${prefix}\uffff`)]
}

/** Where a text stands, once or more often, as a half-open range. */
export function rangeOf(sorted: readonly string[], text: string): readonly [from: number, to: number] {
  const from = firstFrom(sorted, text)
  let to = from
  while (sorted[to] === text) to++
  return [from, to]
}
