import { expect, test } from 'vitest'
import { talkKind } from '../../../../src/notes/foreign/words/talk-kind.ts'

test('a kind is what a session is, and not what its room is for', () => {
  expect(talkKind('lightning-talk', 'Knots')).toBe('lightning')
  expect(talkKind('Keynote, 45 min', 'Knots')).toBe('keynote')
  expect(talkKind('Everything else: lightning talks, demos, workshops', 'Knots')).toBe('talk')
})

test('how long such sessions are says nothing against their kind', () => {
  expect(talkKind('Lightning Talk (5 min)', 'Knots')).toBe('lightning')
  expect(talkKind('Keynote (45 minutes, Hall 1)', 'Knots')).toBe('keynote')
  expect(talkKind('Open floor (lightning talks, quizzes)', 'Knots')).toBe('talk')
  expect(talkKind('Social event (games, lightning talks, quizzes)', 'Knots')).toBe('talk')
  expect(talkKind('Talk (30 min)', 'Knots')).toBe('talk')
})
