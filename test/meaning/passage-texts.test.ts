import { expect, test } from 'vitest'
import { passageTexts } from '../../src/meaning/passage-texts.ts'
import { textsOf } from '../../src/search/index/talk-texts.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'

test('each passage is encoded with its title, after the talk as a whole', () => {
  for (const talk of gardenTalks) {
    const texts = passageTexts(talk)
    const passages = textsOf(talk).filter((text) => text.passage)
    if (passages.length < 2) continue
    expect(texts[0]!.passage).toBeUndefined()
    expect(texts[0]!.text.startsWith(talk.title)).toBe(true)
    expect(texts.slice(1)).toEqual(
      passages.map(({ text }, number) => ({ passage: number, text: `${talk.title}. ${text}` })),
    )
  }
})

test('a talk with one short passage is encoded once, and one without any by its title', () => {
  const talk = makeTalk('tea', { title: 'Tea', tags: ['pots'], summary: passage('Warm the pot.') })
  expect(passageTexts(talk)).toEqual([{ passage: 0, text: 'Tea. pots. Warm the pot.' }])
  const empty = { ...talk, summary: passage('') }
  expect(passageTexts(empty)).toEqual([{ passage: undefined, text: 'Tea. pots' }])
})

test('a long passage is encoded in parts of whole sentences, which together are all of it', () => {
  const sentence = (number: number) =>
    `Sentence ${number} says something about tea, and about ${'pots '.repeat(12)}too.`
  const text = Array.from({ length: 30 }, (_, number) => sentence(number)).join(' ')
  const talk = makeTalk('tea', { title: 'Tea', summary: passage(text, 3) })
  const [whole, ...parts] = passageTexts(talk)
  expect(whole!.passage).toBeUndefined()
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.every((part) => part.passage === 0 && part.text.length < 700)).toBe(true)
  expect(parts.map((part) => part.text.replace(/^Tea\. /, '')).join(' ')).toBe(text)
})
