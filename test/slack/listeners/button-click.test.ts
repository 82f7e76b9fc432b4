import { expect, test } from 'vitest'
import { readClick } from '../../../src/slack/listeners/button-click.ts'

const clickIn = (channel: string, isEphemeral: boolean) =>
  readClick({
    user: { id: 'U1' },
    team: { id: 'T1' },
    channel: { id: channel },
    container: { message_ts: '1.2', is_ephemeral: isEphemeral },
    trigger_id: 'trigger',
    actions: [{ value: 'value' }],
  })

test.each([
  ['a private answer in a channel', 'C1', true, true],
  ['an answer that a channel sees', 'C1', false, true],
  ['an answer in a direct message with Hallway, which is to last', 'D1', false, false],
  ['a private answer in a direct message between two people', 'D1', true, true],
])('the reply to a click on %s (%s, ephemeral: %s) is private: %s', (_, channel, isEphemeral, isPrivate) => {
  expect(clickIn(channel, isEphemeral).isPrivate).toBe(isPrivate)
})
