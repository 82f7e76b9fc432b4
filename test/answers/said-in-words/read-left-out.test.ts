import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riggedCorpus } from '../../corpora/harbour.ts'
import { lanternCorpus } from '../../corpora/lantern.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { runs } from '../../helpers/runs.ts'

const lantern = answersOf(lanternCorpus)
const harbour = answersOf(riggedCorpus)
const tags = [...new Set(riggedCorpus.talks.flatMap((talk) => talk.tags))]

test.each([
  ['slow requests but not rust', '“but not rust” leaves out talks tagged rust.'],
  ['pythonistas except rust?', '“except rust” leaves out talks tagged rust.'],
  [
    'anything about a database other than django',
    '“other than django” leaves out talks that mention “django”.',
  ],
  ['pythonistas excluding Lena Hauer', '“excluding Lena Hauer” leaves out talks by Lena Hauer.'],
  [
    'a slow request except rust and queues',
    '“except rust and queues” leaves out talks tagged rust or queues.',
  ],
  [
    'database, not tagged rust, not tagged queues',
    '“not tagged rust, not tagged queues” leaves out talks tagged rust or queues.',
  ],
  [
    'async but neither rust nor queues',
    '“but neither rust nor queues” leaves out talks tagged rust or queues.',
  ],
  [
    'slow software other than rust, Jonas Weld and django',
    '“other than rust, Jonas Weld and django” leaves out talks tagged rust, by Jonas Weld or that mention “django”.',
  ],
  ...[
    'by Lena Hauer',
    'those by Lena Hauer',
    'talks by Lena Hauer',
    'the ones by Lena Hauer',
    'Lena Hauer’s talks',
    'the talk given by Lena Hauer',
  ].flatMap((left) =>
    ['other than', 'except', 'except for', 'apart from', 'excluding', 'but not'].map((lead) => [
      `pythonistas ${lead} ${left}`,
      `“${lead} ${left}” leaves out talks by Lena Hauer.`,
    ]),
  ),
  ['slow requests not by Lena Hauer', '“not by Lena Hauer” leaves out talks by Lena Hauer.'],
  ['slow requests that aren’t by Lena Hauer', '“that aren’t by Lena Hauer” leaves out talks by Lena Hauer.'],
  ["a talk on rust that isn't about queues", "“that isn't about queues” leaves out talks tagged queues."],
  ['tag:rust without Lena Hauer', '“without Lena Hauer” leaves out talks by Lena Hauer.'],
  ['speaker:"Lena Hauer" not about rust', '“not about rust” leaves out talks tagged rust.'],
  ['slow software except keynotes', '“except keynotes” leaves out talks that are keynotes.'],
  ['talks on slow software minus the keynotes', '“minus the keynotes” leaves out talks that are keynotes.'],
  [
    'slow software but no lightning talks',
    '“but no lightning talks” leaves out talks that are lightning talks.',
  ],
  ['slow software that isn’t a keynote', '“that isn’t a keynote” leaves out talks that are keynotes.'],
  ['pythonistas without Lena Hauer', '“without Lena Hauer” leaves out talks by Lena Hauer.'],
  [
    'pythonistas without any talks by lena hauer',
    '“without any talks by lena hauer” leaves out talks by lena hauer.',
  ],
  [
    'pythonistas without Lena Hauer or Mia',
    '“without Lena Hauer or Mia” leaves out talks by Lena Hauer or Mia.',
  ],
  ['pythonistas but not by Lena', '“but not by Lena” leaves out talks by Lena.'],
  ['pythonistas minus Lena', '“minus Lena” leaves out talks by Lena.'],
  ['slow requests minus rust', '“minus rust” leaves out talks tagged rust.'],
  ['slow requests but without rust', '“but without rust” leaves out talks tagged rust.'],
  ['slow requests but no rust', '“but no rust” leaves out talks tagged rust.'],
  ['slow requests and not rust', '“and not rust” leaves out talks tagged rust.'],
  ['pythonistas and not django', '“and not django” leaves out talks that mention “django”.'],
  ['tag:rust pythonistas without Lena Hauer', '“without Lena Hauer” leaves out talks by Lena Hauer.'],
  ['pythonistas without Lena Hauer tag:rust', '“without Lena Hauer” leaves out talks by Lena Hauer.'],
])('“%s” says what it leaves out', async (question, said) => {
  const { notices } = await lantern.answerQuestion(question)
  expect(notices.map(({ message }) => message)).toEqual([said])
})

test.each([
  'nothing but rust',
  'what is not about',
  'rust but not',
  'except rust',
  'why is rust not by default',
  'how do requests wait and not fail',
  'low code and no code',
  'is rust not about queues?',
  'slow requests without rust',
  'slow requests without django',
  'slow requests without lena',
  'slow requests minus django',
  '-rust other than django',
])('“%s” leaves out nothing in words', async (question) => {
  const { notices } = await lantern.answerQuestion(question)
  expect(notices.filter(({ kind }) => kind === 'left-out')).toEqual([])
})

test.each(['everything except rust', 'what about everything but not rust?', 'show me all excluding rust'])(
  '“%s” lists all other talks',
  async (question) => {
    const { kind, results } = await lantern.answerQuestion(question, { list: { limit: 100 } })
    const others = lanternCorpus.talks.filter(({ tags }) => !tags.includes('rust'))
    expect([kind, results.length]).toEqual(['listing', others.length])
  },
)

test.each(['not rust', 'Not about rust!', 'but not rust', 'except rust', 'apart from rust.'])(
  '%j is left out of all talks, if nothing else was said',
  async (question) => {
    const answer = await lantern.answerQuestion(question)
    const all = await lantern.answerQuestion('everything except rust')
    expect(answer.kind).toBe('listing')
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ ...all, question }))
  },
)

test.each(['not only software', 'not found', 'except clauses', 'without rust'])(
  '%j is a topic',
  async (question) => {
    expect((await lantern.answerQuestion(question)).kind).not.toBe('listing')
  },
)

test('what is left if nothing else fits is said, with the question that finds more', async () => {
  const { kind, explanation, suggestions } = await lantern.answerQuestion('rust except Lena Hauer')
  expect([kind, explanation, suggestions]).toEqual(['none', 'No other talk fits.', ['rust?']])
})

test('no talk that is shown has a tag that was to be left out, however many there are', async () => {
  const way = fc.constantFrom(
    'but not',
    'but not about',
    'except',
    'except for',
    'other than',
    'apart from',
    'excluding',
  )
  const topic = fc.constantFrom(...tags)
  const names = fc.uniqueArray(topic, { minLength: 1, maxLength: 4 })
  const joint = fc.constantFrom(
    ', ',
    ' and ',
    ' or ',
    ', and ',
    ', or ',
    ' nor ',
    ' and not ',
    ', not tagged ',
  )
  await fc.assert(
    fc.asyncProperty(topic, way, names, joint, async (about, leaving, left, joined) => {
      for (const lead of ['anything about', 'talks about', 'how do I use']) {
        const { results } = await harbour.answerQuestion(`${lead} ${about} ${leaving} ${left.join(joined)}`)
        for (const { talk } of results)
          expect([talk.title, talk.tags.filter((tag) => left.includes(tag))]).toEqual([talk.title, []])
      }
    }),
    { numRuns: runs(60) },
  )
})

test('no talk that is shown is by somebody who was to be left out, however it is said', async () => {
  const speakers = [...new Set(lanternCorpus.talks.flatMap((talk) => talk.speakers.map(({ name }) => name)))]
  const names = fc.uniqueArray(fc.constantFrom(...speakers), { minLength: 1, maxLength: 3 })
  const way = fc.constantFrom(
    'without',
    'minus',
    'but not',
    'but not by',
    'not by',
    'except',
    'other than',
    'but without',
  )
  const about = fc.constantFrom('rust', 'queues', 'pythonistas', 'a slow request', 'anything about testing')
  await fc.assert(
    fc.asyncProperty(about, way, names, async (topic, lead, left) => {
      const { results } = await lantern.answerQuestion(`${topic} ${lead} ${left.join(' or ')}`)
      const shown = results.flatMap(({ talk }) => talk.speakers.map(({ name }) => name))
      expect(shown.filter((name) => left.includes(name))).toEqual([])
    }),
    { numRuns: runs(60) },
  )
})
