import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'

test.each([
  ['What did they say about Flask?', ['Flask']],
  ['any talks on continuous integration?', ['continuous', 'integration']],
  ['is there anything on search engines', ['search', 'engines']],
  ['hey, can you tell me which talk covers C++?', ['C++']],
  ["why shouldn't I use assert?", ['assert']],
  ['django.db.backends and __get__', ['django.db.backends', '__get__']],
  ['who innovated in the US Navy', ['innovated', 'US', 'Navy']],
])('%s is about %j', (question, words) => {
  expect(parseQuery(question).words).toEqual(words)
})

test('words about asking are the topic where there is no other', () => {
  expect(parseQuery('notes').words).toEqual(['notes'])
  expect(parseQuery('What is it?').words).toEqual([])
})

test('keeps the text as typed, but trimmed', () => {
  expect(parseQuery('  Flask?\n').text).toBe('Flask?')
})

test('never throws, and every word is a piece of the question', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (question) => {
      const { text, words } = parseQuery(question)
      for (const word of words) expect(text).toContain(word)
    }),
  )
})
