import { expect, test } from 'vitest'
import { filterProblem } from '../../../src/tips/settings/filter-problem.ts'
import { type TipFilter, tipsOf } from '../../../src/tips/tip.ts'
import { campTalk } from '../../corpora/camp.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const corpus = makeCorpus(
  campTalk('flask', ['F'], { tags: ['flask', 'web'], speakers: [{ name: 'Zoë Müller', handle: '@zoe' }] }),
  campTalk('silent', [], { tags: ['silence'] }),
)
const problem = (filter: TipFilter, of = corpus) => filterProblem(filter, of.talks.flatMap(tipsOf))

test.each<TipFilter>([
  { kind: 'all' },
  { kind: 'event', event: 'PyCamp 2020' },
  { kind: 'tags', tags: ['Flask', '#web'] },
  { kind: 'speakers', speakers: ['zoe muller', '@zoe'] },
])('%j will do', (filter) => {
  expect(problem(filter)).toBeUndefined()
})

test.each<[TipFilter, string]>([
  [
    { kind: 'tags', tags: ['flask', 'flsak'] },
    'No talk with takeaways has the tag “flsak”. Did you mean “flask”?',
  ],
  [{ kind: 'tags', tags: ['silence'] }, 'No talk with takeaways has the tag “silence”.'],
  [
    { kind: 'speakers', speakers: ['Müller'] },
    'No talk with takeaways is by “Müller”. Did you mean “Zoë Müller”?',
  ],
  [
    { kind: 'event', event: 'pycamp-2021' },
    'The notes hold no takeaways of an event “pycamp-2021”. Did you mean “PyCamp 2020”?',
  ],
])('%j will not, and the sentence says what to try', (filter, sentence) => {
  expect(problem(filter)).toBe(sentence)
})

test('if a part is of several names, they are named', () => {
  const twice = makeCorpus(
    campTalk('flask', ['F'], { speakers: [{ name: 'Ada Pier' }, { name: 'Bo Pier' }] }),
    campTalk('kivy', ['K'], { event: { id: 'pycamp-2021', name: 'PyCamp 2021' } }),
  )
  expect(problem({ kind: 'speakers', speakers: ['Pier'] }, twice)).toBe(
    'No talk with takeaways is by “Pier”. Did you mean “Ada Pier” or “Bo Pier”?',
  )
  expect(problem({ kind: 'event', event: 'pycamp' }, twice)).toMatch(
    /Did you mean “PyCamp 2020” or “PyCamp 2021”\?$/,
  )
})

test('an event is suggested by its name, and by its id only if no name is meant', () => {
  const event = { id: 'meetups/rope-evenings', name: 'Knots of Kiel' }
  const both = makeCorpus(campTalk('flask', ['F'], { event }), campTalk('kivy', ['K']))
  expect(problem({ kind: 'event', event: 'camp' }, both)).toMatch(/Did you mean “PyCamp 2020”\?$/)
  expect(problem({ kind: 'event', event: 'rope' }, both)).toMatch(/Did you mean “meetups\/rope-evenings”\?$/)
})

test('an event that gives no tips is none that was meant', () => {
  const silent = makeTalk('Silence', { event: { id: 'quiet-days', name: 'Quiet Days' } })
  const both = makeCorpus(campTalk('flask', ['F']), silent)
  for (const event of ['Quiet Days', 'quiet'])
    expect(problem({ kind: 'event', event }, both)).toBe(
      `The notes hold no takeaways of an event “${event}”.`,
    )
})

test('notes with no takeaways at all are said to be so', () => {
  expect(problem({ kind: 'all' }, makeCorpus(campTalk('silent', [])))).toMatch(/hold no takeaways yet/)
})
