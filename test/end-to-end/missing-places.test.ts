/** What a setting names and is not there is said in one line, with the setting's name, what it names, and what to do. */
import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { parse } from 'dotenv'
import { expect, test } from 'vitest'
import { runSubcommand } from '../../src/cli.ts'
import { freePort } from '../helpers/free-port.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { openTestWorkspace } from './open-hallway.ts'
import { note, run } from './run-hallway.ts'
import { signingSecret } from './slack-requests.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-1111-2222-abcdefghijkl', SLACK_SIGNING_SECRET: signingSecret }
const many = {
  SLACK_CLIENT_ID: '1111.2222',
  SLACK_CLIENT_SECRET: '0123456789abcdef',
  SLACK_SIGNING_SECRET: signingSecret,
  HALLWAY_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
}

interface Trial {
  /** What the setting names; `…` is the folder that Hallway runs in. */
  readonly value: string
  readonly with?: Readonly<Record<string, string>>
  /** Default: the bot is started. */
  readonly command?: readonly string[]
  /** What the line says besides the setting's name. Default: the value. */
  readonly says?: RegExp
}

/** Settings that name nothing which could be missing. */
const plain = [
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
  ...['HALLWAY_TOKEN_KEY', 'HALLWAY_CORPUS_FOR', 'HALLWAY_NOTES_PULL', 'HALLWAY_NOTES_SECRET'],
  ...['HALLWAY_SEARCH_API_KEY', 'HALLWAY_SEARCH_INDEX', 'HALLWAY_OWN_INDEX', 'HALLWAY_TIP_GRACE'],
  ...['HALLWAY_PORT', 'HALLWAY_STATUS_PORT', 'HALLWAY_DRAIN_SECONDS', 'HALLWAY_LOG_LEVEL'],
  ...['HALLWAY_LOG_FORMAT', 'HALLWAY_SLOW_MS', 'OTEL_EXPORTER_OTLP_HEADERS'],
  // Goes into links, which people's browsers open.
  'HALLWAY_NOTES_URL',
  // What sends traces, if it is installed, says of itself that it cannot.
  'OTEL_EXPORTER_OTLP_ENDPOINT',
]

/** A port at which nothing listens. */
const silent = 'http://127.0.0.1:9/'
const commands = (...lines: readonly string[]) => lines.map((line) => ({ command: line.split(' ') }))

const trials: Readonly<Record<string, readonly Trial[]>> = {
  HALLWAY_CORPUS: [
    { value: 'no/notes' },
    { value: 'file.txt' },
    ...commands('ask queues', 'check', 'tip', 'eval …/judged.tsv').map((each) => ({
      value: '…/no',
      ...each,
    })),
  ],
  HALLWAY_LINKS: [
    { value: '/no/such/folder' },
    { value: '…/file.txt' },
    { value: '/no/such/folder', command: ['check'] },
  ],
  HALLWAY_CORPORA: [
    { value: 'no/folders', with: many },
    { value: 'file.txt', with: many },
  ],
  HALLWAY_DATA: [
    { value: 'file.txt' },
    { value: 'lost' },
    { value: 'lost', with: slack },
    ...(process.platform === 'linux' ? [{ value: '/proc/none/data' }] : []),
    ...commands('tips --channel C1', 'check --database', 'backup …/copy.db').map((each) => ({
      value: '…/no',
      ...each,
    })),
  ],
  DATABASE_URL: [
    { value: 'postgresql://127.0.0.1:9/tips', with: slack, says: /127\.0\.0\.1:9/ },
    { value: 'postgresql://127.0.0.1:9/tips?sslrootcert=no.pem', with: slack, says: /no\.pem/ },
    { value: 'postgresql:///tips?host=/no/sockets', with: slack, says: /\/no\/sockets/ },
  ],
  HALLWAY_NOTES_GIT: [
    { value: '/no/repository' },
    { value: 'https://me:word@none.invalid/notes.git', says: /https:\/\/none\.invalid\/notes\.git/ },
    ...commands('ask queues', 'check', 'tip').map((each) => ({ value: '/no/repository', ...each })),
  ],
  HALLWAY_NOTES_BRANCH: [{ value: 'none', with: { HALLWAY_NOTES_GIT: '…/repository' } }],
  HALLWAY_NOTES_FOLDER: [{ value: 'no/talks', with: { HALLWAY_NOTES_GIT: '…/repository' } }],
  HALLWAY_SEARCH_URL: [{ value: 'http://127.0.0.1:9' }, { value: 'http://none.invalid:9200' }],
  HALLWAY_SEARCH_CA: [
    { value: 'no.pem', with: { HALLWAY_SEARCH_URL: silent } },
    { value: 'file.txt', with: { HALLWAY_SEARCH_URL: silent } },
  ],
  HALLWAY_MEANING: [{ value: 'no-model' }, { value: 'no-model', command: ['ask', 'queues'] }],
  HALLWAY_MODEL_MIRROR: [{ value: silent, command: ['model', 'get'] }],
  HALLWAY_HOST: [{ value: '192.0.2.1', with: slack }],
  HALLWAY_STATUS_HOST: [{ value: '192.0.2.1' }, { value: 'none.invalid' }],
  HALLWAY_SLACK_API_URL: [{ value: silent, with: slack }],
}

test('every setting is told to name nothing, or is tried', () => {
  const example = parse(readFileSync(new URL('../../.env.example', import.meta.url)))
  expect([...plain, ...Object.keys(trials)].sort()).toEqual(Object.keys(example).sort())
})

const rows = Object.entries(trials).flatMap(([setting, all]) =>
  all.map(({ command = ['start'], ...trial }) => ({ setting, ...trial, command })),
)

test.each(rows)(
  '$setting=$value: hallway $command',
  async ({ setting, value, with: others, command, says }) => {
    const folder = writeFolder({
      'corpus/harbour-2019/queues.md': note,
      'repository/harbour-2019/queues.md': note,
      'file.txt': 'Nothing of use.',
      'judged.tsv': 'words\twhat of queues?\tharbour-2019/queues\n',
    })
    symlinkSync(join(folder, 'nowhere', 'data'), join(folder, 'lost'))
    const here = (text: string) => text.replace('…', folder)
    const git = (...words: readonly string[]) =>
      execFileSync('git', [
        '-C',
        join(folder, 'repository'),
        '-c',
        'user.name=a',
        '-c',
        'user.email=a@b',
        ...words,
      ])
    if (others?.HALLWAY_NOTES_GIT)
      for (const words of ['init -q', 'add .', 'commit -qm Notes']) git(...words.split(' '))
    const workspace = setting === 'HALLWAY_HOST' ? await openTestWorkspace() : undefined
    const env: Record<string, string> = {
      HALLWAY_PORT: String(await freePort()),
      HALLWAY_STATUS_PORT: String(await freePort()),
      HALLWAY_CORPUS: join(folder, 'corpus'),
      HALLWAY_DATA: join(folder, 'data'),
      ...Object.fromEntries(Object.entries(others ?? {}).map(([name, text]) => [name, here(text)])),
      [setting]: here(value),
    }
    if (workspace)
      Object.assign(env, { SLACK_BOT_TOKEN: workspace.botToken, HALLWAY_SLACK_API_URL: workspace.apiUrl })
    const isLine = (line: string) =>
      line.includes(setting) &&
      (says ? says.test(line) : line.includes(here(value))) &&
      !line.includes('word@')
    if (command[0] === 'start') {
      const { lines } = await run(env, folder)
      await expect.poll(() => lines().find(isLine)).toBeDefined()
    } else {
      const output = new PassThrough()
      await runSubcommand(command.map(here), {
        env,
        stdin: Readable.from([]),
        stdout: output,
        stderr: output,
      })
      expect(String(output.read()).split('\n').find(isLine)).toBeDefined()
    }
  },
)
