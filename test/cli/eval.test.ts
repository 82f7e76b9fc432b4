import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { curveOf } from '../../src/cli/eval/curve.ts'
import { evaluate } from '../../src/cli/eval/eval.ts'
import { type JudgedOutcome, measure } from '../../src/cli/eval/judge.ts'
import { parseJudgedQuestions } from '../../src/cli/eval/judged-questions.ts'
import { collecting } from '../helpers/collecting.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const dataFolder = temporaryFolder()
const folder = temporaryFolder()

async function run(argv: readonly string[]) {
  const [stdout, stderr] = [collecting(), collecting()]
  const streams = { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream }
  const exitCode = await evaluate({ argv, corpusFolder: 'corpus', dataFolder, ...streams })
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
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
  expect(stderr).toBe(
    `${file}:2: expected style, question, ids and perhaps a pattern, separated by tabs, but found 1 column\n`,
  )
  expect(stdout).toMatch(/^all +1 +1\.000/m)
})

test('of a file of another form the first lines are named, and nothing is measured', async () => {
  const file = join(folder, 'other.tsv')
  await writeFile(file, 'no tabs here\n'.repeat(25))
  const { exitCode, stdout, stderr } = await run([file])
  const lines = stderr.trimEnd().split('\n')
  expect([exitCode, stdout, lines.length]).toEqual([1, '', 11])
  expect(lines.at(-1)).toBe(`${file}: and 15 more lines like these`)
})

test('a missing file, and no file, are said', async () => {
  expect(await run([join(folder, 'none.tsv')])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^hallway eval: .*none\.tsv does not exist \(.+\)\n$/),
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
  const outcome = (rank: number, kind: JudgedOutcome['kind'], expected = ['a']): JudgedOutcome => ({
    judged: { style: 's', question: 'q', expected },
    rank,
    kind,
    confidence: 1,
    first: [],
    isQuoted: false,
    isShown: false,
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
    keyed: 0,
    quoted: Number.NaN,
    shown: Number.NaN,
  })
})

test('prints how often the quotation answers, and which do not', async () => {
  const file = join(folder, 'keys.tsv')
  await writeFile(
    file,
    'why\tWhy was Flask-Cache of little use?\tdiving-into-flask\tnon-cacheable\nwhy\tWhy was Flask-Cache of little use?\tdiving-into-flask\tpenguins\n',
  )
  const { exitCode, stdout } = await run(['--keys', file])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^why +2 .* 0\.500 +0\.500$/m)
  expect(stdout).toContain('the quotation lacks penguins')
  expect(stdout).not.toContain('non-cacheable')
})

test('a pattern that is none is named with its line', async () => {
  const file = join(folder, 'pattern.tsv')
  await writeFile(file, 'why\tx\ta\t(\n')
  expect((await run(['--keys', file])).stderr).toBe(`${file}:1: ( is no regular expression\n`)
})

test('draws the curve of what is found rightly and wrongly, also of notes whose talks are taken away', async () => {
  const file = join(folder, 'curve.tsv')
  await writeFile(
    file,
    'keyword\tKivy multi-touch\tkivy|kivy-lightning\nkeyword\tHarald Armin Massa\tbecoming-a-better-programmer\nnone\tterraform\t-\n',
  )
  const { stdout } = await run(['--curve', '--take-away', file])
  expect(stdout).toMatch(/^taken away +2 +– +– +– +– +1\.000$/m)
  expect(stdout).toMatch(/^ +0\.50 +1\.000 +\d\.\d{3}$/m)
  expect(stdout).toMatch(/^ +\d\.\d\d +\d\.\d{3} +0\.000 <- found from here on$/m)
  expect(stdout).toMatch(/^area under the curve: 1\.000$/m)
})

test('the curve falls, and its area is what chance and certainty make it', () => {
  const outcome = (confidence: number, hasAnswer: boolean): JudgedOutcome => ({
    judged: { style: 's', question: 'q', expected: hasAnswer ? ['a'] : [] },
    rank: 1,
    kind: 'unsure',
    confidence,
    first: [],
    isQuoted: false,
    isShown: false,
  })
  const from = (right: readonly number[], wrong: readonly number[]) =>
    curveOf(
      [...right.map((one) => outcome(one, true)), ...wrong.map((one) => outcome(one, false))],
      [0, 1, 2],
    )
  expect(from([1, 2], [0, 0])).toMatchObject({
    area: 1,
    points: [
      { answered: 1, wrong: 1 },
      { answered: 1, wrong: 0 },
      { answered: 0.5, wrong: 0 },
    ],
  })
  expect(from([1], [1])?.area).toBe(0.5)
  expect(from([0], [1])?.area).toBe(0)
  expect(from([], [1])).toBeUndefined()
})
