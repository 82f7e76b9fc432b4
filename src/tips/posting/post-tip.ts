import type { TipOccasion } from '../../store/store.ts'
import { drawFrom, type TipFilter } from '../tip.ts'
import { findEarlierAttempt } from './find-earlier-attempt.ts'
import type { PostResult } from './post-result.ts'
import type { OnePostParts } from './posting-parts.ts'
import { sendTip, type TipOrder } from './send-tip.ts'
import { skipTip } from './skip-tip.ts'

interface PostOrder extends Omit<TipOrder, 'tips'> {
  readonly occasion: TipOccasion
  /** Whether it may still be posted; if not, only what an earlier attempt began is brought to its end. */
  readonly isOpen: boolean
  readonly filter: TipFilter
}

const tooLate = 'Hallway could not post it in time.'

/** Decides about one occasion and fills it, unless it is or was another's to fill. */
export async function postTip(
  { occasion, isOpen, filter, ...order }: PostOrder,
  parts: OnePostParts,
): Promise<PostResult> {
  const { store, tips, now, log, policy } = parts
  if (!isOpen && (await store.skipTip(occasion, tooLate, now()))) return skipTip(occasion, tooLate, log)
  const lease = await store.claimTip(occasion, now(), policy.leaseMs)
  if (!lease) {
    const record = await store.tipRecord(occasion)
    return { kind: 'not-ours', state: record === undefined || record.state === 'open' ? 'open' : 'settled' }
  }
  const found = await findEarlierAttempt(lease, parts)
  if (found) return found
  if (!isOpen) {
    await store.finishTip(lease, { state: 'skipped', reason: tooLate })
    return skipTip(occasion, tooLate, log)
  }
  return sendTip(lease, { ...order, tips: drawFrom(await tips(), filter) }, parts)
}
