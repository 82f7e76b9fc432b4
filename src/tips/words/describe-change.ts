import { withoutDays } from '../../calendar/days.ts'
import { describeDate, describeRanges } from '../../calendar/describe-days.ts'
import { defaultTipSettings, type TipSettings } from '../settings/settings.ts'
import { describeFilter, describeWeekdays, plainTime } from './describe-settings.ts'
import type { TipStanding } from './tips-standing.ts'

/**
 * What a change has changed, each thing with what it was before; undefined if there is nothing to say beside
 * how things stand.
 *
 * describeChange(before, after) // => 'Changed: at 17:00 (was 9:00); from talks about flask (was from all notes).'
 */
export function describeChange(before: TipStanding, after: TipStanding): string | undefined {
  if (after.state === 'none') return undefined
  if (before.state === 'none') {
    if (after.state === 'on') return undefined
    const usual = defaultTipSettings(after.settings.zone, 0)
    const stored = differences({ settings: usual }, after).map(({ now }) => now)
    return `Stored for when tips are on: ${stored.length > 0 ? stored.join('; ') : 'the usual settings'}.`
  }
  const state = {
    is: after.state === 'on' ? 'switched on' : 'switched off',
    was: before.state === 'on' ? 'on' : before.state === 'off' ? 'off' : 'stopped',
  }
  const changed = [
    ...(before.state === after.state ? [] : [{ now: state.is, was: state.was }]),
    ...differences(before, after),
  ]
  return changed.length === 0
    ? 'Nothing changed.'
    : `Changed: ${changed.map(({ now, was }) => `${now}${was === undefined ? '' : ` (was ${was})`}`).join('; ')}.`
}

interface Difference {
  readonly now: string
  /** Undefined if what is now says it. */
  readonly was?: string | undefined
}

interface ChangedSettings {
  readonly settings: TipSettings
  readonly holidayArea?: string | undefined
}

function differences(before: ChangedSettings, after: ChangedSettings): readonly Difference[] {
  const old = aspects(before)
  const compared = aspects(after).map(([label, value], index) => ({
    now: `${label}${value}`,
    was: old[index]![1],
    isSame: value === old[index]![1],
  }))
  const [had, has] = [before.settings.daysOff ?? [], after.settings.daysOff ?? []]
  const [added, removed] = [withoutDays(has, had), withoutDays(had, has)]
  return [
    ...compared.filter(({ isSame }) => !isSame),
    ...(added.length > 0 ? [{ now: `off on ${describeRanges(added)}` }] : []),
    ...(removed.length > 0 ? [{ now: `no longer off on ${describeRanges(removed)}` }] : []),
  ]
}

/** Each thing that can be chosen, in words and always in the same order: what stands before it, and it. */
const aspects = ({ settings, holidayArea }: ChangedSettings): readonly (readonly [string, string])[] => [
  ['at ', plainTime(settings.time)],
  ['time zone ', settings.zone],
  [
    'on ',
    describeWeekdays(settings.weekdays).replace(/^(?:Every|Weekdays|Weekends)/, (word) => word.toLowerCase()),
  ],
  ['', settings.everyOtherWeek === undefined ? 'every week' : 'every other week'],
  [
    '',
    settings.skipHolidays === undefined
      ? 'on public holidays too'
      : `not on public holidays in ${holidayArea ?? settings.skipHolidays.country}`,
  ],
  ['', describeFilter(settings.filter)],
  [
    '',
    settings.pausedUntil === undefined ? 'not paused' : `paused until ${describeDate(settings.pausedUntil)}`,
  ],
]
