import type { OpenStore } from '../../src/store/open-store.ts'
import { breakStore as breakTips, brokenKinds as brokenDeliveries } from '../chaos/broken.ts'

/** Ways to do it that look right and are not: what the simulation must catch. */
export const brokenKinds = [
  ...brokenDeliveries,
  'forgets-events',
  'forgets-questions',
  'forgets-settings',
  'overwrites-settings',
] as const
export type Broken = (typeof brokenKinds)[number]

export function breakStore(store: OpenStore, broken: Broken | undefined): OpenStore {
  switch (broken) {
    // Each delivery counts as the first one.
    case 'forgets-events':
      return { ...store, claimDelivery: async () => true }
    // A question that was taken on is as good as answered.
    case 'forgets-questions':
      return {
        ...store,
        claimDelivery: (teamId, delivery, now) => store.claimDelivery(teamId, delivery, now),
      }
    // Settings are confirmed, and not kept if there are some already.
    case 'forgets-settings':
      return {
        ...store,
        saveTipSubscription: async (subscription) =>
          (await store.tipSubscription(subscription)) ?? store.saveTipSubscription(subscription),
      }
    // Settings are saved whatever others have saved meanwhile.
    case 'overwrites-settings':
      return { ...store, saveTipSubscription: (subscription) => store.saveTipSubscription(subscription) }
    default:
      return { ...store, ...breakTips(store, broken) }
  }
}
