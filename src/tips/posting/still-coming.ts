import type { TipChannel, TipPostStore } from '../../store/store.ts'
import { firmMs } from './tip-sender.ts'

/**
 * The instant of the channel's next post if Slack holds it already and it can no longer be taken back, whatever the
 * settings say now.
 */
export async function stillComing(
  { store, now }: { readonly store: TipPostStore; readonly now: () => number },
  channel: TipChannel,
): Promise<number | undefined> {
  const [next] = await store.tipsToAppear(now(), channel)
  return next?.appearsAt !== undefined && next.appearsAt - now() < firmMs + untilTheNextLookMs
    ? next.appearsAt
    : undefined
}

const untilTheNextLookMs = 30_000
