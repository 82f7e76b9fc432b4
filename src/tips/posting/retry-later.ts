import type { TipLease } from '../../store/store.ts'
import type { PostResult } from './post-result.ts'
import type { PostingParts } from './posting-parts.ts'
import { occasionName } from './tip-occasion.ts'

/** Gives the lease back: whoever comes first after the pause tries again. */
export async function retryLater(
  lease: TipLease,
  { waitMs, reason }: { readonly waitMs: number; readonly reason: string },
  { store, now, log }: Pick<PostingParts, 'store' | 'now' | 'log'>,
): Promise<Extract<PostResult, { kind: 'waiting' }>> {
  log.info(`${occasionName(lease)}: not posted yet, next try in ${Math.ceil(waitMs / 1000)} s. ${reason}`)
  await store.releaseTip(lease, now() + waitMs)
  return { kind: 'waiting', reason }
}
