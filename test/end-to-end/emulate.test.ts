/** A second opinion: the Slack of the `emulate` package, which knows nothing of Hallway. It has no Socket Mode. */
import { createEmulator } from 'emulate'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import { createClock } from '../../src/tips/clock.ts'
import { freePort } from '../helpers/free-port.ts'
import { readable } from '../slack/readable.ts'
import { manifest, openTestStore, tinyAnswers } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

const botToken = 'xoxb-emulated-hallway'
const personToken = 'xoxp-emulated-person'
const ownScopes = (manifest as { oauth_config: { scopes: { bot: string[] } } }).oauth_config.scopes.bot

interface Reply {
  readonly ts: string
  readonly user: string
  readonly text: string
  readonly thread_ts?: string
  readonly blocks?: readonly unknown[]
}

async function openEmulated() {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'hallway' }, { name: 'robin' }],
        channels: [{ name: 'talks' }],
        tokens: [
          { token: botToken, user: 'hallway', scopes: ownScopes },
          {
            token: personToken,
            user: 'robin',
            scopes: [
              'chat:write',
              'channels:read',
              'channels:history',
              'im:write',
              'im:history',
              'users:read',
            ],
          },
        ],
      },
    },
  })
  const call = async (method: string, args: Readonly<Record<string, string>>, token = personToken) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
    })
    const answer = (await response.json()) as Record<string, unknown> & { ok: boolean }
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`)
    return answer
  }
  const port = await freePort()
  const answers = tinyAnswers()
  const log: string[] = []
  const bot = (await call('auth.test', {}, botToken)) as unknown as { user_id: string; team_id: string }
  const hallway = createApp({
    connection: { kind: 'http', botToken, signingSecret },
    slackApiUrl: `${emulator.url}/api/`,
    port,
    answers: () => answers,
    store: await openTestStore(),
    clock: createClock(),
    tipGraceMs: 0,
    log: createLog('info', (line) => log.push(line)),
    onLost: () => {},
  })
  await hallway.start()
  onTestFinished(async () => {
    await hallway.stop()
    await emulator.close()
  })
  const thread = async (channel: string, ts: string) =>
    (await call('conversations.replies', { channel, ts })).messages as readonly Reply[]
  return {
    call,
    log,
    bot,
    /** The emulator's page about its views. */
    inspector: async () => (await fetch(`${emulator.url}/?tab=views`)).text(),
    slack: slackRequests(port, bot.team_id),
    answerTo: (channel: string, ts: string) =>
      expect
        .poll(async () => (await thread(channel, ts)).filter(({ user }) => user === bot.user_id))
        .toHaveLength(1)
        .then(async () => (await thread(channel, ts)).find(({ user }) => user === bot.user_id)!),
  }
}

test('a mention is answered in its thread, with no more scopes than the manifest asks for', async () => {
  const { call, slack, bot, answerTo } = await openEmulated()
  const { channels } = (await call('conversations.list', {})) as unknown as {
    channels: { id: string; name: string }[]
  }
  const channel = channels.find(({ name }) => name === 'talks')!.id
  const text = `<@${bot.user_id}> which queues deliver twice?`
  const { message } = (await call('chat.postMessage', { channel, text })) as unknown as { message: Reply }
  expect(await slack.event({ ...message, type: 'app_mention', channel })).toBe(200)
  const answer = await answerTo(channel, message.ts)
  expect(answer.text).toMatch(/^Every queue .+ \(Queues that forgive\)$/)
  expect(readable(answer.blocks ?? [])).toContain('\nQueues that forgive · Ada Pier')
})

test('a direct message is answered in its thread', async () => {
  const { call, slack, bot, answerTo } = await openEmulated()
  const opened = (await call('conversations.open', { users: bot.user_id })) as unknown as {
    channel: { id: string }
  }
  const channel = opened.channel.id
  const { message } = (await call('chat.postMessage', { channel, text: 'lighthouses' })) as unknown as {
    message: Reply
  }
  expect(await slack.event({ ...message, channel, channel_type: 'im' })).toBe(200)
  expect(readable((await answerTo(channel, message.ts)).blocks ?? [])).toContain('Lighthouses in <Rust>')
})

test('the full notes open as a modal', async () => {
  const { call, slack, log, inspector } = await openEmulated()
  const { trigger_id } = (await call('views.generateTriggerId', {}, botToken)) as unknown as {
    trigger_id: string
  }
  const status = await slack.action({
    type: 'block_actions',
    user: { id: 'U000000001' },
    trigger_id,
    actions: [
      {
        type: 'button',
        action_id: 'full_notes',
        block_id: 'b',
        action_ts: '1',
        value: 'v1 harbour-2019/queues',
      },
    ],
  })
  expect(status).toBe(200)
  await expect.poll(inspector).toContain('Give each job a key')
  expect(log).toEqual([])
})
