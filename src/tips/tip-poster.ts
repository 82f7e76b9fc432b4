import type { Corpus } from '../notes/corpus.ts'
import type {
  TipChannel,
  TipDeliveryStore,
  TipLease,
  TipOutcome,
  TipPlan,
  TipSlot,
  TipSubscription,
  TipSubscriptionStore,
} from '../store/store.ts'
import { type HolidayCalendar, type Holidays, noHolidays, UnknownAreaError } from './holidays.ts'
import { nextTip, type Rotation } from './rotation.ts'
import { type DuePosts, duePosts, type Post } from './schedule.ts'
import { parseTipSettings, type TipSettings } from './settings.ts'
import { createTakeBack } from './take-back.ts'
import { createTipSource, drawFrom, type Tip, type TipFilter } from './tip.ts'
import {
  failingDaysBeforePause,
  firmMs,
  type InstantTipSender,
  pauseReason,
  type Refusal,
  refusalReason,
  type TipSender,
} from './tip-sender.ts'

/** The part of the store that tips need. */
export type TipStore = TipSubscriptionStore & TipDeliveryStore

/** What the poster needs; tests replace Slack and the clock. */
export interface TipPosterParts {
  readonly store: TipStore
  readonly corpus: () => Corpus
  readonly holidays: Holidays
  readonly now: () => number
  readonly log: TipLog
  readonly policy?: Partial<TipPolicy>
}

export interface TipLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

interface TipPolicy {
  /** How late a daily tip may come before its day is skipped. Default 3 h. */
  readonly graceMs: number
  /** How long a post is one process's own. Far longer than a request to Slack takes. Default 60 s. */
  readonly leaseMs: number
  /** The pause before another try where Slack was unavailable; doubles with each. Default 15 s. */
  readonly retryMs: number
}

const defaultPolicy: TipPolicy = { graceMs: 3 * 60 * 60_000, leaseMs: 60_000, retryMs: 15_000 }
const maxRetryMs = 10 * 60_000

/** How a post ended, or that it did not yet. */
export type Delivery =
  | { readonly kind: 'posted'; readonly tip: Tip | undefined }
  /** Another try follows: Slack was not available, or its answer is not known. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Only on request: it did not arrive, and nobody tries again unless asked. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Only on request: Slack did not answer, so it may have arrived. */
  | { readonly kind: 'unconfirmed'; readonly reason: string }
  /** Somebody else did it, or is doing it. */
  | { readonly kind: 'not-ours'; readonly state: 'open' | 'settled' }

export interface TipPoster {
  /**
   * Decides about every day of a channel that is due and does what is to be done; takes back a post that no longer fits
   * the settings or the notes. Safe to call at any time, by any number of processes. Undefined where nothing is due.
   */
  lookAfter(channel: TipChannel): Promise<Delivery | undefined>
  /** Where the notes were read anew: makes those channels due whose next post shows a tip that is no longer there. */
  noticeNotes(): Promise<void>
  /**
   * Posts the next tip of the channel's rotation at once. `request` names the wish, so that one which Slack delivers
   * twice is granted once.
   */
  postNow(wish: {
    readonly channel: TipChannel
    readonly filter: TipFilter
    readonly request: string
  }): Promise<Delivery>
}

export function createTipPoster(
  parts: TipPosterParts & {
    /** For daily tips, which may be handed over ahead of their time. */
    readonly sender: TipSender
    /** For tips on request, which must appear at once. */
    readonly instantSender: InstantTipSender
  },
): TipPoster {
  const { store, holidays, now, log } = parts
  const policy = { ...defaultPolicy, ...parts.policy }
  const tips = createTipSource(parts.corpus)
  const takeBack = createTakeBack({ store, sender: parts.sender, now, log })
  let noticed: Corpus | undefined

  async function lookAfter(channel: TipChannel): Promise<Delivery | undefined> {
    const subscription = await store.tipSubscription(channel)
    if (subscription === undefined || subscription.state === 'paused') return undefined
    const settings = await readSettings(subscription)
    if (settings === undefined) return undefined
    const begin = now()
    const { leadMs } = parts.sender
    const calendar = await calendarOf(settings)
    const isOn = subscription.state === 'on'
    const { due, missed, next }: DuePosts = isOn
      ? duePosts(settings, calendar, {
          from: Math.max(subscription.nextAt || settings.since, begin - maxLookBackMs),
          now: begin + leadMs,
          graceMs: policy.graceMs + leadMs,
        })
      : { missed: [] }
    const decided = due ? [...missed, due] : missed
    const begun = await closeOthers(channel, decided)
    if (begun !== undefined) return begun
    let last: Delivery | undefined
    for (const post of decided) {
      last = await deliver({ ...channel, slot: post.date }, parts.sender, {
        at: post.at,
        open: post === due,
        filter: settings.filter,
        onRefusal: (why) => countRefusal(subscription, post.date, why),
      })
      if (last.kind === 'posted' && subscription.failingDays > 0) await store.clearFailingDays(channel)
      if (last.kind === 'waiting' || (last.kind === 'not-ours' && last.state === 'open')) {
        await store.setNextTip(subscription, post.at, begin)
        return last
      }
    }
    const drawn = new Set(drawFrom(tips(), settings.filter).map(({ id }) => id))
    const taken = await takeBack(channel, {
      standing: isOn ? { schedule: settings, since: settings.since, calendar } : undefined,
      mayShow: (tipId) => drawn.has(tipId),
    })
    // What was taken back is posted anew, if at all, by the next look.
    if (taken !== undefined) return taken
    await store.setNextTip(subscription, next?.at ?? begin + maxLookBackMs, begin)
    return last
  }

  /** What was begun by other settings, for days that are not to be decided about now: it arrived, or never was. */
  async function closeOthers(channel: TipChannel, decided: readonly Post[]): Promise<Delivery | undefined> {
    for (const { slot } of await store.openTips(channel)) {
      if (!isDate(slot) || decided.some(({ date }) => date === slot)) continue
      const lease = await store.claimTip({ ...channel, slot }, now(), policy.leaseMs)
      if (lease === undefined) return { kind: 'not-ours', state: 'open' }
      const found = await lookForEarlier(lease, parts.sender)
      if (found?.kind === 'waiting') return found
      if (found === undefined) await store.dropTip(lease)
    }
    return undefined
  }

  async function noticeNotes(): Promise<void> {
    const corpus = parts.corpus()
    if (corpus === noticed) return
    const toAppear = await store.tipsToAppear(now() + firmMs)
    const known = new Set(toAppear.length === 0 ? [] : tips().map(({ id }) => id))
    for (const record of toAppear) {
      if (record.plan === undefined || known.has(record.plan.takeawayId)) continue
      const subscription = await store.tipSubscription(record)
      if (subscription) await store.setNextTip(subscription, record.appearsAt!, now())
    }
    noticed = corpus
  }

  const postNow: TipPoster['postNow'] = ({ channel, filter, request }) =>
    deliver({ ...channel, slot: `now:${request}` }, parts.instantSender, {
      at: now(),
      open: true,
      filter,
      once: true,
    })

  async function readSettings(subscription: TipSubscription): Promise<TipSettings | undefined> {
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

  async function calendarOf({ skipHolidays }: TipSettings): Promise<HolidayCalendar> {
    try {
      return await holidays.calendar(skipHolidays)
    } catch (error) {
      if (!(error instanceof UnknownAreaError)) throw error
      log.warn(`${error.message} Until then no day counts as a holiday.`)
      return noHolidays
    }
  }

  /** Says so on the first day, and pauses on the third. */
  async function countRefusal(subscription: TipSubscription, date: string, why: Refusal): Promise<void> {
    const days = await store.countFailingDay(subscription, date)
    const paused =
      days >= failingDaysBeforePause && (await store.pauseTipSubscription(subscription, pauseReason(why)))
    if (days !== 1 && !paused) return
    const person = { teamId: subscription.teamId, userId: subscription.setUpBy }
    const told = await parts.sender.tell(person, { channel: subscription, why, paused })
    if (!told)
      log.warn(`Tips of ${subscription.channelId}: ${person.userId}, who set them up, could not be told.`)
  }

  async function deliver(
    slot: TipSlot,
    sender: InstantTipSender,
    { open, filter, ...order }: Order,
  ): Promise<Delivery> {
    if (!open && (await store.skipTip(slot, tooLate, now()))) return skipped(slot, tooLate)
    const lease = await store.claimTip(slot, now(), policy.leaseMs)
    if (!lease) {
      const record = await store.tipRecord(slot)
      return { kind: 'not-ours', state: record === undefined || record.state === 'open' ? 'open' : 'settled' }
    }
    const found = await lookForEarlier(lease, sender)
    if (found) return found
    if (!open) {
      await store.finishTip(lease, { state: 'skipped', reason: tooLate })
      return skipped(slot, tooLate)
    }
    return sendOne(lease, sender, { ...order, drawn: drawFrom(tips(), filter), unfit: [] })
  }

  /** An earlier attempt may have reached Slack: undefined only where it certainly did not. */
  async function lookForEarlier(lease: TipLease, sender: InstantTipSender): Promise<Delivery | undefined> {
    if (lease.attempt === 1 || lease.trace === undefined) return undefined
    const found = await sender.find(lease, lease.trace)
    switch (found.kind) {
      case 'absent':
        return undefined
      case 'unavailable':
        // Soon, and not later and later: the look is conclusive only for a while.
        return tryAgain(lease, found.retryAfterMs ?? policy.retryMs, found.reason)
      case 'cannot-tell':
        log.warn(
          `${name(lease)}: it is not known whether the tip arrived (${found.reason}). It is not posted again.`,
        )
        break
    }
    await store.finishTip(lease, found.kind === 'arrived' ? postedAs(found) : postedAs())
    return { kind: 'posted', tip: tips().find(({ id }) => id === lease.planned?.takeawayId) }
  }

  async function sendOne(lease: TipLease, sender: InstantTipSender, attempt: Attempt): Promise<Delivery> {
    const planned = await plan(lease, sender, attempt)
    if (planned === 'lost') return { kind: 'not-ours', state: 'open' }
    if (planned === 'no-tips') {
      const reason = attempt.unfit.length > 0 ? noneFits : noTips
      await store.finishTip(lease, { state: 'skipped', reason })
      return skipped(lease, reason)
    }
    // From the end of the lease on, another may look whether this arrived: by then it must have, or never will.
    if (now() + sender.settleMs > lease.expiresAt) return tryAgain(lease, 0, 'The process was held up.')
    const result = await sender.send({ channel: lease, tip: planned.tip, trace: planned.trace })
    switch (result.kind) {
      case 'accepted':
        await store.finishTip(lease, postedAs(result))
        return { kind: 'posted', tip: planned.tip }
      case 'unknown':
        if (attempt.once) {
          await store.finishTip(lease, postedAs())
          return { kind: 'unconfirmed', reason: result.reason }
        }
        return tryAgain(lease, sender.settleMs, result.reason)
      case 'rate-limited':
      case 'unavailable': {
        const reason = result.kind === 'unavailable' ? result.reason : 'Slack asked to wait.'
        if (attempt.once) {
          await store.finishTip(lease, { state: 'failed', reason })
          return { kind: 'failed', reason }
        }
        // Certainly not accepted: without its trace, the next attempt need not look for it.
        await store.planTip(lease, planned.plan)
        return result.kind === 'rate-limited'
          ? { ...(await tryAgain(lease, result.retryAfterMs, reason)), retryAfterMs: result.retryAfterMs }
          : tryAgain(lease, backoff(lease), reason)
      }
      case 'unfit': {
        log.error(`${name(lease)}: Slack does not take ${planned.tip.id} (${result.reason}); trying another.`)
        const unfit = [...attempt.unfit, planned.tip.id]
        return sendOne(lease, sender, {
          ...attempt,
          unfit,
          drawn: unfit.length < triesADay ? attempt.drawn : [],
        })
      }
      case 'refused':
        await attempt.onRefusal?.(result.why)
        await store.finishTip(lease, { state: 'failed', reason: refusalReason(result.why) })
        return { kind: 'refused', why: result.why }
    }
  }

  /** Puts on record what is about to be sent. An earlier attempt's choice holds while the tip is still there. */
  async function plan(lease: TipLease, sender: InstantTipSender, { at, drawn, unfit }: Attempt) {
    const fit = drawn.filter(({ id }) => !unfit.includes(id))
    const earlier = fit.find(({ id }) => id === lease.planned?.takeawayId)
    for (let tries = 0; tries < triesToPlan; tries++) {
      const chosen = earlier
        ? { tip: earlier, cycle: lease.planned!.cycle }
        : choose(fit, await store.tipRotation(lease, lease), rotationSeed(lease))
      if (chosen === undefined) return 'no-tips'
      const { tip, cycle } = chosen
      const plan: TipPlan = { takeawayId: tip.id, talkId: tip.talk.id, cycle }
      const trace = sender.trace({ at }, now())
      const state = await store.planTip(lease, plan, trace)
      if (state === 'planned') return { tip, plan, trace }
      if (state === 'lost') return 'lost'
    }
    return 'lost'
  }

  async function tryAgain(lease: TipLease, waitMs: number, reason: string) {
    log.info(`${name(lease)}: not posted yet, next try in ${Math.ceil(waitMs / 1000)} s. ${reason}`)
    await store.releaseTip(lease, now() + waitMs)
    return { kind: 'waiting', reason } as const
  }

  function skipped(slot: TipSlot, reason: string): Delivery {
    log.info(`${name(slot)}: skipped. ${reason}`)
    return { kind: 'skipped', reason }
  }

  const backoff = ({ attempt }: TipLease) =>
    Math.min(policy.retryMs * 2 ** Math.min(attempt - 1, 20), maxRetryMs)

  return { lookAfter, noticeNotes, postNow }
}

interface Order {
  /** When the tip is to appear. */
  readonly at: number
  /** Whether it may still be posted; where not, only what an earlier attempt began is brought to its end. */
  readonly open: boolean
  readonly filter: TipFilter
  /** There is one attempt only: somebody waits for it, and can ask again. */
  readonly once?: boolean
  readonly onRefusal?: (why: Refusal) => Promise<void>
}

interface Attempt extends Pick<Order, 'at' | 'once' | 'onRefusal'> {
  readonly drawn: readonly Tip[]
  /** Tips that Slack would not take. */
  readonly unfit: readonly string[]
}

/** `TipOutcome.messageTs` of a post of which nobody can know any more whether it arrived. */
export const unconfirmed = 'unconfirmed'

const postedAs = (message?: { readonly reference: string; readonly appearsAt?: number }): TipOutcome => ({
  state: 'posted',
  messageTs: message?.reference ?? unconfirmed,
  appearsAt: message?.appearsAt,
})

/** The slot of a daily tip; all others are tips on request. */
const isDate = (slot: string) => /^\d{4}-\d{2}-\d{2}$/.test(slot)

/** Each channel has an order of its own, and the same one on every machine. */
export const rotationSeed = ({ teamId, channelId }: TipChannel) => `${teamId}/${channelId}`

const tooLate = 'Hallway could not post it in time.'
const noTips = 'No note fits the settings.'
const noneFits = 'Slack took none of the tips that were tried.'
const triesADay = 3
/** Only a tip on request at the same moment can take the chosen one away. */
const triesToPlan = 5
/** Days further back are not put on record as skipped. */
const maxLookBackMs = 31 * 24 * 60 * 60_000

const name = ({ channelId, slot }: TipSlot) => `Tip of ${channelId} for ${slot}`

function choose(tips: readonly Tip[], rotation: Rotation, seed: string) {
  const next = nextTip(tips, rotation, seed)
  return next && { tip: next.tip, cycle: next.rotation.cycle }
}
