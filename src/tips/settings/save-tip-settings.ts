import { dateIn } from '../../calendar/in-zone.ts'
import type { TipChannel, TipSubscription } from '../../store/store.ts'
import type { TipStore } from '../tip-parts.ts'
import type { Holidays } from './holidays.ts'
import { withPastDaysOff } from './past-days-off.ts'
import { changeOver } from './posts-due.ts'
import type { TipChoice } from './settings.ts'
import { parseTipSettings, readTipSettings } from './stored-settings.ts'

/** The record of a day whose time was over by the settings that replaced those by which it was still to come. */
export const changedTooLate = 'The settings changed after its time.'

/**
 * Saves what a channel has chosen, from `now` on; false, and without effect, if somebody else has saved since
 * `ifRevision`. Days that the change passes over are put on record as skipped; a day
 * that has its tip never gets another one, whatever zone it is counted in.
 */
export async function saveTipSettings(
  { store, holidays }: { readonly store: TipStore; readonly holidays: Holidays },
  choice: {
    readonly channel: TipChannel
    readonly state: 'on' | 'off'
    readonly settings: TipChoice
    readonly setUpBy: string
    readonly now: number
    /** As in `TipSettings`. */
    readonly request?: string
    /** As in `TipSubscriptionStore`. */
    readonly ifRevision?: number
  },
): Promise<boolean> {
  const { channel, state, setUpBy, now, request, ifRevision } = choice
  const before = await store.tipSubscription(channel)
  if (ifRevision !== undefined && (before?.revision ?? 0) !== ifRevision) return false
  const settings = keepPast(choice.settings, before, now)
  const calendar = await holidays.calendar(settings.skipHolidays)
  let over: ReturnType<typeof changeOver> = { since: now, lost: [] }
  if (before?.state === 'on' && state === 'on') {
    const earlier = parseTipSettings(before.settings)
    const change = { before: earlier, after: settings }
    over = changeOver(change, calendar, { from: before.nextAt || earlier.since, now })
  }
  for (const { date } of over.lost) {
    await store.skipTip({ ...channel, occasion: date }, changedTooLate, now)
  }
  const saved = await store.saveTipSubscription(
    {
      ...channel,
      state,
      settings: { ...settings, since: over.since, ...(request !== undefined && { request }) },
      setUpBy,
    },
    ifRevision,
  )
  return saved !== undefined
}

function keepPast(settings: TipChoice, before: TipSubscription | undefined, now: number): TipChoice {
  const earlier = before && readTipSettings(before.settings)
  return earlier ? withPastDaysOff(settings, earlier, dateIn(settings.zone, now)) : settings
}
