import { addDays, withDays } from './days.ts'
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

/** For as many days what is over is kept: longer than days are looked back at. */
const keptDays = 40

/**
 * New settings with what of the ones before is over: a day that had no tip by those gets none by these, also if nothing
 * looked at it meanwhile. A pause that is gone ended today.
 */
export function withPast<Settings extends Absences>(
  settings: Settings,
  before: Absences,
  today: string,
): Settings {
  const [oldest, yesterday] = [addDays(today, -keptDays), addDays(today, -1)]
  const past = (before.daysOff ?? [])
    .filter(({ first }) => first < today)
    .map(({ first, last }) => ({ first, last: last < today ? last : yesterday }))
  const daysOff = withDays(settings.daysOff ?? [], past).filter(({ last }) => last >= oldest)
  const ended =
    before.pausedUntil !== undefined && before.pausedUntil > yesterday ? today : before.pausedUntil
  const pausedUntil = settings.pausedUntil ?? (ended !== undefined && ended >= oldest ? ended : undefined)
  return {
    ...settings,
    ...(daysOff.length > 0 && { daysOff }),
    ...(pausedUntil !== undefined && { pausedUntil }),
  }
}
