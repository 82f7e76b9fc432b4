import { once } from 'node:events'
import { PassThrough, Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { ask } from '../../src/cli/ask.ts'
import { newDataFolder } from '../data-folder.ts'

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
