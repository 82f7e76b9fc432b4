import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { bullets, makeCorpus, makeTalk, passage } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

const corpus = makeCorpus(
  makeTalk('knots', {
    title: 'Knots: a field guide',
    tags: ['knots', 'rope'],
    speakers: [{ name: 'Ada Pier' }, { name: 'Bo Quay' }],
    takeaways: bullets(['Tie it twice.', 'Test it once.']),
    links: [{ title: 'Video of it', url: 'https://a.example/v', kind: 'video' }],
    kind: 'lightning',
    language: 'it',
  }),
  makeTalk('tides', { title: 'Tides', kind: 'keynote', speakers: [{ name: 'Bob Smith' }] }),
  makeTalk('splices', { title: 'Splices: a tutorial', speakers: [{ name: 'Bob Smith' }] }),
  makeTalk('sails', { title: 'Sails in a storm', tags: ['sails'] }),
  makeTalk('more-sails', { title: 'Mending sails', tags: ['sails', 'rope', 'needles'] }),
)
const answers = answersOf(corpus)

async function ask(question: string) {
  const answer = await answers.answerQuestion(question)
  const lines =
    answer.kind === 'listing'
      ? [...answer.values.map(({ value }) => value), ...(answer.links ?? []).map(({ title }) => title)]
      : []
  return { kind: answer.kind, said: answer.explanation, lines, suggestions: answer.suggestions }
}

test.each([
  ['tags of the knots talk', '“Knots: a field guide” has 2 tags.', ['knots', 'rope']],
  ['what tags does the talk on knots have?', '“Knots: a field guide” has 2 tags.', ['knots', 'rope']],
  ['how is “Knots: a field guide” tagged', '“Knots: a field guide” has 2 tags.', ['knots', 'rope']],
  [
    'takeaways of the knots talk',
    '“Knots: a field guide” has 2 takeaways.',
    ['Tie it twice.', 'Test it once.'],
  ],
  [
    'give me the key points of the knots talk',
    '“Knots: a field guide” has 2 takeaways.',
    ['Tie it twice.', 'Test it once.'],
  ],
  [
    'how many takeaways does the knots talk have?',
    '“Knots: a field guide” has 2 takeaways.',
    ['Tie it twice.', 'Test it once.'],
  ],
  ['tags of the talk by Ada Pier', '“Knots: a field guide” has 2 tags.', ['knots', 'rope']],
  ['tags of the talk by Quay', '“Knots: a field guide” has 2 tags.', ['knots', 'rope']],
  ['takeaways of the talk by Jo', 'No talk is by “Jo”.', []],
  ['who gave the knots talk?', '“Knots: a field guide” is by Ada Pier and Bo Quay.', []],
  ['who gave the tides keynote?', '“Tides” is by Bob Smith.', []],
  ['who held the splices tutorial', '“Splices: a tutorial” is by Bob Smith.', []],
  ['speakers of the “Mending sails” talk', 'The notes name no speaker of “Mending sails”.', []],
  [
    'takeaways of the Mending sails talk',
    'The notes on “Mending sails” have no section called takeaways.',
    [],
  ],
  ['what kind of talk is knots?', '“Knots: a field guide” is a lightning talk.', []],
  ['what language is the knots talk in', 'The notes on “Knots: a field guide” are in Italian.', []],
  ['links of the knots talk', '“Knots: a field guide” has 1 link.', ['Video of it']],
  ['how many links does the Mending sails talk have?', 'The notes on “Mending sails” have no links.', []],
  [
    'how many follow-ups does the knots talk have?',
    'The notes on “Knots: a field guide” have no follow-ups.',
    [],
  ],
])('“%s” is told: %s', async (question, said, lines) => {
  expect(await ask(question)).toMatchObject({ kind: 'listing', said, lines })
})

test('of a talk without takeaways it is told what it says', async () => {
  const inks = makeTalk('inks', { title: 'Inks', summary: passage('Iron makes ink last.', 3) })
  const answer = await answersOver(inks).answerQuestion('key points of the inks talk')
  expect(answer).toMatchObject({
    kind: 'found',
    explanation: 'The notes on “Inks” have no section called takeaways. They say:',
  })
  expect(answer.results.map(({ talk }) => talk.title)).toEqual(['Inks'])
})

test.each([
  [['They dry.', 'Takeaway: Iron makes ink last.'], ['Iron makes ink last.']],
  [
    ['They dry.', 'Key takeaways:', 'Iron lasts.', 'Soot does not.'],
    ['Iron lasts.', 'Soot does not.'],
  ],
])('takeaways that stand among other things are told: %j', async (lines, said) => {
  const sections = [{ title: 'Notes', line: 3, passages: bullets(lines) }]
  const inks = makeTalk('inks', { title: 'Inks', sections })
  const answer = await answersOver(inks).answerQuestion('takeaways of the inks talk')
  expect(answer).toMatchObject({
    explanation: 'The notes on “Inks” say:',
    links: said.map((title) => ({ title })),
  })
})

test('a takeaway that is food is none', async () => {
  const sections = [{ title: 'Notes', line: 3, passages: bullets(['Takeaway food grows.', 'Ink dries.']) }]
  const answer = await answersOver(makeTalk('inks', { title: 'Inks', sections })).answerQuestion(
    'takeaways of the inks talk',
  )
  expect(answer.explanation).toBe('The notes on “Inks” have no section called takeaways. They say:')
})

test('of a talk whose notes call nothing takeaways its first bullets are told', async () => {
  const said = ['Iron makes ink last.', 'Oak galls are cheap.']
  const sections = [
    { title: 'Erkenntnisse', line: 5, passages: [passage('A word before.', 6), ...bullets(said, 7)] },
    { title: 'Offen', line: 10, passages: bullets(['Buy ink.', 'Buy paper.'], 11) },
  ]
  const answer = await answersOver(makeTalk('inks', { title: 'Inks', sections })).answerQuestion(
    'key takeaways of the inks talk',
  )
  expect(answer).toMatchObject({
    kind: 'listing',
    explanation: 'The notes on “Inks” have no section called takeaways. They say:',
    links: said.map((title) => ({ title })),
    total: 2,
  })
})

test('of several talks that have that name it is asked which is meant, and each can be asked for', async () => {
  const { said, suggestions } = await ask('tags of the sails talk')
  expect(said).toBe('2 talks have that name. Which one is meant?')
  for (const question of suggestions) expect((await ask(question)).said).toMatch(/ has \d tags?\.$/)
  expect(suggestions).toHaveLength(2)
})

test.each([
  'what are tags in git?',
  'who gave up on knots?',
  'who gave the keynote?',
  'who gave the closing keynote',
  'who gave the storm a name in the workshop',
  // No talk of that kind is on it, whatever others are.
  'who gave the knots keynote?',
  'who gave the sails workshop?',
  'who gave the tides lightning talk?',
  'links to the root',
  'what kind of rope is used for knots?',
])('“%s” is a question on what talks say', async (question) => {
  expect((await ask(question)).said).not.toMatch(/ has \d|have that name| is by | is a /)
})

test('every part of every talk is told as the notes keep it', async () => {
  const part = fc.constantFrom('tags', 'takeaways', 'links')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...corpus.talks), part, async (talk, name) => {
      const own = {
        tags: talk.tags,
        takeaways: talk.takeaways.map(({ text }) => text),
        links: talk.links.map(({ title }) => title),
      }
      expect((await ask(`What ${name} does “${talk.title}” have?`)).lines).toEqual(
        own[name as keyof typeof own],
      )
    }),
    { numRuns: runs(20) },
  )
})

test('takeaways of an event or a year are those of all its talks, the first of each first', async () => {
  const event = { id: 'oarconf-2024', name: 'OarConf 2024', year: 2024 }
  const many = answersOver(
    makeTalk('knots', { title: 'Knots', event, takeaways: bullets(['Tie it twice.', 'Test it once.']) }),
    makeTalk('tides', { title: 'Tides', event, summary: passage('Takeaway: look at the moon.', 3) }),
    makeTalk('masts', { title: 'Masts', event, summary: passage('Masts are tall.', 3) }),
  )
  for (const asked of ['OarConf', 'OarConf 2024', '2024']) {
    const answer = await many.answerQuestion(`key takeaways from ${asked}?`)
    expect(answer.explanation).toBe(`The notes on “${asked}” have 3 takeaways from 2 talks.`)
    const lines = 'links' in answer ? (answer.links ?? []).map(({ title }) => title) : []
    expect(new Set(lines.slice(0, 2))).toEqual(new Set(['Tie it twice.', 'look at the moon.']))
    expect(lines[2]).toBe('Test it once.')
  }
})
