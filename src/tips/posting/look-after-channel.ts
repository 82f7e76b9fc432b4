import type { TipChannel } from '../../store/store.ts'
import { type DuePosts, duePosts } from '../settings/posts-due.ts'
import { drawFrom } from '../tip.ts'
import { calendarOf, readSettings } from './channel-settings.ts'
import { closeBegunPosts } from './close-begun-posts.ts'
import { pauseAfterRefusals } from './pause-after-refusals.ts'
import type { PostResult } from './post-result.ts'
import { postTip } from './post-tip.ts'
import type { PostingParts } from './posting-parts.ts'
import { takeBack } from './take-back.ts'
import { maxLookBackMs } from './tip-policy.ts'

/**
 * Decides about every day of a channel that is due and does what is to be done; takes back a post that no longer fits the
 * settings or the notes; says when to look again. Safe to call at any time, by any number of processes. Undefined if
 * nothing is due.
 */
export async function lookAfterChannel(
  channel: TipChannel,
  parts: PostingParts,
): Promise<PostResult | undefined> {
  const { store, sender, tips, now, isSure, policy } = parts
  const subscription = await store.tipSubscription(channel)
  if (subscription === undefined || subscription.state === 'paused') return undefined
  const settings = await readSettings(subscription, parts)
  if (settings === undefined) return undefined
  const calendar = await calendarOf(settings, parts)
  // A clock may be set at any moment: nothing is awaited between reading it and deciding what is due.
  if (isSure !== undefined && !(await isSure())) return undefined
  const begin = now()
  const isOn = subscription.state === 'on'
  const { due, missed, next }: DuePosts = isOn
    ? duePosts(settings, calendar, {
        from: Math.max(subscription.nextAt || settings.since, begin - maxLookBackMs),
        now: begin + sender.leadMs,
        graceMs: policy.graceMs + sender.leadMs,
      })
    : { missed: [] }
  const decided = due ? [...missed, due] : missed
  const begun = await closeBegunPosts(channel, decided, parts)
  if (begun !== undefined) return begun
  let last: PostResult | undefined
  for (const post of decided) {
    const order = {
      occasion: { ...channel, occasion: post.date },
      at: post.at,
      isOpen: post === due,
      filter: settings.filter,
      isOnRequest: false,
    }
    last = await postTip(
      { ...order, onRefusal: (why) => pauseAfterRefusals({ subscription, date: post.date, why }, parts) },
      parts,
    )
    if (last.kind === 'posted' && subscription.failingDays > 0) await store.clearFailingDays(channel)
    if (last.kind === 'waiting' || (last.kind === 'not-ours' && last.state === 'open')) {
      await store.setNextTip(subscription, post.at, begin)
      return last
    }
  }
  const drawn = new Set(drawFrom(await tips(), settings.filter).map(({ id }) => id))
  const wanted = {
    standing: isOn ? { schedule: settings, since: settings.since, calendar } : undefined,
    mayShow: (tipId: string) => drawn.has(tipId),
  }
  const taken = await takeBack(channel, wanted, parts)
  // What was taken back is posted again, if at all, by the next look.
  if (taken !== undefined) return taken
  await store.setNextTip(subscription, next?.at ?? begin + maxLookBackMs, begin)
  return last
}
