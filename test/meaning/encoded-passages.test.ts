import { expect, test } from 'vitest'
import { encodedPassages } from '../../src/meaning/encoded-passages.ts'
import { textsOf } from '../../src/search/index/talk-texts.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

test('each passage is encoded alone and below its title, after the talk as a whole', () => {
  for (const talk of gardenTalks) {
    const [whole, ...others] = encodedPassages(talk)
    const passages = textsOf(talk).filter((text) => text.passage)
    if (passages.length < 2) continue
    expect(whole!.passage).toBeUndefined()
    expect(whole!.texts).toEqual([expect.stringMatching(`^${talk.title}`)])
    expect(others.map(({ passage }) => passage)).toEqual([...passages.keys()])
    for (const [number, { text }] of passages.entries()) {
      const [alone, below, ...more] = others[number]!.texts
      expect(alone).toBe(text)
      expect(below!.startsWith(`${talk.title}. `) && below!.endsWith(`. ${text}`)).toBe(true)
      expect(more).toEqual([])
    }
  }
})

test('a passage of a section stands below its heading too, the summary and a takeaway do not', () => {
  const talk = makeTalk('tea', {
    title: 'Tea',
    summary: passage('How to make it.'),
    takeaways: [passage('Warm the pot.')],
    sections: [{ title: 'Pots', line: 5, passages: [passage('Tin cools fast.')] }],
  })
  expect(encodedPassages(talk).map(({ texts }) => texts.at(-1))).toEqual([
    'Tea. How to make it.. Warm the pot.. Tin cools fast.',
    'Tea. How to make it.',
    'Tea. Warm the pot.',
    'Tea. Pots. Tin cools fast.',
  ])
})

test('a talk with one short passage is encoded once, and one without any by its title', () => {
  const talk = makeTalk('tea', { title: 'Tea', tags: ['pots'], summary: passage('Warm the pot.') })
  expect(encodedPassages(talk)).toEqual([{ passage: 0, texts: ['Tea. pots. Warm the pot.'] }])
  const empty = { ...talk, summary: passage('') }
  expect(encodedPassages(empty)).toEqual([{ passage: undefined, texts: ['Tea. pots'] }])
})

test('a long passage is encoded in parts of whole sentences, which together are all of it', () => {
  const sentence = (number: number) =>
    `Sentence ${number} says something about tea, and about ${'pots '.repeat(12)}too.`
  const text = Array.from({ length: 30 }, (_, number) => sentence(number)).join(' ')
  const talk = makeTalk('tea', { title: 'Tea', summary: passage(text, 3) })
  const [whole, ...parts] = encodedPassages(talk)
  expect(whole!.passage).toBeUndefined()
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.every(({ passage, texts: [alone] }) => passage === 0 && alone!.length < 700)).toBe(true)
  expect(parts.map(({ texts: [alone] }) => alone).join(' ')).toBe(text)
  for (const { texts } of parts) expect(texts[1]).toBe(`Tea. ${texts[0]}`)
})
