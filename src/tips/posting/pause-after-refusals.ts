import type { TipSubscription } from '../../store/store.ts'
import type { PostingParts } from './posting-parts.ts'
import { failingDaysBeforePause, pauseReason, type TipRefusal } from './tip-refusal.ts'

/** A channel refused its tip on this date: its person is told on the first day, and on the third the tips pause. */
export async function pauseAfterRefusals(
  { subscription, date, why }: { subscription: TipSubscription; date: string; why: TipRefusal },
  { store, sender, log }: Pick<PostingParts, 'store' | 'sender' | 'log'>,
): Promise<void> {
  const days = await store.countFailingDay(subscription, date)
  const paused =
    days >= failingDaysBeforePause && (await store.pauseTipSubscription(subscription, pauseReason(why)))
  if (days !== 1 && !paused) return
  const person = { teamId: subscription.teamId, userId: subscription.setUpBy }
  const told = await sender.tell(person, { channel: subscription, why, paused })
  if (!told)
    log.warn(`Tips of ${subscription.channelId}: ${person.userId}, who set them up, could not be told.`)
}
