import { expect, onTestFinished, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createSlackFetch, responseOf } from '../../src/slack/client/slack-fetch.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { type Clock, createClock } from '../../src/tips/clock.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { openHallway, openTestStore, openTestWorkspace, seen, tinyAnswers } from './open-hallway.ts'

test.each(['#talks', '#random'])(
  '“Share in channel” shows the answer to all in %s and names who shares it',
  async (channel) => {
    const { workspace, privateReply } = await openHallway()
    await workspace.command('/talks', 'queues deliver twice', channel)
    await workspace.click(await privateReply(channel), 'share')
    const shared = await workspace.until(
      () => workspace.messages(channel).find((message) => message.bot_id),
      'the shared answer',
    )
    expect(seen(shared)).toMatch(
      new RegExp(`^@${workspace.you.id} asked Hallway: \\*\\*queues deliver twice\\*\\*\n`),
    )
    expect(seen(shared)).toContain('\nQueues that forgive · Ada Pier')
    expect(seen(shared)).not.toContain('Share in channel')
    await workspace.until(
      () => workspace.ephemerals(channel).every((one) => seen(one) === 'Shared.'),
      'the private answer to give way',
    )
  },
)

test('a double click shares once', async () => {
  const { workspace, privateReply } = await openHallway()
  await workspace.command('/talks', 'queues', '#talks')
  const answer = await privateReply('#talks')
  await Promise.all([workspace.click(answer, 'share'), workspace.click(answer, 'share')])
  await workspace.until(
    () => workspace.ephemerals('#talks').every((one) => seen(one) === 'Shared.'),
    'the private answer to give way',
  )
  // What is asked after both clicks is answered after both.
  await workspace.command('/talks', 'queues', '#talks')
  await privateReply('#talks', 2)
  expect(workspace.messages('#talks').filter((message) => message.bot_id)).toHaveLength(1)
})

test('if the process that shares it dies, who clicked is told, and can share it again', async () => {
  const [workspace, store] = [await openTestWorkspace(), await openTestStore()]
  const clock = createClock()
  const hasty: Clock = { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) }
  const dead = Promise.withResolvers<boolean>()
  onTestFinished(() => dead.resolve(false))
  const claimDelivery: OpenStore['claimDelivery'] = async (...claim) => {
    const isOurs = await store.claimDelivery(...claim)
    return claim[1].startsWith('share:') ? dead.promise : isOurs
  }
  const dying = await openHallway({ workspace, store: { ...store, claimDelivery, beat: async () => {} } })
  await workspace.command('/talks', 'queues', '#talks')
  const answer = await dying.privateReply('#talks')
  await workspace.click(answer, 'share')
  const { privateReply } = await openHallway({ workspace, store, clock: hasty })
  expect(seen(await privateReply('#talks', 2))).toMatch(
    /If you do not see the answer shared here, please share it again\.$/,
  )
  workspace.socket.drop()
  dead.resolve(false)
  await dying.hallway.stop()
  await workspace.until(() => workspace.connections() === 1, 'the other one')
  await workspace.click(answer, 'share')
  await workspace.until(() => workspace.messages('#talks').some(({ bot_id }) => bot_id), 'the shared answer')
})

test('what Slack did not take is shared when it is clicked again, and once', async () => {
  const { workspace, privateReply } = await openHallway({
    parts: ({ apiUrl }) => {
      const fetch = createSlackFetch({ isByProxy: false })
      let isRefused = false
      return {
        fetch: async (url, init) => {
          const isReply = !String(url).startsWith(apiUrl)
          if (!isReply || isRefused || !String(init?.body).includes('in_channel')) return fetch(url, init)
          isRefused = true
          return responseOf({ url: String(url), status: 404, text: 'used_url' })
        },
      }
    },
  })
  await workspace.command('/talks', 'queues', '#talks')
  const answer = await privateReply('#talks')
  await workspace.click(answer, 'share')
  expect(seen(await privateReply('#talks', 2))).toMatch(/^Something went wrong on my side/)
  await workspace.click(answer, 'share')
  const shared = () => workspace.messages('#talks').filter(({ bot_id }) => bot_id)
  await workspace.until(() => shared().length > 0, 'the shared answer')
  expect(shared()).toHaveLength(1)
})

test('more results in a thread are shared in the thread', async () => {
  const { workspace, answerTo, privateReply } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway rigging')
  await workspace.click(await answerTo('#talks', ts), 'more_results')
  await workspace.click(await privateReply('#talks'), 'share')
  const shared = await workspace.until(
    () => workspace.thread('#talks', ts).filter((reply) => reply.bot_id)[1],
    'the shared answer',
  )
  expect(seen(shared)).toMatch(/asked Hallway: \*\*rigging\*\*/)
})

test('a later page of notes that have changed is shared from the first page on, and who shares it is told', async () => {
  const changed = { ...riggedCorpus, version: '111111111111' }
  const after = createAnswers(changed, createLunrEngine(changed))
  let served = tinyAnswers()
  const { workspace, privateReply } = await openHallway({ answers: () => served })
  await workspace.command('/talks', 'rigging', '#talks')
  const first = await privateReply('#talks')
  await workspace.click(first, 'more_results')
  const second = await privateReply('#talks', 2)
  served = after
  await workspace.click(second, 'share')
  const shared = await workspace.until(
    () => workspace.messages('#talks').find((message) => message.bot_id),
    'the shared answer',
  )
  const titlesOf = (text: string): readonly string[] => text.match(/\*\*.* for programmers\*\*/g) ?? []
  expect(titlesOf(seen(shared))).toEqual(titlesOf(seen(first)))
  expect(seen(shared)).not.toContain('The notes have changed')
  await workspace.until(
    () =>
      workspace.ephemerals('#talks').some((one) => /^Shared\. The notes have changed since/.test(seen(one))),
    'the private answer to give way',
  )
})
