import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, sourceLine, summaryInLine, whyListed } from '../../../src/slack/blocks/talk-blocks.ts'
import type { Range } from '../../../src/text/range.ts'
import { result } from '../../helpers/make-answer.ts'
import { makeTalk, passage as paragraph } from '../../helpers/make-talk.ts'

const marked = (text: string, words: RegExp) => ({
  text,
  highlights: [...text.matchAll(words)].map((match): Range => [match.index, match.index + match[0].length]),
})
const shown = ({ text, highlights }: ReturnType<typeof excerpt>) =>
  highlights.map(([start, end]) => text.slice(start, end))

test('a short passage is quoted whole', () => {
  const passage = marked('Every queue delivers twice some day.', /queue|twice/g)
  expect(excerpt(passage, 100)).toEqual(passage)
})

test('a sentence that is too long alone is cut between words, around its first highlight', () => {
  const cut = excerpt(
    marked(`${'boats and '.repeat(30)}then the queue ${'and more '.repeat(30)}`, /queue/g),
    160,
  )
  expect(cut.text).toMatch(/^…(boats|and) .*then the queue .*…$/)
  expect(shown(cut)).toEqual(['queue'])
})

test('a sentence that is too long and whose highlights stand at its start is cut at its end', () => {
  const cut = excerpt(marked(`The queue ${'and more '.repeat(50)}`, /queue/g), 60)
  expect(cut.text).toMatch(/^The queue .*…$/)
})

test('whatever is cut, the same words are highlighted', () => {
  const words = fc.array(fc.constantFrom('queue', 'boat', 'é', '日本', 'rope,'), { maxLength: 200 })
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (list, max) => {
      const cut = excerpt(marked(list.join(' '), /queue/g), max)
      expect(cut.text.length).toBeLessThanOrEqual(max)
      expect(shown(cut).every((word) => 'queue'.startsWith(word))).toBe(true)
      if (list.includes('queue')) expect(shown(cut)[0]).toBe('queue')
    }),
  )
})

test('in a list a talk is told by its summary, or without one by the first of what is quoted', () => {
  const quoted = { text: 'Tie it twice.\nTest it once.', section: 'Knots' }
  expect(summaryInLine(result(makeTalk('knots', { summary: paragraph('All about knots.') }), quoted))).toBe(
    'All about knots.',
  )
  expect(summaryInLine(result(makeTalk('knots', { summary: paragraph('') }), quoted))).toBe('Tie it twice.')
})

test.each([
  ['Knots are tested, and boats test ropes.', /tested|test|boats/g, 'On tested, boats'],
  ['Boats carry boats and ropes.', /boats|ropes/gi, 'On Boats, ropes'],
  // Of one word alone, in whatever forms, the summary says more.
  ['Whoever deployed a deployment will deploy.', /deploy\w*/g, 'All about knots.'],
])('why a talk is listed for “%s” names each word of the question once', (text, words, why) => {
  const talk = makeTalk('knots', { summary: paragraph('All about knots.') })
  expect(whyListed(result(talk, { ...marked(text, words), section: 'Knots' }))).toBe(why)
})

test('the place of a page of Notion is told by its title, and a long name by its end', () => {
  const placeIn = (file: string) =>
    JSON.stringify(sourceLine(makeTalk('tides', { file }), 10, undefined)).match(/ · ([^·"]*)"/)?.[1]
  const name = '2024/Tides and boats'
  expect(placeIn(`${name} 1a2b3c4d5e6f708192a3b4c5d6e7f809.md`)).toBe('Tides and boats.md:10')
  expect(placeIn(`${name} 1a2b3c4d.md`)).toBe('Tides and boats 1a2b3c4d.md:10')
  expect(placeIn(`2024/${'tides-and-'.repeat(5)}boats.md`)).toBe('…and-tides-and-tides-and-boats.md:10')
})
