import { expect, test } from 'vitest'
import { openHallway, seen } from './open-hallway.ts'

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
