import { once } from 'node:events'
import { PassThrough, Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { ask } from '../../src/cli/ask.ts'
import { newDataFolder } from '../data-folder.ts'
import { teaCorpus, teaNote, writeFolder } from '../notes/tea-corpus.ts'

const dataFolder = newDataFolder()

async function run(argv: readonly string[], { input = '', corpusFolder = 'corpus' } = {}) {
  const written = { stdout: '', stderr: '' }
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += chunk
        done()
      },
    })
  const streams = { stdin: Readable.from([input]), stdout: sink('stdout'), stderr: sink('stderr') }
  const exitCode = await ask({ argv, corpusFolder, dataFolder, ...streams })
  return { exitCode, ...written, objects: written.stdout.split('\n').filter(Boolean) }
}

test('prints the talk, who gave it, a passage, its links and where it stands', async () => {
  const { exitCode, stdout } = await run(['how', 'many', 'users', 'did', 'disqus', 'realtime', 'handle?'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('1. Making DISQUS Realtime')
  expect(stdout).toContain('Adam Hitchcock (@NorthIsUp) · EuroPython 2012 · talk')
  expect(stdout).toMatch(/Video of the talk: https:\/\//)
  expect(stdout).toMatch(/ {3}corpus\/europython-2012\/making-disqus-realtime\.md:\d+/)
})

test('prints the date of a talk that has its own', async () => {
  const lids = teaNote('Lids').replace('tags:', 'date: 1999-04-02\ntags:')
  const corpusFolder = await writeFolder({ ...teaCorpus, 'potcon/lids.md': lids })
  const { stdout } = await run(['lids'], { corpusFolder })
  expect(stdout).toContain('   PotCon · 1999-04-02 · talk\n')
  const { objects } = await run(['--json', 'lids'], { corpusFolder })
  expect(JSON.parse(objects[0]!).results[0]).toMatchObject({ event: 'PotCon', date: '1999-04-02' })
})

test('says why there is no answer, and what to try', async () => {
  const { exitCode, stdout } = await run(['vacation policy'])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^The notes say nothing about this\.\n\nTry .+\./)
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
  expect(exitCode).toBe(1)
  expect(stderr).toContain('Usage: hallway ask "question"')
})

test('a folder without notes is one clear line', async () => {
  const { exitCode, stderr, stdout } = await run(['kivy'], { corpusFolder: 'no/such/folder' })
  expect(exitCode).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^hallway: there is nothing to search in no\/such\/folder: .+\n$/)
})

test('points at what could not be read, and shows what was meant instead', async () => {
  const { stdout } = await run(['speaker:cramr testing'])
  expect(stdout).toContain('  speaker:cramr testing\n          ^^^^^ No talk has the speaker “cramr”.')
  expect(stdout).toContain('Showing results for: speaker:"David Cramer" testing')
})

test('keeps the quotes that the shell takes away', async () => {
  const { stdout } = await run(['speaker:Alex Martelli', 'forgiveness'])
  expect(stdout).toMatch(/^1\. Permission or Forgiveness\n/)
})

test('goes on to a page, in an order, and says how the talks divide', async () => {
  const first = await run(['--limit', '2', '--sort=newest', '--facets', 'kind:lightning'])
  expect(first.stdout).toMatch(/ more talks match \(--page 2 --corpus-version [0-9a-f]{12}\)\.\n$/)
  expect(first.stdout).toContain('kind:lightning (')
  const second = await run(['--limit', '2', '--sort=newest', '--page', '2', 'kind:lightning'])
  expect(second.stdout).toMatch(/^3\. /)
})

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

test('with --complete, lists what begins so', async () => {
  expect((await run(['--complete', 'marte'])).stdout).toBe('speaker:"Alex Martelli"\n')
})

test.each([
  [['--limit', '0', 'kivy'], '--limit needs a whole number from 1 to 999, not 0'],
  [['--sort', 'best', 'kivy'], '--sort is one of relevance, newest, oldest, not best'],
  [['kivy', '--page'], '--page needs a value'],
])('%j is refused with a reason', async (argv, reason) => {
  const { exitCode, stderr } = await run(argv)
  expect(exitCode).toBe(1)
  expect(stderr).toContain(`hallway ask: ${reason}\nUsage: `)
})
