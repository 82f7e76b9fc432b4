import { clockTime } from '../../../calendar/clock-time.ts'
import { dayIn, withoutDay } from './written-dates.ts'

/** A moment as a text names it, by the clocks of some place. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date?: string | undefined
  /** `HH:MM`. */
  readonly time?: string | undefined
  /** `UTC` or an offset such as `+02:00`, if the text says it. */
  readonly zone?: string | undefined
}

const written =
  /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2})(?!\d:)(?::?\d{2}(?:[.,]\d+)?)?\s*(Z\b|UTC\b|[+-]\d{2}:?\d{2}\b)?/i

/**
 * The moment that a text names; a midnight in full is a day alone, as programs write it.
 *
 *     momentIn('2026-12-01T10:30:00+01:00') // => { date: '2026-12-01', time: '10:30', zone: '+01:00' }
 *     momentIn('1 December 2026, 9 am') // => { date: '2026-12-01', time: '09:00' }
 */
export function momentIn(text: string): Moment {
  const moment = fullMomentIn(text)
  if (moment !== undefined) {
    const { date, time } = moment
    return time !== '00:00' ? moment : date ? { date } : {}
  }
  const date = dayIn(text)
  const time = timesIn(withoutDay(text)).starts
  return { ...(date && { date }), ...(time && { time }) }
}

/** The moment that a text names in full, be it a midnight: `2026-12-01T00:00:00Z`. */
export function fullMomentIn(text: string): Moment | undefined {
  const [, year, month, day, hour = '', minute = '', zone] = written.exec(text) ?? []
  if (year === undefined) return undefined
  const date = dayIn(`${year}-${month}-${day}`)
  if (Number(hour) > 23 || Number(minute) > 59) return date ? { date } : {}
  return {
    ...(date && { date }),
    time: `${hour}:${minute}`,
    ...(zone && { zone: /^[zu]/i.test(zone) ? 'UTC' : zone.replace(/^(...)(\d\d)$/, '$1:$2') }),
  }
}

const clock = /(?<![\d:.,/+-])(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap]\.?\s?m\b\.?)?(?![\d:%/-]\d)/giu

/**
 * The times of day from and until which something lasts.
 *
 *     timesIn('1:00 – 2:30 PM') // => { starts: '13:00', ends: '14:30' }
 */
export function timesIn(text: string): { readonly starts?: string; readonly ends?: string } {
  const [, from = '', until = ''] = span.exec(text) ?? []
  if (from < until) return { ...pick('starts', from), ...pick('ends', until) }
  const [, , , , zoned] = written.exec(text) ?? []
  if (zoned !== undefined) return { ...pick('starts', momentIn(text).time) }
  const spaced = withoutDay(text).replace(/(\d|[ap]m)\s*[-–—]\s*(?=\d)/gi, '$1 – ')
  const said = Array.from(spaced.matchAll(clock)).flatMap(([, hour, minute, half]) =>
    minute === undefined && half === undefined
      ? []
      : [{ hour: Number(hour), minute: Number(minute ?? 0), half }],
  )
  const [first, second] = said
  if (first === undefined) return {}
  const ends = second && clockTime(second.hour, second.minute, second.half)
  const plain = clockTime(first.hour, first.minute, first.half)
  // The half of the day is said once, for both.
  const shared =
    first.half === undefined && second?.half ? clockTime(first.hour, first.minute, second.half) : undefined
  const starts = shared !== undefined && ends !== undefined && shared <= ends ? shared : plain
  return { ...pick('starts', starts), ...(starts === undefined ? {} : pick('ends', ends)) }
}

/** `2026-12-01 10:30-11:15`, as no program writes a moment and its zone. */
const span = /(?<!\d)\d{4}-\d{2}-\d{2} (\d{2}:\d{2})\s?[-–—]\s?(\d{2}:\d{2})(?![\d:])/

/**
 * How many minutes something takes: `45`, `45 min`, `0:45`, `1h 30m`, `PT45M`.
 *
 *     minutesIn('00:45') // => 45
 */
export function minutesIn(text: string): number | undefined {
  const plain = text.trim().toLowerCase()
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(plain) ?? []
  const said =
    /^(?:pt|p)?\s*(?:(\d{1,2})\s*h(?:ours?|rs?)?)?\s*(?:and\s*)?(?:(\d{1,3})\s*(?:m(?:in(?:ute)?s?)?\.?)?)?(?:\d+s)?$/.exec(
      plain,
    )
  const count =
    hours !== undefined
      ? Number(hours) * 60 + Number(minutes)
      : said && (said[1] ?? said[2]) !== undefined
        ? Number(said[1] ?? 0) * 60 + Number(said[2] ?? 0)
        : 0
  return count > 0 && count <= maxMinutes ? count : undefined
}

/** Longer than a day is no talk. */
const maxMinutes = 24 * 60

/** The time that is `minutes` later: `laterBy('23:30', 60)` is `00:30`. */
export function laterBy(time: string, minutes: number): string {
  const sum = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes) % (24 * 60)
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`
}

const pick = <Key extends string>(key: Key, time: string | undefined) =>
  (time === undefined ? {} : { [key]: time }) as { readonly [K in Key]?: string }
