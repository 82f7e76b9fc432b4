import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withClock } from '../../../src/answers/answers.ts'
import { datesInFields } from '../../../src/answers/programme/find/dates-in-fields.ts'
import { inOrder } from '../../../src/answers/programme/find/pick-sessions.ts'
import { openTalks, packTalks } from '../../../src/library/snapshot/talk-rows.ts'
import { slotsOf } from '../../../src/notes/talk-slots.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

const lantern = answersOf(lanternCorpus)
/** Saturday 28 November 2026, 14:05 in Helsinki. */
const fiveAfterTwo = '2026-11-28T12:05:00Z'

async function ask(question: string, at = fiveAfterTwo, zone = 'UTC', answers = lantern) {
  const answer = await withClock(answers, () => ({ at: Date.parse(at), zone })).answerQuestion(question, {
    list: { limit: 100 },
  })
  return {
    answer,
    kind: answer.kind,
    titles: answer.results.map(({ talk }) => talk.title),
    said: answer.explanation.replace(/ Times are those of [^.]*\./, ''),
    zone: /Times are those of ([^.]*)\./.exec(answer.explanation)?.[1],
    suggestions: answer.suggestions,
    ...(answer.kind === 'listing' && { slots: answer.slots, dayStarts: answer.dayStarts }),
  }
}

/** What people type while a conference is on, what is said to it, and which talks are listed; of many the first two and the last. */
const asked: readonly (readonly [question: string, said: string, titles: readonly string[]])[] = [
  ["what's on?", '2 talks right now.', ['Async all the way down', 'Rust for Pythonistas, continued']],
  ['whats on rn', '2 talks right now.', ['Async all the way down', 'Rust for Pythonistas, continued']],
  [
    'is anything still on?',
    '2 talks right now.',
    ['Async all the way down', 'Rust for Pythonistas, continued'],
  ],
  ['now', '2 talks right now.', ['Async all the way down', 'Rust for Pythonistas, continued']],
  [
    'programme',
    '5 talks left on Saturday 28 November 2026.',
    ['Async all the way down', 'Rust for Pythonistas, continued', '…', 'Night hack'],
  ],
  [
    'schedule',
    '5 talks left on Saturday 28 November 2026.',
    ['Async all the way down', 'Rust for Pythonistas, continued', '…', 'Night hack'],
  ],
  [
    "today's agenda",
    '10 talks on Saturday 28 November 2026.',
    ['Keynote: slow software', 'Django at ten million rows', '…', 'Night hack'],
  ],
  [
    'programme of River Days',
    '3 talks at River Days from 8 to 9 December 2026.',
    ['Streams and dams', 'Kafka in anger', 'Schemas that evolve'],
  ],
  [
    "what's on at river days?",
    '3 talks at river days from 8 to 9 December 2026.',
    ['Streams and dams', 'Kafka in anger', 'Schemas that evolve'],
  ],
  [
    'Lantern Conf 2025 schedule',
    '2 talks at Lantern Conf 2025 from 21 to 22 November 2025.',
    ['Lanterns in the fog', 'Schedule of a cron job'],
  ],
  [
    'grace adeyemi schedule',
    '3 talks by grace adeyemi at Lantern Conf 2026 from 27 to 29 November 2026.',
    ['Feature flags gone wrong', 'Keynote: slow software', 'Closing panel'],
  ],
  [
    'tmrw',
    '6 talks on Sunday 29 November 2026.',
    ['Profiling in production', 'Tracing a slow request', '…', 'Closing panel'],
  ],
  [
    "what's on tmrw morning",
    '2 talks on Sunday 29 November 2026, before 12:00.',
    ['Profiling in production', 'Tracing a slow request'],
  ],
  [
    '2moro in room 2',
    '2 talks in room 2 on Sunday 29 November 2026.',
    ['Profiling in production', 'Room for improvement'],
  ],
  [
    'wat is on tomorow?',
    '6 talks on Sunday 29 November 2026.',
    ['Profiling in production', 'Tracing a slow request', '…', 'Closing panel'],
  ],
  ['whats happening wendesday', '1 talk on Wednesday 9 December 2026.', ['Schemas that evolve']],
  [
    'day 2',
    '10 talks at Lantern Conf 2026 on Saturday 28 November 2026.',
    ['Keynote: slow software', 'Django at ten million rows', '…', 'Night hack'],
  ],
  [
    'day two of Lantern Conf',
    '10 talks at Lantern Conf on Saturday 28 November 2026.',
    ['Keynote: slow software', 'Django at ten million rows', '…', 'Night hack'],
  ],
  [
    'the last day',
    '6 talks at Lantern Conf 2026 on Sunday 29 November 2026.',
    ['Profiling in production', 'Tracing a slow request', '…', 'Closing panel'],
  ],
  ['day 4', 'Lantern Conf 2026 has no day 4: it has talks on 3 days, from 27 to 29 November 2026.', []],
  [
    'what time does day 3 start?',
    'The first talk at Lantern Conf 2026 on Sunday 29 November 2026 begins at 09:30.',
    ['Profiling in production'],
  ],
  [
    'when does the conference end?',
    'The last talk at Lantern Conf 2026 on Sunday 29 November 2026 ends at 17:00.',
    ['Closing panel'],
  ],
  ['when does it end today', 'The last talk on Saturday 28 November 2026 ends at 02:00.', ['Night hack']],
  [
    'first talk tomorrow',
    'The first talk on Sunday 29 November 2026 begins at 09:30.',
    ['Profiling in production'],
  ],
  [
    'this afternoon',
    '5 talks on Saturday 28 November 2026, from 12:00 to 18:00.',
    ['Accessibility is a bug class', 'Async all the way down', '…', 'Workshop: build a database'],
  ],
  ['tonight', '1 talk on Saturday 28 November 2026, from 17:00 on.', ['Night hack']],
  [
    'next week',
    'No talk from 30 November to 6 December 2026. The next day with talks is Tuesday 8 December 2026.',
    [],
  ],
  [
    "what's on in december",
    '3 talks from 1 to 31 December 2026.',
    ['Streams and dams', 'Kafka in anger', 'Schemas that evolve'],
  ],
  ['8.12.', '2 talks on Tuesday 8 December 2026.', ['Streams and dams', 'Kafka in anger']],
  ['what is on on 31 november?', 'There is no 31 November.', []],
  ['in an hour', '1 talk in an hour, at 15:05.', ['Tracing a slow request']],
  ["what's on in half an hour?", '1 talk in half an hour, at 14:35.', ['Rust for Pythonistas, continued']],
  ['in the next hour', '1 talk within the next 60 minutes.', ['Tracing a slow request']],
  [
    'later today',
    '3 talks on Saturday 28 November 2026, from now on.',
    ['Tracing a slow request', 'Workshop: build a database', 'Night hack'],
  ],
  [
    "what's left today?",
    '5 talks left on Saturday 28 November 2026.',
    ['Async all the way down', 'Rust for Pythonistas, continued', '…', 'Night hack'],
  ],
  ['any rust talks left?', '1 talk on rust left.', ['Rust for Pythonistas, continued']],
  [
    'after lunch',
    '6 talks on Saturday 28 November 2026, after lunch (taken to be from 12:00 to 13:00, when nothing is on).',
    ['Accessibility is a bug class', 'Async all the way down', '…', 'Night hack'],
  ],
  [
    'before lunch tomorrow',
    '2 talks on Sunday 29 November 2026, before lunch (taken to be from 11:55 to 13:00, when nothing is on).',
    ['Profiling in production', 'Tracing a slow request'],
  ],
  [
    'when is lunch?',
    'The notes do not say when lunch is. No talk is on from 12:00 to 13:00 on Saturday 28 November 2026.',
    [],
  ],
  ['at 1am tomorrow', '1 talk on Sunday 29 November 2026, at 01:00.', ['Night hack']],
  ['tomorrow 10-12', '1 talk on Sunday 29 November 2026, from 10:00 to 12:00.', ['Tracing a slow request']],
  ['17:00', '1 talk on Saturday 28 November 2026, at 17:00.', ['Workshop: build a database']],
  ['where should I be at 3pm?', '1 talk on Saturday 28 November 2026, at 15:00.', ['Tracing a slow request']],
  ["what's next?", '1 talk coming next.', ['Tracing a slow request']],
  ["what's next in room 2?", '1 talk in room 2 coming next.', ['Tracing a slow request']],
  ["I'm in the main hall, what's next?", '1 talk in main hall coming next.', ['Green computing']],
  [
    'room10 tomorrow',
    '2 talks in room 10 on Sunday 29 November 2026.',
    ['Tracing a slow request', 'What is a session anyway?'],
  ],
  [
    "what's on in room 99 tomorrow?",
    'No talk in room 99 on Sunday 29 November 2026. No talk has the room “room 99”. On Sunday 29 November 2026 there are Main Hall, Room 2 and Room 10.',
    [],
  ],
  [
    "what's on in the sauna tomorrow?",
    'No talk in sauna on Sunday 29 November 2026. No talk has the room “sauna”. On Sunday 29 November 2026 there are Main Hall, Room 2 and Room 10.',
    [],
  ],
  [
    'whats on in teh main hal now',
    'No talk in main hal right now. No talk has the room “main hal”. The nearest is “Main Hall”.',
    [],
  ],
  ['keynotes today', '1 keynote on Saturday 28 November 2026.', ['Keynote: slow software']],
  ['workshops today', '1 workshop on Saturday 28 November 2026.', ['Workshop: build a database']],
  ['any panels tomorrow?', '1 panel on Sunday 29 November 2026.', ['Closing panel']],
  [
    'tutorials tomorrow',
    'No tutorial on Sunday 29 November 2026. The notes do not say which talks are tutorials.',
    [],
  ],
  [
    'lightning talks tomorrow',
    'No lightning talk on Sunday 29 November 2026. The last day with such talks before was Friday 27 November 2026.',
    [],
  ],
  ['is grace speaking tomorrow?', '1 talk by grace on Sunday 29 November 2026.', ['Closing panel']],
  [
    'which talks does Lena give today?',
    '2 talks by Lena on Saturday 28 November 2026.',
    ['Django at ten million rows', 'Rust for Pythonistas, continued'],
  ],
  [
    'anything about rust today?',
    '1 talk tagged rust on Saturday 28 November 2026.',
    ['Rust for Pythonistas, continued'],
  ],
  [
    'when is queues everywhere?',
    '“Queues everywhere”: Sat 28 Nov 2026, 10:15–11:00, Room 10. It is over.',
    ['Queues everywhere'],
  ],
  [
    'when is “Async all the way down”?',
    '“Async all the way down”: Sat 28 Nov 2026, 13:50–14:30, Room 2. It is on now.',
    ['Async all the way down'],
  ],
  ['when is nigth hack', '“Night hack”: Sat 28 Nov 2026, 22:00–02:00, Harbour Tent.', ['Night hack']],
  [
    'when is the keynote?',
    '2 talks for “keynote”. All are over.',
    ['Opening: what lanterns taught us', 'Keynote: slow software'],
  ],
  [
    "where's the workshop??",
    '“Workshop: build a database”: Sat 28 Nov 2026, 16:40–18:40, Room 10. It begins in 2 hours 35 minutes.',
    ['Workshop: build a database'],
  ],
  [
    'where is Room for improvement?',
    '“Room for improvement”: Sun 29 Nov 2026, 14:00–14:40, Room 2.',
    ['Room for improvement'],
  ],
  ['closing panel, where?', '“Closing panel”: Sun 29 Nov 2026, 16:00–17:00, Main Hall.', ['Closing panel']],
  [
    'when is grace on?',
    '3 talks for “grace”.',
    ['Feature flags gone wrong', 'Keynote: slow software', 'Closing panel'],
  ],
  [
    'when does lena speak?',
    '3 talks for “lena”.',
    ['Rust for Pythonistas', 'Django at ten million rows', 'Rust for Pythonistas, continued'],
  ],
  [
    'do you know when the talk on rust is?',
    '2 talks for “rust”.',
    ['Rust for Pythonistas', 'Rust for Pythonistas, continued'],
  ],
  [
    'when is tracing a slow request again?',
    '“Tracing a slow request”: Sat 28 Nov 2026, 14:40–15:20, Room 2; Sun 29 Nov 2026, 11:15–11:55, Room 10. It begins in 35 minutes.',
    ['Tracing a slow request', 'Tracing a slow request'],
  ],
  [
    'when does Async all the way down end?',
    '“Async all the way down” ends at 14:30: Sat 28 Nov 2026, 13:50–14:30, Room 2. It is on now.',
    ['Async all the way down'],
  ],
  [
    'until when is the night hack?',
    '“Night hack” ends at 02:00: Sat 28 Nov 2026, 22:00–02:00, Harbour Tent.',
    ['Night hack'],
  ],
  [
    'how long is queues everywhere?',
    '“Queues everywhere” takes 45 minutes: Sat 28 Nov 2026, 10:15–11:00, Room 10. It is over.',
    ['Queues everywhere'],
  ],
  [
    'how long is schemas that evolve?',
    'The notes do not say how long “Schemas that evolve” takes, only when it is: Wed 9 Dec 2026, 09:00, Delta Room.',
    ['Schemas that evolve'],
  ],
  [
    'who is on after Queues everywhere?',
    '1 talk is next after “Queues everywhere” (Sat 28 Nov 2026, 10:15–11:00, Room 10) in Room 10.',
    ['Testing the untestable'],
  ],
  [
    'who speaks after the keynote?',
    '1 talk is next after “Keynote: slow software” (Sat 28 Nov 2026, 09:00–10:00, Main Hall) in Main Hall.',
    ['Accessibility is a bug class'],
  ],
  [
    "what's on after Async all the way down?",
    '1 talk is next after “Async all the way down” (Sat 28 Nov 2026, 13:50–14:30, Room 2) in Room 2.',
    ['Tracing a slow request'],
  ],
  [
    "what's before the closing panel",
    '1 talk is next before “Closing panel” (Sun 29 Nov 2026, 16:00–17:00, Main Hall) in Main Hall.',
    ['Green computing'],
  ],
  [
    'talk before the closing panel',
    '1 talk is next before “Closing panel” (Sun 29 Nov 2026, 16:00–17:00, Main Hall) in Main Hall.',
    ['Green computing'],
  ],
  [
    'the talk right after Queues everywhere',
    '1 talk is next after “Queues everywhere” (Sat 28 Nov 2026, 10:15–11:00, Room 10) in Room 10.',
    ['Testing the untestable'],
  ],
  [
    "what's on at the same time as Async all the way down?",
    '1 other talk is at the same time as “Async all the way down” (Sat 28 Nov 2026, 13:50–14:30, Room 2).',
    ['Rust for Pythonistas, continued'],
  ],
  ['when is River Days?', 'River Days 2026 is from 8 to 9 December 2026.', []],
  ['next conference', 'River Days 2026 is from 8 to 9 December 2026.', []],
  [
    'where was lanterns in the fog?',
    'The notes name no room for “Lanterns in the fog”: Fri 21 Nov 2025.',
    ['Lanterns in the fog'],
  ],
  [
    'date:today',
    '10 talks on Saturday 28 November 2026.',
    ['Keynote: slow software', 'Django at ten million rows', '…', 'Night hack'],
  ],
  [
    'date:2026-11',
    '20 talks from 1 to 30 November 2026.',
    ['Opening: what lanterns taught us', 'Rust for Pythonistas', '…', 'Closing panel'],
  ],
  [
    'date:>=2026-12-01',
    '3 talks from 8 to 9 December 2026.',
    ['Streams and dams', 'Kafka in anger', 'Schemas that evolve'],
  ],
  [
    'date:tomorrow room:"room 2"',
    '2 talks in room 2 on Sunday 29 November 2026.',
    ['Profiling in production', 'Room for improvement'],
  ],
  [
    'sorry quick question - where do i need to be at 11:15 tomorrow?',
    '1 talk on Sunday 29 November 2026, at 11:15.',
    ['Tracing a slow request'],
  ],
  ['wats on nxt', '1 talk coming next.', ['Tracing a slow request']],
  [
    'what r the talks today',
    '10 talks on Saturday 28 November 2026.',
    ['Keynote: slow software', 'Django at ten million rows', '…', 'Night hack'],
  ],
  [
    'any1 know whats on in room 2 tmrw',
    '2 talks in room 2 on Sunday 29 November 2026.',
    ['Profiling in production', 'Room for improvement'],
  ],
  [
    'who is on stage in the main hall?',
    'No talk in main hall right now. Next: “Green computing”, Sun 29 Nov 2026, 13:00–13:40, Main Hall.',
    [],
  ],
  [
    'room 2',
    '4 talks in room 2 left.',
    ['Async all the way down', 'Tracing a slow request', 'Profiling in production', 'Room for improvement'],
  ],
  [
    "what's on at half past two?",
    '1 talk on Saturday 28 November 2026, at 14:30.',
    ['Rust for Pythonistas, continued'],
  ],
  [
    "what's on at quarter past 2",
    '2 talks on Saturday 28 November 2026, at 14:15.',
    ['Async all the way down', 'Rust for Pythonistas, continued'],
  ],
  ["what's on tonight at 10", '1 talk on Saturday 28 November 2026, at 22:00.', ['Night hack']],
  [
    'first thing tomorrow',
    'The first talk on Sunday 29 November 2026 begins at 09:30.',
    ['Profiling in production'],
  ],
  [
    'is the keynote over?',
    '2 talks for “keynote”. All are over.',
    ['Opening: what lanterns taught us', 'Keynote: slow software'],
  ],
  [
    'has the workshop started?',
    '“Workshop: build a database”: Sat 28 Nov 2026, 16:40–18:40, Room 10. It begins in 2 hours 35 minutes.',
    ['Workshop: build a database'],
  ],
  ['when can I hear Noor?', '2 talks for “Noor”.', ['Queues everywhere', 'Workshop: build a database']],
  ['which room is noor in now', '2 talks for “noor”.', ['Queues everywhere', 'Workshop: build a database']],
  [
    'time of the django talk?',
    '“Django at ten million rows”: Sat 28 Nov 2026, 10:15–11:00, Room 2. It is over.',
    ['Django at ten million rows'],
  ],
  [
    'what clashes with queues everywhere?',
    '1 other talk is at the same time as “Queues everywhere” (Sat 28 Nov 2026, 10:15–11:00, Room 10).',
    ['Django at ten million rows'],
  ],
  [
    'testing talks on saturday',
    '1 talk on testing on Saturday 28 November 2026.',
    ['Testing the untestable'],
  ],
  ['beginner talks tomorrow', 'No talk on beginner on Sunday 29 November 2026.', []],
]

test.each(asked)('%s', async (question, said, titles) => {
  const given = await ask(question)
  const [one, two, ...others] = given.titles
  const shown = others.length > 2 ? [one, two, '…', others.at(-1)] : given.titles
  expect({ kind: given.kind, said: given.said, titles: shown }).toEqual({ kind: 'listing', said, titles })
})

test.each([
  'where do talks on deployment go wrong?',
  'where do the talks about queues start to differ?',
  'what happens in room for improvement?',
  'what is in the box?',
  'what lives in the engine room?',
  'why do queues break on Sunday?',
  'when are sessions stored on the server?',
  'where are sessions stored?',
  'when do sessions expire?',
  'how long do sessions last?',
  'how long does a session last?',
  'when does a session end?',
  'where is every session kept?',
  'how long does a request take?',
  'when should I use a queue?',
  'when should the database be built?',
  'when is a queue better than a database?',
  'where is the slow part of a request?',
  'where are the slides of the talk on rust?',
  'where is the video of the keynote?',
  'when was the talk on rust recorded?',
  'what comes after a failed deployment?',
  'what is before and after in a test?',
  'who is on call this weekend?',
  'schedule of a cron job',
  'testing time',
  'queues in real time',
  '3.12',
  'what is on in 3.8?',
  'next',
  'hm where do filters go, on the logger or the handler? saw it in that rust talk',
])('%s is a question like any other', async (question) => {
  expect((await ask(question)).slots).toBeUndefined()
})

test('of a conference that is over, what may mean anything else is a question like any other', async () => {
  const nextYear = '2027-05-05T10:00:00Z'
  for (const question of ['what is left to do?', 'what comes after python?', 'schedule', 'in an hour']) {
    expect([question, (await ask(question, nextYear)).slots]).toEqual([question, undefined])
  }
  expect((await ask('when is lena on?', nextYear)).titles).toHaveLength(3)
  expect((await ask('programme of Lantern Conf 2026', nextYear)).titles).toHaveLength(20)
})

test('what is said of many talks is paged', async () => {
  const list = async (offset: number) => {
    const answers = withClock(lantern, () => ({ at: Date.parse(fiveAfterTwo), zone: 'UTC' }))
    const answer = await answers.answerQuestion('when is lena on?', { list: { limit: 2, offset } })
    return answer.kind === 'listing' ? [answer.offset, answer.total, answer.results.length] : []
  }
  expect([await list(0), await list(2), await list(9)]).toEqual([
    [0, 3, 2],
    [2, 3, 1],
    [2, 3, 1],
  ])
})

test('who types a title as it is written asks for its talk', async () => {
  const titles = ['Lightning talks, day 2', 'When is it good to be late?', 'So what is on now?']
  const answers = answersOver(
    ...titles.map((title) => makeTalk(title, { title, date: '2026-11-28', starts: '14:00' })),
  )
  for (const title of titles) {
    expect(await ask(title, fiveAfterTwo, 'UTC', answers)).toMatchObject({ kind: 'found', titles: [title] })
  }
})

test('a talk is found by its title, however that is written', async () => {
  for (const { title } of lanternCorpus.talks) {
    for (const written of [title, title.toLowerCase(), title.toUpperCase(), `“${title}”`]) {
      const { titles } = await ask(`when is ${written}?`)
      expect({ written, titles: new Set(titles) }).toEqual({ written, titles: new Set([title]) })
    }
  }
})

const sessions = lanternCorpus.talks.flatMap((talk) => slotsOf(talk).map((slot) => ({ talk, slot })))
const minutes = (date: string, time: string) => Date.parse(`${date}T${time}:00Z`) / 60_000

/** Which talks are on at a moment by the clocks of their event, counted in minutes. */
const onAt = (moment: number) =>
  sessions.flatMap(({ talk, slot: { date, starts, ends } }) => {
    if (date === undefined || starts === undefined) return []
    const from = minutes(date, starts)
    const end = ends === undefined ? from + 60 : minutes(date, ends)
    const until = end > from ? end : end + 24 * 60
    return from <= moment && moment < until ? [talk.title] : []
  })

test('what is on at any moment is what has begun and not ended, over midnight too', async () => {
  const moment = fc.integer({ min: minutes('2026-11-27', '00:00'), max: minutes('2026-11-30', '04:00') })
  await fc.assert(
    fc.asyncProperty(moment, async (at) => {
      // Helsinki is two hours ahead.
      const now = new Date((at - 120) * 60_000).toISOString()
      const [date, time] = new Date(at * 60_000).toISOString().split(/[TZ]/) as [string, string]
      const expected = onAt(at).sort()
      expect((await ask('what is on right now?', now)).titles.toSorted()).toEqual(expected)
      const then = `what is on on ${date} at ${time.slice(0, 5)}?`
      expect((await ask(then)).titles.toSorted()).toEqual(expected)
      expect((await ask('what is on in 45 minutes?', now)).titles.toSorted()).toEqual(onAt(at + 45).sort())
    }),
    { numRuns: runs(60) },
  )
})

test('rooms of one time are in the order of their numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(200), { maxLength: 12 }), (numbers) => {
      const slots = numbers.map((number) => ({
        slot: { date: '2026-11-28', starts: '10:00', room: `Room ${number}` },
      }))
      const ordered = inOrder(slots).map(({ slot }) => Number(slot.room.slice(5)))
      expect(ordered).toEqual(numbers.toSorted((a, b) => a - b))
    }),
  )
})

test('a day is said once: above its talks, or by the sentence alone', async () => {
  const { dayStarts, slots = [] } = await ask('programme of Lantern Conf')
  expect(dayStarts?.filter(Boolean)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
  for (const [at, { date }] of slots.entries()) {
    expect(dayStarts?.[at]).toBe(date === slots[at - 1]?.date ? undefined : date)
  }
  expect((await ask('what is on tomorrow?')).dayStarts).toEqual([])
  // It goes without saying that what is on now is on today.
  expect((await ask('what is on now?')).dayStarts).toEqual([])
  expect((await ask("what's next in the main hall?")).dayStarts).toEqual(['2026-11-29'])
})

test.each(['what is on right now?', 'what is on at 4am?', 'in 5 hours', 'programme', 'tonight', 'next'])(
  'whose clocks are meant is said to those by other clocks, whether or not anything is on: %s',
  async (question) => {
    const { kind, zone } = await ask(question, '2026-11-28T10:10:00Z')
    const isListing = kind === 'listing'
    expect(zone).toBe(isListing ? 'Europe/Helsinki' : undefined)
    expect((await ask(question, '2026-11-28T10:10:00Z', 'Europe/Helsinki')).zone).toBeUndefined()
  },
)

test('notes that name no rooms, or no days, say just that', async () => {
  const undated = makeCorpus(makeTalk('sails', { title: 'Sails' }))
  const dated = makeCorpus(makeTalk('sails', { title: 'Sails', date: '2026-11-29' }))
  const said = async (corpus: typeof dated, question: string) => {
    const answers = answersOf(corpus)
    const { answer } = await ask(question, fiveAfterTwo, 'UTC', answers)
    return [answer.explanation, ...answer.notices.map(({ message }) => message)].join(' ')
  }
  for (const corpus of [undated, dated]) {
    expect(await said(corpus, 'what is on tomorrow in room 2?')).toContain('The notes name no rooms.')
    expect(await said(corpus, 'sails room:2')).not.toContain('No talk has the room')
  }
  expect(await said(undated, 'what is on tomorrow?')).toContain('The notes do not say when talks are.')
})

test.each([
  'today',
  'tomorrow',
  'yesterday',
  'tmrw',
  'sunday',
  'friday',
  '8.12.',
  'next-week',
  '"day after tomorrow"',
  'december',
])('date:%s is the day that is called so', async (day) => {
  const plain = day.replaceAll(/[-"]/g, ' ').trim()
  const [field, words] = [await ask(`date:${day}`), await ask(`what is on in ${plain}?`)]
  expect([field.titles, field.said]).toEqual([words.titles, words.said])
})

test('what is found on a day or in a room is shown at its time there, of notes that are kept too', async () => {
  const events = new Map(lanternCorpus.events.map((event) => [event.id, event]))
  const kept = { ...lanternCorpus, talks: openTalks(packTalks(lanternCorpus.talks), events) }
  const answers = answersOf(kept)
  for (const [question, date] of [
    ['tracing date:2026-11-28', '2026-11-28'],
    ['tracing date:tomorrow', '2026-11-29'],
    ['tracing room:"room 10"', '2026-11-29'],
    ['tracing', '2026-11-28'],
  ] as const) {
    for (const given of [lantern, answers]) {
      const { answer } = await ask(question, fiveAfterTwo, 'UTC', given)
      const [first] = answer.results
      expect([question, first?.talk.date, first?.talk.title, first?.talk.summary.text]).toEqual([
        question,
        date,
        'Tracing a slow request',
        '',
      ])
    }
  }
})

test('what cannot be read stands where it was typed, behind days by name too', () => {
  const days = fc.constantFrom('today', 'tomorrow', '"next week"', 'yesterday')
  const word = fc.constantFrom('rust', 'kind:foo', 'queues', '-django')
  const part = fc.oneof(
    days.map((day) => `date:${day}`),
    word,
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const question = parts.join(' ')
      const dated = datesInFields(question, { at: Date.parse(fiveAfterTwo), zone: 'UTC' }, [])
      expect(dated !== undefined).toBe(parts.some((one) => one.startsWith('date:')))
      for (const found of dated?.text.matchAll(/rust|kind:foo|queues|-django/g) ?? []) {
        const { start, end } = dated!.asTyped({ start: found.index, end: found.index + found[0].length })
        expect(question.slice(start, end)).toBe(found[0])
      }
    }),
  )
})

test('that a talk is not said to be on some day is not said if its day is known', async () => {
  const { answer } = await ask('when will queues be gone?')
  expect(answer.explanation).not.toMatch(/do not say when\. They/)
})

test('a plural that only titles have is not said to be what was meant', async () => {
  const answers = answersOver(
    makeTalk('crdts', { title: 'Linters and CRDTs', date: '2026-11-28', starts: '15:00' }),
    makeTalk('tea', { title: 'Tea' }),
  )
  const { said } = await ask('when is the crdt talk?', fiveAfterTwo, 'UTC', answers)
  expect(said).toMatch(/^“Linters and CRDTs”: /)
})
