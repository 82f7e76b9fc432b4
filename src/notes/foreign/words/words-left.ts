import { foldName } from '../../../text/fold.ts'
import type { Speaker } from '../../talk.ts'
import { englishWeekday, weekdaysOfOthers } from '../dates/day-word-lists.ts'
import { withoutDay } from '../dates/written-dates.ts'

/** What speakers are called. */
export const callsOf = (speakers: readonly Speaker[]): readonly string[] =>
  speakers.flatMap(({ name, handle = '' }) => [name, handle])

/**
 * The words of a line that are told nowhere else, folded, but for those that only join others, days, and when or how long a talk is:
 * as text, that would be taken for what the talk says.
 */
export function wordsLeft(line: string, told: readonly string[]): readonly string[] {
  const known = new Set(told.flatMap((text) => foldName(text).split(' ')))
  return foldName(withoutTimes(line.replace(/https?:[^\s<>()]+/g, ' ')).replace(counterOrDay, ' '))
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !known.has(word) && !joins.test(word))
}

/**
 * The parts of a line that are told nowhere else, each without the names around it: nobody shall take where somebody works for what they
 * said.
 *
 *     partsLeft('Ada Example, SRE at Tea Ltd (45 min)', ['Ada Example']) // => ['SRE at Tea Ltd']
 */
export function partsLeft(line: string, told: readonly string[]): readonly string[] {
  const names = told
    .map((name) => (name.includes(' ') ? name : `@${name}`))
    .toSorted((a, b) => b.length - a.length)
  return names
    .reduce((parts, name) => parts.flatMap((part) => part.split(name)), [withoutTimes(line)])
    .filter((part) => wordsLeft(part, told).length > 0)
    .map(withoutSigns)
}

/** Without the signs and small words that joined it to what stood around it. */
function withoutSigns(part: string): string {
  const bare = part
    .replace(/\s+/g, ' ')
    .replace(/\([^\p{L}\p{N}()]*\)|\[[^\p{L}\p{N}[\]]*\]/gu, '')
    .replace(/(?<![\s,;–—-])[\s,;–—-]+(?=[)\]])/g, '')
    .replace(/\s+(?=,)/g, '')
    .replace(/\s*[,;|·–—-](?:\s*[,;|·–—-])+\s*/g, ', ')
    .replace(
      /^(?:[\s"”“»«'’,;:|/@&·•–—)\]-]|(?:by|and|und|et|at|of|from|with)(?!\p{L}))+|(?<![\s"”“»«'‘,;:|/@&·•–—([-])[\s"”“»«'‘,;:|/@&·•–—([-]+$/giu,
      '',
    )
    .replace(/\s(?:by|and|und|et|with)$/i, '')
  const within = bare.replace(/^[([]([^()[\]]*)[)\]]?$/, '$1')
  return /^[^()]*\)$/.test(within) ? within.slice(0, -1) : within
}

const withoutTimes = (line: string): string => withoutDay(line).replace(timeOrLength, ' ')

/** What only joins the parts of a line, or says that it is a talk, how to speak of somebody, or that nobody is known. */
const joins =
  /^(?:on|she|her|hers|he|him|his|they|them|theirs|remote|remotely|online|virtual|tb[acd]|unknown|nobody|by|von|par|por|di|da|door|and|und|et|y|e|with|mit|w|at|of|from|talks?|sessions?|lecture|presentation|speakers?|presenters?|presented|given|title|fit)$/

/** What counts talks, and the day of the week beside a date. */
const counterOrDay = new RegExp(
  [
    String.raw`(?<!\p{L})(?:(?:talk|session|lecture|presentation|day)s? ?#?\d{1,2}(?:\.\d{1,2})*|${englishWeekday}|${weekdaysOfOthers}|`,
    String.raw`(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so))(?![\p{L}\d])|^\W*\d{1,2}[^\p{L}\p{N}:]+`,
  ].join(''),
  'giu',
)

/** `10:45–11:15 Uhr`, `16.00`, `9am`, `45 min`, `1.5 h`, and of slides `40 pages` */
const timeOrLength =
  /(?<![\p{L}\d.])(?:\d{1,2}(?::\d{2}|[.h]\d{2}(?!\d)|(?=\s?[ap]\.?m\b|\s?(?:uhr|h)\b))(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b))?|\d{1,3}(?:[.,]\d)?[\s-]?(?:min(?:ute)?[ns]?|hours?|hrs?|h|stunden?|pages?|slides?|seiten|folien)(?!\p{L})\.?)/giu
