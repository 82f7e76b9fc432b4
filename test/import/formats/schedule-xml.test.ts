import { describe, expect, test } from 'vitest'
import { readContent } from '../read-content.ts'

const schedule = (...events: readonly string[]) =>
  [
    '<?xml version="1.0"?>',
    '<schedule>',
    '<base_url>https://engines.example/2018/</base_url>',
    '<conference><title>Engines 2018</title></conference>',
    '<day date="2018-02-03"><room name="A">',
    ...events,
    '</room></day>',
    '</schedule>',
    '',
  ].join('\n')
const event = (id: number, inside = '') => `<event guid="g${id}"><title>Talk ${id}</title>${inside}</event>`

describe('a record that is no well-formed XML', () => {
  test.each([
    ['a stray <', event(2, '<abstract>a < b</abstract>')],
    ['a stray < before a letter', event(2, '<abstract>if a <b && c</abstract>')],
    ['a stray < before what looks like an attribute', event(2, '<abstract>if a <b c="d</abstract>')],
    ['a type in angles', event(2, '<abstract>List<int> is one</abstract>')],
    ['an element that is not closed', event(2, '<persons><person>Ada')],
    ['an attribute without an end', '<event guid="g2><title>Talk 2</title></event>'],
    ['elements that cross', '<event guid="g2"><a><title>Talk 2</a></title></event>'],
    ['no end', '<event guid="g2"><title>Talk 2</title>'],
    ['elements nested without end', event(2, '<a>'.repeat(10_000))],
    ['elements without number', event(2, '<a/>'.repeat(200_000))],
    [
      'attributes without number',
      event(2, `<a ${Array.from({ length: 50_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
    ],
    ['a comment without end', event(2, `<!-- ${'x'.repeat(1_100_000)}`)],
  ])('because it has %s is bad, and the others are read', async (_, odd) => {
    const { titles, bad, failure } = await readContent(schedule(event(1), odd, event(3), event(4)))
    expect(titles).toEqual(['Talk 1', 'Talk 3', 'Talk 4'])
    expect(failure).toBeUndefined()
    expect(bad).toHaveLength(1)
    expect(bad[0]).toMatch(/^input:7 /)
  })

  test('is named by its title, line and reason', async () => {
    const { found } = await readContent(schedule(event(1), event(2, '\n\n<abstract>a < b</abstract>')))
    expect(found.at(-1)).toEqual({
      bad: {
        where: 'input:7',
        title: 'Talk 2',
        reason: 'is no well-formed XML: invalid character in tag name (line 9)',
      },
    })
  })
})

test('text in CDATA and comments is no markup', async () => {
  const { titles, talks, bad } = await readContent(
    schedule(
      event(1, '<abstract><![CDATA[As in <event> and </event>, a < b]]></abstract>'),
      '<!-- <event guid="x"><title>Hidden</title></event> -->',
      event(2, '<!-- </event> -->'),
      '<event guid="g3"/>',
      event(4),
    ),
  )
  expect(titles).toEqual(['Talk 1', 'Talk 2', 'Talk 4'])
  expect(talks[0]?.text).toMatchObject({ value: 'As in <event> and </event>, a < b' })
  expect(bad).toEqual(['input:9 title: is missing or empty'])
})

test('records are the same wherever the chunks of the file end', async () => {
  const many = schedule(
    ...Array.from({ length: 3000 }, (_, n) => event(n, `<abstract>${'x'.repeat(n % 97)}</abstract>`)),
  )
  const { titles, failure, bad } = await readContent(many)
  expect({ count: titles.length, failure, bad }).toEqual({ count: 3000, failure: undefined, bad: [] })
})

test('addresses without a host are those of the schedule', async () => {
  const { talks } = await readContent(
    schedule(
      event(
        1,
        '<url>talk/1</url><links><link href="/about">About</link></links><attachments><attachment href="/media/a.pdf">Slides</attachment></attachments>',
      ),
    ),
  )
  expect(talks[0]?.links.map(({ url }) => url)).toEqual([
    'https://engines.example/2018/talk/1',
    'https://engines.example/about',
    'https://engines.example/media/a.pdf',
  ])
})
