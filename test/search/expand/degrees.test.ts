import { expect, test } from 'vitest'
import { degreesOf } from '../../../src/search/expand/degrees.ts'

const adjectives = [
  ['cheap', 'cheaper', 'cheapest'],
  ['simple', 'simpler', 'simplest'],
  ['easy', 'easier', 'easiest'],
  ['big', 'bigger', 'biggest'],
  ['dense', 'denser', 'densest'],
  ['fine', 'finer', 'finest'],
]

test('each degree of an adjective has the other two', () => {
  for (const degrees of adjectives)
    for (const word of degrees)
      expect([word, degreesOf(word)]).toEqual([word, degrees.filter((degree) => degree !== word)])
})

test.each([
  'server',
  'tester',
  'request',
  'computer',
  'python',
  'celery',
  'number',
  'live',
  'interest',
  'digest',
  'forest',
  'priest',
  'earnest',
  'test',
  '',
])('%s is no degree of anything', (word) => expect(degreesOf(word)).toEqual([]))
