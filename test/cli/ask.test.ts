import { once } from 'node:events'
import { resolve } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/cli/ask.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { collecting } from '../helpers/collecting.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

const dataFolder = temporaryFolder()

async function run(
  argv: readonly string[],
  { input = '', corpusFolder = 'corpus', isTTY = false, env = {} } = {},
) {
  const [stdout, stderr] = [collecting({ isTTY }), collecting()]
  const streams = { stdin: Readable.from([input]), stdout: stdout.stream, stderr: stderr.stream }
  const exitCode = await ask({ argv, corpusFolder, dataFolder, env, ...streams })
  const objects = stdout.text().split('\n').filter(Boolean)
  return { exitCode, stdout: stdout.text(), stderr: stderr.text(), objects }
}

test('prints the sentences that answer, then the talk, who gave it, where they stand and its links', async () => {
  const { exitCode, stdout } = await run(['how', 'many', 'users', 'did', 'disqus', 'realtime', 'handle?'])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^\S[\s\S]*1\.5 million\s+concurrent users[\s\S]*\n\n {3}Making DISQUS Realtime\n/)
  expect(stdout).toContain('   Adam Hitchcock (@NorthIsUp) · EuroPython 2012 · talk\n')
  expect(stdout).toMatch(/\n {3}corpus\/europython-2012\/making-disqus-realtime\.md:\d+\n/)
  expect(stdout).toMatch(/\n {3}Video of the talk: https:\/\//)
})

test('prints the date of a talk that has its own', async () => {
  const lids = teaNote('Lids').replace('tags:', 'date: 1999-04-02\ntags:')
  const corpusFolder = writeFolder({ ...teaCorpus, 'potcon/lids.md': lids })
  const { stdout } = await run(['lids'], { corpusFolder })
  expect(stdout).toContain('   PotCon · Fri 2 Apr 1999 · talk\n')
  const { objects } = await run(['--json', 'lids'], { corpusFolder })
  expect(JSON.parse(objects[0]!).results[0]).toMatchObject({ event: 'PotCon', date: '1999-04-02' })
})

test.skipIf(process.platform === 'win32')(
  'the place of a talk is a line, whatever its file is called',
  async () => {
    const corpusFolder = writeFolder({
      ...teaCorpus,
      'potcon/lids\nx:1.md': teaNote('Lids'),
      'potcon/süße lids.md': teaNote('Jars'),
    })
    expect((await run(['lids'], { corpusFolder })).stdout).toContain('/potcon/lids\\u{a}x:1.md:')
    expect((await run(['jars'], { corpusFolder })).stdout).toContain('/potcon/süße lids.md:')
  },
)

test('prints other talks a line each if they fit nearly as well, all of a page if one is asked for', async () => {
  const near = await run(['kivy'])
  expect(near.stdout).toMatch(
    /\n\nAlso:\n\n2\. Kivy \(lightning talk\) · EuroPython 2012\n {3}.+\n {3}corpus\/.+\n$/,
  )
  const one = await run(['assert statement in unit tests'])
  expect(one.stdout).toMatch(/\n\n\d+ more talks match \(--limit \d+\)\.\n$/)
  expect(one.stdout).not.toContain('Also:')
  expect((await run(['--limit', '3', 'assert statement in unit tests'])).stdout).toMatch(
    /\nAlso:\n\n2\. .+\n[\s\S]*\n3\. /,
  )
})

test('the line below each talk of a list is the one that the sentence above it stands on', async () => {
  const talks = ['Jars', 'Lids', 'Spouts'].map(
    (name) => `# ${name}\n\n- Something else.\n- Another thing.\n- Glaze of ${name}.\n`,
  )
  const files = talks.map((text, at) => [`potcon/note-${at}.md`, text])
  const corpusFolder = writeFolder({ ...teaCorpus, ...Object.fromEntries(files) })
  const { stdout } = await run(['--limit', '3', 'any talks on glaze?'], { corpusFolder })
  const listed = [...stdout.matchAll(/^ {3}(Glaze of \w+)\.\n {3}\S+note-\d\.md:(\d+)$/gm)]
  expect(listed.map(([, , line]) => line)).toEqual(['5', '5'])
})

test('prints the summary for a question about a talk, and a list for one about a topic', async () => {
  const about = await run(['what did Alex Martelli talk about?'])
  expect(about.stdout).toMatch(/^Alex Martelli asks when to request permission first/)
  const topic = await run(['any talks on testing?'])
  expect(topic.stdout).toMatch(/^1\. .+\n {3}\S.+\n {3}corpus\/.+:\d+\n\n2\. /)
})

test('says why there is no answer, and what to try', async () => {
  const { exitCode, stdout } = await run(['vacation policy'])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(
    /^No note mentions “vacation” or “policy”\.\n\nThe notes are about .+ other topics\.\n.+\?\n/,
  )
})

test('prints a list, a line each, and how to go on', async () => {
  const { stdout } = await run(['list tags', '--limit', '3'])
  expect(stdout).toMatch(
    /^The notes have \d+ tags\.\n\ndeployment \(8\)\ndjango \(8\)\nweb framework \(6\)\n\n1 to 3 of \d+ \(--page 2 --corpus-version [0-9a-f]{12}\)\.\n$/,
  )
  const { objects } = await run([
    '--json',
    '--limit',
    '2',
    '--page',
    '2',
    'list tags',
    'how many talks on flask?',
  ])
  const [tags, talks] = objects.map((line) => JSON.parse(line))
  expect(tags).toMatchObject({
    kind: 'listing',
    results: [],
    listed: { of: 'tag', values: [{ value: 'web framework', talks: 6 }, { value: 'flask' }] },
    offset: 2,
  })
  expect(talks).toMatchObject({ kind: 'listing', listed: { of: 'talk', values: [] }, total: 5 })
  expect(talks.results).toHaveLength(2)
})

test('reads questions from standard input, one a line, and prints one object a line', async () => {
  const { objects } = await run(['--json'], { input: 'kivy\r\n\r\n🎉\nwho is "Guido"?' })
  const parsed = objects.map((line) => JSON.parse(line))
  expect(parsed.map(({ question, kind }) => [question, kind])).toEqual([
    ['kivy', 'found'],
    ['', 'none'],
    ['🎉', 'none'],
    ['who is "Guido"?', 'found'],
  ])
  expect(parsed[0]).toMatchObject({ didYouMean: null, tookMs: expect.any(Number) })
  expect(parsed[0].results[0]).toMatchObject({
    id: 'europython-2012/kivy',
    title: 'Kivy',
    event: 'EuroPython 2012',
    speakers: [],
    score: expect.any(Number),
    passage: {
      text: expect.any(String),
      highlights: expect.arrayContaining([[0, 4]]),
      file: expect.any(String),
    },
    links: expect.any(Array),
    followUps: expect.any(Array),
  })
})

test('takes nothing but a line break for the end of a question', async () => {
  const { objects } = await run(['--json'], { input: 'kivy\u2028games\nredis\rqueue\nlast' })
  expect(objects.map((line) => JSON.parse(line).question)).toEqual([
    'kivy\u2028games',
    'redis\rqueue',
    'last',
  ])
})

test('answers each line as it comes, before the next one is there', async () => {
  const stdin = new PassThrough()
  const stdout = new PassThrough()
  const done = ask({
    argv: ['--json'],
    corpusFolder: 'corpus',
    dataFolder,
    stdin,
    stdout,
    stderr: new PassThrough(),
  })
  stdin.write('kivy\n')
  const [first] = await once(stdout, 'data')
  expect(JSON.parse(String(first)).question).toBe('kivy')
  stdin.end()
  expect(await done).toBe(0)
})

test('with --json, questions on the command line are answered instead', async () => {
  const { objects } = await run(['--json', 'kivy', 'cubes'], { input: 'not read\n' })
  expect(objects.map((line) => JSON.parse(line).question)).toEqual(['kivy', 'cubes'])
})

test('stops quietly where nobody reads on', async () => {
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    },
  })
  const stdin = Readable.from(['kivy\nkivy\n'])
  expect(
    await ask({
      argv: ['--json'],
      corpusFolder: 'corpus',
      dataFolder,
      stdin,
      stdout,
      stderr: new PassThrough(),
    }),
  ).toBe(0)
})

test.each([[[]], [['--jsn']]])('%j is answered with how to call it', async (argv) => {
  const { exitCode, stderr } = await run(argv)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Usage: npx hallway ask [options] "question"')
  expect(stderr).toContain('“npx hallway ask --help” says more.')
})

test('a folder without notes is one clear line', async () => {
  const { exitCode, stderr, stdout } = await run(['kivy'], { corpusFolder: 'no/such/folder' })
  expect(exitCode).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toBe(
    `hallway: ${resolve('no/such/folder')} does not exist. Set HALLWAY_CORPUS to the folder of your notes.\n`,
  )
})

test('points at what could not be read, and shows what was meant instead', async () => {
  const { stdout } = await run(['speaker:cramr testing'])
  expect(stdout).toContain('  speaker:cramr testing\n          ^^^^^ No talk has the speaker “cramr”.')
  expect(stdout).toContain('Showing results for: speaker:"David Cramer" testing')
})

test('keeps the quotes that the shell takes away', async () => {
  const { stdout } = await run(['speaker:Alex Martelli', 'forgiveness'])
  expect(stdout).toMatch(/\n\n {3}Permission or Forgiveness\n/)
})

test('goes on to a page, in an order, and says how the talks divide', async () => {
  const first = await run(['--limit', '2', '--sort=newest', '--facets', 'kind:lightning'])
  expect(first.stdout).toMatch(/ more talks match \(--page 2 --corpus-version [0-9a-f]{12}\)\.\n$/)
  expect(first.stdout).toContain('kind:lightning (')
  const second = await run(['--limit', '2', '--sort=newest', '--page', '2', 'kind:lightning'])
  expect(second.stdout).toMatch(/^3\. /)
})

test.each(['kind:lightning', 'list speakers'])(
  'beyond the last page shows that one, and says so (%s)',
  async (question) => {
    const last = await run(['--page', '99', question])
    expect(last.stdout).toMatch(/^There are not so many pages: this is the last one\.\n\n/)
    expect((await run(['--page', '2', question])).stdout).not.toContain('not so many pages')
  },
)

test('with --json, gives what was meant, notices, facets, explanations and the corpus version', async () => {
  const { objects } = await run(['--json', '--facets', '--explain', '--limit', '1', 'speeker:cramer kivvy'])
  expect(JSON.parse(objects[0]!)).toMatchObject({
    didYouMean: 'speaker:cramer kivy',
    notices: [{ kind: 'misspelt-field', start: 0, end: 7 }],
    facets: expect.arrayContaining([{ field: 'tag', values: expect.any(Array) }]),
    results: [{ explanation: { terms: expect.any(Array) } }],
    corpusVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
  })
})

test('with --explain, says where the score comes from', async () => {
  const { stdout } = await run(['--explain', 'kivy'])
  expect(stdout).toMatch(/score [\d.]+ =\n +[\d.]+ {2}kivi: 1 × \([\d.]+ \+ [\d.]+ in the title\); title/)
  expect(stdout).toMatch(/coverage 1 =\n +100 % of [\d.]+ for kivy/)
})

test('with --explain, a list by date has no score that its parts would contradict', async () => {
  const listing = (await run(['--explain', 'kind:lightning'])).stdout
  expect(listing).toContain('   listed by date: the question has no words to score\n')
  expect(listing).not.toMatch(/score \d|coverage/)
  const sorted = (await run(['--explain', '--sort', 'newest', 'kivy'])).stdout
  expect(sorted).toMatch(/listed by date, not by score; what it has of the question =\n +[\d.]+ {2}kivi/)
  expect(sorted).not.toContain('score 0')
})

test('with --complete, lists what begins so', async () => {
  expect((await run(['--complete', 'marte'])).stdout).toBe('speaker:"Alex Martelli"\n')
  expect((await run(['--complete', '--limit', '1', 'd'])).objects).toHaveLength(1)
})

test('with --complete and --json, says what each completion is', async () => {
  const { objects } = await run(['--complete', '--json', 'marte'])
  expect(objects.map((line) => JSON.parse(line))).toEqual([
    { kind: 'speaker', text: 'Alex Martelli', question: 'speaker:"Alex Martelli"', talks: 1 },
  ])
})

test('with --json, every line has the same keys, whatever became of the question', async () => {
  const { objects } = await run(['--json', '--facets', 'kivy', 'vacation policy', '', 'kivvy -django'])
  const [found, ...others] = objects.map((line) => JSON.parse(line))
  for (const other of others) expect(Object.keys(other)).toEqual(Object.keys(found))
  expect(found.reason).toBeNull()
  expect(others[0]).toMatchObject({
    kind: 'none',
    reason: 'no-match',
    results: [],
    total: 0,
    offset: 0,
    facets: [],
    isCorrected: false,
    isPartial: false,
    isStartedAgain: false,
  })
  expect(others[1].reason).toBe('empty')
})

test('with --json, a talk comes with its tags, kind, language, year and the section of its passage', async () => {
  const { objects } = await run(['--json', 'kivy'])
  expect(JSON.parse(objects[0]!).results[0]).toMatchObject({
    kind: 'talk',
    tags: expect.arrayContaining(['kivy']),
    language: 'en',
    year: 2012,
    passage: { section: expect.stringMatching(/./) },
  })
})

test('with --exact, words are searched for as they are spelled', async () => {
  expect((await run(['kivvy'])).stdout).toMatch(/^Showing results for: kivy\n/)
  expect((await run(['--exact', 'kivvy'])).stdout).toMatch(/^No note mentions “kivvy”\./)
})

test('with --time-limit, answers with what was found until then', async () => {
  const { exitCode, stdout } = await run(['--time-limit', '5000', 'kivy'])
  expect([exitCode, stdout.slice(0, 7)]).toEqual([0, 'Kivy is'])
})

test('after --, nothing is an option', async () => {
  const { exitCode, stdout } = await run(['--limit', '1', '--', '--json', 'kivy'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('\n   Kivy\n')
})

test('in a terminal, the words of the question are bold, unless NO_COLOR is set', async () => {
  const { stdout } = await run(['kivy multi-touch'], { isTTY: true })
  expect(stdout).toContain('\u001b[1mKivy\u001b[22m')
  for (const how of [{ isTTY: true, env: { NO_COLOR: '1' } }, { isTTY: true, env: { TERM: 'dumb' } }, {}]) {
    expect((await run(['kivy multi-touch'], how)).stdout).toBe(stripVTControlCharacters(stdout))
  }
})

test('the next page is counted from the limit, also on a page that is not full', async () => {
  const { stdout } = await run(['--limit', '4', '--page', '2', 'kind:lightning'])
  expect(stdout).toContain('(--page 3 ')
})

describe('--like', () => {
  test.each(['europython-2012/kivy', 'Kivy', 'kivy'])(
    '%s lists talks like one, with the reasons',
    async (talk) => {
      const { exitCode, stdout } = await run(['--like', talk, '--limit', '2'])
      expect(exitCode).toBe(0)
      expect(stdout).toMatch(
        /^Like Kivy \(europython-2012\/kivy\)\nKey terms: .+, .+\n\n1\. .+\n {3}.+\n {3}Also (by|about) .+\n/,
      )
      expect(stdout).toMatch(/\n\n2\. /)
      expect(stdout).toMatch(/\n\nMore talks are like it \(--page 2\)\.\n$/)
    },
  )

  test('goes on to further pages, and says where there are no more', async () => {
    const first = await run(['--like', 'Kivy', '--limit', '1'])
    const second = await run(['--like', 'Kivy', '--limit', '1', '--page', '2'])
    expect(second.stdout).toMatch(/\n\n2\. /)
    expect(second.stdout).not.toContain(/1\. (.+)/.exec(first.stdout)?.[1])
    expect((await run(['--like', 'Kivy', '--page', '50'])).stdout).toMatch(
      /No further notes resemble it\.\n$/,
    )
  })

  test('with --json, gives key terms, and what each talk shares', async () => {
    const { objects } = await run(['--like', 'Kivy', '--json'])
    expect(objects).toHaveLength(1)
    expect(JSON.parse(objects[0]!)).toMatchObject({
      like: { id: 'europython-2012/kivy', title: 'Kivy' },
      keyTerms: expect.arrayContaining([expect.any(String)]),
      results: expect.arrayContaining([
        expect.objectContaining({
          id: 'europython-2012/kivy-lightning',
          shared: { speakers: expect.any(Array), tags: expect.any(Array), words: expect.any(Array) },
        }),
      ]),
      corpusVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
  })

  test.each([
    ['europython-2012/kivi', 'europython-2012/kivy (“Kivy”)'],
    ['Advanced Flask Paterns', 'europython-2012/advanced-flask-patterns (“Advanced Flask Patterns”)'],
    ['disqus', 'europython-2012/making-disqus-realtime (“Making DISQUS Realtime”)'],
  ])('an unknown talk, %s, is one line with the nearest', async (talk, nearest) => {
    const { exitCode, stdout, stderr } = await run(['--like', talk])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^hallway: no talk has the id or title “.+”\. The nearest: .+\.\n$/)
    expect(stderr).toContain(nearest)
  })
})

test.each([
  [['--limit', '0', 'kivy'], '--limit needs a whole number from 1 to 999, not 0'],
  [['--sort', 'best', 'kivy'], '--sort is one of relevance, newest, oldest, not best'],
  [['kivy', '--page'], '--page needs a value'],
  [['--time-limit', 'soon', 'kivy'], '--time-limit needs a whole number from 1 to 600000, not soon'],
  [['--json=yes', 'kivy'], '--json takes no value'],
  [['--like', 'Kivy', 'games'], '--like takes no question besides: what is "games"?'],
  [['--like', 'Kivy', '--facets'], '--like and --facets do not go together'],
  [['--complete', '--explain', 'ki'], '--complete and --explain do not go together'],
])('%j is refused with a reason', async (argv, reason) => {
  const { exitCode, stderr } = await run(argv)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`hallway ask: ${reason}\nUsage: `)
})

test.each(['help', 'who are you?', 'Hello!'])(
  '%s is answered with what can be asked of these notes',
  async (said) => {
    const corpusFolder = writeFolder(teaCorpus)
    const { exitCode, stdout } = await run([said], { corpusFolder })
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('3 talks of 2 events')])
    const examples = [...stdout.matchAll(/hallway ask "(.+)"\n/g)].map(([, question = '']) => question)
    expect(examples.length).toBeGreaterThan(0)
    for (const question of examples)
      expect((await run([question], { corpusFolder })).stdout).not.toMatch(/say nothing|fits this well/)
  },
)

test('a greeting is answered in a few lines, which name where the rest is', async () => {
  const corpusFolder = writeFolder(teaCorpus)
  const { stdout } = await run(['hi'], { corpusFolder })
  expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(4)
  expect(stdout).toMatch(/^Hi! Ask what you like about the notes of 3 talks of 2 events, for example:\n/)
  expect(stdout).toContain('`npx hallway ask help` says more.\n')
})

test('who sees what is asked is told of the terminal, where nobody else does and nothing is stored', async () => {
  const { stdout } = await run(['is it private?'], { corpusFolder: writeFolder(teaCorpus) })
  expect(stdout).toMatch(/no AI service sees it\. Asked here, a question is not stored/)
  expect(stdout).not.toMatch(/\/talks|channel|week|encrypted/)
})

test('thanks are answered as in Slack, and a wish for a tip with one', async () => {
  const corpusFolder = writeFolder(teaCorpus)
  expect(await run(['thanks!'], { corpusFolder })).toMatchObject({ exitCode: 0, stdout: 'You’re welcome.\n' })
  expect((await run(['ok'], { corpusFolder })).stdout).toMatch(/^Ask me whenever you like, about /)
  for (const wish of ['another tip', 'a tip please', 'give me a tip'])
    expect((await run([wish], { corpusFolder })).stdout).toMatch(/\n {2}\S.*:\d+\n$/)
  expect((await run(['tips on'], { corpusFolder })).stdout).toContain('/talks tips on')
  expect((await run(['tips', 'off'], { corpusFolder })).stdout).toContain('Daily tips appear in Slack')
  expect((await run(['tips for testing queues'], { corpusFolder })).stdout).not.toContain('Daily tips')
})

test('a talk that is an item of a list and no more is shown once, where that item stands', async () => {
  const items = ['Wooden Boats', 'Iron Ships That Float', 'Knots'].map(
    (title, month) => `- 2024-0${month + 1}-15: ${title}\n`,
  )
  const corpusFolder = writeFolder({ 'oarconf-2024/Boat.md': `# My talks\n\n${items.join('')}` })
  const { stdout } = await run(['Wooden', 'Boats'], { corpusFolder })
  expect(stdout).toMatch(/^ {3}Wooden Boats\n/)
  expect(stdout.match(/Wooden Boats/g)).toHaveLength(1)
  expect(stdout).toContain('oarconf-2024/Boat.md:3\n')
})
