import type { TipLease } from '../../store/store.ts'
import { type PostResult, postedAs } from './post-result.ts'
import type { OnePostParts } from './posting-parts.ts'
import { retryLater } from './retry-later.ts'
import { occasionName } from './tip-occasion.ts'

/** What became of an earlier attempt to post this tip; undefined only if it certainly did not reach Slack. */
export async function findEarlierAttempt(
  lease: TipLease,
  parts: OnePostParts,
): Promise<PostResult | undefined> {
  const { store, sender, tips, log, policy } = parts
  if (lease.attempt === 1 || lease.trace === undefined) return undefined
  const found = await sender.find(lease, lease.trace)
  switch (found.kind) {
    case 'absent':
      return undefined
    case 'unavailable': {
      // After the same short pause each time: Slack can tell only for a while whether the tip arrived.
      const waitMs = found.retryAfterMs ?? policy.retryMs
      return retryLater(lease, { waitMs, reason: found.reason }, parts)
    }
    case 'cannot-tell':
      log.warn(
        `${occasionName(lease)}: it is not known whether the tip arrived (${found.reason}). It is not posted again.`,
      )
      break
  }
  await store.finishTip(lease, found.kind === 'arrived' ? postedAs(found) : postedAs())
  return { kind: 'posted', tip: (await tips()).find(({ id }) => id === lease.planned?.tipId) }
}
