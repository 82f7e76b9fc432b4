import { expect, test } from 'vitest'
import { readFollowUp } from '../../src/requests/read-follow-up.ts'
import { makeTalk } from '../helpers/make-talk.ts'

const knots = makeTalk('Knots')

test('What is kept of a talk is asked for by its title', () => {
  expect(readFollowUp('his slides?')?.(knots)).toEqual({ kind: 'question', text: 'slides of "Knots"' })
})

test('What is said of something that the question does not name is asked of the talk', () => {
  expect(readFollowUp('does it hold when wet?')?.(knots)).toEqual({
    kind: 'of-talk',
    text: 'does it hold when wet?',
    talk: knots,
    reference: 'besides',
  })
})

test('Who asks what else was said gets more of the talk', () => {
  expect(readFollowUp('what else did he say?')?.(knots)).toEqual({ kind: 'question', text: '"Knots"' })
})

test.each([
  'more talks like this',
  'are there any other talks about it?',
  'who else talked about that?',
  'similar talks',
  'anything else on this?',
  'gibt es ähnliche Vorträge?',
])('“%s” asks for talks like it', (said) => {
  expect(readFollowUp(said)?.(knots)).toEqual({ kind: 'like-talk', talk: knots })
})

test.each([
  'tips off',
  'thanks, that was great',
  'help',
  'only 2024',
  'which knots hold?',
  'talks on knots',
  'talks',
])('“%s” goes on with nothing', (said) => {
  expect(readFollowUp(said)).toBeUndefined()
})
