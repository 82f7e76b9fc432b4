import { expect, test } from 'vitest'
import { nearestName, nearestNames } from '../../src/text/nearest-names.ts'

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
