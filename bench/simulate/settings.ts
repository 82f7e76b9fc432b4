import type { OpenStore } from '../../src/store/open-store.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay, readTipSettings } from '../../src/tips/settings/settings.ts'
import type { Place } from './place.ts'

/** What of the settings of a channel is looked at. */
export interface Standing {
  readonly state: string
  readonly time: string
}

/** A channel with tips. */
export interface TipsHere {
  readonly place: Place
  readonly channelId: string
  /** As last confirmed. */
  confirmed: Standing
  /** Whether people change them. If not, each day has a tip. */
  readonly isChanged: boolean
  /** Days, `YYYY-MM-DD`, on which Slack refused the tip for good. */
  readonly refused: Set<string>
}

export async function setUpTips(
  given: Pick<TipsHere, 'place' | 'channelId' | 'isChanged'>,
  { store, time, now }: { readonly store: OpenStore; readonly time: string; readonly now: number },
): Promise<TipsHere> {
  const { workspace } = given.place
  await saveTipSettings(
    { store, holidays: createHolidays() },
    {
      channel: { teamId: workspace.teamId, channelId: given.channelId },
      state: 'on',
      settings: { time, zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } },
      setUpBy: workspace.colleague.id,
      now,
    },
  )
  return { ...given, confirmed: { state: 'on', time }, refused: new Set() }
}

export async function standingOf(
  { place, channelId }: Pick<TipsHere, 'place' | 'channelId'>,
  store: OpenStore,
): Promise<Standing | undefined> {
  const subscription = await store.tipSubscription({ teamId: place.workspace.teamId, channelId })
  const settings = subscription && readTipSettings(subscription.settings)
  return subscription && settings && { state: subscription.state, time: settings.time }
}

export const isSame = (one: Standing | undefined, other: Standing | undefined): boolean =>
  one?.state === other?.state && one?.time === other?.time

/** The tips of a channel by the day on which they appeared, `YYYY-MM-DD`. */
export function tipsByDay({ place, channelId }: TipsHere): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { bot_id, thread_ts, ts, reply_count } of place.workspace.messages(channelId)) {
    if (bot_id === undefined || (thread_ts !== undefined && reply_count === undefined)) continue
    const day = dayOf(Number(ts) * 1000)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return days
}

export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
