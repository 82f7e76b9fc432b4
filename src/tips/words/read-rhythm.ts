import { dayNamesFolded, type Weekday } from '../../calendar/day-names.ts'
import { everyDay, weekend, workingDays } from '../settings/settings.ts'
import type { ClauseRead } from './tips-clause.ts'

/** monday, mondays, mon, tues, thurs: any beginning of at least three letters. */
function asWeekday(word: string | undefined): Weekday | undefined {
  if (word === undefined) return undefined
  const day = word.toLowerCase().replace(/\.$/, '')
  const index =
    day.length < 3 ? -1 : dayNamesFolded.findIndex((name) => name.startsWith(day) || `${name}s` === day)
  return index < 0 ? undefined : ((index + 1) as Weekday)
}

/** On which days of which weeks: `every monday and thursday`, `weekdays every other week`, `every second friday`. */
export function readRhythm(words: readonly string[], at: number): ClauseRead | undefined {
  return weeksAlone(words, at) ?? everyOther(words, at) ?? daysOfEveryWeek(words, at)
}

const everyOtherWeek = new RegExp(
  [
    '^(?:(?:in |on )?(?:every (?:other|second|2nd|two|2)|alternate|alternating) weeks?|once every (?:two|2)',
    String.raw` weeks|bi-?weekly|(?:once a |every )?fortnight(?:ly)?)(?![\w-])`,
  ].join(''),
)

/** `every other week`, `biweekly`; and the way back, `every week`. */
function weeksAlone(words: readonly string[], at: number): ClauseRead | undefined {
  const text = words
    .slice(at, at + 4)
    .join(' ')
    .toLowerCase()
  const everyOther = everyOtherWeek.exec(text)
  const every = /^(?:(?:every|each) (?:single )?week|weekly)(?![\w-])/.exec(text)
  const read = everyOther ?? every
  return read
    ? { clause: { weeks: everyOther ? 'every-other' : 'every' }, end: at + read[0].split(' ').length }
    : undefined
}

/** `every other monday and thursday`; nothing is said of a day in two. */
function everyOther(words: readonly string[], at: number): ClauseRead | undefined {
  const isSaid = /^(?:(?:on )?every (?:other|second|2nd)|alternate) /i
  const said = isSaid.exec(`${words.slice(at, at + 3).join(' ')} `)
  const days = said && readWeekdays(words, at + said[0].trim().split(' ').length)
  return days ? { clause: { weekdays: days.days, weeks: 'every-other' }, end: days.end } : undefined
}

/** `mondays`, `every day but fridays`. */
function daysOfEveryWeek(words: readonly string[], at: number): ClauseRead | undefined {
  const [first, second] = [words[at]!.toLowerCase(), words[at + 1]?.toLowerCase()]
  const isLed = ['on', 'every', 'each'].includes(first)
  const named =
    isLed && second === 'day' ? { days: everyDay, end: at + 2 } : readWeekdays(words, isLed ? at + 1 : at)
  const but = named && words[named.end]?.toLowerCase() === 'but' && readWeekdays(words, named.end + 1)
  if (!named || !but) return named && { clause: { weekdays: named.days }, end: named.end }
  const days = named.days.filter((day) => !but.days.includes(day))
  return days.length === 0 ? undefined : { clause: { weekdays: days }, end: but.end }
}

interface WeekdaysRead {
  readonly days: readonly Weekday[]
  readonly end: number
}

/** Days of the week, by name or in groups. */
export function readWeekdays(words: readonly string[], at: number): WeekdaysRead | undefined {
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
function dayRange(words: readonly string[], at: number): WeekdaysRead | undefined {
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
