import { expect, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const titles = {
  dotnet: 'Porting to .NET from C++',
  launchpad: 'Bugs on www.launchpad.net',
  flags: 'Running with --no-cache-dir',
  version: 'What v1.2.3 brings',
  media: 'Cameras by getUserMedia',
  mail: 'Answering e-mail late',
  department: "The IT department of O'Reilly",
  chinese: '用Django编写',
}
const talks = Object.entries(titles).map(([id, title]) => makeTalk(id, { title }))
const engine = createLunrEngine({ talks: [...talks, ...gardenTalks], version: 'compounds' })
const found = async (question: string) =>
  (await engine.search(parseQuery(question))).results.map(({ talk }) => talk.id.replace(/^.*\//, ''))

test.each([
  ['.NET', ['dotnet']],
  ['launchpad.net', ['launchpad']],
  ['launchpad', ['launchpad']],
  ['net', []],
  ['what does --no-cache-dir do?', ['flags']],
  ['cache', ['flags']],
  ['1.2.3', ['version']],
  ['v1.2.3', ['version']],
  ['user media', ['media']],
  ['getusermedia', ['media']],
  ['email', ['mail']],
  ['e-mails', ['mail']],
  ['e mail', ['mail']],
  ['mail', ['mail']],
  ['what about IT?', ['department']],
  ['who is it?', []],
  ['Reilly', ['department']],
  ['django', ['chinese']],
])('%s finds %j', async (question, expected) => {
  expect(await found(question)).toEqual(expected)
})

test('a dotted name that no talk has as a whole is searched for by the parts that talks have', async () => {
  const kafka = makeTalk('kafka', { title: 'Running Kafka', tags: ['brokers'] })
  const engine = createLunrEngine({ talks: [kafka, ...gardenTalks], version: 'kafka' })
  const { results } = await engine.search(parseQuery('kafka.errors.NoBrokersAvailable'))
  expect(results[0]?.talk).toBe(kafka)
  expect(results[0]?.coverage).toBeLessThan(0.5)
})

test('a word about asking is searched for too, but decides nothing', async () => {
  const spoken = makeTalk('spoken', { title: 'Spoken dialects' })
  const other = makeTalk('other', { title: 'Dead dialects' })
  const engine = createLunrEngine({ talks: [other, spoken, ...gardenTalks], version: 'spoken' })
  const { results } = await engine.search(parseQuery('which dialects are spoken?'))
  expect(results.slice(0, 2).map(({ talk }) => talk)).toEqual([spoken, other])
  expect(results[1]?.coverage).toBe(results[0]?.coverage)
})
