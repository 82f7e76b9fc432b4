import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTalksJsonl } from '../../../src/notes/ours/read-talks-jsonl.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

async function read(content: string | Buffer) {
  const folder = writeFolder({ 'talks.jsonl': content })
  return readTalksJsonl(join(folder, 'talks.jsonl'), {
    event: { id: 'tea-2012', name: 'Tea 2012' },
    file: 'corpus/tea-2012/talks.jsonl',
  })
}

const record = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    id: 'oolong',
    title: 'Oolong',
    body: 'Half fermented.',
    source: { key: 'k', hash: 'h' },
    ...fields,
  })

describe('readTalksJsonl', () => {
  test('serves each record as the note it stands for, on its line', async () => {
    const body = 'Half fermented.\n\n## Takeaways\n\n- Brew it twice.\n\n## Water\n\nSoft, at 90 °C.'
    const { talks, problems } = await read(
      `\n${record({ body, speakers: ['Lu Yu'], tags: ['tea'], date: '2012-07-03' })}\n`,
    )
    expect(problems).toEqual([])
    expect(talks.map(({ talk }) => ({ ...talk }))).toEqual([
      {
        id: 'tea-2012/oolong',
        event: { id: 'tea-2012', name: 'Tea 2012' },
        title: 'Oolong',
        kind: 'talk',
        speakers: [{ name: 'Lu Yu' }],
        tags: ['tea'],
        date: '2012-07-03',
        links: [],
        followUps: [],
        attendees: [],
        language: 'en',
        file: 'corpus/tea-2012/talks.jsonl',
        summary: { form: 'paragraph', text: 'Half fermented.', line: 2, depth: 0 },
        takeaways: [{ form: 'bullet', text: 'Brew it twice.', line: 2, depth: 0 }],
        sections: [
          {
            title: 'Water',
            line: 2,
            passages: [{ form: 'paragraph', text: 'Soft, at 90 °C.', line: 2, depth: 0 }],
          },
        ],
      },
    ])
  })

  test.each([
    [{ speaker: 'Lu Yu' }, ['Lu Yu']],
    [{ speaker: { name: 'Lu Yu', company: 'Tea Ltd' } }, ['Lu Yu']],
    [{ speaker: 'Lu Yu and Sen Rikyu' }, ['Lu Yu', 'Sen Rikyu']],
    [{ speakers: 'Lu Yu' }, ['Lu Yu']],
    [{ speakers: { name: 'Lu Yu' } }, ['Lu Yu']],
    [{ speakers: [{ name: 'Lu Yu', title: 'Master' }, 'Sen Rikyu'] }, ['Lu Yu', 'Sen Rikyu']],
    [{ speaker: null }, []],
    [{ speaker: 'TBA' }, []],
    [{ speakers: [{ name: 'tea team', url: 'https://tea.example' }] }, ['tea team']],
    [
      { speakers: ['Lu Yu', { name: 'Sen Rikyu', handle: '@sen' }], speaker: 'lu yu' },
      ['Lu Yu', 'Sen Rikyu'],
    ],
    [{ speaker: 'Smith, John' }, ['John Smith']],
    [{ speaker: 'Zorx, Quxfoo' }, ['Zorx, Quxfoo']],
    [{ speaker: 'Lu Yu, Tea Ltd' }, ['Lu Yu']],
  ])('names whoever speaks: %j', async (fields, names) => {
    const { talks, problems } = await read(record(fields))
    expect(problems).toEqual([])
    expect(talks[0]?.talk.speakers.map(({ name }) => name)).toEqual(names)
  })

  test('can be handed to another thread', async () => {
    const { talks } = await read(record({}))
    expect(structuredClone(talks[0]?.talk)?.summary.text).toBe('Half fermented.')
  })

  test.each([
    ['{"id": ', 'is not a line of JSON'],
    [record({ title: undefined }), '`title` is missing or wrong'],
    [record({ title: '' }), '`title` is missing or wrong'],
    [record({ speaker: 7 }), '`speaker` is missing or wrong'],
    [record({ speaker: { keynote: 'Lu Yu' } }), '`speaker` is missing or wrong'],
    [record({ speakers: { keynote: 'Lu Yu' } }), '`speakers` is missing or wrong'],
    [record({ speakers: ['Lu Yu', { nam: 'Sen Rikyu' }] }), '`speakers` item 2 `name` is missing or wrong'],
    [record({ speakers: [{ name: 7, url: 'x' }] }), '`speakers` item 1 `name` is missing or wrong'],
    [record({ id: '../x' }), '`id` is missing or wrong'],
    [record({ id: 'a/b' }), '`id` is missing or wrong'],
    [record({ id: 'a\0b' }), '`id` is missing or wrong'],
    [record({ id: 'a\ud800' }), '`id` is missing or wrong'],
    [record({ id: 'x'.repeat(1_500) }), 'has an id of 1509 bytes, more than 1500'],
    [record({ body: 1 }), '`body` is missing or wrong'],
    [record({ date: '2012-07-32' }), '`date` is missing or wrong'],
    [record({ tag: [] }), 'unknown key `tag`'],
    [
      record({ links: [{ title: 'x', url: 'https://a.example', kin: 'site' }] }),
      'unknown key `kin` in `links` item 1',
    ],
    [record({ body: 'x'.repeat(1_100_000) }), 'the record has more than 1 MiB'],
    [
      record({ body: `Tea.\n\n${'- '.repeat(101)}x` }),
      'line 3 of `body`: more than 100 quotations or list items inside each other',
    ],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'is not UTF-8 at column 2'],
    [record({ id: 'GREEN' }), 'has the same id as line 1'],
  ])('reports a bad record with its line and serves the others (%#)', async (bad, message) => {
    const { talks, problems } = await read(
      Buffer.concat(
        [record({ id: 'green' }), '\n', bad, '\n', record({ id: 'white' }), '\n'].map((part) =>
          Buffer.from(part),
        ),
      ),
    )
    expect(problems).toMatchObject([
      { severity: 'error', file: 'corpus/tea-2012/talks.jsonl', line: 2, message },
    ])
    expect(talks.map(({ talk }) => talk.id)).toEqual(['tea-2012/green', 'tea-2012/white'])
  })

  test('serves a record with a long id', async () => {
    const { talks, problems } = await read(record({ id: 'x'.repeat(1_400) }))
    expect([talks.length, problems]).toEqual([1, []])
  })

  test.each([
    [undefined, /^give it one/],
    ['', /^give it one/],
    ['a/b', /^write it without \//],
    ['.a', /no blank or dot before it$/],
    ['a\nb', /^write it on one line/],
    ['x'.repeat(1_500), /^shorten `id`$/],
  ])('says what is wrong with an id (%#)', async (id, advice) => {
    const { problems } = await read(record({ id }))
    expect(problems.map((problem) => problem.advice)).toEqual([expect.stringMatching(advice)])
  })

  test('leaves out links that are not http or https', async () => {
    const { talks } = await read(record({ links: [{ title: 'x', url: 'javascript:x' }] }))
    expect(talks[0]?.talk.links).toEqual([])
  })
})
