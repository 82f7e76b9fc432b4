import { everyDay, type Weekday, weekend, workingDays } from '../settings/settings.ts'
import type { ClauseRead } from './clause.ts'

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** monday, mondays, mon, tues, thurs: any beginning of at least three letters. */
function asWeekday(word: string | undefined): Weekday | undefined {
  if (word === undefined) return undefined
  const day = word.toLowerCase().replace(/\.$/, '')
  const index = day.length < 3 ? -1 : dayNames.findIndex((name) => name.startsWith(day) || `${name}s` === day)
  return index < 0 ? undefined : ((index + 1) as Weekday)
}

export function readDays(words: readonly string[], at: number): ClauseRead | undefined {
  const [first, second] = [words[at]!.toLowerCase(), words[at + 1]?.toLowerCase()]
  if (first === 'on' || first === 'every' || first === 'each') {
    const named = second === 'day' ? { days: everyDay, end: at + 2 } : dayGroup(words, at + 1)
    return named && { clause: { weekdays: named.days }, end: named.end }
  }
  const named = dayGroup(words, at)
  return named && { clause: { weekdays: named.days }, end: named.end }
}

function dayGroup(
  words: readonly string[],
  at: number,
): { days: readonly Weekday[]; end: number } | undefined {
  switch (words[at]?.toLowerCase()) {
    case 'daily':
    case 'everyday':
      return { days: everyDay, end: at + 1 }
    case 'weekday':
    case 'weekdays':
      return { days: workingDays, end: at + 1 }
    case 'weekend':
    case 'weekends':
      return { days: weekend, end: at + 1 }
  }
  const days = new Set<Weekday>()
  let end = at
  for (let next = at; next < words.length; ) {
    const read = dayRange(words, next)
    if (!read) break
    for (const day of read.days) days.add(day)
    end = read.end
    next = end
    while (/^(,|and|&)$/i.test(words[next] ?? '')) next++
  }
  return days.size === 0 ? undefined : { days: [...days].sort((a, b) => a - b), end }
}

/** One day, `mon-fri` or `monday to friday`; `fri-mon` goes over the weekend. */
function dayRange(
  words: readonly string[],
  at: number,
): { days: readonly Weekday[]; end: number } | undefined {
  const listed = words[at]!.split(/[/&+]/u).map(asWeekday)
  if (listed.length > 1)
    return listed.every((day) => day !== undefined) ? { days: listed, end: at + 1 } : undefined
  if (/^m[-–]f$/iu.test(words[at]!)) return { days: workingDays, end: at + 1 }
  const [from, to, more] = words[at]!.split(/[-–]/u)
  const first = asWeekday(from)
  if (first === undefined || more !== undefined) return undefined
  if (to !== undefined) {
    const last = asWeekday(to)
    return last && { days: daysFrom(first, last), end: at + 1 }
  }
  const last = /^(to|through|-|–)$/iu.test(words[at + 1] ?? '') ? asWeekday(words[at + 2]) : undefined
  return last === undefined ? { days: [first], end: at + 1 } : { days: daysFrom(first, last), end: at + 3 }
}

const daysFrom = (first: Weekday, last: Weekday) =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday)
