import { dayIn, yearIn } from './dates.ts'
import type { Field } from './front-matter.ts'
import { type Meaning, meaningOf } from './known-keys.ts'
import { minutesIn, momentIn, timesIn } from './times.ts'

/** A field of front matter that says when or where, and cannot be read. */
export interface MisreadField {
  readonly key: string
  /** As it is shown to people. */
  readonly value: string
  /** 1-based line of its key. */
  readonly line: number
  /** What to do, as half a sentence. */
  readonly advice: string
}

/**
 * The fields of when and where of which nothing can be read, and an end before its start. A year or month alone is as good as
 * no day, and what is not known yet is no mistake.
 */
export function misreadFields(fields: readonly Field[]): readonly MisreadField[] {
  const wrong = fields.flatMap(({ key, value, line }): readonly MisreadField[] => {
    const advice = adviceOn(meaningOf(key)?.of, value)
    return advice === undefined ? [] : [{ key, value: shown(value), line, advice }]
  })
  return [...wrong, ...(wrong.length === 0 ? turnedRound(fields) : [])]
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ').slice(0, 60)

function adviceOn(of: Meaning['of'] | undefined, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '' || isUnknownYet(value)) return undefined
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  switch (of) {
    case 'date':
      return text === undefined || isDayOrTime(text) ? undefined : 'write the day as YYYY-MM-DD'
    case 'time':
    case 'ends':
      return text !== undefined && isDayOrTime(text) ? undefined : 'write the time as "HH:MM", in quotes'
    case 'duration':
      return text !== undefined && minutesIn(text) !== undefined
        ? undefined
        : 'write how many minutes it takes, or nothing'
    case 'room':
      return text === undefined && !hasName(value) ? 'write the room as text' : undefined
    case 'again':
      return Array.isArray(value) && value.every(isMapping)
        ? undefined
        : 'write a list: `again: [{ date: 2026-12-02, starts: "14:00" }]`'
    default:
      return undefined
  }
}

const isMapping = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasName = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every((one) => typeof one === 'string' || hasName(one))
    : isMapping(value) && Object.keys(value as object).some((key) => /^(?:name|title)$/i.test(key))

const isUnknownYet = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\W*$|^(?:tb[acd]|unknown|n\/?a|none|not yet|today|now|true|false|asap)\b|\{\{|<%/i.test(value.trim())

/** Whether a text names a day or a time, or a year or month at least, and none that there is not. */
function isDayOrTime(text: string): boolean {
  if (dayIn(text) !== undefined || timesIn(text).starts !== undefined || momentIn(text).date !== undefined)
    return true
  const isWholeDay = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}/.test(text)
  const isAmbiguous = /^\s*(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}/.test(text)
  return isAmbiguous || (yearIn(text) !== undefined && !isWholeDay) || !/\d/.test(text)
}

/** A talk of more than half a day is one whose ends are the wrong way round. */
function turnedRound(fields: readonly Field[]): readonly MisreadField[] {
  const of = (...wanted: readonly (Meaning['of'] | undefined)[]) =>
    fields.filter(({ key, value }) => wanted.includes(meaningOf(key)?.of) && typeof value === 'string')
  const [end] = of('ends')
  const starts = of('date', 'time').map(({ value }) => momentIn(String(value)))
  const from = starts.find(({ time }) => time !== undefined)
  if (end === undefined || from?.time === undefined) return []
  const until = momentIn(String(end.value))
  if (until.time === undefined) return []
  const isOtherDay = until.date !== undefined && from.date !== undefined && until.date > from.date
  if (isOtherDay || !isTurnedRound(from.time, until.time)) return []
  return [{ key: end.key, value: shown(end.value), line: end.line, advice: adviceOnEnd(from.time) }]
}

/** Whether somebody has written an end that lies before its start: what goes on after midnight is shorter than half a day. */
export function isTurnedRound(starts: string, ends: string): boolean {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return (
    ends === starts || ((minutes(ends) - minutes(starts) + 24 * 60) % (24 * 60) > 12 * 60 && ends < starts)
  )
}

export const adviceOnEnd = (starts: string): string =>
  `it lies before the start, ${starts}: mend one of the two`
