import type { Clause, ClauseRead } from './clause.ts'
import { isStopRequest } from './is-stop-request.ts'
import { readDays } from './read-days.ts'
import { readFilter, readHolidays } from './read-names.ts'
import { ambiguousZone, readTime, readZone } from './read-time.ts'
import type { TipsCommand } from './tips-command.ts'

export const tipsExamples: readonly string[] = [
  'on weekdays at 9:30',
  'every monday and thursday at 8am',
  'daily at 17:00 Europe/Rome',
  'tue/thu at 9:30 Berlin',
  'skip holidays in Italy',
  'about testing',
  'from europython-2012',
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
 *     [in] Europe/Rome | Berlin | CET
 *     skip holidays in Italy | except holidays in US-CA | include holidays
 *     about flask, testing | from europython-2012 | by Alex Martelli | from all notes
 *
 * parseTipsCommand('on weekdays at 9:30') // => { kind: 'change', on: true, weekdays: [1, 2, 3, 4, 5], time: '09:30' }
 */
export function parseTipsCommand(text: string): TipsCommand {
  const words = text.replaceAll(',', ' , ').split(/\s+/u).filter(Boolean)
  const only = words.length === 1 ? singles[words[0]!.toLowerCase()] : undefined
  if (only) return only
  if (isStopRequest(text)) return { kind: 'off' }
  if (words.length === 0) return { kind: 'settings' }

  let changes: Clause = {}
  for (let at = 0; at < words.length; ) {
    const read = readClause(words, at)
    const zones = read ? undefined : ambiguousZone(words, at)
    if (zones)
      return {
        kind: 'which-zone',
        name: words[at]!.toLowerCase() === 'in' ? words[at + 1]! : words[at]!,
        zones,
      }
    const key = read && Object.keys(read.clause)[0]
    if (!read || (key !== undefined && key in changes)) {
      const part = words.slice(at).join(' ').replaceAll(' ,', ',')
      return { kind: 'not-understood', part, examples: tipsExamples }
    }
    changes = { ...changes, ...read.clause }
    at = read.end
  }
  const { on = false, ...rest } = changes
  return { kind: 'change', on: on || rest.time !== undefined || rest.weekdays !== undefined, ...rest }
}

const singles: Readonly<Record<string, TipsCommand | undefined>> = {
  __proto__: null as never,
  off: { kind: 'off' },
  stop: { kind: 'off' },
  now: { kind: 'now' },
  status: { kind: 'status' },
  settings: { kind: 'settings' },
}

function readClause(words: readonly string[], at: number): ClauseRead | undefined {
  const word = words[at]!.toLowerCase()
  if ((word === ',' || word === 'and') && at > 0 && at < words.length - 1) return { clause: {}, end: at + 1 }
  return (
    readDays(words, at) ??
    readTime(words, at) ??
    readZone(words, at) ??
    readHolidays(words, at) ??
    readFilter(words, at) ??
    (word === 'on' ? { clause: { on: true }, end: at + 1 } : undefined)
  )
}
