import { expect, test } from 'vitest'
import type { Corpus } from '../../../src/notes/corpus.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { bullets, makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const note = (id: string, title: string, text = '', parts: Partial<Talk> = {}) =>
  makeTalk(id, { title, summary: { form: 'paragraph', text, line: 2, depth: 0 }, ...parts })

function answersFrom(talks: readonly Talk[], synonyms: Corpus['synonyms'] = []) {
  return answersOf({ ...makeCorpus(...talks), synonyms })
}

const others = ['Soil', 'Seeds', 'Weather', 'Tools', 'Fences'].map((title) =>
  note(title.toLowerCase(), title),
)

test('a rare form of a word in another language does not outrank the word itself', async () => {
  const english = ['one', 'two', 'three'].map((id) =>
    note(id, `Testing ${id}`, 'Testing of things, with testing.'),
  )
  const italian = note('it', 'Prove', 'Una pagina di testing.', { language: 'it' })
  const answer = await answersFrom([...english, italian, ...others]).answerQuestion('testing', { limit: 4 })
  expect(answer.results.map(({ talk }) => talk.id).at(-1)).toBe('odd/it')
})

test.each([
  ['log in', 'The login page'],
  ['code base', 'A large codebase'],
  ['codebase', 'A large code base'],
  ['python3', 'Moving to Python 3'],
  ['internet of things', 'IoT at home'],
  ['C++', 'cpp by example'],
])('“%s” finds “%s”', async (question, title) => {
  const answer = await answersFrom([note('it', title), ...others]).answerQuestion(question)
  expect(answer).toMatchObject({ kind: 'found', results: [{ talk: { id: 'odd/it' } }] })
})

test("a team's own phrases are synonyms though they hold words that only ask", async () => {
  const synonyms = [['on call', 'pager duty']]
  const answer = await answersFrom([note('it', 'Pager duty for all'), ...others], synonyms).answerQuestion(
    'on call',
  )
  expect(answer).toMatchObject({ kind: 'found', results: [{ talk: { id: 'odd/it' } }] })
})

test.each([
  ['Kramer', 'Cramer on bees', 'none'],
  ['rust', 'The rest of it', 'none'],
  ['scala', 'Scale', 'none'],
  ['flsk', 'Flask', 'unsure'],
  ['greenhuose', 'Greenhouse', 'found'],
  ['framwork', 'A framework', 'found'],
])('“%s” where the notes have “%s” is %s', async (question, title, kind) => {
  const answer = await answersFrom([note('it', title), ...others]).answerQuestion(question)
  expect(answer.kind).toBe(kind)
})

test('an ordinary word is no slip of one that only asks, so it lists nothing that it does not name', async () => {
  const { kind } = await answersFrom(others.map((talk) => ({ ...talk, tags: ['garden'] }))).answerQuestion(
    'cooking tag:garden',
  )
  expect(kind).toBe('none')
})

test.each([
  ['node.js', 'none'],
  ['moment.js', 'found'],
  ['socket.io', 'found'],
])('“%s” is not told by another name that ends so: %s', async (question, kind) => {
  const notes = [note('it', 'Bundles', 'Drop moment.js for less.'), note('plug', 'A socket'), ...others]
  expect((await answersFrom(notes).answerQuestion(question)).kind).toBe(kind)
})

test('a slip that somebody made in a note is found, and the likely word is offered', async () => {
  const many = Array.from({ length: 60 }, (_, number) => note(`n${number}`, `Compost ${number}`))
  const answer = await answersFrom([note('slip', 'About copmost'), ...many]).answerQuestion('copmost')
  expect(answer).toMatchObject({
    kind: 'found',
    results: [{ talk: { id: 'odd/slip' } }],
    didYouMean: { question: 'compost', isAnswered: false },
  })
})

test.each([
  ['is anything new there?', 'unsure'],
  ['how big is the team?', 'unsure'],
  ['version control', 'found'],
  ['team', 'found'],
])('“%s” is %s, if a note says it in passing', async (question, kind) => {
  const text = 'A big team with new people talks of version control, for the first time.'
  const answer = await answersFrom([note('it', 'Growing', text), ...others]).answerQuestion(question)
  expect(answer.kind).toBe(kind)
})

test.each([
  ['anything on coffee?', 'found'],
  ['talks about coffee', 'found'],
  ['is there coffee?', 'unsure'],
])('“%s” is %s, if a title has that word of everyday life', async (question, kind) => {
  const answer = await answersFrom([note('it', 'Coffee with colleagues'), ...others]).answerQuestion(question)
  expect(answer.kind).toBe(kind)
})

test.each(['rist', 'what about rist?', 'how do I use rist?'])(
  '“%s”: of a short word that the notes lack it is said that they do, and what is near is offered',
  async (question) => {
    const asked = answersFrom([note('it', 'RST', 'How to use RST in a wiki.'), ...others])
    const answer = await asked.answerQuestion(question)
    expect([answer.kind, answer.explanation]).toEqual(['none', 'No note mentions “rist”. Did you mean this?'])
    expect(answer.suggestions[0]).toBe(question.replace('rist', 'rst').replace(/\??$/, '?'))
  },
)

test.each([
  ['talks by Larry Hastings', 'none'],
  ['what did Larry Hastings say?', 'none'],
  ['who does hastings?', 'unsure'],
  ['talks by Ada Ronaker', 'found'],
])('“%s”: a person is no common word two letters off, but may be a speaker: %s', async (question, kind) => {
  const hosting = note('hosting', 'Hosting', 'Hosting is dear.')
  const speaker = { ...note('ronacher', 'Blueprints'), speakers: [{ name: 'Ada Ronacher' }] }
  const answer = await answersFrom([hosting, speaker, ...others]).answerQuestion(question)
  expect(answer.kind).toBe(kind)
  expect(answer.suggestions.join()).not.toContain('hosting')
})

test.each([
  ['wie werden Ropes geteert?', ['geteert']],
  ['Gibt es Vorträge über Ropes?', []],
  ['qué dijeron sobre ropes?', []],
  ['comment parler de ropes ?', []],
  ['wat zei iemand over ropes?', []],
  ['die ropes', ['die']],
])(
  '“%s”: who asks in another language is not told that the notes lack its small words',
  async (question, lacking) => {
    const notes = [note('ropes', 'Ropes', 'Ropes are tarred, as ES says.'), ...others]
    const answer = await answersFrom(notes).answerQuestion(question)
    expect(answer.results[0]?.talk.id).toBe('odd/ropes')
    const said = [...answer.explanation.matchAll(/“([^”]+)”/g)].map(([, word]) => word)
    expect(said.filter((word) => word !== 'Ropes')).toEqual(lacking)
  },
)

test('what a slip was taken for is what a talk is said to lack, and not the slip', async () => {
  const notes = [
    note('ropes', 'Ropes', 'Ropes are tarred.'),
    note('knots', 'Python knots', 'Of snakes.'),
    ...others,
  ]
  for (const slip of ['pyton', 'pythn', 'pythoon']) {
    const { kind, explanation } = await answersFrom(notes).answerQuestion(`how are ropes tarred in ${slip}?`)
    expect([slip, kind]).toEqual([slip, 'unsure'])
    expect(explanation).not.toContain(slip)
    expect(explanation).toContain('“python”')
  }
})

test('who compares two things is quoted sentences about them, and no lead or item of a list', async () => {
  const text = [
    'Ropes beat chains on deck.',
    'The way of a rope, from the server over the mast:',
    'a rope is over the rail;',
    'Nobody was ever faster.',
  ].map((text, line) => ({ form: 'bullet', text, line: line + 10, depth: 0 }) as const)
  const compared = note('it', 'On deck', '', { sections: [{ title: 'Deck', line: 9, passages: text }] })
  const answer = await answersFrom([compared, ...others]).answerQuestion('ropes vs chains?')
  const quoted = answer.results[0]?.quote(400).text
  expect(quoted).toMatch(/^Ropes beat chains/)
  expect(quoted).not.toContain('ever faster')
})

test.each(['¿qué es Kivy?', 'que es kivy', 'wat is Kivy?', 'was ist Kivy?'])(
  'what only asks in another language is not looked for, though the notes have one of its words: %s',
  async (question) => {
    const notes = [
      note('it', 'Kivy', 'It draws by OpenGL ES.'),
      note('qubes', 'Qubes', 'A client OS.'),
      ...others,
    ]
    const answer = await answersFrom(notes).answerQuestion(question)
    expect(answer).toMatchObject({ kind: 'found', results: [{ talk: { id: 'odd/it' } }] })
  },
)

test.each([
  ['et les pools ?', 'loom'],
  ['combien y a-t-il de pools ?', 'loom'],
  ['AI in production', 'ai'],
])(
  '“%s”: notes that do not say their language hold its small words, which are not looked for',
  async (question, id) => {
    const notes = [
      note('loom', 'Threads virtuels', 'Ne jamais mettre de threads virtuels dans un pool.'),
      note('mocks', 'Les mocks', 'Les fakes et les mocks, et combien il y a de tests et de suites.'),
      note('ai', 'Notes from a workshop', 'How AI was brought into production in a year.'),
      note('shop', 'Shops', 'In production, in a shop.'),
      ...others,
    ]
    const answer = await answersFrom(notes).answerQuestion(question)
    expect(answer.results[0]?.talk.id).toBe(`odd/${id}`)
  },
)

test.each([
  ['a11y', 'Accessible tables'],
  ['any talks on accessibility?', 'Accessible tables'],
  ['o11y', 'Observability'],
  ['what did we decide about crates?', 'Weekly'],
  ['what is ChAP?', 'Chaos'],
])('“%s” is about “%s”, which has another form or name of it', async (question, title) => {
  const weekly = {
    ...note('weekly', 'Weekly', 'A round of news.'),
    sections: [
      { title: 'Notes', line: 5, passages: bullets(['crates are heavy']) },
      { title: 'Decisions', line: 8, passages: bullets(['try crates of paper (Bo)']) },
    ],
  }
  const notes = [
    note('tables', 'Accessible tables', 'Keyboard grids.'),
    note('watch', 'Observability', 'Traces and logs.'),
    note('chaos', 'Chaos', 'ChAP takes one percent of traffic.'),
    weekly,
    ...others,
  ]
  const answer = await answersFrom(notes).answerQuestion(question)
  expect(answer.results[0]?.talk.title).toBe(title)
  if (title === 'Weekly') expect(answer.results[0]?.quote(400).text).toContain('try crates of paper')
})

test.each(['advantages of Kivy', 'pros and cons of Kivy', 'anything bout Kivy?', 'a talk abt Kivy'])(
  'no note need have the words of “%s” to be on its topic',
  async (question) => {
    const answer = await answersFrom([note('it', 'Kivy', 'It draws.'), ...others]).answerQuestion(question)
    expect(answer.results[0]?.talk.id).toBe('odd/it')
    expect(answer.explanation).not.toMatch(/No note mentions/)
  },
)
