import { expect, test } from 'vitest'
import { sectionOf } from '../../src/notes/section.ts'
import type { Section, Talk } from '../../src/notes/talk.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { tipPassages } from '../../src/tips/tip-passages.ts'
import { makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'

const said =
  'So well the anchor is what holds a boat and you know an anchor of ten kilos holds the boat in mud and then an anchor drags.'
const section = (title: string, text: string, line: number) => sectionOf(title, line, [passage(text, line)])
const boats = (name: string, sections: readonly Section[], summary = `Notes on ${name}.`): Talk =>
  makeTalk(name, { title: `Talk of ${name}`, summary: passage(summary, 3), sections })

const find = async (question: string, ...talks: readonly Talk[]) =>
  (await createLunrEngine(makeCorpus(...talks)).search(parseQuery(question))).results

test.each(['Transcript', 'Full transcript', 'Captions (auto-generated)', 'YouTube transcript:'])(
  'what stands below “%s” ranks below what a person wrote, and is found',
  async (title) => {
    const spoken = boats('winches', [section(title, `${said} ${said} ${said}`, 20)])
    const written = boats('moorings', [section('Holding', 'An anchor of ten kilos holds in mud.', 9)])
    expect((await find('anchor mud', spoken, written)).map(({ talk }) => talk.id)).toEqual([
      written.id,
      spoken.id,
    ])
    expect((await find('anchor', spoken)).map(({ talk }) => talk.id)).toEqual([spoken.id])
  },
)

test('what a person wrote is quoted before what was said', async () => {
  const talk = boats('moorings', [
    section('Transcript', 'An anchor of ten kilos holds the boat in mud, an anchor drags in sand.', 20),
    section('Holding', 'In mud an anchor holds ten kilos.', 40),
  ])
  const [found] = await find('anchor in mud', talk)
  expect(found?.quote(200).text).toBe('In mud an anchor holds ten kilos.')
})

test('what was said is quoted if nobody wrote of it', async () => {
  const [found] = await find(
    'sand',
    boats('moorings', [section('Transcript', 'An anchor drags in sand.', 20)]),
  )
  expect(found?.quote(200)).toMatchObject({ text: 'An anchor drags in sand.', line: 20 })
})

test('a transcript gives no tip', () => {
  const sentence = 'An anchor of ten kilos can keep a boat in mud, but not in sand.'
  expect(tipPassages(boats('moorings', [section('Holding', sentence, 9)], ''))).toHaveLength(1)
  expect(tipPassages(boats('moorings', [section('Full transcript', sentence, 9)], ''))).toEqual([])
})
