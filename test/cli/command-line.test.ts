import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { commands, runSubcommand } from '../../src/cli.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const names = Object.keys(commands)

/** Without notes, database or Slack: a command that got as far as its work would fail with 1. */
async function run(...argv: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const nowhere = temporaryFolder()
  const env = { HALLWAY_CORPUS: `${nowhere}/corpus`, HALLWAY_DATA: `${nowhere}/data` }
  const exitCode = await runSubcommand(argv, { env, stdin: Readable.from([]), stdout, stderr })
  return { exitCode, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
}

describe.each(names)('hallway %s', (name) => {
  test.each([
    ['--no-such-option', 'there is no option --no-such-option'],
    ['--hepl', 'there is no option --hepl; did you mean --help?'],
  ])('refuses %s in one clear line, and exits with 2', async (option, problem) => {
    const { exitCode, out, err } = await run(name, option)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err.split('\n')).toEqual([
      `hallway ${name}: ${problem}`,
      expect.stringMatching(`^Usage: npx hallway ${name}`),
      `“npx hallway ${name} --help” says more.`,
      '',
    ])
  })

  test.each(['--help', '-h'])('says with %s how it is used, and exits with 0', async (option) => {
    const { exitCode, out, err } = await run(name, option)
    expect([exitCode, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^Usage: npx hallway ${name}`))
    expect((await run('help', name)).out).toBe(out)
  })
})

test.each([
  ['start', 'one', 'two'],
  ['ask'],
  ['ask', '--limit'],
  ['ask', '--limit', '0', 'kivy'],
  ['ask', '--like', 'a', '--complete'],
  ['check', 'one', 'two'],
  ['import'],
  ['import', 'one', 'two'],
  ['import', 'one', '--level', 'two'],
  ['import', 'one', '--yes=no'],
  ['import', 'one', '--columns', 'Topic'],
  ['import', 'one', '--columns', 'title=Topic,=Who'],
  ['import', 'one', '--columns', 'title=Topic,zzz=Who'],
  ['tip', 'at', '9'],
  ['tip', 'by'],
  ['tips'],
  ['tips', '--channel'],
  ['tips', '--channel', 'C1', '--next', '0'],
  ['tips', '--channel', 'C1', 'C2'],
  ['tips', '--channel', '#general'],
  ['backup'],
  ['backup', 'one', 'two'],
  ['model', 'gat'],
  ['model', 'get', 'no-such-model'],
  ['model', 'get', '--from'],
  ['eval'],
  ['eval', '--keyz', 'one'],
])('the command line %j %j %j %j cannot be meant, and exits with 2', async (...argv) => {
  const { exitCode, out, err } = await run(...argv)
  expect([exitCode, out]).toEqual([2, ''])
  expect(err).toMatch(new RegExp(`^hallway ${argv[0]}: .+\nUsage: npx hallway ${argv[0]}`))
})

test('what is empty, as of a variable that is not set, stands for no file, folder or value', async () => {
  const tried: string[] = []
  for (const name of names) {
    const { out: help } = await run(name, '--help')
    for (const [, option] of help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+) [A-Z]/gm)) {
      for (const given of [[option!, ''], [`${option}=`]]) {
        // A script that asks page by page knows no version before the first.
        const isTaken = option === '--corpus-version'
        const { exitCode, err } = await run(name, ...given, 'word')
        expect([name, option, exitCode]).toEqual([name, option, isTaken ? 1 : 2])
        if (!isTaken) expect(err).toContain(`hallway ${name}: ${option} needs a value\n`)
      }
      tried.push(`${name} ${option}`)
    }
    if (name === 'ask') continue
    const { exitCode, err } = await run(name, '')
    expect([name, exitCode, err]).toEqual([
      name,
      2,
      expect.stringContaining('is a variable in it not set?\nUsage:'),
    ])
  }
  expect(tried.length).toBeGreaterThanOrEqual(13)
  // A question may be empty: it is answered, as in Slack, by what one can ask.
  expect((await run('ask', '')).exitCode).toBe(1)
})

test.each([
  ['start'],
  ['ask', 'kivy'],
  ['check'],
  ['import', 'nowhere'],
  ['tip'],
  ['tips', '--channel', 'C1'],
  ['backup', 'copy.db'],
  ['model', 'get', '--from', 'nowhere'],
  ['eval', 'nowhere.tsv'],
])('what fails for another reason than its command line exits with 1: %s', async (...argv) => {
  expect((await run(...argv)).exitCode).toBe(1)
})

test('every command is among those that fail for another reason, and those that are refused', () => {
  expect(names).toEqual(['start', 'ask', 'check', 'import', 'tip', 'tips', 'backup', 'model', 'eval'])
})

test.each([
  ['aks', 'there is no command aks; did you mean ask?'],
  ['quetzal', 'there is no command quetzal'],
  ['--versoin', 'there is no option --versoin; did you mean --version?'],
])('hallway %s says so in one clear line', async (word, problem) => {
  const { exitCode, out, err } = await run(word)
  expect([exitCode, out]).toEqual([2, ''])
  expect(err).toBe(`hallway: ${problem}\n“npx hallway --help” lists the commands.\n`)
})

test('a name with spaces that a shell took apart is put right', async () => {
  const { err } = await run('start', 'my', 'notes')
  expect(err).toContain('hallway start: what is “notes”? A name with spaces goes in quotes.\n')
})

test.each(['--version', '-v'])('hallway %s prints the version', async (option) => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await run(option)).toEqual({ exitCode: 0, out: `hallway ${version}\n`, err: '' })
})

test.each([['help'], ['--help'], ['-h'], []])('hallway %s lists the commands', async (...argv) => {
  const { exitCode, out } = await run(...argv)
  expect(exitCode).toBe(0)
  for (const name of names) expect(out).toMatch(new RegExp(`^  npx hallway ${name}\\b`, 'm'))
})

test.each([
  [
    'ask',
    [
      'limit',
      'page',
      'sort',
      'facets',
      'explain',
      'exact',
      'time-limit',
      'corpus-version',
      'json',
      'like',
      'complete',
    ],
  ],
  ['import', ['event', 'into', 'level', 'columns', 'yes', 'force']],
  ['tips', ['channel', 'next']],
  ['model', ['from']],
  ['eval', ['compare']],
])('hallway %s --help tells its options, a line each', async (command, options) => {
  const { out } = await run(command, '--help')
  for (const option of options) expect(out).toMatch(new RegExp(`^ .*--${option}\\b.* {2,}\\S`, 'm'))
})

test.each(['check', 'start'])(
  'hallway %s says where it looked for a folder that is not there',
  async (name) => {
    const { exitCode, out, err } = await run(name, '../no-such-notes')
    expect(exitCode).toBe(1)
    expect(out + err).toBe(
      `${resolve('../no-such-notes')} does not exist. Create it, or name the folder of your notes.\n`,
    )
  },
)

test('a file in the place of the folder of notes is told with the folder that it lies in', async () => {
  const { exitCode, out } = await run('check', 'README.md')
  expect([exitCode, out]).toEqual([
    1,
    `${resolve('README.md')} is a file, not a folder. Name the folder of your notes, such as ${process.cwd()}.\n`,
  ])
})
