import type { TipChannel, TipRecord } from '../../store/store.ts'
import type { HolidayCalendar } from '../settings/holidays.ts'
import { type DuePost, nextPosts } from '../settings/posts-due.ts'
import { changedTooLate } from '../settings/save-tip-settings.ts'
import type { TipSchedule } from '../settings/settings.ts'
import type { PostResult } from './post-result.ts'
import type { PostingParts } from './posting-parts.ts'
import { occasionName } from './tip-occasion.ts'

/** What a channel wants now; a post that was handed over before may differ from it. */
export interface Wanted {
  /** Undefined if tips are off. */
  readonly standing:
    | { readonly schedule: TipSchedule; readonly since: number; readonly calendar: HolidayCalendar }
    | undefined
  mayShow(tipId: string): boolean
}

/**
 * Takes back the posts of a channel that Slack holds already and that are no longer wanted: their time, day or tip is
 * another by now, or tips are off. Nothing is then on record for their days. A post that is too near to its time stays:
 * it appears, and counts. Resolves to what is to be waited for, undefined if nothing was taken back.
 */
export async function takeBack(
  channel: TipChannel,
  wanted: Wanted,
  { store, sender, now, log }: Pick<PostingParts, 'store' | 'sender' | 'now' | 'log'>,
): Promise<PostResult | undefined> {
  let isTaken = false
  for (const record of await store.tipsToAppear(sender.now(), channel)) {
    const post = postOf(record, wanted)
    if (isOnTime(record, post, wanted) && wanted.mayShow(record.plan?.tipId ?? '')) continue
    const held = { reference: record.messageTs!, appearsAt: record.appearsAt! }
    const result = await sender.withdraw(channel, held)
    if (result.kind === 'too-late') {
      log.info(`${occasionName(record)}: no longer wanted as it is, but too late to take back.`)
      continue
    }
    if (result.kind === 'unavailable') {
      log.info(`${occasionName(record)}: not taken back yet. ${result.reason}`)
      return { ...result, kind: 'waiting' }
    }
    await store.withdrawTip(record, record.messageTs!)
    if (post && wanted.standing && post.at < wanted.standing.since) {
      await store.skipTip(record, changedTooLate, now())
    }
    log.info(`${occasionName(record)}: taken back.`)
    isTaken = true
  }
  return isTaken ? { kind: 'waiting', reason: 'A post was taken back.' } : undefined
}

/** The post that is due by the settings on the day of a record. */
function postOf({ occasion, appearsAt }: TipRecord, { standing }: Wanted): DuePost | undefined {
  if (standing === undefined) return undefined
  const from = appearsAt! - daysAround
  const posts = nextPosts(standing.schedule, standing.calendar, { from, count: 5 })
  return posts.find(({ date }) => date === occasion)
}

/** Whether it comes at its time, or later only because it was begun later. */
const isOnTime = ({ appearsAt, createdAt }: TipRecord, post: DuePost | undefined, { standing }: Wanted) =>
  post !== undefined && (post.at === appearsAt || (post.at >= (standing?.since ?? 0) && post.at < createdAt))

/** The same date begins and ends within this time in every zone. */
const daysAround = 2 * 24 * 60 * 60_000
