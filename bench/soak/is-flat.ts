/** How far the end of a series may lie above its beginning. */
export interface Slack {
  readonly share: number
  readonly atLeast: number
}

/**
 * Whether a series does not grow: the median of its last quarter is hardly above that of its second one. The first one is
 * warming up.
 */
export function isFlat(values: readonly number[], { share, atLeast }: Slack): boolean {
  const quarter = Math.floor(values.length / 4)
  if (quarter === 0) return true
  const early = median(values.slice(quarter, 2 * quarter))
  const late = median(values.slice(-quarter))
  return late <= early + Math.max(atLeast, early * share)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
