/** Where a text stands in a list that is sorted by UTF-16 units, by halving; undefined where it does not. */
export function placeIn(sorted: readonly string[], text: string): number | undefined {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! < text) from = middle + 1
    else to = middle
  }
  return sorted[from] === text ? from : undefined
}
