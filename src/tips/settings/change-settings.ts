import type { TipFilter } from '../tip.ts'
import type { HolidayArea, TipChoice, Weekday } from './settings.ts'

/** What is to be another than before; the rest stays. */
export interface TipChanges {
  /** `HH:MM`. */
  readonly time?: string
  readonly zone?: string
  readonly weekdays?: readonly Weekday[]
  /** The country or region whose holidays are skipped, as typed; `none`: no holidays are skipped. */
  readonly holidays?: 'none' | { readonly area: string }
  readonly filter?: TipFilter
}

/**
 * What was chosen before, with what is named now.
 * @param area what `changes.holidays` names
 */
export function changeSettings(
  { skipHolidays, ...before }: TipChoice,
  { time, zone, weekdays, filter, holidays }: TipChanges,
  area: HolidayArea | undefined,
): TipChoice {
  const skipped = holidays === undefined ? skipHolidays : area && areaAlone(area)
  return {
    ...before,
    ...(time !== undefined && { time }),
    ...(zone !== undefined && { zone }),
    ...(weekdays !== undefined && { weekdays }),
    ...(filter !== undefined && { filter }),
    ...(skipped !== undefined && { skipHolidays: skipped }),
  }
}

/** Without the name that it may have. */
const areaAlone = ({ country, region }: HolidayArea): HolidayArea => ({
  country,
  ...(region !== undefined && { region }),
})
