import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { evaluate, measure, type Outcome, parseJudgedQuestions } from '../../src/cli/eval.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const dataFolder = temporaryFolder()
const folder = temporaryFolder()

async function run(argv: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += chunk
        done()
      },
    })
  const streams = { stdin: Readable.from([]), stdout: sink('stdout'), stderr: sink('stderr') }
  return { exitCode: await evaluate({ argv, corpusFolder: 'corpus', dataFolder, ...streams }), ...written }
}

test('prints shares a style and overall, and the misses with what came first', async () => {
  const file = join(folder, 'queries.tsv')
  await writeFile(
    file,
    'keyword\tbitcoin\tdjango-bitcoin\nkeyword\tcubes\teuropython-2012/kivy\nnone\tterraform\t-\n',
  )
  const { exitCode, stdout } = await run([file])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^keyword +2 +0\.500 +0\.500 +0\.500 +1\.000 +–$/m)
  expect(stdout).toMatch(/^none +1 +– +– +– +– +1\.000$/m)
  expect(stdout).toMatch(/^all +3 /m)
  expect(stdout).toContain('[keyword] cubes\n    expected europython-2012/kivy; found: europython-2012/cubes')
})

test('names bad lines by number and still measures the good ones', async () => {
  const file = join(folder, 'bad.tsv')
  await writeFile(file, 'keyword\tbitcoin\tdjango-bitcoin\nno tabs here\n')
  const { exitCode, stdout, stderr } = await run([file])
  expect(exitCode).toBe(1)
  expect(stderr).toBe(`${file}:2: expected style, question and ids separated by tabs, but found 1 columns\n`)
  expect(stdout).toMatch(/^all +1 +1\.000/m)
})

test('a missing file, and no file, are said', async () => {
  expect(await run([join(folder, 'none.tsv')])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('ENOENT'),
  })
  expect(await run([])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage') })
})

test('reads ids with and without event, several of them, CRLF, comments and empty lines', () => {
  const { questions, problems } = parseJudgedQuestions(
    '# note\r\n\r\nspeaker\tMartelli\ta|e/b\r\nnone\tx\t-\r\n',
  )
  expect(problems).toEqual([])
  expect(questions).toEqual([
    { style: 'speaker', question: 'Martelli', expected: ['a', 'e/b'] },
    { style: 'none', question: 'x', expected: [] },
  ])
})

test('measures ranks over questions with an answer, and abstaining over the others', () => {
  const outcome = (rank: number, kind: Outcome['kind'], expected = ['a']): Outcome => ({
    judged: { style: 's', question: 'q', expected },
    rank,
    kind,
    first: [],
  })
  const outcomes = [outcome(1, 'found'), outcome(2, 'unsure'), outcome(0, 'none'), outcome(0, 'unsure', [])]
  expect(measure(outcomes)).toEqual({
    answerable: 3,
    first: 1 / 3,
    firstThree: 2 / 3,
    reciprocalRank: 0.5,
    found: 1 / 3,
    unanswerable: 1,
    abstained: 1,
  })
})
