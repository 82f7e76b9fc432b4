import type { TipSubscription } from '../../store/store.ts'
import { type HolidayCalendar, noHolidays, UnknownAreaError } from '../settings/holidays.ts'
import type { TipSettings } from '../settings/settings.ts'
import { parseTipSettings } from '../settings/stored-settings.ts'
import type { PostingParts } from './posting-parts.ts'
import { maxLookBackMs } from './tip-policy.ts'

/** The settings of a subscription; undefined if they cannot be read, which pauses the tips and is logged. */
export async function readSettings(
  subscription: TipSubscription,
  { store, now, log }: Pick<PostingParts, 'store' | 'now' | 'log'>,
): Promise<TipSettings | undefined> {
  try {
    return parseTipSettings(subscription.settings)
  } catch (error) {
    log.error(
      `Tips of ${subscription.channelId}: the stored settings cannot be read, so they are paused. ${error}`,
    )
    await store.pauseTipSubscription(subscription, 'The settings could not be read. Set the tips up again.')
    await store.setNextTip(subscription, now() + maxLookBackMs, now())
    return undefined
  }
}

/** The holidays that the settings skip; none, and a warning, for an area that nobody knows. */
export async function calendarOf(
  { skipHolidays }: TipSettings,
  { holidays, log }: Pick<PostingParts, 'holidays' | 'log'>,
): Promise<HolidayCalendar> {
  try {
    return await holidays.calendar(skipHolidays)
  } catch (error) {
    if (!(error instanceof UnknownAreaError)) throw error
    log.warn(`${error.message} Until then no day counts as a holiday.`)
    return noHolidays
  }
}
