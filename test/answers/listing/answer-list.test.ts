import { expect, test } from 'vitest'
import type { Listing } from '../../../src/answers/listing/listing.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { riggedCorpus } from '../../corpora/harbour.ts'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { maxGrowth } from '../../helpers/growth.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'
import { createWorkMeter } from '../../helpers/work-meter.ts'

const workOf = createWorkMeter()

const harbour = answersOf(riggedCorpus)

async function list(question: string, options = {}, answers = harbour): Promise<Listing> {
  const answer = await answers.answerQuestion(question, options)
  if (answer.kind !== 'listing') throw new Error(`${question}: ${answer.kind}`)
  return answer
}

test('lists speakers and tags, those of most talks first, each with the question that lists its talks', async () => {
  expect(await list('list speakers')).toMatchObject({
    question: 'list speakers',
    of: 'speaker',
    explanation: 'The notes name 2 speakers.',
    results: [],
    values: [
      { value: 'Bo Quay', talks: 5, question: 'list talks speaker:"Bo Quay"' },
      { value: 'Ada Pier', talks: 1, question: 'list talks speaker:"Ada Pier"' },
    ],
    offset: 0,
    total: 2,
    suggestions: [],
    corpusVersion: riggedCorpus.version,
  })
  const { explanation, values } = await list('what tags are there?', { list: { limit: 2 } })
  expect(explanation).toBe('The notes have 8 tags.')
  expect(values.map(({ value }) => value)).toEqual(['rigging', 'kites'])
})

test('each listed value leads to its talks, on any page', async () => {
  for (const question of ['list speakers', 'list tags', 'list events', 'talks by year', 'kinds of talks']) {
    const { values } = await list(question)
    for (const { talks, question: lead } of values) {
      const answer = await harbour.answerQuestion(lead)
      expect(answer.kind === 'none' ? 0 : answer.total, lead).toBe(talks)
    }
  }
})

test.each(['list events', 'which rooms are there?'])(
  '%s takes work that grows as their number',
  async (question) => {
    const workFor = (count: number) => {
      const talks = Array.from({ length: count }, (_, number) =>
        makeTalk(`talk-${number}`, {
          event: { id: `harbour-${number}`, name: 'HarbourConf' },
          room: `Pier ${number}`,
        }),
      )
      const answers = answersOver(...talks)
      return workOf(() => list(question, {}, answers))
    }
    await workFor(100)
    expect((await workFor(400)) / (await workFor(100))).toBeLessThan(maxGrowth)
  },
)

test('counts with a sentence, and offers to list what it counts', async () => {
  expect(await list('how many talks are there?')).toMatchObject({
    explanation: 'The notes have 7 talks.',
    results: [],
    total: 7,
    suggestions: ['Which talks are there?', 'Which tags are there?', 'Which speakers are there?'],
  })
  const narrowed = await list('how many talks on rigging?')
  expect(narrowed).toMatchObject({
    explanation: 'The notes have 5 talks tagged rigging.',
    total: 5,
    suggestions: ['Any talks on rigging?'],
  })
  expect(narrowed.results).toHaveLength(5)
  expect((await list('how many lightning talks?')).explanation).toBe('The notes have 1 lightning talk.')
})

test('counts the talks that mention what is no tag, word for word', async () => {
  expect((await list('how many talks mention consumers?')).explanation).toBe(
    'The notes have 1 talk that mentions consumers.',
  )
  expect((await list('how many talks of 2019 talk about second pairs?')).explanation).toBe(
    'The notes have no talks of 2019 that mention second pairs.',
  )
  expect(await list('how many talks on kubernetes?')).toMatchObject({
    explanation: 'The notes have no talks that mention kubernetes.',
    results: [],
    total: 0,
    suggestions: ['Which tags are there?', 'Which talks are there?'],
  })
})

test('each question that it suggests is answered', async () => {
  for (const question of [
    'how many talks?',
    'how many talks on rigging?',
    'list talks of 1999',
    'list talks',
  ])
    for (const suggestion of (await list(question)).suggestions)
      expect((await harbour.answerQuestion(suggestion)).kind, suggestion).toMatch(/found|listing/)
})

test('pages through talks without losing or repeating any', async () => {
  const seen: string[] = []
  for (let offset = 0; offset < 7; offset += 3) {
    const page = await list('list talks', { list: { limit: 3, offset } })
    expect(page).toMatchObject({ offset, total: 7, isStartedAgain: false })
    seen.push(...page.results.map(({ talk }) => talk.id))
  }
  expect(seen.toSorted()).toEqual(riggedCorpus.talks.map(({ id }) => id))
})

test('keeps to the order that is asked for, in the question or beside it', async () => {
  const year = (of: number) => ({ id: `conf-${of}`, name: `Conf ${of}`, year: of })
  const dated = answersOver(...[2018, 2020, 2019, 2017].map((of) => makeTalk(`t${of}`, { event: year(of) })))
  const titles = async (question: string, options = {}) =>
    (await list(question, options, dated)).results.map(({ talk }) => talk.title)
  const newest = ['t2020', 't2019', 't2018', 't2017']
  expect(await titles('list the newest talks')).toEqual(newest)
  expect(await titles('oldest talks')).toEqual(newest.toReversed())
  expect(await titles('list talks', { sort: 'oldest' })).toEqual(newest.toReversed())
  expect(await titles('list talks sort:oldest')).toEqual(newest.toReversed())
  for (const alone of ['sort:newest', 'sort:newset']) expect(await titles(alone)).toEqual(newest)
  expect(await harbour.answerQuestion('sort:relevance')).toMatchObject({ kind: 'none', reason: 'no-words' })
})

test('the newest talks on what is no tag are those that mention it, unless none does', async () => {
  const on = (id: string, day: string, title: string) => makeTalk(id, { title, date: day })
  const { answerQuestion } = answersOver(
    on('a', '2019-05-01', 'Mending sails by hand'),
    on('b', '2021-05-01', 'Storing sails'),
    on('c', '2020-05-01', 'Tar and twine'),
  )
  const asked = async (question: string) => {
    const { kind, explanation, results } = await answerQuestion(question)
    return { kind, explanation, ids: results.map(({ talk }) => talk.id) }
  }
  expect(await asked('the newest talk on sails')).toEqual({
    kind: 'found',
    explanation:
      'The notes have 2 talks that mention sails. The newest is “Storing sails”, of Saturday 1 May 2021.',
    ids: ['odd/b', 'odd/a'],
  })
  expect((await asked('latest talks about sails')).ids).toEqual(['odd/b', 'odd/a'])
  expect((await asked('latest talk on twine storing')).explanation).not.toContain('The notes have')
  expect((await asked('talks that mention sails')).explanation).toBe('')
})

test('the newest talk on a tag is one that has it, and not one that only mentions it', async () => {
  const { answerQuestion } = answersOver(
    makeTalk('mending', { tags: ['sails'], date: '2019-05-01' }),
    makeTalk('hoisting', { tags: ['sails'], date: '2018-05-01' }),
    makeTalk('oars', { summary: passage('The sails were not needed.', 3), date: '2021-05-01' }),
  )
  expect((await answerQuestion('the newest talk on sails')).explanation).toBe(
    'The notes have 2 talks tagged sails. The newest is “mending”, of Wednesday 1 May 2019.',
  )
})

test('of the newest talk, those that are no newer are left out', async () => {
  const days = ['2019-05-01', '2021-05-01', '2020-05-01', '2021-05-01', '2018-05-01']
  const dated = answersOver(...days.map((date, place) => makeTalk(`t${place}`, { date })))
  const newest = await list('the newest talk', {}, dated)
  expect(newest.explanation).toBe('The notes have 5 talks. The newest are of Saturday 1 May 2021.')
  expect(newest.results.map(({ talk }) => talk.title)).toEqual(['t1', 't3'])
  expect(newest.total).toBe(2)
  const oldest = await list('the oldest talk', {}, dated)
  expect(oldest.results.map(({ talk }) => talk.title)).toEqual(['t4'])
  expect((await list('the newest talks', {}, dated)).total).toBe(5)
})

test('of the oldest talk, those without a day are left out unless they are surely older', async () => {
  const at = (year: number) => ({ id: `conf-${year}`, name: `Conf ${year}`, year })
  const [undated, dated, later] = [
    makeTalk('undated', { event: at(2019) }),
    makeTalk('dated', { event: at(2019), date: '2019-05-01' }),
    makeTalk('later', { event: at(2021), date: '2021-05-01' }),
  ]
  const more = ['x', 'y'].map((id) => makeTalk(id, { date: '2022-01-01' }))
  const oldest = await list('the oldest talk', {}, answersOver(undated, dated, later, ...more))
  expect(oldest.explanation).toBe(
    'The notes have 5 talks. The oldest that has a day is “dated”, of Wednesday 1 May 2019.',
  )
  expect(oldest.results.map(({ talk }) => talk.title)).toEqual(['dated'])
  expect((await list('the oldest talk', {}, answersOver(undated, later, ...more))).total).toBe(4)
})

test('talks without a word are all that do not have it, whatever else they say', async () => {
  const words = ['the deck is wet', 'ropes', 'ropes and decks', 'talks on ropes', 'a mast']
  const talks = words.map((text, place) => makeTalk(`t${place}`, { summary: passage(`It is ${text}.`, 3) }))
  const { explanation, results } = await list(
    'talks not about ropes or masts',
    {},
    answersOver(...talks, makeTalk('t5'), makeTalk('t6'), makeTalk('t7')),
  )
  expect(explanation).toBe('The notes have 4 talks without “ropes” or “masts”.')
  expect(results).toHaveLength(4)
})

test('what is excluded is excluded from all talks, and said as it was meant', async () => {
  const video = { kind: 'video', title: 'Video', url: 'https://example.org/v' } as const
  const taped = answersOver(makeTalk('taped', { links: [video] }), makeTalk('quiet'), makeTalk('mute'))
  const count = async (question: string) => (await list(question, {}, taped)).explanation
  expect(await count('how many talks without video?')).toBe('The notes have 2 talks without a video.')
  expect(await count('how many talks have no video and no slides?')).toBe(
    'The notes have 2 talks without a video or slides.',
  )
  expect(await count('how many talks have slides or a video?')).toBe(
    'The notes have 1 talk with slides or a video.',
  )
  expect(await count('how many talks with slides and a video?')).toBe(
    'The notes have no talks with slides and a video.',
  )
})

test('a page beyond the end is the last one, and one of notes that have changed is the first', async () => {
  const page = { limit: 3, offset: 6 }
  expect(await list('list tags', { list: { limit: 3, offset: 99 } })).toMatchObject({ offset: 6 })
  expect(await list('list tags', { list: page, corpusVersion: 'before' })).toMatchObject({
    offset: 0,
    isStartedAgain: true,
  })
})

test('a few talks are answered with what they say, and not listed', async () => {
  expect(await harbour.answerQuestion('list talks by Ada Pier')).toMatchObject({
    kind: 'found',
    question: 'list talks by Ada Pier',
    results: [{ talk: { id: 'harbour-2019/queues' } }],
    notices: [],
  })
})

test('of nothing it says so, and offers what there is', async () => {
  expect(await list('all talks of 1999')).toMatchObject({
    explanation: 'The notes have no talks of 1999.',
    notices: [],
    total: 0,
    suggestions: ['Which talks are there?'],
  })
  const unnamed = answersOver(makeTalk('kettles'), makeTalk('pots'))
  expect((await list('list speakers', {}, unnamed)).explanation).toBe('The notes name no speakers.')
})

test.each([
  [
    'who spoke at NoCon 2013?',
    'No talk has the event “NoCon 2013”.',
    ['Which events are there?', 'Which talks are there?'],
  ],
  [
    'list talks by Ada Pierr',
    'No talk has the speaker “Ada Pierr”. The nearest is “Ada Pier”.',
    ['list talks by Ada Pier', 'Which speakers are there?', 'Which talks are there?'],
  ],
  [
    'list talks speaker:pierr',
    'No talk has the speaker “pierr”. The nearest is “Ada Pier”.',
    ['list talks speaker:"Ada Pier"', 'Which speakers are there?', 'Which talks are there?'],
  ],
])(
  '%s: nobody is called so, which is said with the nearest name',
  async (question, explanation, suggestions) => {
    expect(await list(question)).toMatchObject({ explanation, suggestions, total: 0, notices: [] })
  },
)

test('years come newest first, and languages by name', async () => {
  const year = (of: number) => ({ id: `conf-${of}`, name: `Conf ${of}`, year: of })
  const answers = answersOver(
    makeTalk('a', { event: year(2018), language: 'it' }),
    makeTalk('b', { event: year(2020), language: 'it' }),
    makeTalk('c', { event: year(2018) }),
  )
  const values = async (question: string) =>
    (await list(question, {}, answers)).values.map(({ value, talks }) => [value, talks])
  expect(await values('talks by year')).toEqual([
    ['2020', 1],
    ['2018', 2],
  ])
  expect(await values('list languages')).toEqual([
    ['Italian', 2],
    ['English', 1],
  ])
  expect((await list('how many talks at Conf?', {}, answers)).total).toBe(3)
})

test('without notes there is nothing to list', async () => {
  const empty = answersOver()
  expect(await list('list speakers', {}, empty)).toMatchObject({ total: 0, values: [] })
})

test.each([
  'what is the most popular topic?',
  'most popular topic',
  'which topic is the most common',
  'what topic comes up most?',
  'which tag is used most',
  'most talked about topic',
  'what are the most discussed topics?',
  'top 3 tags',
])('“%s” says which most talks have, with the others below it', async (question) => {
  const { explanation, values } = await list(question)
  expect(explanation).toBe('The notes have 8 tags. The most talks, 5, are tagged rigging.')
  expect(values[0]).toMatchObject({ value: 'rigging', talks: 5 })
})

test('of what has most talks, as many are listed as are asked for', async () => {
  for (const count of [1, 3, 8]) {
    expect(await list(`top ${count} tags`)).toMatchObject({ total: count })
    expect((await list(`top ${count} tags`)).values).toHaveLength(count)
  }
  expect(await list('top 99 tags')).toMatchObject({ total: 8 })
})

test('who gave most talks is said, if anybody gave more than others', async () => {
  expect((await list('who gave the most talks?')).explanation).toBe(
    'The notes name 2 speakers. The most talks, 5, are by Bo Quay.',
  )
  const even = answersOver(
    makeTalk('Kites', { speakers: [{ name: 'Ada Pier' }] }),
    makeTalk('Knots', { speakers: [{ name: 'Bo Quay' }] }),
  )
  expect((await list('who gave the most talks?', {}, even)).explanation).toBe(
    'The notes name 2 speakers. None has more than one talk.',
  )
})

test.each(['what is the topic of the keynote?', 'any topic on rigging?', 'the main topic of the kite talk'])(
  '“%s” asks for no list',
  async (question) => {
    expect((await harbour.answerQuestion(question)).kind).not.toBe('listing')
  },
)

test.each([
  ['-has:speaker', 'without a speaker'],
  ['-has:video', 'without a video'],
  ['-has:slides', 'without slides'],
  ['-has:code', 'without code'],
  ['-has:followups', 'without follow-ups'],
  ['has:video,speaker', 'with a video or a speaker'],
])('a count of %s reads “%s”, however it is asked', async (clause, words) => {
  const [, part] = words.split(/(?<=with(?:out)?) /)
  for (const asked of [
    clause,
    `talks ${words}`,
    `talks ${words.replace(/\ba /g, '')}`,
    `talks ${words.replace(part!, part!.replace(/^a /, 'any '))}`,
  ]) {
    const { explanation } = await list(`how many ${asked.startsWith('talks') ? asked : `talks ${asked}`}`)
    expect(explanation).toMatch(new RegExp(`^The notes have (?:no|\\d+) talks? ${words}\\.$`))
  }
})

test.each([
  ['zeig mir alle Vorträge', 'show me all talks'],
  ['wie viele Vorträge gibt es?', 'how many talks are there?'],
  ['Wieviele Vorträge gibt es über rigging?', 'how many talks are there about rigging?'],
  ['welche Themen gibt es?', 'which topics are there?'],
  ['Liste alle Sprecher auf', 'list all speakers'],
  ['welche Redner gibt es', 'which speakers are there'],
  ['wer hat gesprochen?', 'who spoke?'],
  ['alle Vorträge von Bo Quay', 'all talks by Bo Quay'],
  ['welche Konferenzen gibt es?', 'which conferences are there?'],
  ['Vorträge ohne Video', 'talks without video'],
  ['gibt es Videos?', 'are there videos?'],
  ['wie viele Vorträge haben ein Video?', 'how many talks have a video?'],
  ['welche Talks haben keine Folien?', 'which talks have no slides?'],
  ['zu wie vielen Vorträgen gibt es ein Video?', 'how many talks have a video?'],
])('“%s” is answered as “%s”', async (german, english) => {
  const said = await list(german)
  const { question, ...same } = await list(english)
  expect(said).toMatchObject({
    ...same,
    question: german,
    results: same.results.map(({ talk }) => ({ talk })),
  })
})

test.each(['welche Vorträge gibt es über rigging?', 'Wie baue ich einen Drachen?', 'alle'])(
  '“%s” asks for no list either',
  async (question) => {
    expect((await harbour.answerQuestion(question)).kind).not.toBe('listing')
  },
)

test('of the one talk that there is, it is said that it is one', async () => {
  const answers = answersOver(
    makeTalk('knots', { links: [{ title: 'Slides', url: 'https://a.example/s', kind: 'slides' }] }),
    makeTalk('sails'),
  )
  const answer = await answers.answerQuestion('which talks have slides?')
  expect([answer.kind, answer.explanation, answer.results.length]).toEqual([
    'found',
    'The notes have 1 talk with slides.',
    1,
  ])
})

test.each([
  ['the first talk', 'The oldest is “knots”, of Monday 2 July 2012.'],
  ['latest talk', 'The newest is “sails”, of Wednesday 4 July 2012.'],
])('“%s” is told by its day', async (question, said) => {
  const on = (id: string, date: string) => makeTalk(id, { title: id, date })
  const answers = answersOver(
    on('knots', '2012-07-02'),
    on('ropes', '2012-07-03'),
    on('masts', '2012-07-03'),
    on('sails', '2012-07-04'),
  )
  expect((await list(question, {}, answers)).explanation).toBe(`The notes have 4 talks. ${said}`)
})

test('if days of talks are not known, it is said that they are not', async () => {
  const answers = answersOver(makeTalk('knots'), makeTalk('sails'), makeTalk('ropes'), makeTalk('masts'))
  expect((await list('the last talk', {}, answers)).explanation).toMatch(/notes do not say/)
})

test('the first keynote and the last lightning talk are told as the first talk is', async () => {
  const on = (id: string, kind: Talk['kind'], date: string) => makeTalk(id, { title: id, kind, date })
  const answers = answersOver(
    on('knots', 'talk', '2012-07-01'),
    on('ropes', 'keynote', '2012-07-02'),
    on('masts', 'keynote', '2012-07-03'),
    on('sails', 'lightning', '2012-07-02'),
    on('tides', 'lightning', '2012-07-04'),
  )
  const first = await answers.answerQuestion('first keynote')
  expect(first.explanation).toBe('The notes have 2 keynotes. The oldest is “ropes”, of Monday 2 July 2012.')
  expect(first.results.map(({ talk }) => talk.title)).toEqual(['ropes', 'masts'])
  const last = await answers.answerQuestion('the last lightning talk')
  expect(last.explanation).toMatch(/The newest is “tides”, of Wednesday 4 July 2012\.$/)
})

test.each([
  [
    '2012-07-01',
    'first talk',
    / are of Harbour Fest, which began on Sunday 1 July 2012; the notes do not say on/,
  ],
  ['2012-07-01', 'last talk', / The newest that has a day is “masts”, of Tuesday 3 July 2012\.$/],
  [undefined, 'first talk', / The oldest that has a day is “ropes”, of Monday 2 July 2012\.$/],
  [undefined, 'latest talk', / The newest that has a day is “masts”, of Tuesday 3 July 2012\.$/],
])(
  'of an event that began on %s and has talks without a day, “%s” tells what the notes say',
  async (starts, question, said) => {
    const event = { id: 'fest', name: 'Harbour Fest', ...(starts && { starts, ends: '2012-07-04' }) }
    const answers = answersOver(
      makeTalk('knots', { event }),
      makeTalk('ropes', { title: 'ropes', event, date: '2012-07-02' }),
      makeTalk('masts', { title: 'masts', event, date: '2012-07-03' }),
      makeTalk('sails', { event }),
      makeTalk('tides'),
    )
    expect((await list(question, {}, answers)).explanation).toMatch(said)
  },
)
