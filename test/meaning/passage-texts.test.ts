import { expect, test } from 'vitest'
import { passageTexts } from '../../src/meaning/passage-texts.ts'
import { textsOf } from '../../src/search/index/talk-texts.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeTalk } from '../helpers/make-talk.ts'

test('each passage is encoded with its title, after the talk as a whole', () => {
  for (const talk of gardenTalks) {
    const texts = passageTexts(talk)
    const passages = textsOf(talk).filter(({ passage }) => passage)
    if (passages.length < 2) continue
    expect(texts[0]!.passage).toBeUndefined()
    expect(texts[0]!.text.startsWith(talk.title)).toBe(true)
    expect(texts.slice(1)).toEqual(
      passages.map(({ text }, passage) => ({ passage, text: `${talk.title}. ${text}` })),
    )
  }
})

test('a talk with one passage is encoded once, and one without any by its title', () => {
  const passage = { form: 'paragraph', text: 'Warm the pot.', line: 3, depth: 0 } as const
  const talk = makeTalk('tea', {
    title: 'Tea',
    tags: ['pots'],
    summary: passage,
    takeaways: [],
    sections: [],
  })
  expect(passageTexts(talk)).toEqual([{ passage: 0, text: 'Tea. pots. Warm the pot.' }])
  const empty = { ...talk, summary: { ...passage, text: '' } }
  expect(passageTexts(empty)).toEqual([{ passage: undefined, text: 'Tea. pots' }])
})
