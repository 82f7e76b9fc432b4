export interface Percentiles {
  readonly p50: number
  readonly p99: number
}

export function percentiles(values: readonly number[]): Percentiles {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) }
}

/**
 * The smallest value that at least `share` of the values do not exceed (nearest rank).
 * @throws RangeError for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function millis(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`.padStart(9)
}

/** How many times `b` goes into `a`: `1.25 ×`. */
export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`
}
