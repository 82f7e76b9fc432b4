import type { DaysPhrase } from '../../../calendar/dates-named.ts'
import { readDate } from '../../../calendar/read-date.ts'
import { skip, splitAtBlanks } from '../../../calendar/word-at.ts'
import type { TimePhrase } from '../programme-request.ts'
import type { WhenRequest } from '../when-request.ts'
import { todayPhrase } from './read-days.ts'
import { readDayPart, readTimePhrase } from './read-time-phrase.ts'

/** A question about breaks. */
export interface BreakRequest {
  /** Lunch is a break, too, but is told in its own way. */
  readonly of: 'break' | 'lunch'
  /** Default: all. */
  readonly which?: 'next' | 'first' | 'last'
  readonly days?: DaysPhrase
  readonly time?: Extract<TimePhrase, { kind: 'now' | 'at' | 'within' }>
  /** Whether a time is asked for: then it is no topic, whether or not the notes have times. */
  readonly isSure: boolean
}

const lunchNamed = /^lunch(?:\s*(?:break|time))?(?:\s+(.+))?$/i
const breakNamed =
  /^(?:(next|current|first|last) )?(?:(?:coffee|tea|lunch) )?breaks?(?: ?times?)?(?: (.+))?$/i

/**
 * Reads what names a break, and the day and time of day that are said with it; undefined if it names none.
 *
 * readBreakRequest({ asks: 'when', named: 'coffee break tomorrow' }, question) // => { of: 'break', days: tomorrow, … }
 */
export function readBreakRequest(
  { asks, named }: Pick<WhenRequest, 'asks' | 'named'>,
  question: string,
): BreakRequest | undefined {
  if (asks !== 'when' && asks !== 'length' && asks !== 'end') return undefined
  const lunch = lunchNamed.exec(named)
  const [whole, which = '', on = ''] = breakNamed.exec(named) ?? []
  if (!lunch && whole === undefined) return undefined
  const said = readDayAndTime(lunch ? (lunch[1] ?? '') : on)
  if (said === undefined) return undefined
  const isSure = said.time !== undefined || said.days !== undefined || /\b(?:when|time)/i.test(question)
  if (lunch) return { of: 'lunch', ...(said.days && { days: said.days }), isSure }
  const meant = /^current$/i.test(which) ? 'next' : (which.toLowerCase() as BreakRequest['which'] | '')
  return { of: 'break', ...(meant && { which: meant }), ...said, isSure }
}

/** `tomorrow`, `at 3`, `this afternoon`, in any order; undefined if anything else is said. */
function readDayAndTime(said: string): Pick<BreakRequest, 'days' | 'time'> | undefined {
  const words = splitAtBlanks(said.replace(/\bbetween (?:the )?(?:talks|sessions)\b/i, ''))
  let read: Pick<BreakRequest, 'days' | 'time'> = {}
  for (let at = 0; at < words.length; ) {
    const part = readPart(words, at)
    if (part === undefined) return undefined
    const { end, ...more } = part
    read = { ...read, ...more }
    at = end
  }
  return read
}

function readPart(words: readonly string[], at: number) {
  const date = readDate(words, skip(words, at, /^on$/))
  if (date) return date
  const isToday = skip(words, at, /^this$/) > at
  const timed = isToday ? readDayPart(words, at + 1) : (readTimePhrase(words, at) ?? readDayPart(words, at))
  if (timed === undefined) return undefined
  const { time, end } = timed
  if (time.kind !== 'now' && time.kind !== 'at' && time.kind !== 'within') return undefined
  return { time, end, ...((isToday || time.kind === 'now') && { days: todayPhrase }) }
}
