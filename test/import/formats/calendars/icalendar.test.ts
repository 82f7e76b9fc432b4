import { describe, expect, test } from 'vitest'
import { readContent } from '../../read-content.ts'

const calendar = (entries: readonly (readonly string[])[], head: readonly string[] = []) =>
  [
    'BEGIN:VCALENDAR',
    ...head,
    ...entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const entry = (...more: readonly string[]) => ['UID:1', 'SUMMARY:Looms', ...more]
const other = ['UID:2', 'SUMMARY:Mills']

describe('dates that are not as they should be', () => {
  test.each([
    ['DTSTART:20240422', '2024-04-22'],
    ['DTSTART:2024-04-22T09:00:00', '2024-04-22'],
    ['DTSTART;VALUE=DATE:20240422T090000', '2024-04-22'],
    ['DTSTART;VALUE=PERIOD:20240422T090000Z/PT1H', '2024-04-22'],
    ['DTSTART:', undefined],
    ['DTSTART:tomorrow', undefined],
    ['DTSTART;VALUE=DATE:xx', undefined],
    ['DTSTART:20241322T000000', undefined],
  ])('%s is read as %s, and the rest too', async (line, date) => {
    const { talks, bad, failure } = await readContent(calendar([entry(line), other]))
    expect({ bad, failure }).toEqual({ bad: [], failure: undefined })
    expect(talks).toMatchObject([{ title: 'Looms' }, { title: 'Mills' }])
    expect(talks[0]?.date).toBe(date)
  })

  test.each(['DURATION', 'BINARY', 'RECUR', 'DATE', 'PERIOD', 'UTC-OFFSET', 'NONSENSE'])(
    'an entry whose title claims to be of type %s keeps no other from being read',
    async (type) => {
      const odd = ['UID:1', `SUMMARY;VALUE=${type}:zz`]
      const { found, titles, failure } = await readContent(calendar([odd, other]))
      expect(failure).toBeUndefined()
      expect(found).toHaveLength(2)
      expect(titles).toContain('Mills')
    },
  )
})

describe('lines', () => {
  test('are joined before they are decoded, also within a character', async () => {
    const text = Buffer.from(calendar([entry('DESCRIPTION:Zürich')]))
    const at = text.indexOf(0xc3) + 1
    const folded = Buffer.concat([text.subarray(0, at), Buffer.from('\r\n '), text.subarray(at)])
    const { talks, bad } = await readContent(folded)
    expect(bad).toEqual([])
    expect(talks).toMatchObject([{ text: { value: 'Zürich' } }])
  })

  test('are read in UTF-16 with a byte order mark', async () => {
    const text = calendar([['UID:1', 'SUMMARY:Zürich']])
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect((await readContent(little)).titles).toEqual(['Zürich'])
    expect((await readContent(little.swap16())).titles).toEqual(['Zürich'])
  })

  test('that are not UTF-8 make their entry a bad record', async () => {
    const text = Buffer.from(calendar([['UID:1', 'SUMMARY:Zürich'], other]), 'latin1')
    const { titles, bad } = await readContent(text)
    expect(titles).toEqual(['Mills'])
    expect(bad).toEqual(['input:2 line 4 is not UTF-8'])
  })

  test('name the calendar in whole, with its signs', async () => {
    const { talks } = await readContent(calendar([other], ['X-WR-CALNAME:Engines\\, London 20', ' 18']))
    expect(talks).toMatchObject([{ event: { name: 'Engines, London 2018' } }])
  })

  test('name the event, if that is all whose calendar it is', async () => {
    for (const [name, event] of [
      ['Engines 2018 Calendar', 'Engines 2018'],
      ['Engines 2018 | Schedule', 'Engines 2018'],
      ['Team Calendar', 'Team Calendar'],
    ])
      expect((await readContent(calendar([other], [`X-WR-CALNAME:${name}`]))).talks).toMatchObject([
        { event: { name: event } },
      ])
  })

  test('may end in spaces', async () => {
    const { titles } = await readContent(calendar([other]).replace(/VEVENT/g, 'VEVENT '))
    expect(titles).toEqual(['Mills'])
  })
})

describe("pretalx's titles", () => {
  test.each([
    ['Weaving - Jean-Luc Picard', 'Weaving', ['Jean-Luc Picard']],
    [
      'Looms - old and new - Ada Lovelace\\, Jean-Luc Picard',
      'Looms - old and new',
      ['Ada Lovelace', 'Jean-Luc Picard'],
    ],
    ['Looms by Jacquard-Machine - Ada Lovelace', 'Looms by Jacquard-Machine', ['Ada Lovelace']],
    ['Opening - ', 'Opening', []],
    ['Re-weaving', 'Re-weaving', []],
  ])('%s', async (summary, title, names) => {
    const head = ['PRODID:-//pretalx//pretalx.com//']
    const { talks } = await readContent(calendar([['UID:1', `SUMMARY:${summary}`]], head))
    expect(talks).toMatchObject([{ title, speakers: names.map((name) => ({ name })) }])
  })
})

test.each([
  ['without an end', []],
  ['to the next', ['DTEND:20260206T000000Z']],
  ['of no length', ['DTEND:20260205T000000Z']],
  ['of a whole day', ['DURATION:P1D']],
  ['until the last minute', ['DTEND:20260205T235900Z']],
])('a midnight in UTC %s is a day, wherever that is', async (_, more) => {
  const zone = ['X-WR-TIMEZONE:America/Chicago']
  const { talks } = await readContent(calendar([entry('DTSTART:20260205T000000Z', ...more)], zone))
  expect(talks.map(({ date, starts }) => [date, starts])).toEqual([['2026-02-05', undefined]])
})

test('a midnight in UTC is an hour of the evening before where what begins then ends an hour later', async () => {
  const lasting = entry('DTSTART:20260205T000000Z', 'DTEND:20260205T010000Z')
  const { talks } = await readContent(calendar([lasting], ['X-WR-TIMEZONE:America/Chicago']))
  expect(talks).toMatchObject([{ date: '2026-02-04', starts: '18:00', ends: '19:00' }])
})

describe('a description as calendars keep it', () => {
  const described = async (text: string) => {
    const { talks } = await readContent(calendar([entry(`DESCRIPTION:${text}`)]))
    const [talk] = talks
    return [
      talk?.text.form === 'abstract' ? talk.text.value : '',
      talk?.speakers.map(({ name }) => name).join(', '),
      talk?.links.map(({ kind, url }) => `${kind} ${url}`).join(', '),
    ]
  }
  const [a, b] = ['https://example.org/a', 'https://example.org/b']

  test.each([
    [String.raw`They weave.\n<a href="${a}">Recording</a>`, `video ${a}`],
    [
      `<p>They weave.</p><p><a href="${a}">Recording</a> and <a href="${b}">slides</a></p>`,
      `video ${a}, slides ${b}`,
    ],
    [`They weave.<br><br>Slides: <a href="${b}">here</a>`, `slides ${b}`],
    [String.raw`They weave.\n\nSlides (${b}) | Video (${a})`, `slides ${b}, video ${a}`],
  ])('gives the links of lines that only say what they lead to: %s', async (text, links) => {
    const [said, who, found] = await described(text)
    expect([said, who, found]).toEqual([expect.stringContaining('They weave.'), '', links])
  })

  test.each([
    `Watch the <a href="${a}">recording</a> of last year first.`,
    `<a href="${a}">Page</a>`,
    `We show <a href="${a}">slides</a>\\, and weave.`,
  ])('keeps other links where they stand: %s', async (text) => {
    const [said, , links] = await described(text)
    expect([said?.includes(a), links]).toEqual([true, ''])
  })

  test.each([
    String.raw`Ada Miller\nBob Smith`,
    String.raw`Ada Miller: Looms that last\nBob Smith: Yarn`,
    String.raw`Ada Miller - engineer at the mill\nBob Smith`,
    String.raw`Ada Miller\nand many more weavers of the valley.`,
  ])('keeps what stands below a line for those who speak: %s', async (below) => {
    const [said, who] = await described(String.raw`They weave.\n\nSpeakers:\n${below}`)
    expect([said, who]).toEqual([`They weave.\n\n${below.replaceAll(String.raw`\n`, '\n')}`, ''])
  })
})
