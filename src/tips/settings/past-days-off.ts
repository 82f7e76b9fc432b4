import { addDays, withDays } from '../../calendar/days.ts'
import type { TipSchedule } from './settings.ts'

type Absences = Pick<TipSchedule, 'daysOff' | 'pausedUntil'>

/** The settings without days off and a pause that are over: what there is to say about them. */
export function withoutPast<Settings extends Absences>(
  { daysOff, pausedUntil, ...settings }: Settings,
  today: string,
): Omit<Settings, keyof Absences> & Absences {
  const left = (daysOff ?? []).filter(({ last }) => last >= today)
  return {
    ...settings,
    ...(left.length > 0 && { daysOff: left }),
    ...(pausedUntil !== undefined && pausedUntil > today && { pausedUntil }),
  }
}

/** How many days what is over is kept: longer than the scheduler looks back. */
const keptDays = 40

/**
 * New settings with the days off before today of those that they replace: such a day gets no tip afterwards, also if
 * nothing looked at it meanwhile.
 */
export function withPastDaysOff<Settings extends Absences>(
  settings: Settings,
  before: Absences,
  today: string,
): Settings {
  const [oldest, yesterday] = [addDays(today, -keptDays), addDays(today, -1)]
  const past = (before.daysOff ?? [])
    .filter(({ first }) => first < today)
    .map(({ first, last }) => ({ first, last: last < today ? last : yesterday }))
  const daysOff = withDays(settings.daysOff ?? [], past).filter(({ last }) => last >= oldest)
  return { ...settings, ...(daysOff.length > 0 && { daysOff }) }
}
