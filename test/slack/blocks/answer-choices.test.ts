import { expect, test } from 'vitest'
import { buildAnswerMessage } from '../../../src/slack/blocks/answer-blocks.ts'
import { lighthouses, queues } from '../../corpora/harbour.ts'
import { found, result } from '../../helpers/make-answer.ts'
import { buttonsOf } from '../readable.ts'

test('an answer of many talks offers to narrow the question to what divides them', () => {
  const { blocks } = buildAnswerMessage(
    found([result(queues), result(lighthouses), result(queues)], {
      question: 'queues',
      total: 9,
      facets: [
        {
          field: 'tag',
          values: [
            { value: 'queues', count: 9, filter: 'tag:queues' },
            { value: 'retries', count: 4, filter: 'tag:retries' },
            { value: 'rust', count: 3, filter: 'tag:rust' },
          ],
        },
        {
          field: 'kind',
          values: [
            { value: 'talk', count: 7, filter: 'kind:talk' },
            { value: 'keynote', count: 2, filter: 'kind:keynote' },
          ],
        },
      ],
    }),
    { shareable: false, open: 'more' },
  )
  const offers = buttonsOf(blocks).filter(({ actionId }) => actionId.startsWith('ask_'))
  expect(offers.map(({ text, value }) => [text, value])).toEqual([
    ['Only #retries (4)', 'v1 0 queues tag:retries'],
  ])
})

const divided = found([result(queues), result(lighthouses), result(queues)], {
  question: 'queues year:2012,2013 event:harbour',
  total: 12,
  facets: [
    { field: 'event', values: [{ value: 'HarbourConf', count: 6, filter: 'event:"HarbourConf"' }] },
    { field: 'year', values: [{ value: '2012', count: 5, filter: 'year:2012' }] },
    {
      field: 'kind',
      values: [
        { value: 'talk', count: 7, filter: 'kind:talk' },
        { value: 'notes', count: 5, filter: 'kind:notes' },
      ],
    },
    { field: 'lang', values: [{ value: 'it', count: 2, filter: 'lang:it' }] },
  ],
})
const narrowed = (options: { readonly isExact?: boolean }, given = divided) =>
  buttonsOf(buildAnswerMessage(given, { shareable: false, open: 'more', ...options }).blocks)
    .filter(({ actionId, text }) => actionId.startsWith('ask_') && text.startsWith('Only'))
    .map(({ text, value }) => [text, value])

test('an answer narrows to an event or a year in the place of those that were asked for, before a kind', () => {
  expect(narrowed({})).toEqual([
    ['Only HarbourConf (6)', 'v1 0 queues year:2012,2013 event:"HarbourConf"'],
    ['Only 2012 (5)', 'v1 0 queues year:2012 event:harbour'],
    ['Only language: it (2)', 'v1 0 queues year:2012,2013 event:harbour lang:it'],
  ])
  const facets = divided.facets.filter(({ field }) => field === 'kind')
  expect(narrowed({}, { ...divided, question: 'queues', facets })).toEqual([
    ['Only kind: talk (7)', 'v1 0 queues kind:talk'],
  ])
})

test('an answer that left the spelling as it is narrows to the same spelling', () => {
  expect(narrowed({ isExact: true })[1]).toEqual(['Only 2012 (5)', 'v1 0! queues year:2012 event:harbour'])
})

test('what narrows an answer of many talks stands behind “More…”, of few there is nothing to narrow', () => {
  const choices = (total: number) => {
    const { blocks } = buildAnswerMessage(found([result(queues), result(lighthouses)], { total }), {
      shareable: false,
    })
    return buttonsOf(blocks).map(({ text }) => text)
  }
  expect(choices(6)).toContain('More…')
  expect(choices(5)).toContain('More results')
})
