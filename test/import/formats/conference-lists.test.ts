import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { isTableOfTalks } from '../../../src/import/formats/csv-table.ts'
import { readContent } from '../read-content.ts'

const told = async (content: string | Buffer, name: string) =>
  (await readContent(content, name)).talks.map(({ title, speakers, date, starts, room, links }) =>
    [title, speakers.map((one) => one.name).join(' & '), date, starts, room, links[0]?.url]
      .map((one) => one ?? '')
      .join(' | '),
  )

describe('columns as people name them', () => {
  test.each([
    ['Titel', 'Referent:innen', 'Datum', 'Uhrzeit', 'Raum', 'Folien'],
    ['Título', 'Ponente', 'Fecha', 'Hora inicio', 'Sala', 'Enlace a las diapositivas'],
    ['Titre', 'Intervenante', 'Jour', 'Heure', 'Salle', 'Lien slides'],
    ['Title of your talk', 'Your name', 'Event start', 'Time', 'Room', 'Link to your slides'],
    ['Title of the talk', 'First name', 'Scheduled At', 'Time', 'Room', 'Slides'],
  ])('%s, %s', async (...columns) => {
    const rows = [
      columns,
      ['Eddies', 'Ada Beispiel', '2026-06-11', '11:30', 'Aula', 'https://example.org/e.pdf'],
    ]
    for (const [sign, ending] of [
      [',', 'csv'],
      [';', 'csv'],
      ['\t', 'tsv'],
    ])
      expect(await told(rows.map((row) => row.join(sign)).join('\r\n'), `talks.${ending}`)).toEqual([
        'Eddies | Ada Beispiel | 2026-06-11 | 11:30 | Aula | https://example.org/e.pdf',
      ])
  })

  test('the parts of a name are one, and what is asked below a name of a column is none of it', async () => {
    const table = '"Status\n- YES",First Name,Last name,Title of the talk\n,Ada,Beispiel,Eddies\n'
    expect(await told(table, 'talks.csv')).toEqual(['Eddies | Ada Beispiel |  |  |  | '])
  })

  test('ids beside names are nobody, and a row that comes again is the same talk', async () => {
    const row = '7,Eddies,They turn.,"Ada Beispiel, Ben Exemplar"'
    const table = `Session Id,Title,Description,Speakers,Speaker Id\n${row},s1\n${row},s2\n`
    const read = await readContent(table, 'sessions.csv')
    expect(read.talks.map(({ speakers }) => speakers.map(({ name }) => name))).toEqual([
      ['Ada Beispiel', 'Ben Exemplar'],
    ])
    expect(read.bad).toEqual([])
  })

  test('in Windows-1252, pauses in other languages are none', async () => {
    const table =
      'Titel;Referentin\nGrößere Häfen;Ada Prüfer\nPausa café;\nComida;\nKaffeepause;\nAlmuerzo;\n'
    expect(await told(Buffer.from(table, 'latin1'), 'vortraege.csv')).toEqual([
      'Größere Häfen | Ada Prüfer |  |  |  | ',
    ])
  })
})

describe('programmes by day, slot and room', () => {
  const talk = { title: 'Eddies', speakers: ['Ada Beispiel'] }
  test.each([
    ['a mapping of rooms', { 'Hall 1': talk }],
    ['a list of rooms that hold a talk', [{ name: 'Hall 1', talk }]],
    ['a list of rooms that hold talks', [{ name: 'Hall 1', talks: [talk] }]],
  ])('%s: the talk has the day, the hours and the room that it stands in', async (_, rooms) => {
    const days = [{ date: '2026-06-11', slots: [{ start: '10:00', end: '10:45', rooms }] }]
    expect(await told(stringify({ days }), 'schedule.yml')).toEqual([
      'Eddies | Ada Beispiel | 2026-06-11 | 10:00 | Hall 1 | ',
    ])
    expect(await told(JSON.stringify({ days }), 'schedule.json')).toEqual([
      'Eddies | Ada Beispiel | 2026-06-11 | 10:00 | Hall 1 | ',
    ])
  })

  test('rooms that tell of themselves are no talks', async () => {
    const rooms = [{ title: 'Hall 1', description: 'By the water.', url: 'https://example.org' }]
    expect(await told(stringify({ rooms, talks: [talk] }), 'site.yml')).toEqual([
      'Eddies | Ada Beispiel |  |  |  | ',
    ])
  })

  test.each([
    ['event', 'Oar Days 2026'],
    ['event', { name: 'Oar Days 2026' }],
    ['conference', { title: 'Oar Days 2026' }],
  ])('what is said of %s names the event', async (key, said) => {
    const read = await readContent(JSON.stringify({ [key]: said, talks: [talk] }), 'x.json')
    expect(read.talks.map(({ event }) => event.name)).toEqual(['Oar Days 2026'])
  })

  test('Conference Hall has speakers and abstract in the proposal', async () => {
    const sessions = [
      {
        id: 'a',
        title: 'Eddies',
        start: '2026-06-11T10:00:00',
        proposal: { abstract: 'They turn.', speakers: [{ name: 'Ada Beispiel' }] },
      },
    ]
    expect(await told(JSON.stringify({ sessions }), 'hall.json')).toEqual([
      'Eddies | Ada Beispiel | 2026-06-11 | 10:00 |  | ',
    ])
  })
})

test('titles of people are none of talks, whose topic stands beside', async () => {
  const people = ['Founder, Oars', 'Software Engineer', 'Dock hand']
  const list = people.map((title, at) => ({
    topic: `Eddies and whirls, part ${at}`,
    speaker: 'Ada Beispiel',
    title,
  }))
  const read = await readContent(stringify(list), 'talks.yml')
  expect(read.titles).toEqual(list.map(({ topic }) => topic))
  // With the firm behind, shorter topics, or as whoever is called by name.
  const atFirms = [
    'Lead Developer at Oars',
    'Chief Architect, The Old Boat House Company',
    'CTO at Sails',
    'Rower',
  ]
  for (const [key, who] of [
    ['topic', 'speaker'],
    ['talk', 'name'],
  ] as const) {
    const given = atFirms.map((title, at) => ({
      [who]: 'Ada Beispiel',
      title,
      [key]: `Eddies turn, part ${at}`,
      description: 'They do.',
      link: 'https://oars.example/',
    }))
    const { talks } = await readContent(stringify(given), 'talks.yml')
    expect(talks.map(({ title, speakers: [one] }) => `${title}: ${one?.name}`)).toEqual(
      given.map((one) => `${one[key]}: Ada Beispiel`),
    )
  }
  // A subject beside a title is a tag.
  const tagged = await readContent(
    stringify([{ topic: 'water', speaker: 'Ada Beispiel', title: 'Eddies' }]),
    'talks.yml',
  )
  expect(tagged.titles).toEqual(['Eddies'])
  const titles = ['Developer portals', 'What a student learns of oars', 'Lead by rowing', 'Be a good author']
  for (const topic of ['water', 'what rowers do on land']) {
    const talks = titles.map((title) => ({ topic, speaker: 'Ada Beispiel', title }))
    expect((await readContent(stringify(talks), 'talks.yml')).titles).toEqual(titles)
  }
  const withPlaces = ['Leading at sea', 'Developer life, ashore', 'Rowing at night', 'Boats - a story'].map(
    (title, at) => ({
      title,
      speaker: 'Ada Beispiel',
      topic: `Subject of oars ${at}`,
    }),
  )
  expect((await readContent(stringify(withPlaces), 'talks.yml')).titles).toEqual(
    withPlaces.map(({ title }) => title),
  )
  const short = titles.map((title, at) => ({ topic: `oars ${at}`, speaker: 'Ada Beispiel', title }))
  expect((await readContent(stringify(short), 'talks.yml')).titles).toEqual(titles)
})

describe('what tells of somebody and of what they speak on', () => {
  const entry = (more: object) =>
    stringify([
      { name: 'Ada Beispiel', bio: 'She rows.', title: 'Eddies turn', abstract: 'How they do.', ...more },
    ])

  test('is their talk', async () => {
    expect(await told(entry({}), 'programme.yml')).toEqual(['Eddies turn | Ada Beispiel |  |  |  | '])
    const byKey = stringify({
      ada: { name: 'Ada Beispiel', bio: 'She rows.', title: 'Eddies', abstract: 'Wet.' },
    })
    expect(await told(byKey, 'talks.yml')).toEqual(['Eddies | Ada Beispiel |  |  |  | '])
  })

  test.each([
    ['their role for a title', { title: 'Professor' }],
    ['no abstract', { abstract: '' }],
    ['nothing of the person', { bio: '' }],
    ['another title', { topic: 'Rapids' }],
    ['what is no name of a person', { name: 'Track A' }],
    ['a company', { name: 'Oar Works GmbH' }],
    ['a kind of sponsorship for a title', { name: 'Nora Wind', title: 'Gold sponsor' }],
  ])('is none with %s', async (_, more) => {
    expect(await told(entry(more), 'programme.yml')).toEqual([])
  })

  test('is none in the file that says who people are, beside which their talks may lie', async () => {
    expect(await told(entry({}), 'speakers.yml')).toEqual([])
  })
})

test('quoted texts may go on at any column, in either quotation marks', async () => {
  for (const sign of ['"', "'"])
    expect(
      await told(
        `- title: Eddies\n  speaker: Ada Beispiel\n  description: ${sign}They\nturn.${sign}\n`,
        'talks.yml',
      ),
    ).toEqual(['Eddies | Ada Beispiel |  |  |  | '])
})

test.each([
  ['behind a key', 'needs: {list: [\n      "oars"\n  ]}'],
  ['with a list behind a key', 'tags: [oars,\nropes\n]'],
  ['as an item', 'needs:\n    - {list: [\n      "oars"\n  ]}'],
])('brackets may go on at any column, %s', async (_, written) => {
  expect(await told(`- title: Eddies\n  speaker: Ada Beispiel\n  ${written}\n`, 'talks.yml')).toEqual([
    'Eddies | Ada Beispiel |  |  |  | ',
  ])
})

test('ids that many titles share, as those of tracks, are of no talk; that of a talk given again is', async () => {
  const talk = (id: string, title: string, date: string) => ({ id, title, speaker: 'Ada Beispiel', date })
  const list = [
    talk('ropes', 'Knots', '2026-06-11'),
    talk('ropes', 'Hitches', '2026-06-11'),
    talk('ropes', 'Splices', '2026-06-12'),
    talk('eddies', 'Eddies', '2026-06-11'),
    talk('eddies', 'Eddies', '2026-06-12'),
  ]
  const read = await readContent(JSON.stringify(list), 'talks.json')
  expect(read.talks.map(({ key }) => key)).toEqual([
    '2026-06-11/Knots',
    '2026-06-11/Hitches',
    '2026-06-12/Splices',
    'eddies',
    'eddies',
  ])
})

test('days of TOML are days', async () => {
  const toml = '[[talks]]\ntitle = "Eddies"\nspeakers = ["Ada Beispiel"]\ndate = 2026-06-11\n'
  expect(await told(toml, 'talks.toml')).toEqual(['Eddies | Ada Beispiel | 2026-06-11 |  |  | '])
})

describe('Sessionize', () => {
  test('its list of speakers gives a talk with all who give it', async () => {
    const view = ['Ada Beispiel', 'Ben Exemplar'].map((fullName) => ({
      fullName,
      sessions: [{ id: 7, name: 'Eddies' }],
    }))
    expect(await told(JSON.stringify(view), 'x.json')).toEqual([
      'Eddies | Ada Beispiel & Ben Exemplar |  |  |  | ',
    ])
  })

  test("a site's own list that is called sessions too is read as a list", async () => {
    const sessions = [
      { title: 'Eddies', speaker: { name: 'Ada Beispiel' }, meetup: 'Oar Days 2026', date: '11 June 2026' },
    ]
    const read = await readContent(JSON.stringify({ sessions }), 'x.json')
    expect(read.talks.map(({ title, event, date }) => [title, event.name, date])).toEqual([
      ['Eddies', 'Oar Days 2026', '2026-06-11'],
    ])
  })
})

test('calendars are called by their name, in either form', async () => {
  const ics =
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nNAME:Oar Days 2026\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260611T100000Z\r\nSUMMARY:Eddies\r\nDESCRIPTION:They turn.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  const xcal =
    '<?xml version="1.0"?><iCalendar><vcalendar><x-wr-calname>Oar Days 2026</x-wr-calname><vevent><uid>1</uid><dtstart>20260611T100000</dtstart><summary>Eddies</summary><attendee>Ada Beispiel</attendee></vevent></vcalendar></iCalendar>'
  for (const [text, name] of [
    [ics, 'x.ics'],
    [xcal, 'x.xcal'],
  ] as const)
    expect((await readContent(text, name)).talks.map(({ event }) => event.name)).toEqual(['Oar Days 2026'])
})

test('of what Sessionize has by categories, a language is one, and a programming language a tag', async () => {
  const sessions = ['French', 'English / German', 'English (UK)'].map((name, at) => ({
    id: String(at),
    title: `Eddies ${at}`,
    startsAt: '2026-04-20T10:00:00',
    endsAt: '2026-04-20T10:45:00',
    isServiceSession: false,
    speakers: ['a'],
    categoryItems: [at, 10],
    name,
  }))
  const document = {
    sessions,
    speakers: [{ id: 'a', fullName: 'Ada Beispiel', firstName: 'Ada', lastName: 'Beispiel' }],
    rooms: [],
    questions: [],
    categories: [
      { id: 1, title: 'Language', items: sessions.map(({ name }, id) => ({ id, name })) },
      { id: 2, title: 'Programming language', items: [{ id: 10, name: 'Go' }] },
    ],
  }
  const { talks } = await readContent(JSON.stringify(document), 'sessions.json')
  expect(talks.map(({ language, tags }) => [language, tags])).toEqual(
    sessions.map(({ name }) => [name, ['Go']]),
  )
})

test('calendars in XML are read in the form of the standard too', async () => {
  const text = (name: string, value: string) => `<${name}><text>${value}</text></${name}>`
  const zone = '<parameters><tzid><text>Europe/Berlin</text></tzid></parameters>'
  const attendee = `<attendee><parameters>${text('cn', 'Ada Beispiel')}</parameters><cal-address>mailto:ada@oar.example</cal-address></attendee>`
  const entry = `<vevent><properties>${text('uid', '1')}<dtstart>${zone}<date-time>2026-06-11T10:00:00</date-time></dtstart>${text('summary', 'Eddies')}${text('location', 'Attic')}${attendee}</properties></vevent>`
  const calendar = `<?xml version="1.0"?><icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar><properties>${text('x-wr-calname', 'Oar Days 2026')}</properties><components>${entry}</components></vcalendar></icalendar>`
  expect((await readContent(calendar, 'x.xml')).talks).toMatchObject([
    {
      title: 'Eddies',
      speakers: [{ name: 'Ada Beispiel' }],
      event: { name: 'Oar Days 2026' },
      date: '2026-06-11',
      starts: '10:00',
      room: 'Attic',
    },
  ])
})

describe('lists of other things hold no talks', () => {
  const things: readonly Readonly<Record<string, string>>[] = [
    { title: 'The Art of Tides', author: 'Ada Beispiel', isbn: '9780000000001' },
    { title: 'Oar 2000', description: 'A very good oar.', url: 'https://oar.example/2000', price: '20' },
  ]
  const asTable = (record: Readonly<Record<string, string>>) =>
    `${Object.keys(record).join(',')}\n${Object.values(record).join(',')}\n`

  test.each(things)('$title', async (record) => {
    for (const [text, name] of [
      [JSON.stringify([record]), 'things.json'],
      [stringify([record]), 'things.yml'],
      [asTable(record), 'things.csv'],
    ] as const) {
      const { talks, failure } = await readContent(text, name)
      expect([talks, failure]).toEqual([[], expect.stringMatching(/talks/)])
    }
    // So such a table does not take the place of notes beside it.
    expect(isTableOfTalks(asTable(record))).toBe(false)
  })

  test.each(['speaker', 'Presenters', 'First name', 'speaker_id'])(
    'unless %s says who speaks',
    async (key) => {
      for (const record of things) {
        const said = { ...record, [key]: 'Clara' }
        expect((await readContent(asTable(said), 'things.csv')).talks).toHaveLength(1)
      }
    },
  )
})

describe('a list of the talks that somebody gave', () => {
  const given = [
    {
      title: 'Tides that turn',
      event: { name: 'Oar Days', url: 'https://oars.example' },
      date: '2024-06-09',
    },
    {
      title: 'Knots that hold',
      event: { name: 'Knot Fest' },
      date: '2023-05-11',
      links: [{ title: 'Slides', url: 'https://oars.example/k.pdf' }],
    },
  ]

  test.each([
    ['talks.json', JSON.stringify],
    ['talks.yml', stringify],
  ] as const)('is read by where and when they were: %s', async (name, write) => {
    const { talks } = await readContent(write(given), name)
    expect(talks.map(({ title, event, date }) => [title, event.name, date])).toEqual([
      ['Tides that turn', 'Oar Days', '2024-06-09'],
      ['Knots that hold', 'Knot Fest', '2023-05-11'],
    ])
  })

  test.each([
    ['a conference that tells of itself', { title: 'Oar Days', event: 'Oar Days', date: '2024-06-09' }],
    [
      'an event without its day',
      [
        { title: 'The hall', event: 'Oar Days' },
        { title: 'The harbour', event: 'Oar Days' },
      ],
    ],
    [
      'days of several things',
      [
        { event: 'Submission', date: '2024-01-09' },
        { event: 'Registration', date: '2024-02-09' },
      ],
    ],
    [
      'one of many',
      [{ title: 'The hall', event: 'Oar Days', date: '2024-06-09' }, { title: 'Ropes' }, { title: 'Oars' }],
    ],
  ])('is no list of %s', async (_, value) => {
    expect((await readContent(JSON.stringify(value), 'data.json')).talks).toEqual([])
  })

  test('may say when by the year of the event, and for most', async () => {
    const records = [
      { title: 'Tides', event: 'Oar Days 2024' },
      { title: 'Knots', event: 'Knot Fest 2023' },
      { title: 'Ropes', event: 'The harbour club' },
    ]
    const list = { title: 'Talks', description: 'What I gave.', videos: records }
    const { talks } = await readContent(stringify(list), 'talks.yml')
    expect(talks.map(({ title, event }) => `${title} | ${event.name}`)).toEqual([
      'Tides | Oar Days 2024',
      'Knots | Knot Fest 2023',
      'Ropes | The harbour club',
    ])
  })

  test('is no programme by days, whose talks are', async () => {
    const day = (title: string, date: string) => ({
      title,
      event: 'Oar Days',
      date,
      slots: [{ title: `Tides of ${title}`, speaker: 'Ada Beispiel' }],
    })
    const days = [day('Sunday', '2024-06-09'), day('Monday', '2024-06-10')]
    expect((await told(JSON.stringify(days), 'programme.json')).map((one) => one.split(' | ')[0])).toEqual([
      'Tides of Sunday',
      'Tides of Monday',
    ])
  })
})

test('further resources of a video are its links', async () => {
  const record = {
    title: 'Tides',
    event_name: 'OarConf 2024',
    speakers: ['Ada Beispiel'],
    date: '2024-06-09',
  }
  const resources = [{ name: 'Write-up', type: 'blog', url: 'https://example.org/tides' }]
  const { talks } = await readContent(
    stringify([{ ...record, additional_resources: resources }]),
    'videos.yml',
  )
  expect(talks).toMatchObject([{ links: [{ title: 'Write-up', url: 'https://example.org/tides' }] }])
})
