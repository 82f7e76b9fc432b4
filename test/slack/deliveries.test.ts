import { expect, test } from 'vitest'
import { createMemoryDeliveries, deliveryKey } from '../../src/slack/deliveries.ts'

const minute = 60_000

test('a key is claimed once, for at least ten minutes', async () => {
  let now = 0
  const deliveries = createMemoryDeliveries({ now: () => now })
  expect(await deliveries.claim('event:T1:Ev1')).toBe(true)
  expect(await deliveries.claim('event:T1:Ev2')).toBe(true)
  now = 10 * minute
  expect(await deliveries.claim('event:T1:Ev1')).toBe(false)
  now = 60 * minute
  expect(await deliveries.claim('event:T1:Ev1')).toBe(true)
})

test('no more claims are kept than it may, and the oldest go first', async () => {
  const deliveries = createMemoryDeliveries({ now: () => 0, most: 2 })
  for (const key of ['a', 'b', 'c']) await deliveries.claim(key)
  expect(await deliveries.claim('c')).toBe(false)
  expect(await deliveries.claim('a')).toBe(true)
})

test('an event is known by its team and id, a command or click by its trigger', () => {
  expect(deliveryKey({ team_id: 'T1', event_id: 'Ev1' })).toBe('event:T1:Ev1')
  expect(deliveryKey({ team_id: 'T1', trigger_id: '1.2.x' })).toBe('trigger:1.2.x')
  expect(deliveryKey({})).toBeUndefined()
})
