import { amountOf } from '../text/amount-of.ts'

/**
 * How long something takes. Up to two hours people count in minutes.
 * @example describeMinutes(90) // => '90 minutes'
 * @example describeMinutes(150) // => '2 hours 30 minutes'
 */
export function describeMinutes(minutes: number): string {
  const [hours, rest] =
    minutes < 120 && minutes % 60 !== 0 ? [0, minutes] : [Math.floor(minutes / 60), minutes % 60]
  const count = (number: number, unit: string) => (number === 0 ? [] : [amountOf(number, unit)])
  return [...count(hours, 'hour'), ...count(rest, 'minute')].join(' ')
}
