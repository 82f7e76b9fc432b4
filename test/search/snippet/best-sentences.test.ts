import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '../../../src/search/analysis/analyzer.ts'
import { bestSentences } from '../../../src/search/snippet/best-sentences.ts'

const sentence = (about: string) =>
  `Here is one of many sentences, and it speaks of ${about} at some length, by way of example.`
const text = ['apples', 'pears', 'Dr. quince', 'plums', 'figs', 'dates', 'limes'].map(sentence).join(' ')
const cut = (wanted: readonly string[], from = text) => {
  const marks = analyze(from)
    .filter(({ term }) => wanted.includes(term))
    .map(({ term, start }) => ({ start, key: term, value: 1 }))
  const [start, end] = bestSentences(from, 'en', { marks, maxLength: 400 })
  return from.slice(start, end)
}

test('a short text is quoted whole', () => {
  expect(cut(['pear'], sentence('pears'))).toBe(sentence('pears'))
})

test('of a long text the sentences that say most are quoted, whole and in a row', () => {
  const quoted = cut(['date', 'lime'])
  expect(quoted).toContain('dates')
  expect(quoted).toMatch(/^Here is .* limes .*example\.$/)
  expect(quoted.length).toBeLessThanOrEqual(400)
  expect(cut([])).toMatch(/^Here is .* apples/)
})

test('a sentence that is too long itself is quoted whole', () => {
  const long = `${'word '.repeat(100)}ends. ${sentence('apples')}`
  expect(cut(['end'], long)).toBe(`${'word '.repeat(100)}ends.`)
})

test('any text is cut inside of it, in any language', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('en', 'ja', 'xx'),
      (any, language) => {
        const [start, end] = bestSentences(any, language, {
          marks: [{ start: 0, key: '', value: 1 }],
          maxLength: 400,
        })
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(any.length)
        expect(any === '' || end > start).toBe(true)
      },
    ),
  )
})
