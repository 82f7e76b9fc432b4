import { expect, test } from 'vitest'
import type { Talk } from '../../src/notes/talk.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { makeTalk } from '../helpers/make-talk.ts'

/** A note of one sentence. */
const note = (id: string, language: string, text: string): Talk =>
  makeTalk(id, { title: id, language, summary: { form: 'paragraph', text, line: 1, depth: 0 } })

const talks = [
  note('songs', 'en', 'Let it rain and other pop songs.'),
  note('aften', 'da', 'En let aften med venner, og tests i node.js og version 2.9.'),
  note('piscine', 'fr', 'Plongeon et pop dans la piscine. L’apprentissage à l’aube.'),
  note('seoul', 'ko', '사용자가 데이터베이스를 testing 합니다. Django를 씁니다.'),
  note('prague', 'cs', 'Zahrada a programs pro vlaky.'),
]
const engine = createLunrEngine({ talks: [...talks, ...gardenTalks], version: 'languages' })
const found = async (question: string) =>
  (await engine.search(parseQuery(question))).results.map(({ talk }) => talk.id.replace(/^.*\//, ''))

test.each([
  ['letter', 'let it rain, which a Danish note must not make the stem of "letter"'],
  ['pope', 'pop music, which a French note must not make the stem of "pope"'],
])('%s does not find a note in English about %s', async (question) => {
  expect(await found(question)).not.toContain('songs')
})

test.each([
  ['let', 'aften', 'a Danish word'],
  ['venner', 'aften', 'another form of a Danish word'],
  ['node.js', 'aften', 'a compound in a Danish note'],
  ['2.9', 'aften', 'a number in a Danish note'],
  ['tests', 'seoul', 'an English word in a Korean note, in another form'],
  ['program', 'prague', 'an English word in a note of a language without a stemmer'],
  ['데이터베이스', 'seoul', 'a Korean word without its particle'],
  ['사용자는', 'seoul', 'a Korean word with another particle'],
  ['django', 'seoul', 'an English word with a Korean particle'],
  ['"사용자가 데이터베이스"', 'seoul', 'a Korean phrase'],
  ['apprentissage', 'piscine', 'a word behind an elided article'],
  ["l'apprentissage", 'piscine', 'an elided article with another apostrophe'],
  ['apprentissages', 'piscine', 'another form of a word behind an elided article'],
  ['"tests i node.js"', 'aften', 'a phrase of a Danish note with a compound'],
])('%s finds the note %s (%s)', async (question, expected) => {
  expect(await found(question)).toContain(expected)
})

test('what two notes in one language share is told without the words of their common tags', async () => {
  const [first, second] = ['brød', 'kage'].map((id) => ({
    ...note(id, 'da', 'Surdej kræver tålmodighed.'),
    tags: ['surdeje'],
  }))
  const danish = createLunrEngine({ talks: [first!, second!, ...gardenTalks], version: 'danish' })
  const [similar] = await danish.similar(first!.id)
  expect(similar?.shared.tags).toEqual(['surdeje'])
  expect(similar?.shared.words.length).toBeGreaterThan(0)
  expect(similar?.shared.words).not.toContain('surdeje')
})

test('notes in two languages are similar by the words that they have in common', async () => {
  const french = note('abeilles', 'fr', 'Les ruches de Byron, avec node.js et compost.')
  const both = createLunrEngine({ talks: [french, ...gardenTalks], version: 'two' })
  const similar = await both.similar(french.id)
  expect(similar.map(({ talk }) => talk.id)).toEqual(
    expect.arrayContaining(['garden-2020/compost', 'garden-2020/bees']),
  )
  const compost = similar.find(({ talk }) => talk.id === 'garden-2020/compost')
  expect(compost?.shared.words).toEqual(expect.arrayContaining(['node.js', 'Compost']))
})

test('a word about asking counts no more for being rare in another language of the notes', async () => {
  const bees = Array.from({ length: 30 }, (_, place) =>
    makeTalk(`bees${place}`, { title: `Talks on bees ${place}` }),
  )
  const italian = makeTalk('parlate', { title: 'Talks', tags: ['talks'], language: 'it' })
  const engine = createLunrEngine({ talks: [...bees, italian], version: 'asking' })
  const { results } = await engine.search(parseQuery('talks on bees'), { explain: true, limit: 40 })
  const terms = results.flatMap(({ explanation }) => explanation?.terms ?? [])
  const weightOf = (wanted: string) => terms.find(({ term }) => term === wanted)?.weight ?? 0
  expect(weightOf('talks~it')).toBeGreaterThan(0)
  expect(weightOf('talks~it')).toBeLessThan(weightOf('talk'))
})
