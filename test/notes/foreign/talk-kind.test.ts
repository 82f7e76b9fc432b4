import { expect, test } from 'vitest'
import { talkKind } from '../../../src/notes/foreign/talk-kind.ts'

test('a kind is what a session is, and not what its room is for', () => {
  expect(talkKind('lightning-talk', 'Knots')).toBe('lightning')
  expect(talkKind('Keynote, 45 min', 'Knots')).toBe('keynote')
  expect(talkKind('Everything else: lightning talks, demos, workshops', 'Knots')).toBe('talk')
})
