import type { TipLease, TipPlan } from '../../store/store.ts'
import { nextTip, rotationSeed } from '../choose-tip.ts'
import type { Tip } from '../tip.ts'
import type { OnePostParts } from './posting-parts.ts'

/** What is about to be sent, as it stands on record. */
export interface PlannedTip {
  readonly tip: Tip
  readonly plan: TipPlan
  readonly trace: string
}

/** Only a tip on request at the same moment can take the chosen one away. */
const maxTries = 5

/**
 * Puts on record what is about to be sent: the tip whose turn it is, or an earlier attempt's choice, as long as that tip
 * is still there. `no-tips`: there is none to choose; `lost`: the lease is another's by now.
 */
export async function planTip(
  lease: TipLease,
  /** What it is drawn from, and when it is to appear. */
  { tips, at }: { readonly tips: readonly Tip[]; readonly at: number },
  { store, sender, now }: Pick<OnePostParts, 'store' | 'sender' | 'now'>,
): Promise<PlannedTip | 'no-tips' | 'lost'> {
  const earlier = tips.find(({ id }) => id === lease.planned?.tipId)
  for (let tries = 0; tries < maxTries; tries++) {
    const chosen = earlier
      ? { tip: earlier, round: lease.planned!.round }
      : choose(tips, await store.tipRotation(lease, lease), rotationSeed(lease))
    if (chosen === undefined) return 'no-tips'
    const { tip, round } = chosen
    const plan: TipPlan = { tipId: tip.id, talkId: tip.talk.id, round }
    const trace = sender.trace({ at }, now())
    const state = await store.planTip(lease, plan, trace)
    if (state === 'planned') return { tip, plan, trace }
    if (state === 'lost') return 'lost'
  }
  return 'lost'
}

function choose(...[tips, rotation, seed]: Parameters<typeof nextTip>) {
  const next = nextTip(tips, rotation, seed)
  return next && { tip: next.tip, round: next.rotation.round }
}
