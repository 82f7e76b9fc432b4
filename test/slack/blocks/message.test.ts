import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  characterBorder,
  fitLine,
  fitText,
  highlighted,
  linkElement,
  splitText,
} from '../../../src/slack/blocks/message.ts'
import { hostileText } from '../hostile.ts'

test('text that fits stays as it is', () => {
  expect(fitText('Queues that forgive', 19)).toBe('Queues that forgive')
})

test('longer text is cut between words', () => {
  expect(fitText('Queues that forgive everyone', 22)).toBe('Queues that forgive…')
})

test('a long word is cut inside', () => {
  expect(fitText('Donaudampfschifffahrt', 10)).toBe('Donaudamp…')
})

test('an emoji made of several characters is kept whole or left out', () => {
  expect(fitText('ab👩‍👩‍👧‍👦cd', 8)).toBe('ab…')
})

test('white space in a line becomes single spaces', () => {
  expect(fitLine(' Queues\n  that\tforgive ', 50)).toBe('Queues that forgive')
})

test('every kind of white space does, wherever it stands, and nothing else changes', () => {
  const texts = fc.array(fc.constantFrom('a', 'b–c', ' ', '  ', '\t', '\n', '\u00a0', '\u3000'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('')
      expect(fitLine(text, 99)).toBe(text.replace(/\s+/gu, ' ').trim())
    }),
  )
})

test('a line is cut as a text is', () => {
  const words = fc.array(fc.constantFrom('queue', 'a', 'Segelboot', 'naïve'), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 40 }), (said, max) => {
      expect(fitLine(said.join('\n'), max)).toBe(fitText(said.join(' '), max))
    }),
  )
})

test('a border is the last one between characters as people see them', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(hostileText, fc.nat({ max: 300 }), (text, index) => {
      const short = text.slice(0, 300).toWellFormed()
      const borders = Array.from(graphemes.segment(short), (segment) => segment.index)
      fc.pre(index <= short.length)
      const expected = index === short.length ? index : borders.findLast((at) => at <= index)
      // The first character is never left out whole.
      if (expected !== 0) expect(characterBorder(short, index)).toBe(expected)
    }),
  )
})

test('any text fits, is well formed, and begins as it began', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 2, max: 3_000 }), (text, max) => {
      const cut = fitText(text, max)
      expect(cut.length).toBeLessThanOrEqual(max)
      expect(cut.isWellFormed()).toBe(true)
      if (text.length > max) expect(cut.endsWith('…')).toBe(true)
    }),
  )
})

test('the pieces of a split text make up the text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, max) => {
      const pieces = splitText(text, max)
      expect(pieces.join('')).toBe(fitText(text, Number.MAX_SAFE_INTEGER))
      expect(Math.max(0, ...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(max)
    }),
  )
})

test.each([
  [
    'Watch https://tea.example/watch?v=1 (watch it twice)',
    ['Watch', '<https://tea.example/watch?v=1>', 'watch'],
  ],
  // Of what was cut nobody knows where it leads.
  ['Watch https://tea.example/wat…', ['Watch']],
  ['To watch (see https://tea.example/watch).', ['watch', '<https://tea.example/watch>']],
  ['A watch has no address.', ['watch']],
])('in “%s” words are bold, and addresses are links and nothing else', (text, expected) => {
  const ranges = [...text.matchAll(/watch/gi)].map(({ index }) => [index, index + 5] as const)
  const elements = highlighted(text, ranges)
  const marked = elements.flatMap((element) =>
    element.type === 'link'
      ? [`<${element.url}>`]
      : element.type === 'text' && element.style?.bold
        ? [element.text]
        : [],
  )
  expect(marked).toEqual(expected)
  const said = elements.map((element) =>
    element.type === 'link' ? element.url : 'text' in element ? element.text : '',
  )
  expect(said.join('')).toBe(text)
})

test.each([
  ['\u202ahttps://tea.example/watch\u202c', 'https://tea.example/watch'],
  ['https://tea.example/\u202egpj.watch', 'https://tea.example/gpj.watch'],
  ['https://tea.example/\u2067watch', 'https://tea.example/watch'],
  // Letters and accents that turn nothing belong to an address.
  ['https://tea.example/שעון?q=é', 'https://tea.example/שעון?q=é'],
])('no mark in the address %j turns what follows, and it is a link', (given, url) => {
  expect(linkElement(given, 'Watch')).toEqual({ type: 'link', url, text: 'Watch' })
})

test('an address with a control character is no link', () => {
  expect(linkElement('https://tea.example/\u001bwatch', 'Watch')).toEqual({ type: 'text', text: 'Watch' })
})
