import { createHash, hkdfSync } from 'node:crypto'
import { ClearStateStore, InvalidStateError, type StateStore } from '@slack/oauth'
import { type DeliveryStore, installsPrefix } from '../../store/store.ts'

/** How long an installation that was begun may take, in seconds. */
export const maxInstallSeconds = 600

/**
 * The state that Slack passes through an installation: signed, and good once, for ten minutes. A cookie shows that it comes back
 * to the browser that began. Nothing is stored of installations that were only begun.
 */
export function createInstallState(
  clientSecret: string,
  store: Pick<DeliveryStore, 'claimDelivery'>,
  now: () => number,
): StateStore {
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', 'hallway: state of installations', 32))
  const signed = new ClearStateStore(key.toString('hex'), maxInstallSeconds)
  return {
    generateStateParam: (options) => signed.generateStateParam(options, new Date(now())),
    async verifyStateParam(_now, state) {
      const options = await signed.verifyStateParam(new Date(now()), state)
      // Remembered for longer than a state is good for.
      const used = `${installsPrefix}${createHash('sha256').update(state).digest('hex')}`
      if (!(await store.claimDelivery('', used, now())))
        throw new InvalidStateError('This installation was completed already.')
      return options
    },
  }
}
