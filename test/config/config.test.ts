import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { type Environment, type Variable, variables } from '../../src/config/variables.ts'
import { readCommandSettings } from '../../src/defaults.ts'

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
    corpusFor: 'all',
    dataFolder: 'data',
    databaseUrl: undefined,
    search: undefined,
    host: '127.0.0.1',
    tipGraceMs: 3 * 60 * 60 * 1000,
    port: 3000,
    logLevel: 'info',
    logFormat: 'text',
    slowMs: 2000,
    drainMs: 0,
    notesGit: undefined,
    status: undefined,
    isTraced: false,
    secrets: [],
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

describe('several workspaces', () => {
  const key = Buffer.alloc(32, 1).toString('base64')
  const older = Buffer.alloc(32, 2).toString('base64url')
  const many = {
    SLACK_CLIENT_ID: '1111.2222',
    SLACK_CLIENT_SECRET: '0123456789abcdef',
    SLACK_SIGNING_SECRET: signing,
    HALLWAY_TOKEN_KEY: `${key}, ${older}`,
  }

  test('are served with what their app has, and the keys of their tokens', () => {
    const config = configOf(many)
    expect(config.connection).toEqual({
      kind: 'many',
      clientId: '1111.2222',
      clientSecret: '0123456789abcdef',
      signingSecret: signing,
      tokenKeys: [key, older],
    })
    expect(config.corpusFor).toBe('all')
    expect(config.warnings).toEqual([])
    for (const secret of ['0123456789abcdef', signing, key, older]) expect(config.secrets).toContain(secret)
  })

  test('share the notes only if that is said, once there are folders for them', () => {
    const corpora = { ...many, HALLWAY_CORPORA: 'corpora' }
    expect(configOf(corpora).corpusFor).toEqual([])
    expect(configOf({ ...corpora, HALLWAY_CORPUS_FOR: 'all' }).corpusFor).toBe('all')
    expect(configOf({ ...corpora, HALLWAY_CORPUS_FOR: 'T01, E02' }).corpusFor).toEqual(['T01', 'E02'])
  })

  test.each<[Environment, RegExp]>([
    [{ SLACK_CLIENT_SECRET: '' }, /^SLACK_CLIENT_SECRET is not set, but SLACK_CLIENT_ID is, .*client secret/],
    [{ SLACK_SIGNING_SECRET: '' }, /^SLACK_SIGNING_SECRET is not set, but SLACK_CLIENT_ID is/],
    [{ HALLWAY_TOKEN_KEY: '' }, /^HALLWAY_TOKEN_KEY is not set, .*openssl rand -base64 32/],
    [
      { HALLWAY_TOKEN_KEY: `${key},short` },
      /^HALLWAY_TOKEN_KEY holds 2 keys of 50 characters together\. Set it/,
    ],
    [{ SLACK_BOT_TOKEN: bot }, /^SLACK_BOT_TOKEN is for one workspace, and SLACK_CLIENT_ID for several/],
    [
      { SLACK_CLIENT_SECRET: 'hunter2' },
      /^SLACK_CLIENT_SECRET holds 7 characters\. Set it to the client secret/,
    ],
    [
      { SLACK_CLIENT_ID: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
      /^SLACK_CLIENT_ID holds 32 characters, and looks like a client secret\. Set it to the client ID, numbers with a dot between/,
    ],
    [{ SLACK_CLIENT_ID: '"0a1b2c3d4e5f60718293a4b5c6d7e8f9"' }, /^SLACK_CLIENT_ID holds 34 characters\. /],
    [{ SLACK_CLIENT_ID: '123 456' }, /^SLACK_CLIENT_ID is "123 456"\. /],
    [
      { HALLWAY_CORPUS_FOR: '../T01' },
      /^HALLWAY_CORPUS_FOR is "\.\.\/T01"\. Set it to the ids of workspaces/,
    ],
  ])('%j is one problem', (env, problem) => {
    const problems = problemsOf({ ...many, ...env })
    expect(problems).toEqual([expect.stringMatching(problem)])
    expect(problems.join()).not.toMatch(/hunter2|AQEB|0a1b/)
  })

  test('have settings that do nothing for one', () => {
    expect(configOf({ HALLWAY_CORPORA: 'corpora' }).warnings).toEqual([
      'HALLWAY_CORPORA does nothing unless Hallway serves several workspaces (SLACK_CLIENT_ID).',
    ])
    expect(configOf({ ...many, HALLWAY_CORPUS_FOR: 'all' }).warnings).toEqual([
      'HALLWAY_CORPUS_FOR does nothing without HALLWAY_CORPORA: all workspaces are answered from HALLWAY_CORPUS.',
    ])
    const links = { HALLWAY_CORPORA: 'corpora', HALLWAY_NOTES_URL: 'https://git.example.com/{path}' }
    expect(configOf({ ...many, ...links }).warnings).toEqual([
      'HALLWAY_NOTES_URL does nothing with HALLWAY_CORPORA: it is one address for one folder of notes.',
    ])
  })
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
      /^SLACK_BOT_TOKEN begins with no prefix of a Slack token and has 12 characters, of which number 7 is U\+0020, which no token has\. Set it to the bot token/,
    ],
    [
      { SLACK_BOT_TOKEN: `“${bot}”`, SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with no prefix .*, of which number 1 is “ \(U\+201C\), which no token has\. Set it/,
    ],
    [
      { SLACK_BOT_TOKEN: `${bot}"`, SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with xoxb-, .*is " \(U\+0022\), which no token has\. Set it/,
    ],
    [
      { SLACK_BOT_TOKEN: `${bot},`, SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with xoxb-, .*is , \(U\+002C\), which no token has\. Set it/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: `${app}/` },
      /^SLACK_APP_TOKEN begins with xapp-, .*is \/ \(U\+002F\), which no token has\. Set it/,
    ],
    [
      { SLACK_BOT_TOKEN: `${bot}!`, SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN begins with xoxb-, .*is U\+0021, which no token has\. Set it/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: 'xoxp-1' },
      /^SLACK_APP_TOKEN begins with xoxp-, 6 characters, which is a person’s token\. Set it to the app-level token/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: app },
      /^SLACK_SIGNING_SECRET begins with xapp-, .*it belongs in SLACK_APP_TOKEN/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'copied-by-half' },
      /^SLACK_SIGNING_SECRET holds 14 characters\. Set it to the signing secret, 16 letters and digits or more: /,
    ],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: signing }, /^SLACK_APP_TOKEN .*looks like a signing secret/],
    [{ HALLWAY_DATA: '"/srv/tips"' }, /^HALLWAY_DATA is ""\/srv\/tips""\. Set it to a folder without quotes/],
    [{ HALLWAY_DATA: "'tips'" }, /^HALLWAY_DATA is "'tips'"\./],
    [{ HALLWAY_PORT: '70000' }, /^HALLWAY_PORT is "70000"\. Set it to a port from 1 to 65535/],
    [{ HALLWAY_PORT: '0x50' }, /^HALLWAY_PORT is "0x50"\./],
    [{ HALLWAY_TIP_GRACE: '25' }, /^HALLWAY_TIP_GRACE is "25"\. Set it to hours from 0 to 24, such as 3\./],
    [{ HALLWAY_TIP_GRACE: '3h' }, /^HALLWAY_TIP_GRACE is "3h"\./],
    [{ HALLWAY_LOG_LEVEL: 'loud' }, /^HALLWAY_LOG_LEVEL is "loud"\. Set it to error, warn, info or debug\./],
    [{ HALLWAY_NOTES_GIT: 'ext::sh -c id' }, /^HALLWAY_NOTES_GIT cannot be meant\. Set it to the address/],
    [{ HALLWAY_NOTES_GIT: '--upload-pack=id' }, /^HALLWAY_NOTES_GIT cannot be meant\./],
    [
      { HALLWAY_SEARCH_URL: 'http://ann:s3@cret@a?b' },
      /^(?!.*cret)HALLWAY_SEARCH_URL is "http:\/\/…@a\?b"\./,
    ],
    [{ HALLWAY_NOTES_GIT: 'https://me:s3cret@git x' }, /^(?!.*s3cret)HALLWAY_NOTES_GIT cannot be meant\./],
    [
      { HALLWAY_NOTES_GIT: 'https://me:s3cret/word@git.example.com/x.git' },
      /^(?!.*s3cret)HALLWAY_NOTES_GIT cannot/,
    ],
    [
      { HALLWAY_SEARCH_URL: 'https://a.example/?api-key=s3cret&plain=1' },
      /^(?!.*s3cret)HALLWAY_SEARCH_URL is "https:\/\/a\.example\/\?api-key=…&plain=1"\./,
    ],
    [
      { HALLWAY_SLACK_API_URL: 'https://proxy.example/api/?key=s3cret' },
      /^(?!.*s3cret)HALLWAY_SLACK_API_URL is/,
    ],
    [{ HALLWAY_NOTES_BRANCH: '--force' }, /^HALLWAY_NOTES_BRANCH is "--force"\./],
    [{ HALLWAY_NOTES_FOLDER: '../elsewhere' }, /^HALLWAY_NOTES_FOLDER is "\.\.\/elsewhere"\./],
    [{ HALLWAY_NOTES_FOLDER: '/etc' }, /^HALLWAY_NOTES_FOLDER is "\/etc"\./],
    [{ HALLWAY_NOTES_PULL: '1' }, /^HALLWAY_NOTES_PULL is "1"\. Set it to seconds from 5 to 86400/],
    [{ HALLWAY_NOTES_SECRET: 'short' }, /^(?!.*short)HALLWAY_NOTES_SECRET cannot be meant\./],
    [{ HALLWAY_DRAIN_SECONDS: '301' }, /^HALLWAY_DRAIN_SECONDS is "301"\./],
    [{ HALLWAY_LOG_FORMAT: 'xml' }, /^HALLWAY_LOG_FORMAT is "xml"\. Set it to text or json\./],
    [{ HALLWAY_SLOW_MS: '2s' }, /^HALLWAY_SLOW_MS is "2s"\. Set it to milliseconds/],
    [{ HALLWAY_STATUS_PORT: '0' }, /^HALLWAY_STATUS_PORT is "0"\. Set it to a port from 1 to 65535/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318"\./],
    [{ HALLWAY_SLACK_API_URL: 'slack.com' }, /^HALLWAY_SLACK_API_URL is "slack\.com"\. Set it to an address/],
  ])('%j', (env, problem) => {
    const problems = problemsOf(env)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test.each(['0', '00', '6000.0', '0x17', '6e3'])('say once that %s is no port', (port) => {
    expect(problemsOf({ HALLWAY_PORT: port })).toEqual([
      `HALLWAY_PORT is "${port}". Set it to a port from 1 to 65535, such as 3000.`,
    ])
  })

  test.each(['1', '5060', '6000', '06000', '10080'])(
    'say of port %s, on which browsers open no page, to take one on which they do',
    (port) => {
      expect(problemsOf({ HALLWAY_PORT: port })).toEqual([
        `HALLWAY_PORT is "${port}", on which browsers open no page. Set it to one on which they do, such as 3000.`,
      ])
    },
  )

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

  test.each([
    ['HALLWAY_SEARCH_URL', 'me:hunter2@search.example.com:9200'],
    ['HALLWAY_SEARCH_URL', 'https://me:hun/ter2@search.example.com:9200'],
    ['HALLWAY_SEARCH_URL', 'https://me:hun,hunter2@search.example.com:9200'],
    ['HALLWAY_SEARCH_URL', 'https://me:hun hunter2@search.example.com:x'],
    ['HALLWAY_SEARCH_API_KEY', 'hunter2€'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'me:hunter2@collector.example.com'],
    ['HALLWAY_SLACK_API_URL', 'ftp://me:hunter2@proxy.example.com'],
    ['HALLWAY_MODEL_MIRROR', 'https:/\\me:hunter2@@'],
    ['HALLWAY_NOTES_URL', 'me:hunter2@git.example.com'],
    ['HALLWAY_NOTES_URL', 'https://me:hunter2@git.example.com/{path}#L{line}'],
    ['HALLWAY_NOTES_URL', 'https://hunter2@git.example.com/{path}'],
  ])('never hold the credentials of a wrong %s', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems.join()).not.toMatch(/hun/)
  })

  test.each([
    ['SLACK_BOT_TOKEN', `${bot}\u200b`, '200B'],
    ['SLACK_BOT_TOKEN', `xoxb-\u00e9${bot.slice(5)}`, '00E9'],
    ['SLACK_APP_TOKEN', `xapp-\u0007${app.slice(5)}`, '0007'],
    ['SLACK_APP_TOKEN', `xapp-\u{1f600}${app.slice(5)}`, '1F600'],
    ['HALLWAY_SEARCH_API_KEY', 'a…z', '2026'],
  ] as const)('name the character that no header can carry: %s, %j', (name, value, code) => {
    const problems = problemsOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, [name]: value })
    expect(problems).toEqual([
      expect.stringMatching(`^${name} .* is U\\+${code}, which no token has\\. Set it`),
    ])
    expect(problems[0]).not.toContain('belongs')
  })
})

test('credentials in an address, and other secrets, are kept out of the log', () => {
  const { secrets } = configOf({
    DATABASE_URL: 'postgresql://me:first-word@localhost/x',
    HALLWAY_NOTES_GIT: 'https://reader:second-word@git.example.com/notes.git',
    HALLWAY_NOTES_SECRET: 'third-word-of-all',
    OTEL_EXPORTER_OTLP_HEADERS: 'api-key=fourth-word,tenant=fifth-word',
    SLACK_BOT_TOKEN: bot,
    SLACK_APP_TOKEN: app,
  })
  const words = ['first-word', 'second-word', 'third-word-of-all', 'fourth-word', 'fifth-word', bot, app]
  expect(secrets).toEqual(expect.arrayContaining(words))
})

test('of an address too that takes its key behind a question mark, and of one that leads elsewhere', () => {
  const { secrets } = configOf({
    HALLWAY_NOTES_GIT: 'https://git.example.com/notes.git?private_token=first-word&ref=production',
    HALLWAY_SLACK_API_URL: 'https://me:second-word@proxy.example/api',
    HALLWAY_MODEL_MIRROR: 'https://me:third-word@models.example/?key=fourth-word',
  })
  expect(secrets).toEqual(expect.arrayContaining(['first-word', 'second-word', 'third-word', 'fourth-word']))
  expect(secrets).not.toContain('production')
})

test.each(['%ff', '%c3%28', '%zz'])('a password of %s is taken as it stands', (password) => {
  const { secrets } = configOf({ DATABASE_URL: `postgresql://me:word-${password}@localhost/x` })
  expect(secrets).toEqual([`word-${password}`])
})

test('of a cluster too', () => {
  const { search } = configOf({ HALLWAY_SEARCH_URL: 'https://me:%ff@search.example:9200' })
  expect(search).toMatchObject({ credentials: { password: '%ff' } })
})

test('notes from a repository are in its copy, and the commands find them there', () => {
  const env = { HALLWAY_NOTES_GIT: 'git@git.example.com:team/notes.git', HALLWAY_NOTES_FOLDER: 'docs/talks/' }
  const { corpus, notesGit } = configOf(env)
  expect(notesGit).toMatchObject({ url: env.HALLWAY_NOTES_GIT, folder: 'docs/talks', pullMs: 60_000 })
  expect(corpus).toMatch(/^data.notes.[0-9a-f]{12}.docs.talks.?$/)
  expect(readCommandSettings(env).corpusFolder).toBe(corpus)
  const other = configOf({ ...env, HALLWAY_NOTES_BRANCH: 'talks' })
  expect(other.notesGit?.copy).not.toBe(notesGit?.copy)
})

describe('warnings', () => {
  test('name settings that do nothing as things are', () => {
    expect(configOf({ HALLWAY_HOST: '0.0.0.0' }).warnings).toEqual([
      expect.stringMatching(/^HALLWAY_HOST does nothing/),
    ])
    expect(configOf({ HALLWAY_NOTES_FOLDER: 'talks' }).warnings).toEqual([
      'HALLWAY_NOTES_FOLDER does nothing as long as HALLWAY_NOTES_GIT is not set.',
    ])
    expect(configOf({ HALLWAY_STATUS_HOST: '0.0.0.0' }).warnings).toEqual([
      'HALLWAY_STATUS_HOST does nothing as long as HALLWAY_STATUS_PORT is not set.',
    ])
    const socket = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, HALLWAY_HOST: '0.0.0.0' }
    expect(configOf(socket).warnings).toEqual([])
  })

  test('name the setting that an unknown one was meant to be', () => {
    for (const [given, meant] of [
      ['HALLWAY_PROT', 'HALLWAY_PORT'],
      ['Hallway_CORPS', 'HALLWAY_CORPUS'],
      ['HALLWAY_DATA_DIR', 'HALLWAY_DATA'],
      ['HALLWAY_API_URL', 'HALLWAY_SLACK_API_URL'],
      ['HALLWAY_LOG', 'HALLWAY_LOG_LEVEL'],
      ['SLACK_BOT_TOKE', 'SLACK_BOT_TOKEN'],
      ['slack_app_token', 'SLACK_APP_TOKEN'],
      ['SLACK_SIGNINGSECRET', 'SLACK_SIGNING_SECRET'],
      ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
    ] as const) {
      expect(configOf({ [given]: '80' }).warnings).toEqual([
        `${given} is not a setting of Hallway, so it does nothing. Did you mean ${meant}?`,
      ])
    }
    expect(configOf({ HALLWAY_X: '1' }).warnings).toEqual([
      'HALLWAY_X is not a setting of Hallway, so it does nothing.',
    ])
    expect(configOf({ SLACK_WEBHOOK_URL: 'https://hooks.example', SLACK_CHANNEL: '#ops' }).warnings).toEqual(
      [],
    )
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

/** A value of each setting that is not its default. */
const other: Readonly<Record<Variable, string>> = {
  SLACK_BOT_TOKEN: bot,
  SLACK_APP_TOKEN: app,
  SLACK_SIGNING_SECRET: signing,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: signing,
  HALLWAY_TOKEN_KEY: `${'A'.repeat(43)}=`,
  HALLWAY_CORPORA: 'corpora',
  HALLWAY_CORPUS_FOR: 'T012AB34CD',
  HALLWAY_CORPUS: 'notes',
  HALLWAY_DATA: 'state',
  DATABASE_URL: 'postgresql://db.example/hallway',
  HALLWAY_SEARCH_URL: 'https://search.example.com',
  HALLWAY_SEARCH_API_KEY: 'api-key',
  HALLWAY_SEARCH_CA: 'ca.pem',
  HALLWAY_SEARCH_INDEX: 'notes',
  HALLWAY_OWN_INDEX: '7',
  HALLWAY_MEANING: 'off',
  HALLWAY_MODEL_MIRROR: 'https://models.example.com/',
  HALLWAY_TIP_GRACE: '7',
  HALLWAY_PORT: '7777',
  HALLWAY_HOST: '0.0.0.0',
  HALLWAY_LOG_LEVEL: 'debug',
  HALLWAY_LOG_FORMAT: 'json',
  HALLWAY_SLOW_MS: '7',
  HALLWAY_STATUS_PORT: '7777',
  HALLWAY_STATUS_HOST: '0.0.0.0',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  OTEL_EXPORTER_OTLP_HEADERS: 'api-key=seven',
  HALLWAY_NOTES_GIT: 'https://git.example.com/notes.git',
  HALLWAY_NOTES_BRANCH: 'talks',
  HALLWAY_NOTES_FOLDER: 'talks',
  HALLWAY_NOTES_PULL: '7',
  HALLWAY_NOTES_SECRET: signing,
  HALLWAY_DRAIN_SECONDS: '7',
  HALLWAY_SLACK_API_URL: 'https://proxy.example.com/',
  HALLWAY_LINKS: '/srv/shared',
  HALLWAY_NOTES_URL: 'https://git.example.com/{path}',
}

const many = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'HALLWAY_TOKEN_KEY'] as const
const modes: readonly (readonly [string, readonly Variable[]])[] = [
  ['the local workspace', []],
  ['Socket Mode', ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ['HTTP', ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
  ['several workspaces', many],
]

/** What changes nothing in the configuration though it is heeded, and what images set in each mode. */
const silentByRight: Readonly<Partial<Record<Variable, (env: Environment) => boolean>>> = {
  // `hallway model get` reads it.
  HALLWAY_MODEL_MIRROR: () => true,
  // OpenTelemetry's own exporter reads them.
  OTEL_EXPORTER_OTLP_HEADERS: (env) => env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
  HALLWAY_CORPUS: (env) => env.HALLWAY_NOTES_GIT !== undefined,
}

test.each(modes)('for %s each setting changes something, or is told to do nothing', (_, needed) => {
  const envOf = (names: readonly Variable[]) => Object.fromEntries(names.map((name) => [name, other[name]]))
  const told = (env: Environment) => {
    const read = readConfig(env)
    if ('problems' in read) return undefined
    const { warnings, secrets: _secrets, ...rest } = read.config
    return { warnings, rest: JSON.stringify(rest) }
  }
  const silent: string[] = []
  let tried = 0
  for (const name of variables)
    for (const beside of [undefined, ...variables]) {
      if (name === beside || needed.includes(name)) continue
      const without = envOf([...needed, ...(beside === undefined ? [] : [beside])])
      const [before, after] = [told(without), told({ ...without, [name]: other[name] })]
      if (before === undefined || after === undefined) continue
      tried += 1
      const reasons = after.warnings.filter((line) => line.startsWith(`${name} does nothing `))
      expect(reasons.length).toBeLessThanOrEqual(1)
      if (before.rest !== after.rest || reasons.length > 0) continue
      if (silentByRight[name]?.(without)) continue
      silent.push(`${name}${beside ? ` beside ${beside}` : ''}`)
    }
  expect(tried).toBeGreaterThan(500)
  expect(silent).toEqual([])
})

test('nothing is told of settings that do something, nor of what images set for every mode', () => {
  const image = {
    HALLWAY_CORPUS: '/notes',
    HALLWAY_DATA: '/data',
    HALLWAY_STATUS_PORT: '9464',
    HALLWAY_HOST: '0.0.0.0',
  }
  const socket = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }
  for (const env of [
    { ...image, ...socket, HALLWAY_STATUS_HOST: '0.0.0.0', HALLWAY_DRAIN_SECONDS: '5' },
    { ...image, ...socket, HALLWAY_NOTES_GIT: 'https://git.example.com/notes.git', HALLWAY_NOTES_PULL: '30' },
    { ...socket, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_EXPORTER_OTLP_HEADERS: 'a=b' },
    {
      ...socket,
      HALLWAY_SEARCH_URL: 'https://search.example.com',
      HALLWAY_OWN_INDEX: '0',
      HALLWAY_MEANING: 'off',
    },
    // The default, written down: as in .env.example.
    { ...socket, HALLWAY_NOTES_PULL: '60', HALLWAY_OWN_INDEX: '100000', HALLWAY_SEARCH_INDEX: ' hallway ' },
    {
      ...Object.fromEntries(many.map((name) => [name, other[name]])),
      HALLWAY_CORPORA: 'corpora',
      HALLWAY_CORPUS_FOR: 'all',
      HALLWAY_NOTES_GIT: '/srv/notes',
    },
  ])
    expect(configOf(env).warnings).toEqual([])
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

describe('the addresses of a search cluster', () => {
  test('may be several, with user and password in one of them, which are for all', () => {
    const url = 'https://ann:p%40ss@search1.example.com:9200/, https://search2.example.com:9200/os/'
    expect(configOf({ HALLWAY_SEARCH_URL: url, HALLWAY_SEARCH_CA: 'ca.pem' }).search).toEqual({
      addresses: ['https://search1.example.com:9200', 'https://search2.example.com:9200/os'],
      credentials: { kind: 'user', user: 'ann', password: 'p@ss' },
      certificateFile: 'ca.pem',
      index: 'hallway',
      maxIndexed: 100_000,
    })
  })

  test('come with an API key instead', () => {
    const env = {
      HALLWAY_SEARCH_URL: 'http://search:9200',
      HALLWAY_SEARCH_API_KEY: 'key',
      HALLWAY_SEARCH_INDEX: 'notes',
      HALLWAY_OWN_INDEX: '0',
    }
    expect(configOf(env).search).toEqual({
      addresses: ['http://search:9200'],
      credentials: { kind: 'api-key', key: 'key' },
      index: 'notes',
      maxIndexed: 0,
    })
  })

  test.each([
    'search:9200',
    'https://a.example,',
    'ftp://a.example',
    'https://a.example?q=1',
    'https://ann:50%@a.example',
  ])('are refused with what to set, and without a password: %s', (url) => {
    const [problem = ''] = problemsOf({ HALLWAY_SEARCH_URL: url })
    expect(problem).toMatch(/^HALLWAY_SEARCH_URL is ".+"\. Set it to the addresses of an OpenSearch cluster/)
    expect(problem).not.toContain('50%')
  })

  test('keep their secrets out of the log', () => {
    const secrets = (env: Environment) => configOf(env).secrets
    expect(secrets({ HALLWAY_SEARCH_URL: 'https://ann:very-secret@a.example' })).toEqual(['very-secret'])
    expect(
      secrets({ HALLWAY_SEARCH_URL: 'https://a.example', HALLWAY_SEARCH_API_KEY: 'secret-key' }),
    ).toEqual(['secret-key'])
  })

  test('are missed by what needs them', () => {
    expect(configOf({ HALLWAY_SEARCH_API_KEY: 'key' }).warnings).toEqual([
      'HALLWAY_SEARCH_API_KEY does nothing as long as HALLWAY_SEARCH_URL is not set.',
    ])
  })
})

const example = parse(readFileSync(new URL('../../.env.example', import.meta.url)))

test('.env.example holds every setting, with the values that are the defaults', () => {
  expect(Object.keys(example).sort()).toEqual([
    'DATABASE_URL',
    'HALLWAY_CORPORA',
    'HALLWAY_CORPUS',
    'HALLWAY_CORPUS_FOR',
    'HALLWAY_DATA',
    'HALLWAY_DRAIN_SECONDS',
    'HALLWAY_HOST',
    'HALLWAY_LINKS',
    'HALLWAY_LOG_FORMAT',
    'HALLWAY_LOG_LEVEL',
    'HALLWAY_MEANING',
    'HALLWAY_MODEL_MIRROR',
    'HALLWAY_NOTES_BRANCH',
    'HALLWAY_NOTES_FOLDER',
    'HALLWAY_NOTES_GIT',
    'HALLWAY_NOTES_PULL',
    'HALLWAY_NOTES_SECRET',
    'HALLWAY_NOTES_URL',
    'HALLWAY_OWN_INDEX',
    'HALLWAY_PORT',
    'HALLWAY_SEARCH_API_KEY',
    'HALLWAY_SEARCH_CA',
    'HALLWAY_SEARCH_INDEX',
    'HALLWAY_SEARCH_URL',
    'HALLWAY_SLACK_API_URL',
    'HALLWAY_SLOW_MS',
    'HALLWAY_STATUS_HOST',
    'HALLWAY_STATUS_PORT',
    'HALLWAY_TIP_GRACE',
    'HALLWAY_TOKEN_KEY',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_HEADERS',
    'SLACK_APP_TOKEN',
    'SLACK_BOT_TOKEN',
    'SLACK_CLIENT_ID',
    'SLACK_CLIENT_SECRET',
    'SLACK_SIGNING_SECRET',
  ])
  expect(configOf(example)).toEqual(configOf({}))
})

/** The settings that a page's tables tell, with their defaults. */
function settingsIn(page: string): Record<string, string> {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?[^|]*\|/gm)]
  return Object.fromEntries(rows.map(([, name, value = '']) => [name!, value]))
}

test('docs/configuration.md tells the same settings and defaults, and the README some of them', () => {
  expect(settingsIn('docs/configuration.md')).toEqual(example)
  expect(example).toMatchObject(settingsIn('README.md'))
})

test('the commands that do not talk to Slack find the notes and the state in the same places', () => {
  const database = 'postgresql://localhost/hallway'
  for (const env of [
    {},
    { HALLWAY_CORPUS: ' ', HALLWAY_DATA: '', DATABASE_URL: '' },
    { HALLWAY_CORPUS: ' notes ', HALLWAY_DATA: 'kept', DATABASE_URL: database, HALLWAY_MEANING: 'off' },
  ]) {
    const { corpus, linksTo, dataFolder, databaseUrl, meaning } = configOf(env)
    const repository = undefined
    const places = { corpusFolder: corpus, repository, linksTo, dataFolder, databaseUrl, meaning }
    expect(readCommandSettings(env)).toEqual(places)
  }
})

test('HALLWAY_LINKS names folders', () => {
  const read = readConfig({ HALLWAY_LINKS: ['/srv/notes', '', ' ~/team '].join(delimiter) })
  expect('config' in read && read.config.linksTo).toEqual(['/srv/notes', join(homedir(), 'team')])
  expect(readCommandSettings({ HALLWAY_LINKS: '/srv/notes' }).linksTo).toEqual(['/srv/notes'])
})

test.each(['HALLWAY_CORPUS', 'HALLWAY_DATA'])(
  '%s may begin with ~, for the bot and for all commands',
  (name) => {
    const env = { [name]: '~/team' }
    const read = readConfig(env)
    const folder = join(homedir(), 'team')
    const { corpusFolder, dataFolder } = readCommandSettings(env)
    expect('config' in read && [read.config.corpus, read.config.dataFolder]).toContain(folder)
    expect([corpusFolder, dataFolder]).toContain(folder)
  },
)

test('of a value that is very long, what is wrong with it is told in a line that can be read', () => {
  const settings = readConfig({ HALLWAY_LOG_LEVEL: 'loud'.repeat(25_000) })
  const [problem] = 'problems' in settings ? settings.problems : []
  expect(problem).toMatch(/^HALLWAY_LOG_LEVEL is "(loud)+… \(100,?000 characters\)"\. Set it to /)
  expect(problem!.length).toBeLessThan(700)
})
