import type { TipLease } from '../../store/store.ts'
import type { Tip } from '../tip.ts'
import { type PlannedTip, planTip } from './plan-tip.ts'
import { type PostResult, postedAs } from './post-result.ts'
import type { OnePostParts } from './posting-parts.ts'
import { retryLater } from './retry-later.ts'
import { skipTip } from './skip-tip.ts'
import { occasionName } from './tip-occasion.ts'
import { retryPauseMs } from './tip-policy.ts'
import { refusalReason, type TipRefusal } from './tip-refusal.ts'
import type { SendResult } from './tip-sender.ts'

export interface TipOrder {
  /** When the tip is to appear. */
  readonly at: number
  /** What it is drawn from. */
  readonly tips: readonly Tip[]
  /** There is one attempt only: somebody waits for it, and can ask again. */
  readonly isOnRequest: boolean
  /** Hears that the channel refuses tips, before that is put on record. */
  readonly onRefusal?: ((why: TipRefusal) => Promise<void>) | undefined
}

/** How many tips are tried that Slack does not take. */
const maxUnfit = 3
const noTips =
  'No note that the settings choose has a takeaway, or a sentence that stands alone: choose more in `/talks ' +
  'tips`, or add takeaways to the notes.'
const noneFits = 'Slack took none of the tips that were tried.'

/** One attempt to fill an occasion: plans, sends and puts the outcome on record. A tip that Slack refuses makes way for another. */
export async function sendTip(lease: TipLease, order: TipOrder, parts: OnePostParts): Promise<PostResult> {
  const { store, sender, now, log } = parts
  const unfit: string[] = []
  for (;;) {
    const tips = unfit.length < maxUnfit ? order.tips.filter(({ id }) => !unfit.includes(id)) : []
    const planned = await planTip(lease, { tips, at: order.at }, parts)
    if (planned === 'lost') return { kind: 'not-ours', state: 'open' }
    if (planned === 'no-tips') {
      const reason = unfit.length > 0 ? noneFits : noTips
      await store.finishTip(lease, { state: 'skipped', reason })
      return skipTip(lease, reason, log)
    }
    // From the end of the lease on, another may look whether this arrived: by then it must have, or never will.
    if (now() + sender.settleMs > lease.expiresAt)
      return retryLater(lease, { waitMs: 0, reason: 'The process was held up.' }, parts)
    const { tip, trace } = planned
    const result = await sender.send({ channel: lease, tip, trace })
    if (result.kind !== 'unfit') return settle({ lease, planned, order, result }, parts)
    log.error(`${occasionName(lease)}: Slack does not take ${tip.id} (${result.reason}); trying another.`)
    unfit.push(tip.id)
  }
}

interface Sent {
  readonly lease: TipLease
  readonly planned: PlannedTip
  readonly order: TipOrder
  readonly result: Exclude<SendResult, { kind: 'unfit' }>
}

/** Puts on record what became of a request. */
async function settle({ lease, planned, order, result }: Sent, parts: OnePostParts): Promise<PostResult> {
  const { store, sender, policy } = parts
  switch (result.kind) {
    case 'accepted':
      await store.finishTip(lease, postedAs(result))
      return { kind: 'posted', tip: planned.tip }
    case 'unknown':
      if (order.isOnRequest) {
        await store.finishTip(lease, postedAs())
        return { kind: 'unconfirmed', reason: result.reason }
      }
      return retryLater(lease, { waitMs: sender.settleMs, reason: result.reason }, parts)
    case 'rate-limited':
    case 'unavailable': {
      const reason = result.kind === 'unavailable' ? result.reason : 'Slack asked to wait.'
      if (order.isOnRequest) {
        await store.finishTip(lease, { state: 'failed', reason })
        return { kind: 'failed', reason }
      }
      // Certainly not accepted: without its trace, the next attempt need not look for it.
      await store.planTip(lease, planned.plan)
      if (result.kind === 'unavailable')
        return retryLater(lease, { waitMs: retryPauseMs(policy, lease.attempt), reason }, parts)
      const { retryAfterMs } = result
      return { ...(await retryLater(lease, { waitMs: retryAfterMs, reason }, parts)), retryAfterMs }
    }
    case 'refused':
      await order.onRefusal?.(result.why)
      await store.finishTip(lease, { state: 'failed', reason: refusalReason(result.why) })
      return { kind: 'refused', why: result.why }
  }
}
