import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswers, withClock } from '../../../src/answers/answers.ts'
import { inOrder } from '../../../src/answers/programme/find/pick-sessions.ts'
import { weekdayOfEvent } from '../../../src/answers/programme/find/weekday-of-event.ts'
import type { Weekday } from '../../../src/calendar/day-names.ts'
import { addDays, weekdayOf } from '../../../src/calendar/days.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

const lantern = createAnswers(lanternCorpus, createLunrEngine(lanternCorpus), { examples: [] })
/** Saturday 28 November 2026, 14:05 in Helsinki. */
const fiveAfterTwo = '2026-11-28T12:05:00Z'

async function ask(question: string, at = fiveAfterTwo, answers = lantern) {
  const clock = () => ({ at: Date.parse(at), zone: 'Europe/Helsinki' })
  const answer = await withClock(answers, clock).answerQuestion(question, { list: { limit: 100 } })
  return {
    answer,
    kind: answer.kind,
    said: answer.explanation,
    titles: answer.results.map(({ talk }) => talk.title),
    values: answer.kind === 'listing' ? answer.values.map(({ value }) => value) : [],
    suggestions: answer.suggestions,
  }
}

test.each([
  ['rooms', '4 rooms at Lantern Conf 2026 from 27 to 29 November 2026.'],
  ['which rooms are there?', '4 rooms at Lantern Conf 2026 from 27 to 29 November 2026.'],
  ['what rooms are there tomorrow', '3 rooms on Sunday 29 November 2026.'],
  ['how many speakers are on tomorrow?', '7 speakers on Sunday 29 November 2026.'],
  ['speakers today', '7 speakers on Saturday 28 November 2026.'],
  ['which rooms are free now?', '2 rooms without a talk right now.'],
  ['any room free at 3pm?', '3 rooms without a talk on Saturday 28 November 2026, at 15:00.'],
])('%s lists what the programme has besides talks', async (question, said) => {
  const given = await ask(question)
  expect([given.kind, given.said, given.titles]).toEqual(['listing', said, []])
  expect(given.values).toHaveLength(Number.parseInt(said, 10))
})

test('each speaker and room that is listed leads to its talks', async () => {
  for (const question of ['speakers today', 'rooms']) {
    const { answer } = await ask(question)
    for (const { talks, question } of answer.kind === 'listing' ? answer.values : []) {
      const { answer: led } = await ask(question)
      const found = new Set(led.results.map(({ talk }) => talk.id))
      expect([question, led.kind, found.size]).toEqual([question, 'listing', talks])
    }
  }
})

test.each([
  ['is Jonas busy at 14:00?', '1 talk by Jonas on Saturday 28 November 2026, at 14:00.'],
  ['is jonas weld free at 3pm', 'No talk by jonas weld'],
  ['is room 2 free now?', '1 talk in room 2 right now.'],
  ['is Jonas busy tomorrow?', '1 talk by Jonas on Sunday 29 November 2026.'],
  ['lunch', 'The notes do not say when lunch is. No talk is on from 12:00 to 13:00'],
  ['lunch break tomorrow?', 'The notes do not say when lunch is. No talk is on from 11:55 to 13:00'],
  ['what did I miss?', '5 talks so far on Saturday 28 November 2026.'],
  ['what did we miss yesterday?', '4 talks on Friday 27 November 2026.'],
  ['have I missed anything this morning', '4 talks on Saturday 28 November 2026, before 12:00.'],
  ['day 0', 'Lantern Conf 2026 has no day 0: it has talks on 3 days, from 27 to 29 November 2026.'],
  ['when does river days start?', 'The first talk at river days on Tuesday 8 December 2026 begins at 09:00.'],
  [
    'when does river days end?',
    'The last talk at river days on Wednesday 9 December 2026 begins at 09:00, and the notes do not say when it ends.',
  ],
  [
    'when does Lantern Conf 2025 end?',
    'The notes do not say at what time the last talk at Lantern Conf 2025 on Saturday 22 November 2025 ends.',
  ],
  ["when's the first talk?", 'The first talk on Saturday 28 November 2026 begins at 09:00.'],
  ["what's the last talk of the day", 'The last talk on Saturday 28 November 2026 begins at 22:00.'],
  ['what time do we finish?', 'The last talk on Saturday 28 November 2026 ends at 02:00.'],
  ['how long until the next talk?', '1 talk coming next.'],
  ['who gave the keynote today?', '1 keynote on Saturday 28 November 2026.'],
  ['what happened at Lantern Conf 2025?', '2 talks at Lantern Conf 2025 from 21 to 22 November 2025.'],
  ['when is the conference?', 'Lantern Conf 2026 is from 27 to 29 November 2026, in Helsinki.'],
  ['how long is lunch?', 'The notes do not say when lunch is. No talk is on from 12:00 to 13:00'],
  ['when is the next rust talk?', 'No talk on rust coming next. The last one was'],
  ['next talk by Jonas', '1 talk by Jonas coming next.'],
  ["what's the next tutorial?", 'No tutorial coming next.'],
  ['what have I missed so far?', '5 talks so far on Saturday'],
  ["who's on first tomorrow?", 'The first talk on Sunday 29 November 2026 begins at 09:30.'],
  ["what's on after this?", '1 talk coming next.'],
  ['2 pm', '2 talks on Saturday 28 November 2026, at 14:00.'],
  ['workshops', '1 workshop at Lantern Conf 2026 on Saturday 28 November 2026.'],
])('%s', async (question, said) => {
  const given = await ask(question)
  expect(given.kind).toBe('listing')
  expect(given.said).toContain(said)
})

test('that no event is to come is said', async () => {
  expect((await ask('next conference', '2027-05-05T10:00:00Z')).said).toBe(
    'The notes name no event that is still to come.',
  )
})

test.each([
  ['next conference', '2026-11-28T10:00:00Z', 'River Days 2026 is from 8 to 9 December 2026.'],
  ['next River Days?', '2026-11-28T10:00:00Z', 'River Days 2026 is from 8 to 9 December 2026.'],
  [
    'when is the next Lantern Conf?',
    '2026-11-28T10:00:00Z',
    'The notes name no Lantern Conf that is still to come.',
  ],
  ['next talk at Lantern Conf', '2026-11-28T10:00:00Z', '1 talk at Lantern Conf coming next.'],
])('the next event is no talk: “%s” at %s', async (question, at, said) => {
  expect((await ask(question, at)).said).toContain(said)
})

test('once nothing is to come, what may mean anything else asks for no programme', async () => {
  for (const question of ['lunch', 'what did I miss?', 'rooms for improvement', 'tutorials']) {
    const { answer } = await ask(question, '2027-05-05T10:00:00Z')
    expect([question, answer.kind === 'listing' ? answer.slots : undefined]).toEqual([question, undefined])
  }
  expect((await ask('when is lunch?', '2027-05-05T10:00:00Z')).said).toContain(
    'The notes do not say when lunch is',
  )
})

const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-11-28', days))
const weekday = fc.integer({ min: 1, max: 7 }).map((number) => number as Weekday)

test('a weekday is one of the event that is on, or not far away, or of the last one if nothing is to come', () => {
  const days = fc.uniqueArray(day, { maxLength: 12 }).map((all) => all.toSorted())
  fc.assert(
    fc.property(days, day, weekday, (days, today, weekday) => {
      const meant = weekdayOfEvent(weekday, today, { days })
      if (meant !== undefined) {
        expect([weekdayOf(meant), days.includes(meant)]).toEqual([weekday, true])
        const isNear = addDays(today, -31) <= meant && meant <= addDays(today, 31)
        const isAllOver = days.every((one) => one < today)
        expect(isNear || (isAllOver && meant > addDays(days.at(-1)!, -7 * 12))).toBe(true)
      }
      const past = weekdayOfEvent(weekday, today, { days, isPast: true })
      expect(past !== undefined && weekdayOf(past)).toBe(weekday)
    }),
  )
})

test('of an event of several days, each of its weekdays is that day, while it is on and a month around it', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: -20, max: 20 }),
      (first, length, away) => {
        const days = Array.from({ length }, (_, at) => addDays(first, at))
        const today = addDays(first, away)
        const halfAYearAgo = Array.from({ length: 7 }, (_, at) => addDays(first, at - 182))
        for (const held of days) {
          const all = [...halfAYearAgo, ...days]
          expect(weekdayOfEvent(weekdayOf(held), today, { days: all })).toBe(held)
        }
      },
    ),
  )
})

test('after an event, a weekday that it did not have is said with its date, and is none of half a year ago', async () => {
  const talk = (title: string, date: string) => makeTalk(title, { title, date, starts: '10:00' })
  const corpus = makeCorpus(
    talk('Knots', '2026-05-19'),
    talk('Ropes', '2026-11-26'),
    talk('Sails', '2026-11-27'),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect(await ask('tuesday', fiveAfterTwo, answers)).toMatchObject({
    titles: [],
    said: 'No talk on Tuesday 1 December 2026. The last day with talks before was Friday 27 November 2026.',
  })
  expect((await ask('what was on on tuesday?', fiveAfterTwo, answers)).said).toContain('24 November 2026')
  expect(await ask('thursday', fiveAfterTwo, answers)).toMatchObject({ titles: ['Ropes'] })
})

test('what has no time comes last in its day', () => {
  const slot = fc.record({
    date: fc.constantFrom('2026-11-28', '2026-11-29'),
    starts: fc.option(fc.constantFrom('09:00', '23:30'), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(slot), (slots) => {
      const given = slots.map(({ date, starts }) => ({ slot: { date, ...(starts && { starts }) } }))
      for (const [at, { slot }] of inOrder(given).entries()) {
        const next = inOrder(given)[at + 1]?.slot
        if (slot.starts === undefined && next?.date === slot.date) expect(next.starts).toBeUndefined()
      }
    }),
  )
})

const german: Readonly<Record<string, readonly (readonly [german: string, english: string])[]>> = {
  day: [
    ['heute', 'today'],
    ['morgen', 'tomorrow'],
    ['gestern', 'yesterday'],
    ['am Freitag', 'on friday'],
    ['am Sonntag Nachmittag', 'on sunday afternoon'],
    ['morgen früh', 'tomorrow morning'],
    ['am 29. November', 'on 29 november'],
    ['an Tag 2', 'on day 2'],
  ],
  time: [
    ['', ''],
    ['um 14 Uhr', 'at 14:00'],
    ['um 14:30', 'at 14:30'],
    ['ab 10 Uhr', 'after 10:00'],
    ['von 9 bis 12 Uhr', 'from 9 to 12'],
    ['nach dem Mittagessen', 'after lunch'],
  ],
  room: [
    ['', ''],
    ['in Raum 2', 'in room 2'],
    ['in Room 10', 'in room 10'],
    ['im Harbour Tent', 'in the harbour tent'],
  ],
}

test('a German question for a programme finds what the English one does', async () => {
  const part = (name: string) => fc.constantFrom(...german[name]!)
  await fc.assert(
    fc.asyncProperty(part('day'), part('time'), part('room'), async (day, time, room) => {
      // Of two times of day one is enough.
      if (time[0] !== '' && /früh|Nachmittag/.test(day[0])) return
      const asked = (language: 0 | 1) => [day, time, room].map((one) => one[language]).join(' ')
      const [theirs, ours] = [await ask(`Was läuft ${asked(0)}?`), await ask(`What is on ${asked(1)}?`)]
      expect([theirs.kind, theirs.titles]).toEqual([ours.kind, ours.titles])
      expect(theirs.kind).toBe('listing')
    }),
    { numRuns: runs(60) },
  )
})

test.each([
  ['heute', 'today'],
  ['jetzt', 'now'],
  ['was kommt als nächstes?', 'what is next?'],
  ['welche Räume gibt es?', 'which rooms are there?'],
  ['wie viele Vorträge gibt es morgen?', 'how many talks are there tomorrow?'],
  ['was habe ich verpasst?', 'what did I miss?'],
  ['wann ist Mittagspause?', 'when is lunch?'],
  ['wann ist Queues everywhere?', 'when is Queues everywhere?'],
  ['wann ist der Vortrag über Queues?', 'when is the talk on queues?'],
  ['wo spricht Noor?', 'where does Noor speak?'],
  ['in welchem Raum ist die Night hack?', 'which room is the night hack in?'],
  ['was kommt heute noch?', 'what is left today?'],
  ['um halb drei', 'at half past 2'],
  ['um viertel nach zwei', 'at quarter past 2'],
  ['wann geht es morgen los?', 'when does it start tomorrow?'],
  ['wann ist heute Schluss?', 'when is it over today?'],
  ['wann beginnt River Days?', 'when does River Days start?'],
  ['um wie viel Uhr endet Queues everywhere?', 'when does queues everywhere end?'],
  ['ist Raum 2 um 14 Uhr frei?', 'is room 2 free at 14:00?'],
])('%s', async (theirs, ours) => {
  const [german, english] = [await ask(theirs), await ask(ours)]
  expect([german.kind, german.titles, german.values]).toEqual([english.kind, english.titles, english.values])
  expect(german.kind).toBe('listing')
  expect(german.answer.question).toBe(theirs)
})

test.each([
  'wann wird der Cache geleert?',
  'was ist ein Deadlock?',
  'wie läuft ein Deployment am Freitag ab?',
])('%s is a question like any other, in German too', async (question) => {
  expect((await ask(question)).kind).not.toBe('listing')
})

const talk = (title: string, date: string, text: string) =>
  makeTalk(title, { title, date, starts: '10:00', summary: passage(text) })
const days = makeCorpus(
  talk('Knots', '2026-11-27', 'Ropes hold if they are dry. Tar keeps them dry.'),
  talk('Sails', '2026-11-28', 'Ropes for sails are thin. Cotton tears in the sun.'),
  talk('Anchors', '2026-11-28', 'Iron rusts in salt water.'),
)
const said = createAnswers(days, createLunrEngine(days), { examples: [] })

test.each([
  ['what was said about ropes on friday?', 'Knots', '“on friday” is read as Friday 27 November 2026.'],
  ['what did they say about ropes today?', 'Sails', '“today” is read as Saturday 28 November 2026.'],
  ['what was said about ropes on day 1?', 'Knots', '“on day 1” is read as Friday 27 November 2026.'],
])(
  '%s is answered by the talks of that day alone, and says which that is',
  async (question, title, notice) => {
    const { answer, titles } = await ask(question, fiveAfterTwo, said)
    expect([answer.kind, titles]).toEqual(['found', [title]])
    expect(answer.notices.map(({ message }) => message)).toEqual([notice])
  },
)

test.each([
  ['talks before november 2026', ['Oars']],
  ['talks until november 2026', ['Anchors', 'Knots', 'Oars', 'Sails']],
  ['talks since november 2026', ['Anchors', 'Knots', 'Sails', 'Tides']],
  ['talks after november 2026', ['Tides']],
  ['talks since 28 november 2026', ['Anchors', 'Sails', 'Tides']],
  ['what was said about ropes before november 2026?', ['Oars']],
  ['welche Vorträge vor November 2026', ['Oars']],
])('%s are those beyond its days, which are said', async (question, expected) => {
  const seasons = makeCorpus(
    talk('Oars', '2026-10-30', 'Ropes hold oars.'),
    talk('Tides', '2026-12-02', 'The moon makes tides.'),
    ...days.talks,
  )
  const { titles } = await ask(
    question,
    fiveAfterTwo,
    createAnswers(seasons, createLunrEngine(seasons), { examples: [] }),
  )
  expect(titles.toSorted()).toEqual(expected)
})

test('what another day says is no answer for the day that was asked about, but can be asked for', async () => {
  const question = 'what was said about iron on friday?'
  const { answer, suggestions } = await ask(question, fiveAfterTwo, said)
  expect(answer.results.map(({ talk }) => talk.title)).not.toContain('Anchors')
  expect([answer.kind === 'found', suggestions]).toEqual([false, ['what was said about iron?']])
  const { answer: never } = await ask('what was said about ropes on tuesday?', fiveAfterTwo, said)
  expect([never.kind, never.explanation]).toEqual(['none', 'No talk is on that day.'])
})

test('what was said on a day, without a topic, is that day’s programme', async () => {
  for (const question of ['what did we learn today?', 'recap of today'])
    expect(await ask(question, fiveAfterTwo, said)).toMatchObject({
      kind: 'listing',
      titles: ['Anchors', 'Sails'],
    })
})

test('a talk that is only tagged as was asked, or mentions it, is not said to be on it', async () => {
  const corpus = makeCorpus(
    makeTalk('Sails', { title: 'Sails', tags: ['cotton'], summary: passage('Cotton tears.') }),
    makeTalk('Knots', { title: 'Knots', summary: passage('Tar keeps ropes dry.') }),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const explained = async (question: string) => (await ask(question, fiveAfterTwo, answers)).said
  expect(await explained('when is the talk on cotton?')).toMatch(
    /^No title has “cotton”; this talk has it as a tag\. /,
  )
  expect(await explained('when is the talk on knots?')).not.toContain('No title')
})

test.each([
  ['last week', '2026-12-03', '20 talks from 23 to 29 November 2026.'],
  ['this week', '2026-11-29', '6 talks on Sunday 29 November 2026.'],
  ['last friday', '2026-11-29', '4 talks on Friday 27 November 2026.'],
  ['last month', '2026-12-03', '20 talks from 1 to 30 November 2026.'],
  ['2025', '2026-11-28', '2 talks from 1 January to 31 December 2025.'],
])('%s, said on %s', async (question, date, said) => {
  expect((await ask(question, `${date}T12:05:00Z`)).said).toContain(said)
})

test('of a week that has no talks left, those that it had are shown', async () => {
  const talk = (title: string, date: string) => makeTalk(title, { title, date, starts: '10:00' })
  const corpus = makeCorpus(talk('Knots', '2026-11-24'), talk('Ropes', '2026-11-25'))
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect(await ask('this week', fiveAfterTwo, answers)).toMatchObject({ titles: ['Knots', 'Ropes'] })
})

test('a few words that a title has may be a thing that took its own time', async () => {
  const corpus = makeCorpus(
    makeTalk('Retro', {
      title: 'Retro on the outage',
      date: '2026-11-24',
      summary: passage('The outage took 47 minutes on 12 November.'),
    }),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  for (const question of ['how long was the outage?', 'when was the outage?']) {
    const { answer } = await ask(question, fiveAfterTwo, answers)
    expect([question, answer.kind === 'listing']).toEqual([question, false])
  }
  expect((await ask('when is “Retro on the outage”?', fiveAfterTwo, answers)).said).toContain('24 Nov 2026')
})

test('where an event was that names no place, is said not to be known', async () => {
  expect((await ask('where was Lantern Conf 2025?')).said).toBe(
    'The notes do not say where Lantern Conf 2025 was. It was from 21 to 22 November 2025.',
  )
})

test.each([
  'what city was the conference in?',
  'in which country is the conference',
  'which venue is it held at?',
  'what is the venue?',
  'what’s the location of the conference?',
  'which town does the conference take place in?',
  'city of the conference',
  'in welcher Stadt war die Konferenz?',
])('“%s” is asked of the event', async (question) => {
  const event = { id: 'quay', name: 'Quay Conf', place: 'Porto' }
  for (const [corpus, said] of [
    [
      makeCorpus(makeTalk('Knots', { event, title: 'Knots', date: '2026-11-24' })),
      'Quay Conf was on Tuesday 24 November 2026, in Porto.',
    ],
    [makeCorpus(makeTalk('Knots', { event, title: 'Knots' })), 'Quay Conf is in Porto.'],
  ] as const) {
    const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
    expect((await ask(question, fiveAfterTwo, answers)).said).toBe(said)
  }
})

test.each(['which city is Ada from?', 'which country is best for ropes?', 'city'])(
  '“%s” asks of no event',
  async (question) => {
    const { answer } = await ask(question)
    expect(answer.kind).not.toBe('listing')
  },
)

test.each(
  [
    ['keynotes', 'other than keynotes', 'keynote'],
    ['the keynote', 'other than keynotes', 'keynote'],
    ['lightning talks', 'other than lightning talks', 'lightning'],
  ].flatMap(([left, told, sign]) =>
    [
      'talks on Friday except',
      'what is on on Friday besides',
      'any talks on Friday that aren’t',
      'talks on Friday but no',
    ].map((asking) => [`${asking} ${left}`, told!, sign!] as const),
  ),
)('“%s” shows the programme %s', async (question, told, sign) => {
  const { said, answer } = await ask(question)
  expect(said).toContain(`${told} on Friday 27 November 2026.`)
  expect(answer.results.length).toBeGreaterThan(0)
  for (const { talk } of answer.results)
    expect(`${talk.kind} ${talk.title}`.toLowerCase()).not.toContain(sign)
})

test.each([
  ['what is on on Friday not by Irene Falk', 'not by Irene Falk', 'Irene Falk'],
  ['talks on Saturday except by Lena Hauer', 'not by Lena Hauer', 'Lena Hauer'],
])('“%s” shows the programme %s', async (question, told, speaker) => {
  const { said, answer } = await ask(question)
  expect(said).toContain(told)
  expect(answer.results.length).toBeGreaterThan(0)
  expect(answer.results.flatMap(({ talk }) => talk.speakers.map(({ name }) => name))).not.toContain(speaker)
})

test.each([
  'where was the conference in 2024?',
  'when was the 2024 conference?',
  'what city was the conference 2024 in?',
  'wo war die Konferenz 2024?',
])('“%s” is asked of the event of that year', async (question) => {
  const of = (year: number, place: string) => ({ id: `quay-${year}`, name: `Quay Conf ${year}`, year, place })
  const corpus = makeCorpus(
    makeTalk('Knots', { event: of(2024, 'Porto'), title: 'Knots', date: '2024-05-04' }),
    makeTalk('Ropes', { event: of(2026, 'Gdansk'), title: 'Ropes', date: '2026-11-28' }),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect((await ask(question, fiveAfterTwo, answers)).said).toBe(
    'Quay Conf 2024 was on Saturday 4 May 2024, in Porto.',
  )
})

test.each([
  ['when was OarConf 2024, Porto, Sept 10–13, 2024', 'from 10 to 13 September 2024'],
  ['when was OarConf 2024?', 'from 10 to 13 September 2024'],
  ['when was oarconf', 'from 10 to 13 September 2024'],
  ['when is Knot Fest?', 'from 30 November to 2 December 2023'],
  ['when was Boat Days 2025', 'on Saturday 3 May 2025'],
  ['how long was Boat Days', 'on Saturday 3 May 2025'],
  ['when was KielTage', 'from 1 to 3 July 2025'],
  ['when was KielTage 2024', 'from 10 to 13 October 2024'],
  ['wann war der Datentag?', 'on Monday 12 May 2025'],
  ['where was RowFest?', 'on Tuesday 3 June 2025'],
  ['when was BuoyDays?', 'from 3 to 4 February 2024'],
])('“%s” is told from the days in the name of the event', async (question, days) => {
  const of = (name: string) => makeTalk(name, { title: 'Knots', event: { id: name.toLowerCase(), name } })
  const corpus = makeCorpus(
    of('OarConf 2024, Porto, Sept 10–13, 2024'),
    of('Knot Fest (30 Nov - 2 Dec 2023)'),
    of('Boat Days 2025: Gdansk, May 3rd 2025'),
    of('KielTage 2024, Kiel, 10.-13. Oktober 2024'),
    of('KielTage - Kiel - 1. bis 3. Juli 2025'),
    of('Datentag (Köln), 12. Mai 2025'),
    of('RowFest, 2025-06-03'),
    of('BuoyDays 2024, 3 & 4 February 2024'),
    of('Sail 4/5, 2021'),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect((await ask(question, fiveAfterTwo, answers)).said).toContain(` was ${days}.`)
})

test('the next event is also one whose name alone says its days', async () => {
  const event = { id: 'mast', name: 'MastCamp 2026 - Kiel, Dec 10-12, 2026' }
  const corpus = makeCorpus(makeTalk('Knots', { title: 'Knots', event }))
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect((await ask('when is the next MastCamp?', fiveAfterTwo, answers)).said).toBe(
    `${event.name} is from 10 to 12 December 2026.`,
  )
})

test('of an event whose days are unknown, its full name alone tells that it is asked for', async () => {
  const at = (name: string) => makeTalk(name, { title: 'Knots', event: { id: name.toLowerCase(), name } })
  const corpus = makeCorpus(
    at('Sail 4/5, 2021'),
    at('PaddleDays 2019, Oslo'),
    at('Dock Meetup 12 - 14 May 2024'),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const said = async (question: string) => (await ask(question, fiveAfterTwo, answers)).said
  expect(await said('when was Sail 4/5, 2021')).toBe('The notes do not say when Sail 4/5, 2021 was.')
  expect(await said('where was Sail 4/5, 2021')).toBe(
    'The notes do not say where it was, unless its name does: Sail 4/5, 2021.',
  )
  expect(await said('when was PaddleDays 2019, Oslo')).toMatch(/^The notes do not say when PaddleDays/)
  expect(await said('when was Dock Meetup 12 - 14 May 2024')).toMatch(
    /^The notes do not say when Dock Meetup/,
  )
  expect(await said('when was PaddleDays')).toMatch(/^The notes on PaddleDays do not say when/)
})

test('who asks when the keynotes are is told which have no time', async () => {
  const keynote = (title: string, time: object = {}) => makeTalk(title, { title, kind: 'keynote', ...time })
  const some = makeCorpus(
    keynote('Tides', { date: '2026-12-01', starts: '09:00' }),
    keynote('Boats', { date: '2026-12-02', starts: '09:00' }),
    keynote('Sails'),
  )
  const answers = createAnswers(some, createLunrEngine(some), { examples: [] })
  const said = async (at: string) => (await ask('when is the keynote?', at, answers)).said
  expect(await said('2026-11-30T10:00:00Z')).toBe(
    '3 talks for “keynote”. The notes do not say when “Sails” is.',
  )
  expect(await said('2026-12-20T10:00:00Z')).toMatch(/“Sails” is\. The others are over\.$/)
  const fewer = makeCorpus(keynote('Tides', { date: '2026-12-01', starts: '09:00' }), keynote('Sails'))
  const ofFewer = createAnswers(fewer, createLunrEngine(fewer), { examples: [] })
  expect((await ask('when is the keynote?', '2026-12-20T10:00:00Z', ofFewer)).said).toMatch(
    / The other is over\.$/,
  )
})

test('an event is known by its name however it is written, and as the conference that was held', async () => {
  const event = { id: 'sail', name: 'SailConf.eu 2021 in Oslo' }
  const knots = makeTalk('knots', { title: 'SailConf notes', summary: passage('Knots were tied.'), event })
  const answersIn = (...talks: readonly Talk[]) => {
    const corpus = makeCorpus(...talks)
    return createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  }
  const answers = answersIn(knots, makeTalk('tides', { title: 'Tides', event }))
  const unknown = 'The notes do not say when SailConf.eu 2021 in Oslo was.'
  const where = 'The notes do not say where it was, unless its name does: SailConf.eu 2021 in Oslo.'
  for (const [question, said] of [
    ['when was SailConf.eu 2021 in Oslo?', unknown],
    ['when was sailconf eu 2021 in oslo?', unknown],
    ['when was SailConf.eu 2021?', unknown],
    ['whne was the SailConf.eu conference?', unknown],
    ['where was it held?', where],
    ['wher did it take place?', where],
    ['wo fand das statt?', where],
    ['wann fand die Konferenz statt?', unknown],
    ['Liste aller Vorträge', 'The notes have 2 talks.'],
  ] as const)
    expect([question, (await ask(question, fiveAfterTwo, answers)).said]).toEqual([question, said])
  expect((await ask('when is it?', fiveAfterTwo, answers)).said).not.toBe(unknown)
  const other = makeTalk('oars', { title: 'Oars', event: { id: 'oar', name: 'OarConf.eu' } })
  const two = answersIn(knots, other)
  expect((await ask('where was it held?', fiveAfterTwo, two)).kind).not.toBe('listing')
  expect((await ask('when was the eu conference?', fiveAfterTwo, two)).kind).not.toBe('listing')
})

test('the day of one talk among many is not taken for that of the event', async () => {
  const event = { id: 'sail', name: 'SailConf' }
  const of = (count: number) => {
    const dated = makeTalk('knots', { title: 'Knots', event, date: '2021-05-04' })
    const others = Array.from({ length: count }, (_, at) =>
      makeTalk(`t${at}`, { title: `Tide ${at}`, event }),
    )
    const corpus = makeCorpus(dated, ...others)
    return createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  }
  const said = async (question: string, count: number) => (await ask(question, fiveAfterTwo, of(count))).said
  expect(await said('when was SailConf?', 3)).toBe('SailConf was on Tuesday 4 May 2021.')
  for (const question of ['when was SailConf?', 'when was the conference?'])
    expect(await said(question, 4)).toBe(
      'The notes do not say when SailConf was. One of its 5 talks was on Tuesday 4 May 2021.',
    )
})

test('a line that says when, where or how long is quoted if it is not understood', async () => {
  const lines = ['Venue: the old dock', 'Date: 12th & 13th May', 'Duration: about 2 hours']
  const knots = makeTalk('knots', {
    title: 'Knots',
    sections: [{ title: 'Notes', line: 3, passages: lines.map((text, at) => passage(text, 4 + at)) }],
  })
  const dates = makeTalk('dates', {
    title: 'Dates',
    sections: [{ title: 'Notes', line: 3, passages: [passage('Date: a type that nobody likes', 4)] }],
  })
  const corpus = makeCorpus(knots, dates)
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const said = async (question: string) => (await ask(question, fiveAfterTwo, answers)).said
  expect(await said('when is the talk on knots?')).toBe('The notes on “Knots” say: “Date: 12th & 13th May”.')
  expect(await said('where is the talk on knots?')).toBe('The notes on “Knots” say: “Venue: the old dock”.')
  expect(await said('how long is the talk on knots?')).toBe(
    'The notes on “Knots” say: “Duration: about 2 hours”.',
  )
  expect(await said('when is the talk on dates?')).toMatch(/^The notes do not say when “Dates” is\./)
})
