import { type DayRange, withDays } from '../../calendar/days.ts'
import { readDates } from '../../calendar/read-date.ts'
import { splitAtBlanks } from '../../calendar/word-at.ts'
import { resolveDays } from '../settings/resolve-days.ts'
import { describeChangeProblem } from './describe-change-problem.ts'

/**
 * Days off as somebody wrote them, with commas, `and` or new lines between them; or what is wrong, in a sentence.
 *
 * readDaysOff('24 Dec to 1 Jan, 6 Jan', '2026-11-28')
 * // => { daysOff: [{ first: '2026-12-24', last: '2027-01-01' }, { first: '2027-01-06', last: '2027-01-06' }] }
 */
export function readDaysOff(
  text: string,
  today: string,
): { readonly daysOff: readonly DayRange[] } | { readonly problem: string } {
  const words = splitAtBlanks(text.replace(/[,;\n]+/g, ','))
  const start = words.findIndex((word) => word !== ',')
  if (start < 0) return { daysOff: [] }
  const read = readDates(words, start)
  const rest = words.slice(read?.end ?? start).filter((word) => word !== ',')
  if (read === undefined || rest.length > 0)
    return { problem: `I do not understand “${rest.join(' ')}”. Write days like 24 Dec to 1 Jan, 6 Jan.` }
  const ranges: DayRange[] = []
  for (const days of read.days) {
    const resolved = resolveDays(days, today)
    if ('problem' in resolved) return { problem: describeChangeProblem(resolved.problem, []) }
    ranges.push(resolved.range)
  }
  return { daysOff: withDays([], ranges) }
}
