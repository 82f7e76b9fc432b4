import { expect, test } from 'vitest'
import { createAnswers, withClock } from '../../../src/answers/answers.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { quayCorpus } from '../../corpora/quay.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const quay = createAnswers(quayCorpus, createLunrEngine(quayCorpus), { examples: [] })
/** Saturday 28 November 2026, 13:30 in Berlin. */
const halfPastOne = '2026-11-28T12:30:00Z'

async function ask(question: string, at = halfPastOne, zone = 'Europe/Berlin', answers = quay) {
  const answer = await withClock(answers, () => ({ at: Date.parse(at), zone })).answerQuestion(question)
  return {
    kind: answer.kind,
    titles: answer.results.map(({ talk }) => talk.title),
    explanation: 'explanation' in answer ? answer.explanation : '',
    suggestions: answer.suggestions,
    ...(answer.kind === 'listing' && { slots: answer.slots }),
  }
}

test.each([
  ['what is on tomorrow in room 2?', ['Ropes of steel', 'Dry docks']],
  ["what's on right now?", ['Rudders', 'Fog horns']],
  ['What’s on now in the main hall?', ['Fog horns']],
  ['what comes up next?', ['Ropes of steel']],
  ["what's next?", ['Ropes of steel']],
  ['what is in the main hall at 11:00?', ['Knots']],
  ['who speaks after lunch on Tuesday?', ['Charts', 'Charts']],
  ['who speaks before lunch on Sunday?', ['Ropes of steel', 'Knots']],
  ['which keynotes are on Tuesday?', ['Anchors']],
  ['any talks about ropes tomorrow morning?', ['Ropes of steel', 'Knots']],
  ['what does Ada Pier present on Sunday?', ['Knots', 'Night sailing']],
  ['what is on 1 December from 2 to 3pm?', ['Charts']],
  ['programme for 2026-12-01', ['Anchors', 'Charts', 'Charts']],
  ['what is on at Quay Days on Sunday afternoon', ['Dry docks']],
  ['what is on tomorrow room:pier', ['Night sailing']],
  ['when and where is the talk on knots?', ['Knots']],
  ["when's the talk on knots?", ['Knots']],
  ['When is “Ropes of steel”?', ['Ropes of steel']],
  ['what room is Night sailing in?', ['Night sailing']],
  ['where does Mia Buoy speak?', ['Fog horns', 'Dry docks']],
])('%s', async (question, titles) => {
  const answer = await ask(question)
  expect(answer).toMatchObject({ kind: 'listing', titles })
})

test.each([
  ['where is Ada tomorrow?', ['Knots', 'Night sailing']],
  ['what room is Ada in on Sunday', ['Knots', 'Night sailing']],
  ['in which room is Ada on Sunday?', ['Knots', 'Night sailing']],
  ['in which room is the keynote on Tuesday?', ['Anchors']],
  ['what hall is the keynote in on Tuesday?', ['Anchors']],
  ['on Sunday, where is Ada?', ['Knots', 'Night sailing']],
  ['tomorrow what room is Ada in', ['Knots', 'Night sailing']],
  ['what is Ada Pier speaking about tomorrow?', ['Knots', 'Night sailing']],
  ['where is Ada tomorrow after 22:00', ['Night sailing']],
  ['when is Charts on Tuesday, please?', ['Charts', 'Charts']],
  ['until when is Fog horns today?', ['Fog horns']],
  ['wo ist Ada morgen?', ['Knots', 'Night sailing']],
  ['ropes tomorrow', ['Ropes of steel', 'Knots']],
  ['ropes tomorrow 10am', ['Ropes of steel']],
  ['tomorrow 11:30 ropes', ['Ropes of steel', 'Knots']],
  ['Ada on Sunday at 11', ['Knots']],
  ['Tom Tuesday', ['Charts', 'Charts']],
])('“%s” gets what is on then, and nothing of other days or hours', async (question, titles) => {
  expect(await ask(question)).toMatchObject({ kind: 'listing', titles })
})

test('what is looked for at a time at which it is not is said to be at others', async () => {
  expect((await ask('where is Fog horns tomorrow?')).explanation).toBe(
    'The notes have no talk for “Fog horns” on Sunday 29 November 2026. “Fog horns”: Sat 28 Nov 2026, 13:15–14:00, Main Hall. It is on now.',
  )
  expect((await ask('until when is Fog horns on Saturday before 10')).explanation).toMatch(
    /^The notes have no talk for “Fog horns” on Saturday 28 November 2026, before 10:00\. “Fog horns” ends at 14:00/,
  )
  expect((await ask('Ada tomorrow 4pm')).explanation).toBe(
    'No talk by Ada on Sunday 29 November 2026, at 16:00. On Sunday 29 November 2026 there are talks at other times.',
  )
  expect((await ask('room99 tomorrow')).explanation).toMatch(/^No talk in room 99 on Sunday/)
  expect((await ask('Bo today 10am')).explanation).toMatch(/The next day with such talks is Tuesday/)
})

test.each([
  'ropes on Sunday',
  'rust tomorrow 10am',
  'ropes Monday',
  'incident yesterday',
  'why ropes tomorrow 10am',
  'ropes tomorrow 4pm',
  'ropes today morning',
  'Sunday 11 ropes',
  'what is the workshop about on Tuesday?',
])(
  '“%s” may ask for something other than talks of a day, and is a question like any other',
  async (question) => {
    expect((await ask(question)).kind).not.toBe('listing')
  },
)

test('several talks that are not given then are said to be given at other times', async () => {
  const by = (name: string, date: string) => makeTalk(name, { speakers: [{ name }], date, starts: '10:00' })
  const corpus = makeCorpus(by('Ada Pier', '2026-11-30'), by('Ada Quay', '2026-12-01'))
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect((await ask('when is Ada tomorrow?', halfPastOne, 'Europe/Berlin', answers)).explanation).toBe(
    'The notes have no talk for “Ada” on Sunday 29 November 2026. 2 talks for “Ada” at other times.',
  )
})

test('who asks where Hallway is is told of no talk that has “you” in its title', async () => {
  const corpus = makeCorpus(
    makeTalk('SQLite', { title: 'SQLite is all you need', date: '2026-11-29', room: 'Main Hall' }),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const { kind } = await ask('in which room are you tomorrow?', halfPastOne, 'Europe/Berlin', answers)
  expect(kind).not.toBe('listing')
})

test('a day in a title or a tag is none that is asked for', async () => {
  const corpus = makeCorpus(
    makeTalk('Rollbacks', {
      title: 'Rollbacks',
      date: '2026-12-03',
      starts: '10:00',
      tags: ['Friday deploys'],
    }),
    makeTalk('Never deploy on Friday', {
      title: 'Never deploy on Friday',
      date: '2026-12-01',
      starts: '10:00',
    }),
    makeTalk('Deploys', { title: 'Deploys that we regret', date: '2026-12-04', starts: '10:00' }),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const asked = (question: string) => ask(question, halfPastOne, 'Europe/Berlin', answers)
  expect((await asked('when is deploy on Friday?')).titles).toEqual(['Never deploy on Friday'])
  expect((await asked('deploying on Friday')).kind).not.toBe('listing')
  expect((await asked('friday deploys')).titles).toContain('Rollbacks')
})

test('the days of an event are counted whatever is asked for on them', async () => {
  expect((await ask('what does Tom Quay give on day 3?')).titles).toEqual(['Charts', 'Charts'])
  expect((await ask('which keynotes are on day 1?')).explanation).toBe(
    'No keynote at Quay Days 2026 on Saturday 28 November 2026. The next day with such talks is Tuesday 1 December 2026.',
  )
  expect((await ask('the last talk by Mia Buoy at Quay Days')).titles).toEqual(['Dry docks'])
})

test('a talk that is given twice is listed at each of its times, and only there', async () => {
  expect((await ask('what is on in room 2 on Tuesday?')).slots).toEqual([
    { date: '2026-12-01', starts: '16:00', ends: '16:30', room: 'Room 2' },
  ])
  expect((await ask('when is the talk on charts?')).explanation).toBe(
    '“Charts”: Tue 1 Dec 2026, 14:00–14:30, Main Hall; Tue 1 Dec 2026, 16:00–16:30, Room 2.',
  )
})

test('of a talk that is given often, a sentence names the next three times', async () => {
  const days = ['2026-11-26', '2026-11-27', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']
  const [first = '', ...others] = days
  const standup = makeTalk('Stand-up', {
    date: first,
    starts: '10:00',
    again: others.map((date) => ({ date, starts: '10:00' })),
  })
  const corpus = makeCorpus(standup)
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const { explanation, slots } = await ask('when is the stand-up?', halfPastOne, 'Europe/Berlin', answers)
  expect(explanation).toContain(
    '“Stand-up”: Sun 29 Nov 2026, 10:00; Mon 30 Nov 2026, 10:00; Tue 1 Dec 2026, 10:00; and 3 more.',
  )
  expect(slots?.map(({ date }) => date)).toEqual(days)
})

test('who speaks at two events on the same days is told of with all of these talks, and not with those of a later one', async () => {
  const talkAt = (event: string, title: string, date: string) =>
    makeTalk(title, {
      id: `${event}/${title}`.toLowerCase(),
      event: { id: event, name: event },
      speakers: [{ name: 'Ada Pier' }],
      ...{ date, starts: '10:00' },
    })
  const corpus = makeCorpus(
    talkAt('OarConf', 'Rudders', '2026-12-01'),
    talkAt('OarConf', 'Charts', '2026-12-02'),
    talkAt('Knot Fest', 'Knots', '2026-12-02'),
    talkAt('Boat Days', 'Sails', '2026-12-03'),
  )
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  const { titles } = await ask('when is Ada Pier on?', halfPastOne, 'Europe/Berlin', answers)
  expect(titles).toEqual(['Rudders', 'Charts', 'Knots'])
})

test('days and times are those of the event, and their zone is named to those in another', async () => {
  // Already Sunday in Berlin, still Saturday in New York.
  const night = '2026-11-28T23:30:00Z'
  const { titles, explanation } = await ask('what is on today?', night, 'America/New_York')
  expect(titles).toEqual(['Ropes of steel', 'Knots', 'Dry docks', 'Night sailing'])
  expect(explanation).toContain('Times are those of Europe/Berlin.')
  expect((await ask('what is on today?', night)).explanation).not.toContain('Times')
})

test('what began before midnight is still on after it', async () => {
  expect(await ask('what is on right now?', '2026-11-29T23:10:00Z')).toMatchObject({
    titles: ['Night sailing'],
  })
})

test('where nothing is on, it is said what comes next', async () => {
  expect(await ask('what is on right now?', '2026-11-28T10:00:00Z')).toMatchObject({
    kind: 'listing',
    titles: [],
    explanation: 'No talk right now. Next: “Rudders”, Sat 28 Nov 2026, 13:00–13:45, Room 2.',
  })
  expect(await ask('what is on on Wednesday?')).toMatchObject({
    explanation:
      'No talk on Wednesday 2 December 2026. The last day with talks before is Tuesday 1 December 2026.',
    suggestions: ['What is on 1 December 2026?'],
  })
})

test('the nearest day is counted from the one that was asked about', async () => {
  expect((await ask('what is on on Monday?')).explanation).toBe(
    'No talk on Monday 30 November 2026. The next day with talks is Tuesday 1 December 2026.',
  )
  expect((await ask('what was on yesterday?')).suggestions).toEqual(['What is on 28 November 2026?'])
  expect((await ask('what is on tomorrow at 4am?')).explanation).toBe(
    'No talk on Sunday 29 November 2026, at 04:00. On Sunday 29 November 2026 there are talks at other times.',
  )
})

test('that a topic is missing is not said of the times of talks', async () => {
  expect((await ask('is there a talk on kubernetes tomorrow?')).explanation).toBe(
    'No talk on kubernetes on Sunday 29 November 2026.',
  )
})

test.each([
  ['how many talks are on tomorrow?', 4],
  ['what is the first talk on Sunday?', 1],
  ['last talk on Tuesday', 1],
  ['who is on stage right now?', 2],
])('no word about how many, first, last or the stage is a topic: %s', async (question, count) => {
  const { kind, titles } = await ask(question)
  expect([kind, titles.length]).toEqual(['listing', count])
})

test('of a room alone, all is shown that is still to come in it', async () => {
  const { slots = [] } = await ask('what talks are in room 2?')
  expect(new Set(slots.map(({ date }) => date)).size).toBeGreaterThan(1)
})

test('a weekday or date of an event that is over is the last one that had talks', async () => {
  expect(await ask('what was on on Sunday?', '2027-05-05T10:00:00Z')).toMatchObject({
    explanation: '4 talks on Sunday 29 November 2026.',
  })
})

test.each([
  ['what is on tomorrow in rom 2?', 'what is on tomorrow in Room 2?', 'Room 2'],
  ['what is on in the mian hall tomorrow?', 'what is on in the Main Hall tomorrow?', 'Main Hall'],
])('%s is offered with the room that was probably meant', async (question, offered, room) => {
  const { titles, explanation, suggestions } = await ask(question)
  expect({ titles, first: suggestions[0] }).toEqual({ titles: [], first: offered })
  expect(explanation).toContain(`The nearest is “${room}”`)
})

test.each([
  'who is on call this weekend?',
  'why do ropes break on Sunday?',
  'what did Tom say about steel on Sunday?',
  'when was steel invented?',
  'where does a rope store its strength?',
  'next',
  'what about ropes?',
])('%s is a question like any other', async (question) => {
  expect((await ask(question)).slots).toBeUndefined()
})

test('notes that say no time say so', async () => {
  const corpus = makeCorpus(makeTalk('sails', { title: 'Sails' }))
  const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })
  expect((await ask('what is on tomorrow?', halfPastOne, 'UTC', answers)).explanation).toContain(
    'The notes do not say when talks are.',
  )
})

test('without a clock, nothing is taken for a day', async () => {
  expect((await quay.answerQuestion('what is on tomorrow?')).kind).not.toBe('listing')
})
