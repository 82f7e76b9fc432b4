import { expect, test } from 'vitest'
import type { Event } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'

const group: Event = { id: 'users', name: 'Users', starts: '2009-01-01', ends: '2019-01-01' }
const conference: Event = { id: 'conf', name: 'Conf', starts: '2014-06-01', ends: '2014-06-03', year: 2014 }

const talk = (event: Event, title: string, date?: string) =>
  makeTalk(title, { event, summary: passage(`${title} and tea.`, 1), ...(date && { date }) })

const engine = createLunrEngine({
  version: 'dates',
  talks: [
    talk(conference, 'cups'),
    talk(conference, 'lids', '2014-06-02'),
    talk(group, 'kettles', '2012-03-04'),
    talk(group, 'leaves', '2018-03-04'),
    talk(group, 'milk'),
  ],
})

test.each([
  ['year:2014', ['cups', 'lids']],
  ['year:2012', ['kettles']],
  ['before:2014', ['kettles']],
  ['after:2014', ['leaves']],
  ['year:2009', []],
  ['since:2014-06-02', ['cups', 'leaves', 'lids', 'milk']],
  ['since:2014-06-04', ['leaves', 'milk']],
  ['before:2014-06-02', ['cups', 'kettles', 'milk']],
  ['until:2008-12-31', []],
  ['date:2014-06-02', ['lids']],
  ['sort:newest tea', ['leaves', 'lids', 'cups', 'kettles', 'milk']],
  ['sort:oldest tea', ['milk', 'kettles', 'cups', 'lids', 'leaves']],
])('%s goes by the date of the talk before that of its event', async (question, titles) => {
  const { results } = await engine.search(parseQuery(question), { limit: 10 })
  const found = results.map(({ talk }) => talk.title)
  expect(question.startsWith('sort') ? found : found.toSorted()).toEqual(titles)
})

test('what has no time comes last in its day, in either order', async () => {
  const day = '2014-06-02'
  const timed = ['09:00', '10:30', '23:59'].map((starts) =>
    makeTalk(`at ${starts}`, { event: conference, date: day, starts, summary: passage('Tea.', 1) }),
  )
  const corpus = {
    version: 'times',
    talks: [
      talk(conference, 'an unknown time', day),
      ...timed,
      talk(conference, 'the day after', '2014-06-03'),
    ],
  }
  const listed = async (order: string) => {
    const { results } = await createLunrEngine(corpus).search(parseQuery(`sort:${order} tea`), { limit: 10 })
    return results.map(({ talk }) => talk.title)
  }
  const inDay = timed.map(({ title }) => title)
  expect(await listed('oldest')).toEqual([...inDay, 'an unknown time', 'the day after'])
  expect(await listed('newest')).toEqual(['the day after', ...inDay.toReversed(), 'an unknown time'])
})
