import type { TipChannel, TipDeliveryStore, TipRecord } from '../store/store.ts'
import type { HolidayCalendar } from './holidays.ts'
import { nextPosts, type Post } from './schedule.ts'
import type { TipSchedule } from './settings.ts'
import type { TipLog } from './tip-poster.ts'
import { firmMs, type TipSender } from './tip-sender.ts'

/** What a channel wants now; a post that was handed over before may differ from it. */
export interface Wanted {
  /** Undefined where tips are off. */
  readonly standing:
    | { readonly schedule: TipSchedule; readonly since: number; readonly calendar: HolidayCalendar }
    | undefined
  mayShow(tipId: string): boolean
}

/**
 * Takes back the posts of a channel that Slack holds already and that are no longer wanted: their time, day or tip is
 * another by now, or tips are off. Their days are then as if nothing had been begun. One that is too near to its time
 * stays: it appears, and counts. Resolves to what is to be waited for, undefined where nothing was taken back.
 */
export function createTakeBack(parts: {
  readonly store: TipDeliveryStore
  readonly sender: Pick<TipSender, 'withdraw'>
  readonly now: () => number
  readonly log: TipLog
}) {
  const { store, sender, now, log } = parts

  return async (channel: TipChannel, wanted: Wanted) => {
    let taken = false
    for (const record of await store.tipsToAppear(now(), channel)) {
      const post = postOf(record, wanted)
      if (isOnTime(record, post, wanted) && wanted.mayShow(record.plan?.takeawayId ?? '')) continue
      const name = `Tip of ${record.channelId} for ${record.slot}`
      if (record.appearsAt! - now() < firmMs) {
        log.info(`${name}: no longer wanted as it is, but too late to take back.`)
        continue
      }
      const result = await sender.withdraw(channel, record.messageTs!)
      if (result.kind === 'unavailable') {
        log.info(`${name}: not taken back yet. ${result.reason}`)
        return { ...result, kind: 'waiting' } as const
      }
      await store.withdrawTip(record, record.messageTs!)
      if (post && wanted.standing && post.at < wanted.standing.since) {
        await store.skipTip(record, changedTooLate, now())
      }
      log.info(`${name}: taken back.`)
      taken = true
    }
    return taken ? ({ kind: 'waiting', reason: 'A post was taken back.' } as const) : undefined
  }
}

/** The record of a day whose time was over by the settings that replaced those by which it was still to come. */
export const changedTooLate = 'The settings changed after its time.'

/** The post that the settings have for the day of a record. */
function postOf({ slot, appearsAt }: TipRecord, { standing }: Wanted): Post | undefined {
  if (standing === undefined) return undefined
  const from = appearsAt! - daysAround
  const posts = nextPosts(standing.schedule, standing.calendar, { from, count: 5 })
  return posts.find(({ date }) => date === slot)
}

/** At its time, or after it because it was begun only then. */
const isOnTime = ({ appearsAt, createdAt }: TipRecord, post: Post | undefined, { standing }: Wanted) =>
  post !== undefined && (post.at === appearsAt || (post.at >= (standing?.since ?? 0) && post.at < createdAt))

/** Far enough for the same date in any zone. */
const daysAround = 2 * 24 * 60 * 60_000
