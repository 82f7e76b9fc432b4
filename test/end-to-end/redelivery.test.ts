import { expect, test } from 'vitest'
import { eventsKeptMs } from '../../src/store/store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { freePort } from '../helpers/free-port.ts'
import { openHallway, openTestStore, openTestWorkspace } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

/** A Hallway that is stopped and started again on the same store. */
async function openTwice() {
  const [workspace, store] = [await openTestWorkspace(), await openTestStore()]
  let ahead = 0
  const clock = { ...createClock(), now: () => Date.now() + ahead }
  const start = async () => {
    const port = await freePort()
    const connection = { kind: 'http', botToken: workspace.botToken, signingSecret } as const
    const { hallway } = await openHallway({ workspace, store, clock, parts: () => ({ port, connection }) })
    return { hallway, slack: slackRequests(port, workspace.teamId) }
  }
  const said = await workspace.say('dm', 'queues')
  const message = {
    type: 'message',
    channel: workspace.channel('dm').id,
    channel_type: 'im',
    user: workspace.you.id,
    ts: said.ts,
    text: 'queues',
  }
  return { workspace, start, message, later: (ms: number) => (ahead += ms) }
}

test('what was handled before a restart is not handled again, event or command', async () => {
  const { workspace, start, message } = await openTwice()
  const posted = () => workspace.calls('chat.postMessage').length
  const command = {
    command: '/talks',
    text: 'tips now',
    trigger_id: '1.2.abc',
    response_url: workspace.url,
    channel_id: workspace.channel('#talks').id,
    user_id: workspace.you.id,
  }
  const first = await start()
  expect(await first.slack.event(message, { eventId: 'Ev1' })).toBe(200)
  expect(await first.slack.command(command)).toBe(200)
  await workspace.until(() => posted() === 2, 'an answer and a tip')
  await first.hallway.stop()

  const second = await start()
  expect(await second.slack.event(message, { eventId: 'Ev1' })).toBe(200)
  expect(await second.slack.event(message, { eventId: 'Ev2' })).toBe(200)
  expect(await second.slack.command(command)).toBe(200)
  expect(await second.slack.command({ ...command, trigger_id: '1.2.def' })).toBe(200)
  await workspace.until(() => posted() === 3, 'a second tip')
  await second.hallway.stop()
  expect(posted()).toBe(3)
})

test('a claim is forgotten in the end', async () => {
  const { workspace, start, message, later } = await openTwice()
  const { slack } = await start()
  await slack.event(message)
  await workspace.until(() => workspace.calls('chat.postMessage').length === 1, 'an answer')
  later(eventsKeptMs + 60_000)
  await slack.event(message)
  await workspace.until(() => workspace.calls('chat.postMessage').length === 2, 'an answer')
})
