import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, hasSameLetters, nearestName, nearestNames } from '../../src/text/nearest-names.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

test.each([
  ['follow-up', 'followUps', 'signs and case do not count'],
  ['ulr', 'url', 'two swapped letters are one slip'],
  ['uri', 'url', 'of three letters one may be wrong'],
  ['titel', 'title', 'of four and more, one'],
  ['vedio', 'video', 'of five, two'],
  ['zurich', 'Zürich', 'neither do accents'],
  ['lightening talc', 'Lightning Talks', 'of long names a third'],
])('%s is taken for %s: %s', (typed, meant) => {
  expect(nearestName(typed, ['title', 'url', 'followUps', 'video', 'Zürich', 'Lightning Talks'])).toBe(meant)
})

test.each([
  ['note', 'code', 'half of four letters is another word'],
  ['datum', 'date', 'so it is here: what the keys are is better advice'],
  ['remote', 'keynote', 'three of seven are too many'],
  ['mp', 'go', 'nothing is left of two'],
  ['x'.repeat(1_000_000), 'title', 'a very long word is near to nothing'],
  ['', 'go', 'nothing is near to nothing'],
])('%.10s is not taken for %s: %s', (typed, name) => {
  expect(nearestName(typed, [name])).toBeUndefined()
})

test.each([
  ['tga', 'tag', true],
  ['taag', 'tag', true],
  ['tax', 'tag', false],
  ['vent', 'event', true],
  ['invent', 'event', false],
  ['prevent', 'event', false],
  ['spekar', 'speaker', true],
  ['bye', 'by', false],
])('where a guess is acted upon, that %s means %s is %s', (typed, name, isNear) => {
  expect(nearestName(typed, [name], { tolerance: 'narrow' }) === name).toBe(isNear)
})

test('gives the nearest first, and of those as near the first', () => {
  expect(nearestNames('lamb', ['lambs', 'Lamp', 'limb', 'lamb', 'tiger'])).toEqual([
    { name: 'lamb', distance: 0 },
    { name: 'lambs', distance: 1 },
    { name: 'Lamp', distance: 1 },
    { name: 'limb', distance: 1 },
  ])
})

test('C, C++ and C# are told apart', () => {
  expect(nearestName('C##', ['C++', 'C#'])).toBe('C#')
})

test.each([
  ['same', 'same', 0],
  ['swap', 'sawp', 1],
  ['drop', 'drp', 1],
  ['add', 'aadd', 1],
  ['change', 'chonge', 1],
  ['kitten', 'sittin', 2],
])('from %s to %s it is %i', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance)
})

test('the distance is the same both ways, and never less than the difference in length', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
      expect(editDistance(a, b, 9)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    }),
  )
})

test('the distance is that of the formula as it is defined, up to any limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
      expect(Math.min(editDistance(a, b, limit), limit + 1)).toBe(Math.min(defined(a, b), limit + 1))
    }),
  )
})

test('words have the same letters if sorting makes them equal', () => {
  const sorted = (text: string) => [...text].sort().join('')
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(hasSameLetters(a, b)).toBe(sorted(a) === sorted(b))
    }),
  )
  // The sum of these letters is the same.
  expect(hasSameLetters('ac', 'bb')).toBe(false)
})

/** Optimal string alignment, without any shortcut. */
function defined(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [ofA, ofB] = [a.slice(0, -1), b.slice(0, -1)]
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    defined(ofA, ofB) + Number(a.at(-1) !== b.at(-1)),
    defined(ofA, b) + 1,
    defined(a, ofB) + 1,
    swapped ? defined(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  )
}
