import { joinAtBlanks, splitAtBlanks } from '../../calendar/word-at.ts'
import { asksForNext, isPauseWithoutEnd, isResumption, isStopRequest } from './is-stop-request.ts'
import { readAbsence } from './read-absence.ts'
import { readFilter, readHolidays } from './read-names.ts'
import { readRhythm } from './read-rhythm.ts'
import { ambiguousZone, readTime, readZone } from './read-time.ts'
import type { ClauseRead, TipsClause } from './tips-clause.ts'
import type { TipsCommand } from './tips-command.ts'

export const tipsExamples: readonly string[] = [
  'on weekdays at 9:30',
  'every monday and thursday at 8am',
  'daily at 17:00 Europe/Rome',
  'tue/thu at 9:30 Berlin',
  'skip holidays in Italy',
  'about testing',
  'from all notes',
  'every other monday',
  'pause until 5 January',
  'skip tomorrow',
  'off on 24 Dec to 1 Jan',
  'resume',
  'off',
  'now',
  'status',
]

/**
 * Understands the words after `/talks tips`; never throws. Clauses come in any order, each at most once:
 *
 *     on
 *     daily | weekdays | weekends | every monday and thursday | mon-fri | m-f | tue/thu
 *     [at] 9 | 9:30 | 9.30 | 8am | 17h30 | noon
 *     every other week | every second friday | every week
 *     [in] Europe/Rome | Berlin | CET
 *     skip holidays in Italy | except holidays in US-CA | include holidays
 *     pause until 5 January | skip tomorrow | off on 24 Dec to 1 Jan | remove 24 Dec, as `readAbsence` has them
 *     about flask, testing | from europython-2012 | by Alex Martelli | from all notes
 *
 * parseTipsCommand('on weekdays at 9:30') // => { kind: 'change', on: true, weekdays: [1, 2, 3, 4, 5], time: '09:30' }
 */
export function parseTipsCommand(text: string): TipsCommand {
  const words = splitAtBlanks(text.replace(politeness, ''))
  const only = singles[words.join(' ').toLowerCase()]
  if (only) return only
  if (isStopRequest(text) || isPauseWithoutEnd(text)) return { kind: 'off' }
  if (isResumption(text)) return { kind: 'change', on: true, pause: 'none' }
  if (asksForNext(text)) return { kind: 'status' }
  if (words.length === 0) return { kind: 'settings' }

  let changes: TipsClause = {}
  for (let at = 0; at < words.length; ) {
    const read = readClause(words, at)
    const ambiguous = read ? undefined : ambiguousZone(words, at)
    if (ambiguous) return { kind: 'which-zone', ...ambiguous }
    if (!read || isSaidTwice(changes, read.clause)) {
      return { kind: 'not-understood', part: joinAtBlanks(words.slice(at)), examples: tipsExamples }
    }
    changes = { ...changes, ...read.clause }
    at = read.end
  }
  const { on = false, ...rest } = changes
  const isSchedule = rest.time !== undefined || rest.weekdays !== undefined || rest.weeks !== undefined
  return { kind: 'change', on: on || isSchedule, ...rest }
}

/** What changes nothing, at the beginning and at the end. */
const politeness =
  /^(?:\s*(?:please|pls|kindly|(?:can|could|would|will) you)\b,?)+|(?:[\s,]+(?:please|pls|thanks|thank you|thx))+\s*$/giu

const isSaidTwice = (said: TipsClause, more: TipsClause) =>
  Object.keys(more).some((key) => key in said && !(key === 'on' && Object.keys(more).length > 1))

const helpOnTips: TipsCommand = { kind: 'help', examples: tipsExamples }

const singles: Readonly<Record<string, TipsCommand | undefined>> = {
  __proto__: null as never,
  off: { kind: 'off' },
  stop: { kind: 'off' },
  now: { kind: 'now' },
  'days off': { kind: 'days-off' },
  'list days off': { kind: 'days-off' },
  'show days off': { kind: 'days-off' },
  help: helpOnTips,
  '?': helpOnTips,
  examples: helpOnTips,
  commands: helpOnTips,
  status: { kind: 'status' },
  settings: { kind: 'settings' },
}

function readClause(words: readonly string[], at: number): ClauseRead | undefined {
  const word = words[at]!.toLowerCase()
  if ((word === ',' || word === 'and') && at > 0 && at < words.length - 1) return { clause: {}, end: at + 1 }
  return (
    readAbsence(words, at) ??
    readRhythm(words, at) ??
    readTime(words, at) ??
    readZone(words, at) ??
    readHolidays(words, at) ??
    readFilter(words, at) ??
    (word === 'on' ? { clause: { on: true }, end: at + 1 } : undefined)
  )
}
