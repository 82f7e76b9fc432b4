import { readDate, readDates } from '../../calendar/read-date.ts'
import { readDuration } from '../../calendar/read-duration.ts'
import type { PauseEnd } from '../settings/change-settings.ts'
import { readWeekdays } from './read-rhythm.ts'
import { readTime } from './read-time.ts'
import type { ClauseRead } from './tips-clause.ts'

/**
 * Reads when there are no tips, or when there are again:
 *
 *     pause until 5 january | no tips for two weeks | off until the end of the month | starting monday
 *     skip tomorrow | skip the next tip | not on friday 12 dec | off on 24 dec to 1 jan | no tips this week | except fridays
 *     remove 24 dec | not off on 24 dec | no days off
 */
export function readAbsence(words: readonly string[], at: number): ClauseRead | undefined {
  return readRemoval(words, at) ?? readStart(words, at) ?? readPause(words, at) ?? readSkip(words, at)
}

/** The words at this place, as far as they are matched by what stands at their beginning; with spaces between. */
function match(words: readonly string[], at: number, pattern: RegExp) {
  const text = words
    .slice(at, at + 8)
    .join(' ')
    .toLowerCase()
    .replaceAll('’', "'")
  const found = pattern.exec(text)
  return found?.index === 0 && found[0] !== ''
    ? { text: found[0], end: at + found[0].trim().split(' ').length }
    : undefined
}

const them = `(?: (?:the|all|any|my|our|daily|tips?|it|them|everything|sending|posting))*`
const away = `(?:(?:we are|we're|i am|i'm) )?(?:off|away|out|closed|(?:on )?(?:holidays?|vacation|leave))`
const pausing = new RegExp(
  `^(?:pause|snooze|mute|hold|suspend|stop|${away}|(?:turn|switch)${them} off|silence|no more|no|not|nothing|wait)${them}(?= |$)`,
)
const skipping = new RegExp(
  '^(?:(?:and )?(?:skip|skipping|except|without|no ' +
    `more|no|not|${away}|pause|snooze|mute|stop|cancel|take)${them}(?: off)?|(?:add )?(?:a )?(?:days?|time) ` +
    'off)(?: (?:on|from|for|over|during|of))?(?= |$)',
)
const removing = new RegExp(
  [
    "^(?:(?:remove|delete|take back|unskip|include|keep|don't skip|dont skip|do not skip|not off|no longer off)",
    '(?: (?:the|my|our))?(?: (?:days?|time) off)?|(?:cancel|clear|undo)(?: (?:the|my|our))? (?:days?|time) off)',
    '(?: (?:on|from|of|for))?(?= |$)',
  ].join(''),
)
const removingAll =
  /^(?:(?:remove|delete|cancel|clear)(?: (?:all|the|our|my))* (?:days off|times off)|no days off|(?:remove|delete|clear) all)(?= |$)/

function readPause(words: readonly string[], at: number): ClauseRead | undefined {
  const verb = match(words, at, pausing)
  if (!verb) return undefined
  const joint = (words[verb.end] ?? '').toLowerCase()
  const end = /^(until|till?|'til|before)$/.test(joint)
    ? readUntil(words, verb.end + 1)
    : joint === 'for'
      ? readFor(words, verb.end + 1)
      : undefined
  // `until monday 9am` would be taken for another time of all tips.
  return end === undefined || (words[end.end] !== undefined && readTime(words, end.end))
    ? undefined
    : { clause: { pause: end.pause }, end: end.end }
}

interface PauseRead {
  readonly pause: PauseEnd
  readonly end: number
}

/** `5 january`, or `the end of the month`. */
function readUntil(words: readonly string[], at: number): PauseRead | undefined {
  const endOf = match(words, at, /^(?:after|(?:the )?end of)(?= |$)/)
  if (endOf) {
    const rest = (words[endOf.end] ?? '').toLowerCase() === 'the' ? endOf.end + 1 : endOf.end
    const unit = match(words, rest, /^(?:this )?(?:week|month|year|weekend)(?= |$)/)
    const read = unit ? periodRead(unit) : readDate(words, endOf.end)
    return read && { pause: { days: read.days, end: 'with-last' }, end: read.end }
  }
  const read = match(words, at, /^(?:the )?new year(?= |$)/)
  if (read) return { pause: { days: { kind: 'date', day: 1, month: 1 }, end: 'before-first' }, end: read.end }
  const first = readDate(words, at)
  return first && first.days.kind !== 'span'
    ? { pause: { days: first.days, end: 'before-first' }, end: first.end }
    : undefined
}

function periodRead({ text, end }: { readonly text: string; readonly end: number }) {
  const unit = text.replace('this ', '') as 'week' | 'month' | 'year' | 'weekend'
  return { days: { kind: 'period', unit, which: 'this' }, end } as const
}

/** `two weeks`, or `the rest of the year`. */
function readFor(words: readonly string[], at: number): PauseRead | undefined {
  const duration = readDuration(words, at)
  if (duration) {
    const { count, unit, end } = duration
    return { pause: { days: { kind: 'ahead', count, unit }, end: 'before-first' }, end }
  }
  const rest = match(words, at, /^the rest of (?:the|this) /) && readDate(words, at)
  return rest ? { pause: { days: rest.days, end: 'with-last' }, end: rest.end } : undefined
}

/** When tips begin, or begin again: a pause until then, and tips are on. */
function readStart(words: readonly string[], at: number): ClauseRead | undefined {
  const verb = match(
    words,
    at,
    /^(?:starting|beginning|start|begin|restart|resume|unpause|as of|back)(?: (?:the|daily|tips|again))*(?: (?:on|from))?(?= |$)/,
  )
  const read = verb && readDate(words, verb.end)
  return read && read.days.kind !== 'span'
    ? { clause: { on: true, pause: { days: read.days, end: 'before-first' } }, end: read.end }
    : undefined
}

function readSkip(words: readonly string[], at: number): ClauseRead | undefined {
  const next = match(words, at, /^(?:skip|cancel|leave out) (?:the )?next (?:one|tip|daily tip)(?= |$)/)
  if (next) return { clause: { daysOff: 'next-tip' }, end: next.end }
  const verb = match(words, at, skipping)
  if (!verb) return undefined
  const weekdays = readWeekdays(words, verb.end)
  if (weekdays && /s$/i.test(words[weekdays.end - 1] ?? '') && isPlural(words, verb.end, weekdays.end))
    return { clause: { withoutWeekdays: weekdays.days }, end: weekdays.end }
  const duration = readDuration(words, verb.end)
  if (duration) {
    const { end, ...ahead } = duration
    return { clause: { pause: { days: { kind: 'ahead', ...ahead }, end: 'before-first' } }, end }
  }
  const read = readDates(words, verb.end)
  if (read === undefined) return undefined
  const tail = match(words, read.end, verb.text.startsWith('take') ? /^off(?= |$)/ : /^tips?(?= |$)/)
  return { clause: { daysOff: { kind: 'add', days: read.days } }, end: tail?.end ?? read.end }
}

/** `mondays`, not `tues` or `thurs`. */
const isPlural = (words: readonly string[], from: number, to: number) =>
  words.slice(from, to).every((word) => /^(?:\w+days|weekends|weekdays|and|or|&|,)$/i.test(word))

function readRemoval(words: readonly string[], at: number): ClauseRead | undefined {
  const verb = match(words, at, removing)
  const read = verb && readDates(words, verb.end)
  if (read) return { clause: { daysOff: { kind: 'remove', days: read.days } }, end: read.end }
  const all = match(words, at, removingAll)
  return all && { clause: { daysOff: 'none' }, end: all.end }
}
