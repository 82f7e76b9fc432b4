import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { type Environment, readConfig } from '../src/config.ts'
import { placesOf } from '../src/defaults.ts'

const bot = 'xoxb-1111-2222-abcdefghijkl'
const app = 'xapp-1-A0123-4444-0123456789abcdef'
const signing = '0123456789abcdef0123456789abcdef'

function configOf(env: Environment) {
  const read = readConfig(env)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.config
}

function problemsOf(env: Environment): readonly string[] {
  const read = readConfig(env)
  return 'problems' in read ? read.problems : []
}

test('with nothing set, a local workspace with the usual settings', () => {
  expect(configOf({ PATH: '/bin' })).toEqual({
    connection: { kind: 'local' },
    corpus: 'corpus',
    linksTo: [],
    dataFolder: 'data',
    databaseUrl: undefined,
    host: '127.0.0.1',
    tipGraceMs: 3 * 60 * 60 * 1000,
    port: 3000,
    logLevel: 'info',
    slackApiUrl: undefined,
    warnings: [],
  })
})

test('an empty or blank value counts as not set', () => {
  expect(configOf({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', HALLWAY_PORT: '' }).connection).toEqual({
    kind: 'local',
  })
})

test('bot token and app token: Socket Mode, even where a signing secret is set too', () => {
  const socket = { kind: 'socket', botToken: bot, appToken: app }
  expect(configOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }).connection).toEqual(socket)
  expect(
    configOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing }).connection,
  ).toEqual(socket)
})

test('bot token and signing secret: HTTP', () => {
  const { connection } = configOf({ SLACK_BOT_TOKEN: ` ${bot}\n`, SLACK_SIGNING_SECRET: signing })
  expect(connection).toEqual({ kind: 'http', botToken: bot, signingSecret: signing })
})

test('the settings cannot be changed', () => {
  expect(Object.isFrozen(configOf({}))).toBe(true)
  expect(Object.isFrozen(configOf({}).connection)).toBe(true)
})

test('the API’s address gets its slash', () => {
  const env = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, HALLWAY_SLACK_API_URL: 'http://127.0.0.1:9/api' }
  expect(configOf(env).slackApiUrl).toBe('http://127.0.0.1:9/api/')
})

describe('problems', () => {
  test.each<[Environment, RegExp]>([
    [
      { SLACK_BOT_TOKEN: bot },
      /^SLACK_APP_TOKEN is not set, but SLACK_BOT_TOKEN is\. .*SLACK_SIGNING_SECRET/,
    ],
    [{ SLACK_APP_TOKEN: app }, /^SLACK_BOT_TOKEN is not set, but SLACK_APP_TOKEN is\. .*xoxb-/],
    [{ SLACK_SIGNING_SECRET: signing }, /^SLACK_BOT_TOKEN is not set, but SLACK_SIGNING_SECRET is\./],
    [
      { SLACK_BOT_TOKEN: 'xoxp-1111-2222-abcdefghijkl', SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with xoxp-, 27 characters, which is a person’s token/,
    ],
    [
      { SLACK_BOT_TOKEN: 'secret words', SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with no prefix of a Slack token, 12 characters\. Set it to the bot token/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: app },
      /^SLACK_SIGNING_SECRET begins with xapp-, .*it belongs in SLACK_APP_TOKEN/,
    ],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: signing }, /^SLACK_APP_TOKEN .*looks like a signing secret/],
    [{ HALLWAY_PORT: '70000' }, /^HALLWAY_PORT is "70000"\. Set it to a port from 1 to 65535/],
    [{ HALLWAY_PORT: '0x50' }, /^HALLWAY_PORT is "0x50"\./],
    [{ HALLWAY_TIP_GRACE: '25' }, /^HALLWAY_TIP_GRACE is "25"\. Set it to hours from 0 to 24, such as 3\./],
    [{ HALLWAY_TIP_GRACE: '3h' }, /^HALLWAY_TIP_GRACE is "3h"\./],
    [{ HALLWAY_LOG_LEVEL: 'loud' }, /^HALLWAY_LOG_LEVEL is "loud"\. Set it to error, warn, info or debug\./],
    [{ HALLWAY_SLACK_API_URL: 'slack.com' }, /^HALLWAY_SLACK_API_URL is "slack\.com"\. Set it to an address/],
  ])('%j', (env, problem) => {
    const problems = problemsOf(env)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test('are all told at once', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: app,
      SLACK_APP_TOKEN: bot,
      HALLWAY_PORT: 'http',
      HALLWAY_LOG_LEVEL: 'x',
    })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'HALLWAY_PORT',
      'HALLWAY_LOG_LEVEL',
    ])
    expect(problems[0]).toContain('which is an app-level token: it belongs in SLACK_APP_TOKEN')
    expect(problems[1]).toContain('which is a bot token: it belongs in SLACK_BOT_TOKEN')
  })

  test('never hold a secret', () => {
    const text = problemsOf({
      SLACK_BOT_TOKEN: `${app}`,
      SLACK_APP_TOKEN: 'hunter2hunter2',
      SLACK_SIGNING_SECRET: 'p@ss',
    }).join()
    expect(text).not.toMatch(/A0123|4444|hunter2|p@ss/)
  })
})

describe('warnings', () => {
  test('name the setting that an unknown one was meant to be', () => {
    for (const [given, meant] of [
      ['HALLWAY_PROT', 'HALLWAY_PORT'],
      ['Hallway_CORPS', 'HALLWAY_CORPUS'],
      ['HALLWAY_DATA_DIR', 'HALLWAY_DATA'],
      ['HALLWAY_API_URL', 'HALLWAY_SLACK_API_URL'],
      ['HALLWAY_LOG', 'HALLWAY_LOG_LEVEL'],
    ] as const) {
      expect(configOf({ [given]: '80' }).warnings).toEqual([
        `${given} is not a setting of Hallway, so it does nothing. Did you mean ${meant}?`,
      ])
    }
    expect(configOf({ HALLWAY_X: '1' }).warnings).toEqual([
      'HALLWAY_X is not a setting of Hallway, so it does nothing.',
    ])
  })

  test('name unknown settings beside what is wrong, so that all is mended at once', () => {
    const read = readConfig({ HALLWAY_PORT: 'no', HALLWAY_CORPS: 'x' })
    expect('problems' in read && read.problems).toEqual([
      'HALLWAY_PORT is "no". Set it to a port from 1 to 65535, such as 3000.',
      'HALLWAY_CORPS is not a setting of Hallway, so it does nothing. Did you mean HALLWAY_CORPUS?',
    ])
  })

  test.each(['HALLWAY_SLACK_API_URL', 'DATABASE_URL'])(
    'say where %s is of no use: in the local workspace',
    (name) => {
      expect(configOf({ [name]: 'https://x.example/' }).warnings).toEqual([
        `${name} does nothing as long as no SLACK_ variable is set.`,
      ])
      const slack = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }
      expect(configOf({ ...slack, [name]: 'https://x.example/' }).warnings).toEqual([])
    },
  )
})

describe('the address of the notes', () => {
  test.each(['https://git.example.com/notes/{path}#L{line}', 'http://wiki.example/?file={path}'])(
    'may be %s',
    (url) => {
      expect(configOf({ HALLWAY_NOTES_URL: url }).notesUrl).toBe(url)
    },
  )

  test.each([
    'https://git.example.com/notes',
    'git.example.com/{path}',
    'javascript:alert("{path}")',
    'https://git.example.com/{path}|<!channel>',
    'https://git.example.com/{path}/{lines}',
  ])('is refused with what to set: %s', (url) => {
    expect(problemsOf({ HALLWAY_NOTES_URL: url })).toEqual([
      expect.stringMatching(/^HALLWAY_NOTES_URL is ".+"\. Set it to the address of a note with \{path\}/),
    ])
  })
})

const example = parse(readFileSync(new URL('../.env.example', import.meta.url)))

test('.env.example holds every setting, with the values that are the defaults', () => {
  expect(Object.keys(example).sort()).toEqual([
    'DATABASE_URL',
    'HALLWAY_CORPUS',
    'HALLWAY_DATA',
    'HALLWAY_HOST',
    'HALLWAY_LINKS',
    'HALLWAY_LOG_LEVEL',
    'HALLWAY_MEANING',
    'HALLWAY_MODEL_MIRROR',
    'HALLWAY_NOTES_URL',
    'HALLWAY_PORT',
    'HALLWAY_SLACK_API_URL',
    'HALLWAY_TIP_GRACE',
    'SLACK_APP_TOKEN',
    'SLACK_BOT_TOKEN',
    'SLACK_SIGNING_SECRET',
  ])
  expect(configOf(example)).toEqual(configOf({}))
})

test('the README tells the same settings and defaults', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, table = ''] = /^## Configuration\n(.*?)^## /ms.exec(readme) ?? []
  const rows = [...table.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?[^|]*\|/gm)]
  expect(Object.fromEntries(rows.map(([, name, value = '']) => [name, value]))).toEqual(example)
})

test('the commands that do not talk to Slack find the notes and the state in the same places', () => {
  const database = 'postgresql://localhost/hallway'
  for (const env of [
    {},
    { HALLWAY_CORPUS: ' ', HALLWAY_DATA: '', DATABASE_URL: '' },
    { HALLWAY_CORPUS: ' notes ', HALLWAY_DATA: 'kept', DATABASE_URL: database, HALLWAY_MEANING: 'off' },
  ]) {
    const { corpus, linksTo, dataFolder, databaseUrl, meaning } = configOf(env)
    expect(placesOf(env)).toEqual({ corpusFolder: corpus, linksTo, dataFolder, databaseUrl, meaning })
  }
})

test('HALLWAY_LINKS names folders', () => {
  const read = readConfig({ HALLWAY_LINKS: ['/srv/notes', '', ' ~/team '].join(delimiter) })
  expect('config' in read && read.config.linksTo).toEqual(['/srv/notes', join(homedir(), 'team')])
  expect(placesOf({ HALLWAY_LINKS: '/srv/notes' }).linksTo).toEqual(['/srv/notes'])
})
