import { describe, expect, test } from 'vitest'
import { readContent } from '../read-content.ts'

const talk = (title: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  id: `ev/${String(title)}`,
  event: 'Ev',
  title,
  videos: [],
  ...more,
})

describe('talks one a line', () => {
  test.each([
    ['null', 'expected object, received null'],
    ['not JSON', 'is not a line of JSON'],
    ['<schedule>', 'is not a line of JSON'],
    [JSON.stringify(talk(null)), 'title: is missing or empty'],
  ])('are told by the name of the file where the first line is %s', async (first, reason) => {
    const { titles, bad, failure } = await readContent(
      `${first}\n${JSON.stringify(talk('Mill'))}\n`,
      'x.jsonl',
    )
    expect({ titles, failure }).toEqual({ titles: ['Mill'], failure: undefined })
    expect(bad[0]).toBe(`x.jsonl:1 ${reason}`)
  })

  test('may begin with a long line', async () => {
    const long = JSON.stringify(talk('Long', { description: 'word '.repeat(20_000) }))
    const { titles } = await readContent(`${long}\n${JSON.stringify(talk('Mill'))}\n`, 'x.jsonl')
    expect(titles).toEqual(['Long', 'Mill'])
  })

  test('may be in UTF-16', async () => {
    const { titles } = await readContent(
      Buffer.from(`\ufeff${JSON.stringify(talk('Zürich'))}\n`, 'utf16le'),
      'x.jsonl',
    )
    expect(titles).toEqual(['Zürich'])
  })
})

test('talks in an array are read, and bad ones named', async () => {
  const { talks, bad } = await readContent(JSON.stringify([talk('Mill'), null, talk(''), talk('Store')]))
  expect(talks).toMatchObject([
    { title: 'Mill', key: 'ev/Mill', event: { name: 'Ev' } },
    { title: 'Store', key: 'ev/Store' },
  ])
  expect(bad).toEqual([
    'input, talk 2 expected object, received null',
    'input, talk 3 title: is missing or empty',
  ])
})
