import type { Comparison } from './statistics/grouped.ts'

/** `.412` for a figure from 0 to 1. */
export function fraction(value: number): string {
  return value.toFixed(3).replace(/^0/, '')
}

/** `+.012`, `−4.5`; `+.000` for what rounds to nothing. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value)
    .toFixed(digits)
    .replace(/^0\.(?=\d{3})/, '.')
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'}${text}`
}

/** `+.012 (p = .003)` */
export function difference({ difference, p }: Comparison): string {
  return `${signed(difference, 3)} (${probability(p)})`
}

export function probability(p: number): string {
  return p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`
}

/** In percent, without the sign: `81.3`. */
export function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** Three digits that count. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
