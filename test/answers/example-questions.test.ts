import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { chooseExamples } from '../../src/answers/choose-examples.ts'
import { exampleQuestions } from '../../src/answers/example-questions.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { wholeTalk } from '../../src/notes/whole-talk.ts'
import { countSpellings, readSpelledValues } from '../../src/search/filter/read-doc-values.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { bullets, makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

const tea = (given: Partial<Talk>) =>
  makeTalk('tea', { title: 'Pots', summary: passage('About pots of tea.', 5), ...given })

test.each<readonly [string, Partial<Talk>]>([
  ['How do I warm a pot evenly?', { takeaways: bullets(['Use boiling water to warm a pot evenly.']) }],
  ['How do I keep tea warm?', { takeaways: bullets(['To keep tea warm, put the pot on a candle.']) }],
  ['How do I keep my pot clean?', { takeaways: bullets(['To keep your pot clean, rinse it.']) }],
  ['What is Pots?', { takeaways: bullets(['Pots is a library for tea.']) }],
  [
    'What did Ada Pier say about Kettles?',
    { title: 'Growing Kettles', tags: ['kettles'], speakers: [{ name: 'Ada Pier' }] },
  ],
  ['Which talk is about tea?', { tags: ['tea'] }],
  ['What was “Pots” about?', {}],
])('asks %j', (question, given) => {
  expect(exampleQuestions([tea(given)])[0]).toBe(question)
})

test.each([
  'Use boiling water to warm it.',
  'Set a time to live on all pots that you warm.',
  'Add a link back to kettles that are older.',
  'Add milk to the pot.',
  'To begin with, warm the pot.',
  'To keep tea (of any kind) warm, use a candle.',
  'It is a library for tea.',
  'Water is a liquid.',
])('makes no question of “%s”', (takeaway) => {
  expect(exampleQuestions([tea({ takeaways: bullets([takeaway]) })])).toEqual(['What was “Pots” about?'])
})

test('makes no English questions of notes in other languages', () => {
  const takeaways = bullets(['Use boiling water to warm a pot evenly.'])
  expect(exampleQuestions([tea({ takeaways, language: 'it' })])).toEqual(['What was “Pots” about?'])
})

test('a tag that is a kind of talks is no topic to ask for', () => {
  const tagged = (tag: string) =>
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      makeTalk(id, { title: id, tags: 'ab'.includes(id) ? [tag] : [] }),
    )
  expect(exampleQuestions(tagged('kettles'))).toContain('Any talks on kettles?')
  expect(exampleQuestions(tagged('keynote')).join()).not.toContain('keynote')
})

test('what is not answered as it should be is no example', async () => {
  const kettles = makeTalk('kettles', { title: 'Kettles', summary: passage('Kettles whistle.', 5) })
  const corpus = makeCorpus(tea({ takeaways: bullets(['Use boiling water to warm a pot evenly.']) }), kettles)
  expect((await chooseExamples(corpus, createLunrEngine(corpus)))[0]).toBe('How do I warm a pot evenly?')
  const lacking = createLunrEngine(makeCorpus(kettles))
  expect(await chooseExamples(corpus, lacking)).toEqual(['What was “Kettles” about?'])
})

test('talks have the tags that their doc values count', async () => {
  const tags = fc.array(fc.constantFrom('bees', 'Bees', 'honey', 'node.js', 'nodejs'), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(tags, { maxLength: 6 }), async (lists) => {
      const talks = lists.map((given, number) => makeTalk(`tea-${number}`, { title: 'Pots', tags: given }))
      const corpus = makeCorpus(...talks)
      const { spellings } = readSpelledValues(corpus.talks)
      const engine = createLunrEngine(corpus)
      expect(await chooseExamples(corpus, engine, countSpellings(spellings.tag))).toEqual(
        await chooseExamples(corpus, engine),
      )
      const counts = Object.groupBy(lists.flat(), (tag) => tag)
      expect(Object.fromEntries(countSpellings(spellings.tag))).toEqual(
        Object.fromEntries(Object.entries(counts).map(([tag, all]) => [tag, all!.length])),
      )
    }),
    { numRuns: runs(50) },
  )
})

const italian: readonly Talk[] = ['Reti asincrone', 'Profilare il codice', 'Pacchetti e ambienti'].map(
  (title, number) =>
    makeTalk(`it${number}`, {
      title,
      language: 'it',
      tags: ['python', title.split(' ')[0]!.toLowerCase()],
      speakers: [{ name: 'Ada Molo' }],
      summary: passage(`Un intervento su ${title.toLowerCase()} con esempi pratici.`, 6),
      takeaways: bullets([`Per ${title.toLowerCase()}, usare strumenti semplici.`], 9),
    }),
)

describe('every example is answered as found', () => {
  let own: Corpus

  beforeAll(async () => {
    const read = await readCorpus('corpus')
    own = { ...read, talks: read.talks.map(wholeTalk) }
  })

  async function expectFound(talks: readonly Talk[]) {
    const corpus = makeCorpus(...talks)
    const engine = createLunrEngine(corpus)
    const answers = createAnswers(corpus, engine)
    const examples = await chooseExamples(corpus, engine)
    expect(new Set(examples).size).toBe(examples.length)
    for (const example of examples) {
      expect(example).toMatch(/^\S.{3,73}\?$/)
      expect((await answers.answerQuestion(example)).kind, example).toBe('found')
    }
    return examples
  }

  test('in small notes, and in notes of other languages', async () => {
    for (const talks of [
      gardenTalks,
      riggedCorpus.talks,
      italian,
      [...gardenTalks, ...italian],
      [],
      [makeTalk('x')],
    ])
      await expectFound(talks)
    expect(exampleQuestions(italian)).toHaveLength(4)
    expect(exampleQuestions(gardenTalks)).toHaveLength(4)
  })

  test('in any of the notes, whatever of them is missing', async () => {
    const without = fc.record({
      talks: fc.uniqueArray(fc.nat(55), { minLength: 1, maxLength: 12 }),
      tags: fc.boolean(),
      speakers: fc.boolean(),
      takeaways: fc.boolean(),
      language: fc.constantFrom('en', 'it'),
    })
    await fc.assert(
      fc.asyncProperty(without, async ({ talks, tags, speakers, takeaways, language }) => {
        const some = talks.map((number): Talk => {
          const talk = own.talks[number]!
          const bare = { ...talk, language, ...(!tags && { tags: [] }), ...(!speakers && { speakers: [] }) }
          return takeaways ? bare : { ...bare, takeaways: [] }
        })
        expect(await expectFound(some)).not.toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })
})
