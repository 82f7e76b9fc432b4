import { expect, test } from 'vitest'
import { createLog } from '../../../src/slack/client/slack-log.ts'

function logged(level: 'debug' | 'info', ...words: unknown[]): readonly string[] {
  const lines: string[] = []
  createLog(level, (line) => lines.push(line)).info(...words)
  return lines
}

test.each([
  'xoxb-1234-abcdefABCDEF',
  'xapp-1-A012-345-deadbeef',
  'xoxe.xoxp-1-Mi0yLTE',
  'https://hooks.slack.com/actions/T1/2/secret',
  'wss://wss-primary.slack.com/link/?ticket=secret&app_id=1',
])('%s does not reach the log', (secret) => {
  const lines = logged(
    'info',
    `calling with ${secret} now`,
    { token: secret, nested: [secret] },
    new Error(`bad ${secret}`),
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(secret)
  expect(lines[0]).not.toMatch(/secret|abcdef|deadbeef|Mi0y/)
  expect(lines[0]).toMatch(/calling with .*… now/)
})

test('an entry is one line', () => {
  expect(logged('info', 'first\n  second')).toEqual(['info: first second'])
})

test('entries below the level are left out', () => {
  const lines: string[] = []
  const log = createLog('warn', (line) => lines.push(line))
  log.info('quiet')
  log.warn('loud')
  log.setLevel('debug' as ReturnType<typeof log.getLevel>)
  log.debug('detail')
  expect(lines).toEqual(['warn: loud', 'debug: detail'])
})

test.each([
  [
    'an inspected object',
    { trigger_id: '1.2.s3cret', nested: { responseUrl: 'https://x.example/s3cret', a: 1 } },
  ],
  ['an inspected list', { response_urls: ['https://x.example/s3cret'] }],
  ['JSON', '{"trigger_id":"1.2.s3cret","response_url":"https://x.example/s3cret"}'],
  [
    'a form',
    'token=s3cret&trigger_id=1.2.s3cret&response_url=https%3A%2F%2Fhooks.slack.com%2Fs3cret&text=tea',
  ],
  ['headers', { authorization: 'Bearer s3cret', 'x-slack-signature': 'v0=s3cret' }],
  ['headers of other schemes', { authorization: 'Basic s3cret', 'Proxy-Authorization': 'ApiKey s3cret' }],
  ['headers as they are sent', 'Authorization: Basic s3cret\r\nx-api-key: s3cret\r\ncookie: state=s3cret'],
  ['JSON in JSON', JSON.stringify({ payload: JSON.stringify({ token: 's3cret', trigger_id: '1.s3cret' }) })],
  [
    'JSON of JSON in JSON',
    JSON.stringify(JSON.stringify(JSON.stringify({ token: 's3cret', to: 's3"cret' }))),
  ],
  [
    'an address in JSON',
    '{"url":"https:\\/\\/hooks.slack.com\\/commands\\/s3cret","to":"wss:\\/\\/x\\/s3cret"}',
  ],
  ['an inspected map', new Map([['token', 's3cret']])],
  ['a list of several', { cookie: ['a=s3cret', 'b=s3cret'] }],
  ['lists over lines', JSON.stringify({ token: ['s3cret', 's3cret'], secret: ['s3cret'] }, null, 2)],
  ['cookies one behind the other', 'Cookie: a=b; session=s3cret; c="s3cret"'],
  ['a cookie that is set', 'set-cookie: session=s3cret; Path=/; HttpOnly'],
  [
    'other headers of a scheme',
    'x-auth-token: Bearer s3cret, access_token=Bearer s3cret, token: Basic s3cret',
  ],
  ['words in quotes', `password: 'one s3cret', token: "two \\" s3cret"`],
  ['a list of settings', 'SLACK_CLIENT_SECRET=s3cret HALLWAY_TOKEN_KEY=s3cret HALLWAY_SEARCH_API_KEY=s3cret'],
  ['an address with a word alone', 'cannot read https://s3cret@git.example.com/notes.git'],
  ['an address with a password', 'cannot reach postgresql://me:s3cret@db.example:5432/hallway'],
  ['settings', { signingSecret: 's3cret', botToken: 's3cret', clientSecret: 's3cret', password: 's3cret' }],
  ['an error', new Error('refused: token=s3cret')],
  ['a ticket', 'wss%3A%2F%2Fwss-primary.slack.com%2Flink%2F%3Fticket%3Ds3cret'],
])('a secret in %s does not reach the log', (_name, entry) => {
  const [line = ''] = logged('info', 'got', entry)
  expect(line).toContain('got')
  expect(line).not.toContain('s3cret')
})

test('what Slack gives for a click or for an installation is known by its form', () => {
  const [line] = logged(
    'info',
    'code=1234567.8901234.0a1b2c3d4e5f60718293a4b5c6d7e8f9 of client 1234567.8901234 at 1700000000.000100',
  )
  expect(line).toBe('info: code=… of client 1234567.8901234 at 1700000000.000100')
})

test('what is known to be secret does not reach the log, however it is written', () => {
  const lines: string[] = []
  const secret = 'p/ss "w&rd'
  const log = createLog('info', (line) => lines.push(line), { secrets: [secret] })
  log.info(`one ${secret} two`, encodeURIComponent(secret), JSON.stringify({ a: secret }))
  expect(lines).toEqual(['info: one … two … {"a":"…"}'])
})

test('what stands near a secret can be read', () => {
  expect(logged('info', 'token=abc123&text=tea', { trigger_id: '1.2', user: 'U1' })).toEqual([
    "info: token=…&text=tea { trigger_id: '…', user: 'U1' }",
  ])
  expect(
    logged('info', `{"a":"{\\"token\\":\\"abc\\",\\"text\\":\\"tea\\"}"}`, { token: "it's", user: 'U1' }),
  ).toEqual([`info: {"a":"{\\"token\\":\\"…\\",\\"text\\":\\"tea\\"}"} { token: "…", user: 'U1' }`])
  expect(
    logged('info', 'talks/secret-tokens.md:3: unknown key `cookies` (from git@git.example.com at 12:30)'),
  ).toEqual(['info: talks/secret-tokens.md:3: unknown key `cookies` (from git@git.example.com at 12:30)'])
  const harmless = 'there is no cookie: bake one, see https://example.com?mail=ada@example.org'
  expect(logged('info', harmless)).toEqual([`info: ${harmless}`])
  expect(
    logged('info', 'Cookie: a=b; c=d, user: U1', JSON.stringify({ token: ['a'], user: 'U1' }, null, 1)),
  ).toEqual(['info: Cookie: …, user: U1 { "token": […], "user": "U1" }'])
  expect(logged('info', 'Slack refuses SLACK_APP_TOKEN (invalid_auth).')).toEqual([
    'info: Slack refuses SLACK_APP_TOKEN (invalid_auth).',
  ])
})

test('an entry has nothing that a terminal obeys', () => {
  expect(logged('info', 'note \u001b[31mred\u001b]0;title\u0007 \u202eevil')).toEqual([
    'info: note  [31mred ]0;title  evil',
  ])
})
