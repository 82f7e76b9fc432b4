import { expect, test } from 'vitest'
import { filterMeant } from '../../../src/tips/settings/filter-meant.ts'
import { type TipFilter, tipsOf } from '../../../src/tips/tip.ts'
import { campTalk } from '../../corpora/camp.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'

const corpus = makeCorpus(
  campTalk('flask', ['F'], { tags: ['flask tips'], speakers: [{ name: 'Zoë Müller' }, { name: 'Bo Pier' }] }),
  campTalk('kivy', ['K'], { speakers: [{ name: 'Ada Pier' }, { name: 'Ada' }] }),
  campTalk('silent', [], { speakers: [{ name: 'Cy Quay' }] }),
)
const meant = (filter: TipFilter) => filterMeant(filter, corpus.talks.flatMap(tipsOf))

test.each<[TipFilter, TipFilter]>([
  [
    { kind: 'speakers', speakers: ['muller', 'bo'] },
    { kind: 'speakers', speakers: ['Zoë Müller', 'Bo Pier'] },
  ],
  [
    { kind: 'event', event: 'pycamp' },
    { kind: 'event', event: 'PyCamp 2020' },
  ],
])('%j is %j', (said, filter) => {
  expect(meant(said)).toEqual(filter)
})

test.each<TipFilter>([
  { kind: 'speakers', speakers: ['Pier', 'Müll', 'Quay', 'Ada'] },
  { kind: 'event', event: 'camp' },
  { kind: 'event', event: '2020' },
  { kind: 'tags', tags: ['flask'] },
  { kind: 'all' },
])('%j stays as it is said: it is a name, or may be of several, or of none', (filter) => {
  expect(meant(filter)).toEqual(filter)
})
