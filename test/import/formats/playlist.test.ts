import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes } from '../../../src/import/read/input.ts'
import { readSource } from '../../../src/import/read-source.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'
import { readContent } from '../read-content.ts'

const list = { _type: 'playlist', title: 'OarConf 2024', entries: [{ id: 'abc', title: 'Whirlpools' }] }

test.each(['', 'WEBVTT\n\n00:00', '1\n00:00:00,000 --> \n', '\0'])(
  'captions that are damaged, %j, are named, and the talk is read without them',
  async (captions) => {
    const folder = writeFolder({ 'list.info.json': JSON.stringify(list), 'Whirlpools.abc.vtt': captions })
    const path = join(folder, 'list.info.json')
    const found: unknown[] = []
    for await (const one of readSource({ path, file: 'list.info.json', bytes: () => readBytes(path) }))
      found.push(one)
    expect(found).toEqual([
      { bad: { where: 'list.info.json, video 1', reason: 'Whirlpools.abc.vtt holds no captions' } },
      expect.objectContaining({ talk: expect.objectContaining({ title: 'Whirlpools' }) }),
    ])
  },
)

const video = (more: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    id: 'abc123xyz00',
    title: 'Whirlpools',
    webpage_url: 'https://www.youtube.com/watch?v=abc123xyz00',
    extractor: 'youtube',
    playlist_title: 'OarConf 2024',
    ...more,
  })

const chapters = [
  { start_time: 0, end_time: 65, title: 'Hello' },
  { start_time: 65.4, end_time: 3723, title: 'How whirlpools turn' },
  { start_time: 3723, end_time: 4000, title: 'Questions' },
]

test.each([
  [
    'https://www.youtube.com/watch?v=abc123xyz00',
    [
      '- 0:00 Hello (https://www.youtube.com/watch?v=abc123xyz00&t=0s)',
      '- 1:05 How whirlpools turn (https://www.youtube.com/watch?v=abc123xyz00&t=65s)',
      '- 1:02:03 Questions (https://www.youtube.com/watch?v=abc123xyz00&t=3723s)',
    ],
  ],
  ['https://oars.example/1', ['- 0:00 Hello', '- 1:05 How whirlpools turn', '- 1:02:03 Questions']],
])('the chapters of a video at %s say what is told when', async (webpage_url, lines) => {
  const { talks } = await readContent(
    video({ webpage_url, chapters, description: 'They turn.' }),
    'x.info.json',
  )
  expect(talks[0]?.text).toEqual({
    form: 'abstract',
    value: `They turn.\n\n## Chapters\n\n${lines.join('\n')}`,
  })
})

test.each([
  ['none', null, 'They turn.'],
  ['one', chapters.slice(0, 1), 'They turn.'],
  ['no titles', chapters.map((one, at) => ({ ...one, title: `<Untitled Chapter ${at}>` })), 'They turn.'],
  ['those of the description', chapters, '0:00 Hello\n1:05 How whirlpools turn\n1:02:03 Questions'],
])('of chapters that are %s nothing is told', async (_, given, description) => {
  const { talks } = await readContent(video({ chapters: given, description }), 'x.info.json')
  expect(talks[0]?.text).toEqual({ form: 'abstract', value: description })
})

test('what is written of a playlist beside its videos is no talk', async () => {
  const list = {
    _type: 'playlist',
    extractor: 'youtube:tab',
    webpage_url: 'https://www.youtube.com/playlist?list=x',
  }
  const { talks, bad, found, failure } = await readContent(
    JSON.stringify({ ...list, id: 'x', title: 'OarConf 2024' }),
    'OarConf 2024 [x].info.json',
  )
  expect({ talks, bad, failure }).toEqual({ talks: [], bad: [], failure: undefined })
  expect(found).toEqual([{ hint: expect.stringContaining('the page of a playlist itself') }])
})

test.each([
  ['Speaker: Ada Miller\nSlides: https://example.org/a.pdf', ['Ada Miller'], ['https://example.org/a.pdf']],
  ['Speaker(s): Ada Miller, Bob Smith', ['Ada Miller', 'Bob Smith'], []],
  ['Host: Ada Miller\nInstructor: Bob Smith', [], []],
  // Channels name themselves, and where else they are.
  ['Presented by: The Oar Foundation\nWebsite: https://example.org', [], []],
  ['Video: https://youtu.be/zyx987cba00\nGitHub: https://github.com/oarconf', [], []],
])(
  'a description tells who speaks and what was shown, and stays whole: %j',
  async (lines, speakers, links) => {
    const description = `They turn.\n\n${lines}`
    const { talks } = await readContent(video({ description }), 'v.info.json')
    expect(talks).toMatchObject([{ text: { value: description } }])
    expect(talks[0]?.speakers.map(({ name }) => name)).toEqual(speakers)
    expect(talks[0]?.links.slice(1).map(({ url }) => url)).toEqual(links)
  },
)
