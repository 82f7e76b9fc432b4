import { describe, expect, test } from 'vitest'
import { check } from '../../../../src/cli/check.ts'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const note = (fields: string) => `---\nlayout: talk\ntitle: Knots\n${fields}\n---\n\nThey hold.\n`

async function checked(text: string): Promise<{ readonly code: number; readonly lines: string }> {
  const lines: string[] = []
  const code = await check(writeFolder({ 'oar-days-2026/knots.md': text }), (line) => lines.push(line))
  return { code, lines: lines.join('\n') }
}

describe('front matter that is not fully ours', () => {
  test('keeps what only our notes have', async () => {
    const fields =
      'again:\n  - { date: 2026-12-02, starts: "14:00", room: Hall }\n  - { date: 2026-12-03 }\nfollowUps:\n  - Tie one\n  - { text: Read on, url: "https://k.example" }\nattendees: [Ada, Ben]'
    const { talks } = await readCorpus(writeFolder({ 'oar-days-2026/knots.md': note(fields) }))
    expect(talks[0]).toMatchObject({
      again: [{ date: '2026-12-02', starts: '14:00', room: 'Hall' }, { date: '2026-12-03' }],
      followUps: [{ text: 'Tie one' }, { text: 'Read on', url: 'https://k.example' }],
      attendees: ['Ada', 'Ben'],
    })
  })

  test.each([
    ['starts: "25:00"', '"25:00"', 'HH:MM'],
    ['starts: 2026-13-01', '"2026-13-01"', 'YYYY-MM-DD'],
    ['date: 2026-02-30', '"2026-02-30"', 'YYYY-MM-DD'],
    ['time: 31 o clock', '"31 o clock"', 'HH:MM'],
    ['ends: "9.99"', '"9.99"', 'HH:MM'],
    ['room: { floor: 2 }', 'floor', 'write the room as text'],
    ['again: tomorrow at 12', 'tomorrow at 12', 'write a list'],
    ['duration: 3 moons', '3 moons', 'minutes'],
    ['starts: 2500', '"2500"', 'HH:MM'],
    ['date: someday', '"someday"', 'YYYY-MM-DD'],
    ['again: [{ date: 2026-02-30 }]', '`again` item 1 `date` cannot be read', 'YYYY-MM-DD'],
    ['again: [{ date: 2026-12-02 }, { starts: "25:00" }]', '`again` item 2 `starts` cannot be read', 'HH:MM'],
    ['again: { date: 2026-12-02, ends: "9.99" }', '`again` item 1 `ends` cannot be read', 'HH:MM'],
    ['tags: { a: 1 }', '{\\"a\\":1}', 'tags: [one, two]'],
    ['tags: true', '"true"', 'tags: [one, two]'],
    ['tags: a, b]', '"a, b]"', 'close its quotes and brackets'],
    ['speaker: 5', '"5"', 'a list of names'],
    ['lang: english please', '"english please"', 'language code'],
    ['url: htp://kettle.example', 'htp://kettle.example', 'beginning with https://'],
    ['starts: "11:00"\nends: "10:00"', '"10:00"', 'before the start, 11:00'],
    ['date: 2023/13/45', '"2023/13/45"', 'YYYY-MM-DD'],
    ['starts: true', '"true"', 'HH:MM'],
    ['tags: [{ a: 1 }]', '[{\\"a\\":1}]', 'tags: [one, two]'],
    ['speaker: https://ada.example', '"https://ada.example"', 'a list of names'],
    ['links: [{ title: Knots, url: htp://kettle.example }]', 'title', 'beginning with https://'],
    ['kind: lightening', '"lightening"', 'write keynote, lightning or talk'],
    ['draft: soon', '"soon"', 'write `draft: true`'],
  ])('is told of by its line where nothing can be read of %j', async (fields, value, advice) => {
    const { code, lines } = await checked(note(fields))
    const line = 3 + fields.split('\n').length
    expect(lines).toContain(`knots.md:${line} \`${fields.split('\n').at(-1)?.split(':')[0]}\``)
    expect(lines).toContain('cannot be read and is left out')
    expect(lines).toContain(value)
    expect(lines).toContain(advice)
    expect(code).toBe(0)
  })

  test.each([
    'date: 2026-06-09',
    'date: June 2026',
    'date: 2026',
    'date: TBA',
    'date:',
    'starts: 2026-06-09T10:00:00+02:00',
    'time: 10:00 Uhr\nends: 11:30',
    'time: in the morning',
    'starts: "23:00"\nends: "01:00"',
    'room: 101',
    'room: [Hall, Garden]',
    'duration: 45 min',
    'again:\n  - date: 2026-12-02',
    'again: { date: 2026-12-02 }',
    'date: Spring',
    'recorded: true',
    'kind: workshop',
    'type: post',
    'draft: no',
    'slides: knots.pdf',
    'slides: kettle.example/knots',
    'room: [101]',
    'lang: pt-BR',
    'tags: [c++, "a, b", node.js]',
    'url: see below',
  ])('is as it should be with %j', async (fields) => {
    expect((await checked(note(fields))).lines).toContain('no problems')
  })
})

describe('a day that may be two', () => {
  test.each([
    ['YAML', '---\nlayout: talk\ndate: 8/6/2023\n---\n\nThey hold.\n', 3],
    ['TOML', '+++\ntitle = "Knots"\ndate = "8-6-2023"\n+++\n\nThey hold.\n', 3],
    ['a line', '# Knots\n\nSpeaker: Ada Example\nDate: 8/6/2023\n\nThey hold.\n', 4],
    [
      'a line of one of several talks',
      '# Oar Days\n\n## Knots\n\nSpeaker: Ada Example\nDate: 8/6/2023\n\nThey hold.\n\n## Tides\n\nSpeaker: Ben Example\n\nThey turn.\n',
      6,
    ],
  ])('is told of in %s, with what to write', async (_, text, line) => {
    const { lines } = await checked(text)
    expect(lines).toMatch(
      new RegExp(`knots.md:${line} \`[dD]ate\` may be two days, and counts as none: "8[/-]6[/-]2023"`),
    )
    expect(lines).toContain('write the day as YYYY-MM-DD')
  })
})

test('a line that says no time is told of, and stays text', async () => {
  const { lines } = await checked('# Knots\n\nSpeaker: Ada Example\nTime: 25:00\n\nThey hold.\n')
  expect(lines).toContain('knots.md:4 `Time` cannot be read, and is text alone: "25:00"')
  expect(
    (await checked('# Knots\n\nSpeaker: Ada Example\nTime: after lunch\n\nThey hold.\n')).lines,
  ).toContain('no problems')
})

test.each(['yes', 'True', 'on'])('`draft: %s` is a draft', async (value) => {
  const { talks } = await readCorpus(writeFolder({ 'oar-days-2026/knots.md': note(`draft: ${value}`) }))
  expect(talks).toEqual([])
})

test('a note of ours whose end lies before its start is warned of', async () => {
  const text = (ends: string) =>
    `---\ntitle: Knots\nkind: talk\ntags: [rope]\nstarts: "11:00"\nends: "${ends}"\n---\n\nThey hold.\n`
  expect((await checked(text('10:30'))).lines).toContain('`ends` "10:30" lies before `starts` "11:00"')
  expect((await checked(text('11:30'))).lines).toContain('no problems')
  expect((await checked(text('02:00').replace('11:00', '22:00'))).lines).toContain('no problems')
})
