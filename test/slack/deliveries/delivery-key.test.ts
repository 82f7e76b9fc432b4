import { expect, test } from 'vitest'
import { deliveryKey } from '../../../src/slack/deliveries/delivery-key.ts'

test('an event is known by its team and id, a command, click or modal by its trigger', () => {
  expect(deliveryKey({ team_id: 'T1', event_id: 'Ev1' })).toEqual({ teamId: 'T1', delivery: 'event:Ev1' })
  expect(deliveryKey({ team_id: 'T1', trigger_id: '1.2.x' })).toEqual({
    teamId: 'T1',
    delivery: 'trigger:1.2.x',
  })
  expect(deliveryKey({ team: { id: 'T1' }, trigger_id: '1.2.x' })).toEqual({
    teamId: 'T1',
    delivery: 'trigger:1.2.x',
  })
  expect(deliveryKey({})).toBeUndefined()
})

test('a message is known by its place and time, whichever events bring it', () => {
  const bring = (event_id: string, type: string, ts: unknown = '1.2') =>
    deliveryKey({ team_id: 'T1', event_id, event: { type, channel: 'C1', channel_type: 'im', ts } })
  const known = { teamId: 'T1', delivery: 'message:C1:1.2' }
  expect(['message', 'app_mention'].map((type, number) => bring(`Ev${number}`, type))).toEqual([known, known])
  expect(bring('Ev3', 'message', '1.3')).not.toEqual(known)
  expect([bring('Ev4', 'app_home_opened'), bring('Ev5', 'message', 1.2)]).toEqual([
    { teamId: 'T1', delivery: 'event:Ev4' },
    { teamId: 'T1', delivery: 'event:Ev5' },
  ])
})

test('what is written in a channel stands in the way of no mention in it', () => {
  const event = { channel: 'C1', ts: '1.2' }
  const [said, mentioned] = [
    { event_id: 'Ev1', event: { ...event, type: 'message', channel_type: 'channel' } },
    { event_id: 'Ev2', event: { ...event, type: 'app_mention' } },
  ].map((body) => deliveryKey({ team_id: 'T1', ...body }))
  expect([said?.delivery, mentioned?.delivery]).toEqual(['event:Ev1', 'message:C1:1.2'])
})
