/** What becomes of a question if the process dies that has taken it on: another one goes on with it. */
import { expect, test } from 'vitest'
import type { Answers } from '../../src/answers/answers.ts'
import { createSlackFetch, responseOf, type SlackFetch } from '../../src/slack/client/slack-fetch.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { type Clock, createClock } from '../../src/tips/clock.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { openHallway, openTestStore, openTestWorkspace, seen, tinyAnswers } from './open-hallway.ts'

interface Death {
  /** How long ago it was, in milliseconds. Default: now. */
  readonly agoMs?: number
  /** Whether a reply was about to be sent. */
  readonly isReplied?: boolean
  /** How many processes have died of it. Default: one. */
  readonly attempts?: number
}

/** Somebody asks a process, which takes the question on and dies. */
async function askTheDying(
  ask: (workspace: Workspace) => Promise<unknown>,
  { agoMs = 0, isReplied = false, attempts = 1 }: Death = {},
) {
  const workspace = await openTestWorkspace()
  const store = await openTestStore()
  const death = Promise.withResolvers<void>()
  const claimDelivery: OpenStore['claimDelivery'] = async (teamId, delivery, now, kept) => {
    await store.claimDelivery(teamId, delivery, now - agoMs, kept && { ...kept, keeper: 'process 1' })
    for (let number = 2; number <= attempts; number += 1) {
      const [open] = await store.openQuestions('', 1)
      await store.takeQuestion(open!, `process ${number}`)
    }
    if (isReplied) await store.noteReply({ teamId, delivery }, `process ${attempts}`, true)
    death.resolve()
    return false
  }
  const { hallway } = await openHallway({ workspace, store: { ...store, claimDelivery } })
  const asked = await ask(workspace)
  await death.promise
  await hallway.stop()
  expect(await store.openQuestions('', 10)).toHaveLength(1)
  return { workspace, store, asked }
}

/** Between two looks a hundredth of the time passes. */
function hasty(): Clock {
  const clock = createClock()
  return { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) }
}

/** Another process starts, and has answered what there was. */
async function startAnother(given: { readonly workspace: Workspace; readonly store: OpenStore }) {
  const opened = await openHallway({ ...given, clock: hasty() })
  await expect.poll(() => given.store.openQuestions('', 10)).toEqual([])
  return opened
}

const mention = (workspace: Workspace) => workspace.say('#talks', '@Hallway queues')
const message = (workspace: Workspace) => workspace.say('dm', 'queues')
const command = (workspace: Workspace) => workspace.command('/talks', 'queues', '#random')

const ours = (workspace: Workspace, where: string) =>
  workspace
    .messages(where)
    .filter(({ bot_id }) => bot_id)
    .map(seen)
const privately = (workspace: Workspace) => workspace.ephemerals().map(seen)

const late = /^I was restarted while I was answering this, sorry for the wait\.\n[\s\S]*Queues that forgive/
const perhaps = 'I was restarted while I was answering you. If you do not see my reply, please ask me again.'
const minute = 60_000

test.each([
  ['#talks', mention],
  ['dm', message],
] as const)('asked in %s, the next process answers once, with a word about the wait', async (where, ask) => {
  const given = await askTheDying(ask)
  const { workspace, log } = await startAnother(given)
  expect(ours(workspace, where)).toEqual([expect.stringMatching(late)])
  expect(privately(workspace)).toEqual([])
  expect(log).toContainEqual(expect.stringContaining('this one goes on with it'))
})

test('a command is answered for who gave it alone', async () => {
  const { workspace } = await startAnother(await askTheDying(command))
  expect(privately(workspace)).toEqual([expect.stringMatching(late)])
  expect(ours(workspace, '#random')).toEqual([])
})

test('a command about tips is obeyed', async () => {
  const ask = (workspace: Workspace) => workspace.command('/talks', 'tips at 11:00', '#talks')
  const { workspace, store } = await startAnother(await askTheDying(ask))
  const channel = { teamId: workspace.teamId, channelId: workspace.channel('#talks').id }
  expect(await store.tipSubscription(channel)).toMatchObject({ state: 'on', settings: { time: '11:00' } })
  expect(privately(workspace)).toEqual([expect.stringContaining('11:00')])
})

test('in a direct message, a reply is looked for that may have been sent', async () => {
  const lost = await startAnother(await askTheDying(message, { isReplied: true }))
  expect(ours(lost.workspace, 'dm')).toEqual([expect.stringMatching(late)])
  const sent = await askTheDying(
    async (workspace) => {
      const { ts } = await workspace.say('dm', 'queues')
      await fetch(`${workspace.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${workspace.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: workspace.channel('dm').id, thread_ts: ts, text: 'an answer' }),
      })
    },
    { isReplied: true },
  )
  const { workspace } = await startAnother(sent)
  expect(ours(workspace, 'dm')).toEqual(['an answer'])
})

test.each([
  ['#talks', mention],
  ['#random', command],
] as const)('in %s, where none can be looked for, who asked gets a private word', async (where, ask) => {
  const { workspace } = await startAnother(await askTheDying(ask, { isReplied: true }))
  expect(privately(workspace)).toEqual([perhaps])
  expect(ours(workspace, where)).toEqual([])
})

test.each([
  ['#talks', mention],
  ['#random', command],
] as const)(
  'in %s, that word is said however many processes ended: none of them need have said it',
  async (where, ask) => {
    for (const attempts of [2, 3, 9]) {
      const { workspace } = await startAnother(await askTheDying(ask, { isReplied: true, attempts }))
      expect(privately(workspace)).toEqual([perhaps])
      expect(ours(workspace, where)).toEqual([])
    }
  },
)

test('in a direct message, where a reply can be looked for, a reason is said however many processes ended', async () => {
  const { workspace } = await startAnother(await askTheDying(message, { isReplied: true, attempts: 9 }))
  expect(ours(workspace, 'dm')).toEqual([expect.stringMatching(/^I was restarted each time/)])
})

test.each([
  [{ agoMs: 50 * minute }, late],
  [{ agoMs: 61 * minute }, /stopped while I was answering what you asked an hour ago\. If you still want/],
  [{ agoMs: 30 * 60 * minute }, /asked 30 hours ago/],
  [{ agoMs: -300 * minute }, late],
  [{ attempts: 2 }, late],
  [{ attempts: 3 }, /^I was restarted each time I tried to answer this\. Please ask me in other words\.$/],
])('what is old, or ends each process that answers it, gets a reason: %j', async (death, words) => {
  const { workspace } = await startAnother(await askTheDying(mention, death))
  expect(ours(workspace, '#talks')).toEqual([expect.stringMatching(words)])
})

test.each([
  ['dm', message],
  ['#talks', mention],
  ['#random', command],
] as const)('asked in %s while Slack takes nothing, who asked is told as soon as it does', async (_, ask) => {
  const [workspace, store] = [await openTestWorkspace(), await openTestStore()]
  let isAway = true
  const send = createSlackFetch({ isByProxy: false })
  const fetch: SlackFetch = async (url, init) => {
    if (!isAway || !/chat\.post|responses/.test(String(url))) return send(url, init)
    if (!String(url).startsWith(workspace.apiUrl))
      return responseOf({ url: String(url), status: 503, text: '' })
    return responseOf({ url: String(url), status: 200, text: '{"ok":false,"error":"service_unavailable"}' })
  }
  const { log } = await openHallway({ workspace, store, clock: hasty(), parts: () => ({ fetch }) })
  await ask(workspace)
  await expect.poll(() => log).toContainEqual(expect.stringContaining('no way left'))
  isAway = false
  await expect.poll(() => store.openQuestions('', 10)).toEqual([])
  const told = [...privately(workspace), ...ours(workspace, 'dm'), ...ours(workspace, '#talks')]
  expect(told).toEqual([
    expect.stringMatching(
      /^(I could not reply when you asked me|Slack has not confirmed that my reply).* please ask me again\.$/,
    ),
  ])
})

test('the private word that an answer may be missing is said in another way if its first one fails', async () => {
  const given = await askTheDying(mention, { isReplied: true })
  given.workspace.fail('chat.postEphemeral', { error: 'internal_error' })
  await startAnother(given)
  expect(ours(given.workspace, 'dm')).toEqual([perhaps])
})

test('what is far too long to be kept gets a reason', async () => {
  const ask = (workspace: Workspace) => workspace.say('dm', `queues ${'x'.repeat(20_000)}`)
  const { workspace } = await startAnother(await askTheDying(ask))
  expect(ours(workspace, 'dm')).toEqual([
    'I was restarted while I was answering you. Please ask me again, in fewer words.',
  ])
})

test('nobody takes a question over from a process that is slow, but lives', async () => {
  const [workspace, store] = [await openTestWorkspace(), await openTestStore()]
  const found = Promise.withResolvers<void>()
  const answers = tinyAnswers()
  const slowly: Answers = {
    ...answers,
    answerQuestion: async (...asked) => {
      await found.promise
      return answers.answerQuestion(...asked)
    },
  }
  const { answerTo } = await openHallway({ workspace, store, clock: hasty(), answers: () => slowly })
  const { ts } = await mention(workspace)
  await expect.poll(() => store.openQuestions('', 10)).toHaveLength(1)
  let looks = 0
  const openQuestions: OpenStore['openQuestions'] = (...asked) => {
    looks += 1
    return store.openQuestions(...asked)
  }
  await openHallway({ workspace, store: { ...store, openQuestions }, clock: hasty() })
  await expect.poll(() => looks).toBeGreaterThan(20)
  found.resolve()
  expect(seen(await answerTo('#talks', ts))).not.toMatch(late)
})
