import type { Corpus } from '../../notes/corpus.ts'
import type { PostingParts } from './posting-parts.ts'
import { firmMs } from './tip-sender.ts'

interface RecheckParts extends Pick<PostingParts, 'store' | 'tips' | 'now'> {
  /** Of the notes being served. */
  readonly corpus: () => Corpus
}

/**
 * Whenever the notes are others than at the call before: makes those channels due whose next post shows a tip that is no
 * longer there; of one workspace alone, if one is named.
 */
export function createRecheckAfterEdits({ store, tips, corpus, now }: RecheckParts) {
  let noticed: Corpus | undefined
  return async (teamId?: string): Promise<void> => {
    const served = corpus()
    if (served === noticed) return
    const toAppear = await store.tipsToAppear(now() + firmMs, teamId === undefined ? undefined : { teamId })
    const known = new Set(toAppear.length === 0 ? [] : (await tips()).map(({ id }) => id))
    for (const record of toAppear) {
      if (record.plan === undefined || known.has(record.plan.tipId)) continue
      const subscription = await store.tipSubscription(record)
      if (subscription) await store.setNextTip(subscription, record.appearsAt!, now())
    }
    noticed = served
  }
}
