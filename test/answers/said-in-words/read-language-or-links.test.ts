import { expect, test } from 'vitest'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const video = { kind: 'video', title: 'Video', url: 'https://a.example/v' } as const
const about = (id: string, language: string, text: string, tags: readonly string[] = []) =>
  makeTalk(id, {
    title: text,
    language,
    tags,
    summary: { form: 'paragraph', text: `${text}.`, line: 5, depth: 0 },
  })
const corpus = makeCorpus(
  about('knots', 'en', 'Testing knots'),
  about('knoten', 'de', 'Knoten und Seile', ['testing']),
  about('nodi', 'it', 'Nodi e corde', ['testing']),
  about('plain', 'en', 'Rules in German law'),
)
const answers = answersOf(corpus)

async function ask(question: string) {
  const { kind, results, notices, explanation } = await answers.answerQuestion(question)
  return {
    kind,
    titles: results.map(({ talk }) => talk.id),
    read: notices.map(({ message }) => message),
    explanation,
  }
}

test.each([
  ['talks in german about testing', ['knoten'], 'in german'],
  ['German talks on testing', ['knoten'], 'German'],
  ['is there anything about testing in Italian?', ['nodi'], 'in Italian'],
  ['is there a talk in German?', ['knoten'], 'in German'],
  ['gibt es deutsche Vorträge über Seile?', ['knoten'], 'deutsche'],
  ['Vorträge auf Deutsch über Knoten', ['knoten'], 'auf Deutsch'],
  ['english talk on testing?', ['knots'], 'english'],
  ['talks auf italienisch über corde', ['nodi'], 'auf italienisch'],
  ['charlas en alemán sobre Knoten', ['knoten'], 'en alemán'],
])('“%s” is answered from notes in that language alone, and says so', async (question, titles, said) => {
  expect(await ask(question)).toMatchObject({
    kind: 'found',
    titles: titles.map((id) => expect.stringContaining(id)),
    read: [`“${said}” is read as the language of the notes.`],
  })
})

test.each([
  ['testing talks without video', ['knots'], '“without video” leaves out talks that link any.'],
  ['any talks on knots with a recording?', ['taped'], '“with a recording” leaves out talks that link none.'],
])('“%s” is answered from such talks alone, and says so', async (question, titles, read) => {
  const talks = [
    corpus.talks.find(({ id }) => id.endsWith('knots'))!,
    { ...about('taped', 'en', 'Knots for kites'), links: [video] },
  ]
  const taped = makeCorpus(...talks)
  const answer = await answersOf(taped).answerQuestion(question)
  expect([answer.results.map(({ talk }) => talk.id), answer.notices.map(({ message }) => message)]).toEqual([
    titles.map((id) => expect.stringContaining(id)),
    [read],
  ])
})

test.each([
  'english tutorials about testing',
  'conférences en anglais sur testing',
  'palestras em inglês sobre testing',
])('the language of “%s” is read', async (question) => {
  expect((await ask(question)).read).toEqual([expect.stringContaining('language of the notes')])
})

test.each([
  ['talks in German or Italian about testing', 'in German or Italian'],
  ['talks in German and in Italian on testing', 'in German and in Italian'],
  ['German or Italian talks on testing', 'German or Italian'],
  ['German, Italian talks on testing', 'German, Italian'],
  ['deutsche oder italienische Vorträge über testing', 'deutsche oder italienische'],
])('“%s” is answered from the talks in either language', async (question, said) => {
  const { titles, read } = await ask(question)
  expect(titles.map((id) => id.replace(/.*\//, '')).toSorted()).toEqual(['knoten', 'nodi'])
  expect(read).toEqual([`“${said}” is read as the languages of the notes.`])
})

test('all that is said of talks is read, in whatever order', async () => {
  const others = ['knots', 'knoten', 'nodi'].map((id) => corpus.talks.find((talk) => talk.id.endsWith(id))!)
  const taped = makeCorpus(
    ...others,
    { ...about('taped', 'de', 'Knoten im Film', ['testing']), links: [video] },
    { ...about('ropes', 'de', 'Seile im Film', ['testing', 'ropes']), links: [video] },
  )
  const reading = answersOf(taped)
  for (const question of [
    'German talks with video about testing but not ropes',
    'talks with video in German about testing, not about ropes',
    'talks about Knoten in German with video except those tagged ropes',
    'talks about Knoten with video in German other than ropes',
    'tag:testing German talks with video but not ropes',
  ]) {
    const { results, notices } = await reading.answerQuestion(question)
    expect([question, results.map(({ talk }) => talk.id.replace(/.*\//, ''))]).toEqual([question, ['taped']])
    expect([question, notices.length]).toEqual([question, 3])
    for (const { start, end, message } of notices)
      expect(message).toContain(`“${question.slice(start, end)}”`)
  }
})

test('what is said of a field stays where it was typed, and of no other', async () => {
  for (const question of [
    'speaker:nobody talks in German about testing',
    'talks in German about testing speaker:nobody',
  ]) {
    const { notices } = await answers.answerQuestion(question)
    const places = notices.map(({ kind, start, end }) => [kind, question.slice(start, end)])
    expect(places).toContainEqual(['unknown-value', 'nobody'])
    expect(places).toContainEqual(['read-kind', 'in German'])
    expect(places).toHaveLength(2)
  }
})

test('what a talk in a language says is asked of such talks', async () => {
  const { titles, read } = await ask('what does the talk in German say about Seile?')
  expect([titles, read.length]).toEqual([[expect.stringContaining('knoten')], 1])
})

test('that no talk in the language fits is said', async () => {
  expect(await ask('talks in Italian about law')).toMatchObject({
    kind: 'none',
    explanation: 'No talk in Italian fits.',
  })
})

const parsing = makeCorpus(
  about('nlp', 'en', 'Natural language processing for German'),
  about('split', 'en', 'Splitting compounds in German'),
  about('parse', 'en', 'Parsing compounds in German'),
  about('boats', 'en', 'Building wooden boats'),
  about('code', 'en', 'Working without code'),
  about('segel', 'de', 'Segel und Boote', ['boats']),
  about('seile', 'de', 'Seile und Knoten', ['ropes']),
)
const parsers = answersOf(parsing)

test.each([
  ['talks about natural language processing in German', 'nlp'],
  ['any talk on splitting compounds in German?', 'split'],
  ['what does the talk on parsing say about compounds in German?', 'parse'],
  ['which talk explains splitting compounds in German?', 'split'],
  ['talks about working without code', 'code'],
])('“%s” is of a topic, and read as it stands', async (question, id) => {
  const { kind, results, notices, explanation } = await parsers.answerQuestion(question)
  expect([kind, results[0]?.talk.id, notices, explanation]).toEqual([
    'found',
    expect.stringContaining(id),
    [],
    '',
  ])
})

test.each([
  ['anything about Knoten in German, not about boats?', ['in German', 'not about boats']],
  ['German talks on Knoten except those tagged boats', ['German', 'except those tagged boats']],
])('of “%s” both are read', async (question, said) => {
  const { results, notices } = await parsers.answerQuestion(question)
  expect(results.map(({ talk }) => talk.id)).toEqual([expect.stringContaining('seile')])
  expect(notices.map(({ start, end }) => question.slice(start, end))).toEqual(said)
})

test.each([
  'talks in German, not about Segel',
  'talks not about Segel, in German',
  'talks not about Segel in German',
])('“%s” wants a list', async (question) => {
  const { results, explanation } = await parsers.answerQuestion(question)
  expect(results.map(({ talk }) => talk.id)).toEqual([expect.stringContaining('seile')])
  expect(explanation).toMatch(/^The notes have 1 talk .*without “Segel”/)
})

test.each([
  ['talks on boats but not in German', 'but not in German'],
  ['talks about boats that are not in German', 'that are not in German'],
  ['non-German talks on boats', 'non-German'],
  ['anything on boats except German talks', 'except German talks'],
  ['talks on boats except German ones?', 'except German ones'],
])('“%s” leaves out that language, and says so', async (question, said) => {
  const { results, notices } = await parsers.answerQuestion(question)
  expect(results.map(({ talk }) => talk.id)).toEqual([expect.stringContaining('boats')])
  expect(notices.map(({ message }) => message)).toEqual([`“${said}” leaves out talks in German.`])
})

test.each([
  'hay charlas en alemán',
  'quels sont les exposés en allemand ?',
  'welche Vorträge sind auf Deutsch?',
])('“%s” wants all talks in that language', async (question) => {
  expect((await ask(question)).titles).toEqual([expect.stringContaining('knoten')])
})

test('a language that a list is kept to is called by its name', async () => {
  const { explanation } = await parsers.answerQuestion('anything but talks in German')
  expect(explanation).toBe('The notes have 5 talks not in German.')
})

test.each([
  'How do talks compare with and without video?',
  'talks about speaking without slides',
  'talks not in German',
  'talks about rules in German law',
])('of “%s” no kind is read', async (question) => {
  const { notices, suggestions } = await parsers.answerQuestion(question)
  expect(notices.filter(({ kind }) => kind === 'read-kind')).toEqual([])
  expect(suggestions.filter((text) => /\b(?:and|or|with|without|in)\?$/.test(text))).toEqual([])
})

test.each(['Rules in German law', 'talks about testing without mocks', 'how do I test in german?'])(
  '“%s” names no language of talks that there are',
  async (question) => {
    expect((await ask(question)).read).toEqual([])
  },
)

test.each([
  ['talks in French about testing', 'No note says that it is in French.'],
  ['charlas en francés sobre testing', 'No note says that it is in French.'],
  ['talks in French', 'No note says that it is in French.'],
  ['French keynotes', 'No note says that it is in French.'],
  ['lang:fr testing', 'No note says that it is in French.'],
  ['lang:french testing', 'No note says that it is in French.'],
  ['lang:en-GB testing', 'No talk has the language “en-GB”.'],
  ['lang:python testing', 'No talk has the language “python”.'],
  ['talks in French or Swedish about testing', 'No note says that it is in French or Swedish.'],
])('that no talk is in a language is said: %s', async (question, said) => {
  const { explanation, notices } = await parsers.answerQuestion(question)
  expect([explanation, ...notices.map(({ message }) => message)]).toContain(said)
  expect(explanation).not.toContain('mentions')
})

test('of several languages, that no talk is in is said, and the others are kept to', async () => {
  const { notices, results } = await answers.answerQuestion('talks in German and Swedish about testing')
  expect(notices.map(({ message }) => message)).toEqual([
    '“in German and Swedish” is read as the languages of the notes; no note says that it is in Swedish.',
  ])
  expect(new Set(results.map(({ talk }) => talk.language))).toEqual(new Set(['de']))
})

const ofKinds = answersOver(
  { ...about('short', 'en', 'Splicing in five minutes', ['knots']), kind: 'lightning' as const },
  { ...about('long', 'en', 'All about knots', ['knots']), kind: 'talk' as const },
  { ...about('opening', 'de', 'Zum Auftakt', ['knots']), kind: 'keynote' as const },
)

test.each([
  ['lightning talks about knots', 'short', ['lightning talks']],
  ['is there a lightning talk on knots?', 'short', ['lightning talk']],
  ['German keynotes on knots', 'opening', ['German', 'keynotes']],
  ['keynotes about knots in German', 'opening', ['keynotes', 'in German']],
  ['who gave the keynote on knots?', 'opening', ['keynote']],
])('“%s” is answered from talks of that kind', async (question, id, said) => {
  const { results, notices } = await ofKinds.answerQuestion(question)
  expect(results.map(({ talk }) => talk.id)).toEqual([expect.stringContaining(id)])
  expect(notices.map(({ start, end }) => question.slice(start, end))).toEqual(said)
})

test.each([
  ['English or German lightning talks', ['short']],
  ['German lightning talks', []],
  ['English talks', ['short', 'long']],
])('“%s” lists those alone', async (question, ids) => {
  const { results } = await ofKinds.answerQuestion(question, { list: { limit: 9 } })
  expect(results.map(({ talk }) => talk.id.replace(/.*\//, '')).toSorted()).toEqual(ids.toSorted())
})

test('a kind that no talk on it is of, is asked as it stands', async () => {
  const { results, notices } = await ofKinds.answerQuestion('keynotes about splicing')
  expect([results[0]?.talk.id, notices]).toEqual([expect.stringContaining('short'), []])
})
