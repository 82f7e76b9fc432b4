import { expect, test } from 'vitest'
import type { Passage } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const passage = (text: string, line: number): Passage => ({ form: 'bullet', text, line, depth: 0 })
const dairy = makeTalk('dairy', {
  title: 'A dairy run by software',
  speakers: [{ name: 'Rosa Whey' }],
  tags: ['churnlog'],
  summary: { form: 'paragraph', text: 'Rosa Whey tells how a dairy counts its cheeses.', line: 3, depth: 0 },
  takeaways: [
    passage('Cheeses are kept in the Rennet database for three years.', 5),
    passage('The framework did not fit the dairy, and was left.', 6),
    passage('A plain tool called churnlog weighs the butter.', 7),
    passage('Milk is filtered with Sieve on Linux.', 8),
    passage('One cheese stood for ninety days, and most of the cream went to 40 bakers in 2019.', 9),
    passage('It takes 5 seconds for each pail, and the best pails cost more.', 10),
    passage('queue = kite streams', 11),
  ],
})
const engine = createLunrEngine({ talks: [dairy, ...gardenTalks], version: 'dairy' })
const evidenceOf = async (question: string) => {
  const { best } = await engine.search(parseQuery(question))
  expect(best?.talk).toBe(dairy)
  return best!.evidence()
}

test.each([
  ['which database does the dairy keep its cheeses in?', undefined],
  ['what tool does the dairy weigh butter with?', undefined],
  ['which framework did not fit the dairy?', 'framework'],
  ['which frameworks does Rosa Whey use at the dairy?', 'frameworks'],
  ['which editor does Rosa Whey use?', 'editor'],
  ['which tool filters the milk?', undefined],
  ['which queue does the dairy use?', undefined],
  ['which database schemas does the dairy keep?', undefined],
])('“%s” is told by the kind and a name in one sentence', async (question, lackingKind) => {
  const evidence = await evidenceOf(question)
  expect(evidence.lackingKind).toBe(lackingKind)
  expect(evidence.isUntold).toBe(lackingKind !== undefined)
})

test.each([
  ['which translation tool does the bakery use?', 'translations through linguo', undefined],
  ['which translation tool does the bakery use?', 'We use a slate for translations.', undefined],
  ['which translation tool does the bakery use?', 'A translation is read twice.', 'tool'],
  ['which software does the bakery draw its cakes with?', 'They draw cakes on paper.', 'software'],
  ['which software does the bakery draw its cakes with?', 'They draw cakes in Icing.', undefined],
  ['which oven software does the bakery use?', 'Loaves burn at times.', undefined],
  ['which map software does the bakery use?', 'Loaves burn at times.', 'software'],
])(
  'of a bakery, “%s” is told by “%s” if it says which, or with what',
  async (question, told, lackingKind) => {
    const text = 'A bakery heats its ovens with Ember, sorts maps by hand and draws cakes.'
    const bakery = makeTalk('bakery', {
      title: 'A bakery',
      speakers: [{ name: 'Ada Example' }],
      summary: { form: 'paragraph', text, line: 3, depth: 0 },
      takeaways: [passage(told, 5)],
    })
    const { best } = await createLunrEngine({ talks: [bakery, ...gardenTalks], version: '1' }).search(
      parseQuery(question),
    )
    expect(best?.talk).toBe(bakery)
    expect(best!.evidence().lackingKind).toBe(lackingKind)
  },
)

test.each([
  ['does the dairy software run on linux?', false],
  ['does the dairy software run on windows?', true],
  ['can the dairy filter milk without a sieve?', false],
  ['does the dairy software work with a label printer?', true],
])('what something goes with is told if the talk mentions it: “%s”', async (question, isUntold) => {
  expect((await evidenceOf(question)).isUntold).toBe(isUntold)
})

test.each([
  ['how do I filter milk at the dairy?', false],
  ["how do I insure Rosa Whey's database on Linux for three years?", true],
])(
  'how to do it is told if the talk has a word for it, or most of the rest: “%s”',
  async (question, isUntold) => {
    expect((await evidenceOf(question)).isUntold).toBe(isUntold)
  },
)

test.each([
  ['how many bakers got cream from the dairy?', 'number'],
  ['how many cheeses stood at the dairy?', 'number'],
  ['how many days did the cheese stand?', 'number'],
  ['how many pails cost more at the dairy?', undefined],
])(
  '“%s”: a measure and a year count nothing, and “one” what is right behind it',
  async (question, toldThing) => {
    expect((await evidenceOf(question)).toldThing).toBe(toldThing)
  },
)
