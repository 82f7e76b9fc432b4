import type { DayUnit } from './dates-named.ts'
import { plainWordAt, skip } from './word-at.ts'

/** A number of days, weeks, months or years: `3 days`, `a week`, `a couple of weeks`, `the next two months`. */
export function readDuration(
  words: readonly string[],
  at: number,
): { readonly count: number; readonly unit: DayUnit; readonly end: number } | undefined {
  const start = skip(words, at, /^(the|next|another)$/)
  if (plainWordAt(words, start) === 'fortnight') return { count: 2, unit: 'week', end: start + 1 }
  const [first, of] = [plainWordAt(words, start), start + 1]
  if (/^(a|one)$/.test(first) && plainWordAt(words, of) === 'fortnight')
    return { count: 2, unit: 'week', end: of + 1 }
  const couple = first === 'a' && plainWordAt(words, of) === 'couple'
  const count = couple ? 2 : countOf(first)
  const end = couple ? skip(words, of + 1, /^of$/) : of
  const unit = unitOf(plainWordAt(words, end))
  return count === undefined || unit === undefined ? undefined : { count, unit, end: end + 1 }
}

/** From zero. */
export const numbersInWords: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const unitOf = (word: string) => /^(day|week|month|year)s?$/.exec(word)?.[1] as DayUnit | undefined

export function countOf(text: string): number | undefined {
  if (text === 'a' || text === 'an') return 1
  const count = /^\d{1,3}$/.test(text) ? Number(text) : numbersInWords.indexOf(text)
  return count > 0 ? count : undefined
}
