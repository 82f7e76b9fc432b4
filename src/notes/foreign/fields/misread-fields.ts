import { isJsonObject } from '../../../text/is-json-object.ts'
import { nearestName } from '../../../text/nearest-names.ts'
import { webAddressesIn } from '../../../text/web-address.ts'
import { minutesOf } from '../../talk-slots.ts'
import { dayIn, yearIn } from '../dates/written-dates.ts'
import { minutesIn, momentIn, timesIn } from '../dates/written-times.ts'
import { languageTag } from '../words/language-tag.ts'
import { talkKind } from '../words/talk-kind.ts'
import { webLink } from '../words/web-link.ts'
import { type KeyMeaning, keyMeaningOf } from './known-keys.ts'
import { isBalanced, type MisreadField, type ReadField, shown } from './read-field-by-field.ts'
import { yesOrNo } from './yes-or-no.ts'

/**
 * The fields of which nothing can be read: days and times that there are not, an end before its start, a value of another type
 * than its key's. A year or month alone counts as no day, and what is not known yet is no mistake.
 */
export function misreadFields(fields: readonly ReadField[]): readonly MisreadField[] {
  const wrong = fields.flatMap((field) => faultsIn(field))
  return [...wrong, ...(wrong.length === 0 ? turnedRound(fields) : [])]
}

function faultsIn({ key, value, line }: ReadField): readonly MisreadField[] {
  const of = keyMeaningOf(key)?.of
  const name = `\`${key}\``
  if (of === 'again' && (isJsonObject(value) || (Array.isArray(value) && value.every(isJsonObject))))
    return [value]
      .flat()
      .flatMap((slot: unknown, index) =>
        misreadFields(
          Object.entries(slot as object).map(([inner, said]) => ({ key: inner, value: said, line })),
        ).map((fault) => ({ ...fault, name: `${name} item ${index + 1} ${fault.name}` })),
      )
  if (of === 'title' && Array.isArray(value) && value.length > 1)
    return [
      {
        ...{ name, value: shown(value), line },
        fault: 'is a list, of which the first counts',
        advice: 'write the title as text, in quotes if it has brackets',
      },
    ]
  if (of === 'date' && isEitherDay(value))
    return [
      { name, value: shown(value), line, fault: 'may be two days, and counts as none', advice: adviceOnDay },
    ]
  const advice = adviceOn(of, value, key)
  return advice === undefined ? [] : [{ name, value: shown(value), line, advice }]
}

/** `8/6/2023` and `8-6-2023`: which number is the month depends on who writes. */
const isEitherDay = (value: unknown): boolean =>
  typeof value === 'string' && eitherDay.test(value) && dayIn(value) === undefined
const eitherDay = /^\s*(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/

/** Those of the lines below a title that are meant to say a day or an hour, and do not; other words there are text. */
export const misreadLines = (fields: readonly ReadField[]): readonly MisreadField[] =>
  misreadFields(
    fields.filter(
      ({ key, value }) =>
        /^(?:date|time|ends)$/.test(keyMeaningOf(key)?.of ?? '') && /\d[-/.:]\d/.test(String(value)),
    ),
  ).map((field) => ({ fault: 'cannot be read, and is text alone', ...field }))

/** The fields without what has lost the half of its quotation marks or brackets: it would be served with the other half. */
export function readableFields(fields: readonly ReadField[]): readonly ReadField[] {
  return fields.flatMap((field): readonly ReadField[] => {
    const { key, value } = field
    const of = keyMeaningOf(key)?.of
    if (of === 'title') return typeof value === 'string' && straysQuote.test(value) ? [] : [field]
    if (of !== 'tags') return [field]
    if (Array.isArray(value)) return [{ ...field, value: value.filter((tag) => !isHalf(tag)) }]
    return isHalf(value) ? [] : [field]
  })
}

function adviceOn(of: KeyMeaning['of'] | undefined, value: unknown, key: string): string | undefined {
  // It may say an hour as well as a day.
  const isStart = /start|begin/i.test(key)
  if (value === null || value === undefined || value === '' || isUnknownYet(value)) return undefined
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  switch (of) {
    case 'date':
      if (text === undefined) return value === true && isStart ? adviceOnTime : undefined
      if (/\d/.test(text) ? isDayOrTime(text) : isStart || partOfYear.test(text)) return undefined
      return isStart && !/\d{4}[-/.]|\d[-/.]\d/.test(text) ? adviceOnTime : adviceOnDay
    case 'time':
    case 'ends':
      return text !== undefined && isDayOrTime(text) ? undefined : adviceOnTime
    case 'duration':
      return text !== undefined && minutesIn(text) !== undefined
        ? undefined
        : 'write how many minutes it takes, or nothing'
    case 'room':
      return text === undefined && !hasName(value) ? 'write the room as text' : undefined
    case 'again':
      return 'write a list: `again: [{ date: 2026-12-02, starts: "14:00" }]`'
    case 'title':
      if (text !== undefined && straysQuote.test(text)) return 'close its quotation marks, or leave them away'
      return text === undefined && !hasName(value) ? 'write the title as text' : undefined
    case 'tags':
      if ([value].flat().some(isHalf))
        return 'close its quotes and brackets, or leave them away: `[one, two]`'
      return typeof value === 'boolean' || [value].flat().some(isJsonObject)
        ? 'write a list: `tags: [one, two]`'
        : undefined
    case 'speakers':
      return typeof value === 'boolean' || typeof value === 'number' || /^\s*https?:\S+\s*$/.test(text ?? '')
        ? 'write a name, or a list of names'
        : undefined
    case 'kind':
      return text !== undefined && isMisspeltKind(text) ? 'write keynote, lightning or talk' : undefined
    case 'draft':
      return yesOrNo(value) === undefined ? 'write `draft: true`, or nothing' : undefined
    case 'language':
      return text !== undefined && languageTag(text) !== undefined
        ? undefined
        : 'write a language code, e.g. `en` or `pt-BR`'
    case 'link':
      return [value].flat().some(isHalfAddress)
        ? 'give the whole address, beginning with https://'
        : undefined
    default:
      return undefined
  }
}

/** What is no kind of ours is a talk, unless it was meant to be one. */
const isMisspeltKind = (text: string): boolean =>
  talkKind(text, '') === 'talk' &&
  nearestName(text.replace(/\stalks?$/i, ''), ['keynote', 'lightning'], { tolerance: 'narrow' }) !== undefined

/** One quotation mark, at the end, and no inches: the one at the start is missing. */
const straysQuote = /^[^"]*[^"\d\s]"\s*$/

/** Whether a text has one of two quotation marks or brackets. */
const isHalf = (value: unknown): boolean => typeof value === 'string' && !isBalanced(value)

/** What was meant as one, at least. */
const isHalfAddress = (value: unknown): boolean => {
  const { url, href = url, link = href } = isJsonObject(value) ? value : { url: value }
  return (
    typeof link === 'string' &&
    looksLikeAddress.test(link.trim()) &&
    webAddressesIn(link).length === 0 &&
    webLink(link) === undefined
  )
}
const looksLikeAddress = /^(?:[a-z]{2,8}:?\/{1,3}|www\.)\S+$/i

const adviceOnDay = 'write the day as YYYY-MM-DD'
const adviceOnTime = 'write the time as "HH:MM", in quotes'

const hasName = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 &&
      value.every((one) => typeof one === 'string' || typeof one === 'number' || hasName(one))
    : isJsonObject(value) && Object.keys(value).some((key) => /^(?:name|title)$/i.test(key))

const isUnknownYet = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\W*$|^(?:tb[acd]|unknown|n\/?a|none|not yet|today|now|true|false|asap)\b|\{\{|<%/i.test(value.trim())

/** Whether a text names a day or a time, or a year or month at least, and none that there is not. */
function isDayOrTime(text: string): boolean {
  if (dayIn(text) !== undefined || timesIn(text).starts !== undefined || momentIn(text).date !== undefined)
    return true
  const isWholeDay = /\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}/.test(text)
  return (yearIn(text) !== undefined && !isWholeDay) || !/\d/.test(text)
}

/** A part of a year or of a week says something, though no day. */
const partOfYear =
  /\b(?:spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i

/** A talk of more than half a day is one whose ends are the wrong way round. */
function turnedRound(fields: readonly ReadField[]): readonly MisreadField[] {
  const of = (...wanted: readonly (KeyMeaning['of'] | undefined)[]) =>
    fields.filter(({ key, value }) => wanted.includes(keyMeaningOf(key)?.of) && typeof value === 'string')
  const [end] = of('ends')
  const starts = of('date', 'time').map(({ value }) => momentIn(String(value)))
  const from = starts.find(({ time }) => time !== undefined)
  if (end === undefined || from?.time === undefined) return []
  const until = momentIn(String(end.value))
  if (until.time === undefined) return []
  const isOtherDay = until.date !== undefined && from.date !== undefined && until.date > from.date
  if (isOtherDay || !isTurnedRound(from.time, until.time)) return []
  return [{ name: `\`${end.key}\``, value: shown(end.value), line: end.line, advice: adviceOnEnd(from.time) }]
}

/** Whether somebody has written an end that lies before its start: what goes on after midnight is shorter than half a day. */
export function isTurnedRound(starts: string, ends: string): boolean {
  return (
    ends === starts ||
    ((minutesOf(ends) - minutesOf(starts) + 24 * 60) % (24 * 60) > 12 * 60 && ends < starts)
  )
}

const adviceOnEnd = (starts: string): string => `it lies before the start, ${starts}: mend one of the two`
