import { expect, test } from 'vitest'
import { createSlackFetch, responseOf, type SlackFetch } from '../../src/slack/client/slack-fetch.ts'
import { type OpenHallway, openHallway, openTestWorkspace, seen } from './open-hallway.ts'

test('after Slack’s planned disconnect Hallway connects again and answers', async () => {
  const { workspace, answerTo, lost } = await openHallway()
  workspace.socket.refresh('refresh_requested')
  await workspace.until(
    () => workspace.calls('apps.connections.open').length === 2 && workspace.connections() === 1,
    'a new connection',
  )
  const { ts } = await workspace.say('dm', 'queues')
  expect(seen(await answerTo('dm', ts))).toContain('Queues that forgive')
  expect(lost).toEqual([])
})

test('a dropped connection is made anew, through errors that pass', async () => {
  const { workspace, answerTo, log } = await openHallway()
  workspace.fail('apps.connections.open', { status: 503 }, { error: 'internal_error' })
  workspace.socket.drop()
  await workspace.until(() => workspace.connections() === 0, 'the connection to end')
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
  expect(log.filter((line) => line.includes('trying again'))).toHaveLength(2)
})

test('a question that came as the connection dropped is answered once', async () => {
  const { workspace, answerTo } = await openHallway({
    timing: { retryMillis: [0, 200, 200] },
  })
  const said = workspace.say('dm', 'queues')
  workspace.socket.drop()
  const { ts } = await said
  await answerTo('dm', ts)
  const next = await workspace.say('dm', 'kites')
  await answerTo('dm', next.ts)
  await expect.poll(() => workspace.socket.pending()).toBe(0)
  expect(workspace.thread('dm', ts).filter((reply) => reply.bot_id)).toHaveLength(1)
})

test('Hallway that is refused when it reconnects says so and gives up', async () => {
  const { workspace, lost } = await openHallway()
  workspace.fail('apps.connections.open', { error: 'invalid_auth' })
  workspace.socket.drop()
  await expect.poll(() => lost).toHaveLength(1)
  expect(lost[0]).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\./)
})

test.each([
  '{"ok":true}',
  '{"ok":true,"team_id":null}',
  '{"ok":true,"team_id":""}',
  '{"ok":true,"team_id":{"id":"T1"}}',
])('until Slack says which workspace it is, whose tips are due, Hallway does not start: %s', async (text) => {
  await expect(openAs(text)).rejects.toThrow(
    /^No connection to Slack: its answer names no workspace\. Check that /,
  )
})

test.each([
  [
    'an organization’s',
    true,
    [expect.stringMatching(/^warn: SLACK_BOT_TOKEN is that of a whole organization: /)],
  ],
  ['a workspace’s', false, []],
])('whose token is %s is told what that one is not for', async (_, is_enterprise_install, told) => {
  const { log } = await openAs(JSON.stringify({ ok: true, team_id: 'E1', is_enterprise_install }))
  expect(log).toEqual(told)
})

/** Hallway as that which Slack answers to `auth.test` says that it is. */
async function openAs(text: string): Promise<OpenHallway> {
  const workspace = await openTestWorkspace()
  const ask = createSlackFetch({ isByProxy: false })
  const fetch: SlackFetch = async (url, init) =>
    String(url).endsWith('auth.test') ? responseOf({ url: String(url), status: 200, text }) : ask(url, init)
  return openHallway({ workspace, parts: () => ({ fetch }) })
}
