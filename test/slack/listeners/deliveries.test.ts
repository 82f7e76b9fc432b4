import { expect, test } from 'vitest'
import { createStoreDeliveries, deliveryKey, messageKey } from '../../../src/slack/listeners/deliveries.ts'
import { StoreError } from '../../../src/store/store-error.ts'

test('an event is known by its team and id, a command, click or modal by its trigger', () => {
  expect(deliveryKey({ team_id: 'T1', event_id: 'Ev1' })).toEqual({ teamId: 'T1', event: 'event:Ev1' })
  expect(deliveryKey({ team_id: 'T1', trigger_id: '1.2.x' })).toEqual({
    teamId: 'T1',
    event: 'trigger:1.2.x',
  })
  expect(deliveryKey({ team: { id: 'T1' }, trigger_id: '1.2.x' })).toEqual({
    teamId: 'T1',
    event: 'trigger:1.2.x',
  })
  expect(deliveryKey({})).toBeUndefined()
  expect(messageKey('T1', 'C1', '1.2')).toEqual({ teamId: 'T1', event: 'message:C1:1.2' })
})

test('where the store cannot tell, what was delivered is handled, and the log says so', async () => {
  const warnings: string[] = []
  const failure = new StoreError({ code: 'unreachable', message: 'The server is gone.', advice: 'Wait.' })
  const deliveries = createStoreDeliveries({
    store: { claimEvent: () => Promise.reject(failure), forgetEvent: () => Promise.reject(failure) },
    now: () => 0,
    log: { warn: (line: string) => warnings.push(line) },
  })
  expect(await deliveries.claim({ teamId: 'T1', event: 'event:Ev1' })).toBe(true)
  expect(warnings).toEqual(['Not known whether event was delivered before: The server is gone.'])
})
