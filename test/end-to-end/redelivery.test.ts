import { expect, test } from 'vitest'
import { deliveriesKeptMs } from '../../src/store/store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { freePort } from '../helpers/free-port.ts'
import { openHallway, openTestStore, openTestWorkspace } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

/** A Hallway that is stopped and started again on the same store. */
async function openTwice() {
  const [passed, error] = [{ ms: 0 }, { ms: 0 }]
  const now = () => Date.now() + passed.ms
  const [workspace, store] = [await openTestWorkspace(undefined, { now }), await openTestStore()]
  const steady = () => performance.now() + passed.ms
  const clock = { ...createClock(), steady, now: () => now() + error.ms }
  const start = async () => {
    const port = await freePort()
    const connection = { kind: 'http', botToken: workspace.botToken, signingSecret } as const
    const { hallway } = await openHallway({ workspace, store, clock, parts: () => ({ port, connection }) })
    return { hallway, slack: slackRequests(port, workspace.teamId, now) }
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
  return { workspace, store, start, message, passed, error }
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
  const { workspace, store, start, message, passed } = await openTwice()
  const { slack } = await start()
  await slack.event(message)
  await workspace.until(() => workspace.calls('chat.postMessage').length === 1, 'an answer')
  // Slack’s answer, with its time, has been heard.
  await expect.poll(() => store.openQuestions('', 1)).toEqual([])
  passed.ms += deliveriesKeptMs + 60_000
  // It is forgotten with the first delivery after that, which does not wait for it.
  await expect
    .poll(async () => {
      expect(await slack.event(message)).toBe(200)
      return workspace.calls('chat.postMessage').length
    })
    .toBe(2)
})

test.each([deliveriesKeptMs, -deliveriesKeptMs, 10 * 60_000, -10 * 60_000])(
  'what Slack posts is taken, and once, though the clock of this machine is set by %d ms meanwhile',
  async (ms) => {
    const { workspace, store, start, message, error } = await openTwice()
    const { slack } = await start()
    expect(await slack.event(message)).toBe(200)
    await workspace.until(() => workspace.calls('chat.postMessage').length === 1, 'an answer')
    await expect.poll(() => store.openQuestions('', 1)).toEqual([])
    error.ms = ms
    expect(await slack.event(message)).toBe(200)
    const { ts } = await workspace.say('dm', 'kites')
    expect(await slack.event({ ...message, ts, text: 'kites' })).toBe(200)
    await workspace.until(() => workspace.thread('dm', ts).some(({ bot_id }) => bot_id), 'an answer')
    expect(workspace.calls('chat.postMessage')).toHaveLength(2)
  },
)
