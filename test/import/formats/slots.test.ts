/** When and where: every format of schedules keeps what it says of start, end, room and zone. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { slotsOf } from '../../../src/notes/talk-slots.ts'
import { createImporting } from '../../cli/importing.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

async function importOf(content: string, name: string) {
  const importing = createImporting()
  const path = join(temporaryFolder(), name)
  await writeFile(path, content)
  const { code, err } = await importing.run(path, '--yes')
  expect([code, err]).toEqual([0, ''])
  const { talks } = await readCorpus(importing.corpus)
  return { importing, path, talks }
}

const xml = (...events: readonly string[]) =>
  `<?xml version="1.0"?><schedule><conference><title>Quay Days 2026</title><time_zone_name>Europe/Berlin</time_zone_name></conference><day date="2026-12-01"><room name="Hall">${events.join('')}</room></day></schedule>`
const talk = (id: number, at: string, room = 'Hall') =>
  `<event id="${id}" guid="g${id}"><date>2026-12-01T${at}:00+01:00</date><start>${at}</start><duration>00:45</duration><room>${room}</room><title>Tides</title><abstract>How tides turn.</abstract><persons><person>Ada Pier</person></persons></event>`
const json = (value: unknown) => JSON.stringify(value)
const hall = { date: '2026-12-01', starts: '11:00', ends: '11:45', room: 'Hall' }

test.each([
  ['schedule.xml', xml(talk(1, '11:00'))],
  [
    'schedule.json',
    json({
      schedule: {
        conference: {
          title: 'Quay Days 2026',
          time_zone_name: 'Europe/Berlin',
          days: [
            {
              date: '2026-12-01',
              rooms: { Hall: [{ id: 1, title: 'Tides', start: '11:00', duration: '00:45' }] },
            },
          ],
        },
      },
    }),
  ],
  [
    'widget.json',
    json({
      timezone: 'Europe/Berlin',
      event_start: '2026-12-01',
      event_end: '2026-12-01',
      rooms: [{ id: 4, name: { en: 'Hall' } }],
      speakers: [{ code: 'A', name: 'Ada Pier' }],
      talks: [
        {
          code: 'T',
          title: 'Tides',
          speakers: ['A'],
          room: 4,
          start: '2026-12-01T11:00:00+01:00',
          end: '2026-12-01T11:45:00+01:00',
        },
      ],
    }),
  ],
  [
    'submissions.json',
    json({
      count: 1,
      next: null,
      results: [
        {
          code: 'T',
          title: 'Tides',
          state: 'confirmed',
          speakers: [],
          slot: {
            start: '2026-12-01T11:00:00+01:00',
            end: '2026-12-01T11:45:00+01:00',
            room: { en: 'Hall' },
          },
        },
      ],
    }),
  ],
  [
    'all.json',
    json({
      sessions: [
        {
          id: 1,
          title: 'Tides',
          startsAt: '2026-12-01T11:00:00',
          endsAt: '2026-12-01T11:45:00',
          roomId: 7,
          speakers: [],
        },
      ],
      speakers: [],
      questions: [],
      categories: [],
      rooms: [{ id: 7, name: 'Hall' }],
    }),
  ],
  [
    'indico.json',
    json({
      _type: 'HTTPAPIResult',
      results: [
        {
          _type: 'Conference',
          title: 'Quay Days 2026',
          startDate: { date: '2026-12-01', time: '09:00:00', tz: 'Europe/Berlin' },
          contributions: [
            {
              id: '1',
              title: 'Tides',
              room: 'Hall',
              duration: 45,
              startDate: { date: '2026-12-01', time: '11:00:00', tz: 'Europe/Berlin' },
            },
          ],
        },
      ],
    }),
  ],
  [
    'sched.ics',
    'BEGIN:VCALENDAR\r\nX-WR-CALNAME:Quay Days 2026\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tides\r\nDTSTART:20261201T100000Z\r\nDTEND:20261201T104500Z\r\nLOCATION:Hall\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  [
    'zoned.ics',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tides\r\nDTSTART;TZID=Europe/Berlin:20261201T110000\r\nDURATION:PT45M\r\nLOCATION:Hall\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  [
    'x.xml',
    '<?xml version="1.0"?><iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><vevent><uid>1</uid><dtstart>20261201T110000</dtstart><dtend>20261201T114500</dtend><summary>Tides</summary><location>Hall</location></vevent></vcalendar></iCalendar>',
  ],
  [
    'talks.csv',
    'Title,Speakers,Date,Start Time,End Time,Room\nTides,Ada Pier,2026-12-01,11:00 AM,11:45 AM,Hall\n',
  ],
  ['talks.tsv', 'Title\tSpeakers\tDate\tTime\tVenue\nTides\tAda Pier\t2026-12-01\t11:00 - 11:45\tHall\n'],
  [
    'sessions.yml',
    '- title: Tides\n  speakers: [Ada Pier]\n  start: 2026-12-01 11:00\n  duration: 45\n  room: Hall\n- title: Knots\n  speakers: [Bo Mast]\n',
  ],
  [
    'programme.html',
    `<html><script type="application/ld+json">${json({ '@type': 'Event', name: 'Tides', startDate: '2026-12-01T11:00', endDate: '2026-12-01T11:45', location: { '@type': 'Place', name: 'Hall' }, performer: { name: 'Ada Pier' } })}</script></html>`,
  ],
])('%s', async (name, content) => {
  const { talks } = await importOf(content, name)
  const tides = talks.find(({ title }) => title === 'Tides')
  expect(tides && slotsOf(tides)).toEqual([hall])
  if (/Berlin/.test(content)) expect(tides?.event.zone).toBe('Europe/Berlin')
})

test('entries of a calendar that are told in UTC or by other clocks than the first are told by its clocks', async () => {
  const entry = (title: string, start: string, end: string) =>
    `BEGIN:VEVENT\r\nUID:${title}\r\nSUMMARY:${title}\r\nDTSTART${start}\r\nDTEND${end}\r\nEND:VEVENT\r\n`
  const { talks } = await importOf(
    `BEGIN:VCALENDAR\r\n${[
      entry('Sails', ':20261201T174500Z', ':20261201T180000Z'),
      entry('Tides', ';TZID=Europe/Rome:20261201T110000', ';TZID=Europe/Rome:20261201T114500'),
      entry('Knots', ';TZID=America/New_York:20261201T200000', ';TZID=America/New_York:20261201T204500'),
      entry('Ropes', ':20261202T090000', ':20261202T100000'),
    ].join('')}END:VCALENDAR\r\n`,
    'mixed.ics',
  )
  expect(Object.fromEntries(talks.map((talk) => [talk.title, slotsOf(talk)]))).toEqual({
    Sails: [{ date: '2026-12-01', starts: '18:45', ends: '19:00' }],
    Tides: [{ date: '2026-12-01', starts: '11:00', ends: '11:45' }],
    Knots: [{ date: '2026-12-02', starts: '02:00', ends: '02:45' }],
    Ropes: [{ date: '2026-12-02', starts: '09:00', ends: '10:00' }],
  })
  expect(new Set(talks.map(({ event }) => event.zone))).toEqual(new Set(['Europe/Rome']))
})

test('a session that is given several times is one talk with all its times, at the next import too', async () => {
  const { importing, path, talks } = await importOf(
    xml(talk(1, '11:00'), talk(2, '14:00', 'Room 2'), talk(3, '09:00')),
    'schedule.xml',
  )
  expect(talks).toHaveLength(1)
  expect(slotsOf(talks[0]!)).toEqual([
    { date: '2026-12-01', starts: '09:00', ends: '09:45', room: 'Hall' },
    { date: '2026-12-01', starts: '11:00', ends: '11:45', room: 'Hall' },
    { date: '2026-12-01', starts: '14:00', ends: '14:45', room: 'Room 2' },
  ])
  expect((await importing.run(path, '--yes')).out).toContain('Everything is in the corpus already.')

  await writeFile(path, xml(talk(1, '11:00'), talk(2, '15:00', 'Room 2')))
  expect((await importing.run(path, '--yes')).out).toMatch(/1 talk of 1 event \(1 changed, 1 given again\)/)
  const [moved] = (await readCorpus(importing.corpus)).talks
  expect(slotsOf(moved!).map(({ starts }) => starts)).toEqual(['11:00', '15:00'])
  const records = await readFile(join(importing.corpus, 'quay-days-2026', 'talks.jsonl'), 'utf8')
  expect(records.trim().split('\n')).toHaveLength(1)
})

test('the same id again with another time is another time of the same talk', async () => {
  const { talks } = await importOf(xml(talk(1, '11:00'), talk(1, '14:00')), 'schedule.xml')
  expect(talks.map((one) => slotsOf(one).length)).toEqual([2])
})

test.each(['30.11.2026 11:15', '30/11/2026 11:15', '11/30/2026 11:15 AM', '2026-11-30 11:15'])(
  'a table that says when as %s',
  async (when) => {
    const { talks } = await importOf(`Title,Speaker,When,Room\nTides,Ada Pier,${when},Hall\n`, 'talks.csv')
    expect(talks.flatMap(slotsOf)).toEqual([{ date: '2026-11-30', starts: '11:15', room: 'Hall' }])
  },
)

test.each([
  ['and time', 'Tides,09:00,Hall,On tides.,\nTides,09:00,Hall,On tides that turn.,\n'],
  ['with another text at another time', 'Tides,09:00,Hall,On tides.,\nTides,11:00,Hall,On knots.,\n'],
  ['without a text', 'Hall 1,09:00,,,\nHall 1,10:00,,On knots.,\n'],
])('rows of one title %s are one talk, whatever else they say', async (_, rows) => {
  const table = `Title,Start,Room,Abstract,Speakers\n${rows}`
  const importing = createImporting()
  const path = join(temporaryFolder(), 'quay-days.csv')
  await writeFile(path, table)
  const { err } = await importing.run(path, '--yes')
  expect(err).toContain('has the title of an earlier one')
  expect((await readCorpus(importing.corpus)).talks).toHaveLength(1)
})

test('rows of one title that others give are talks of their own, also in another order', async () => {
  const importing = createImporting()
  const path = join(temporaryFolder(), 'quay-days.csv')
  const rows = [
    'Keynote,Ada Pier,On tides.',
    'Keynote,Bob Smith,On knots.',
    'Keynote,"Cy Quay, Bob Smith",On sails.',
  ]
  await writeFile(path, `Title,Speakers,Abstract\n${rows.join('\n')}\n`)
  const { err } = await importing.run(path, '--yes')
  expect(err).toBe('')
  const { talks } = await readCorpus(importing.corpus)
  expect(talks.map(({ speakers }) => speakers.map(({ name }) => name).join()).sort()).toEqual([
    'Ada Pier',
    'Bob Smith',
    'Cy Quay,Bob Smith',
  ])
  expect((await importing.run(path)).out).toContain('3 unchanged')
  await writeFile(path, `Title,Speakers,Abstract\n${[rows[1], rows[0], rows[2]].join('\n')}\n`)
  expect((await importing.run(path)).out).toContain('3 unchanged')
})

test.each([
  ['2nd June', '2026-06-02'],
  ['Tue 2 June', '2026-06-02'],
  ['Sat 2 June', undefined],
  ['02/06', undefined],
])('a day without a year, such as %s, is of the year that the event is called by', async (day, date) => {
  const importing = createImporting()
  const path = join(temporaryFolder(), 'quay-days-2026.csv')
  await writeFile(path, `Title,Speaker,Date\nTides,Ada Pier,${day}\n`)
  const { out } = await importing.run(path, '--yes')
  expect((await readCorpus(importing.corpus)).talks.map((talk) => talk.date)).toEqual([date])
  expect(out.includes('No day can be read')).toBe(date === undefined)
})
