import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readContent } from '../read-content.ts'

const told = { description: 'We look forward to your proposals.', link: 'https://oars.example/cfp' }
const news = [
  { title: 'Call for papers is open', date: '2026-01-10', ...told },
  { title: 'Tickets on sale', date: '2026-02-10', ...told },
]
const both = async (list: readonly object[], stem: string) => {
  const inYaml = await readContent(stringify(list), `${stem}.yml`)
  const inJson = await readContent(JSON.stringify(list), `${stem}.json`)
  expect(inJson.titles).toEqual(inYaml.titles)
  return inYaml
}

test.each(['news', 'announcements', '_posts'])(
  'what is new on a site (%s) is no talk, and that is said',
  async (stem) => {
    const { titles, failure } = await both(news, stem)
    expect(titles).toEqual([])
    expect(failure).toContain('what is new on a site')
  },
)

test('news below its year is no talk either', async () => {
  const { titles } = await readContent(JSON.stringify({ 2026: news }), 'news.json')
  expect(titles).toEqual([])
})

describe('talks are read, also without speakers,', () => {
  test.each([
    ['if the list is called otherwise', news, 'evenings'],
    [
      'if one of them names somebody who speaks',
      [...news, { title: 'Tides', speaker: 'Ada Pier', ...told }],
      'news',
    ],
    [
      'if one has a recording',
      [...news, { title: 'Tides', date: '2026-03-10', ...told, video: 'https://youtu.be/abcdefghijk' }],
      'news',
    ],
    ['if one has an hour', [...news, { title: 'Tides', date: '2026-03-10', time: '19:00', ...told }], 'news'],
    ['if each has an event', news.map((one) => ({ ...one, event: 'Oar Days' })), 'articles'],
    ['if one has no day', [...news, { title: 'Tides', ...told }], 'news'],
  ])('%s', async (_, list, stem) => {
    expect((await both(list, stem)).titles).toEqual(list.map(({ title }) => title))
  })
})

test('a list that is called talks is none of news, whatever its file is called', async () => {
  const { titles } = await readContent(JSON.stringify({ talks: news }), 'news.json')
  expect(titles).toEqual(news.map(({ title }) => title))
})
