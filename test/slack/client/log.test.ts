import { expect, test } from 'vitest'
import { createLog } from '../../../src/slack/client/log.ts'

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
