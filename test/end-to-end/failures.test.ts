import { expect, test } from 'vitest'
import { StoreError } from '../../src/store/store-error.ts'
import { openHallway, openTestStore, seen, tinyAnswers } from './open-hallway.ts'

const errors = (log: readonly string[]) => log.filter((line) => line.startsWith('error'))

test('a mention that Slack does not let Hallway answer is apologised for in the thread, and logged once', async () => {
  const { workspace, log, answerTo } = await openHallway()
  workspace.fail('chat.postMessage', { error: 'msg_blocks_too_long' })
  const { ts } = await workspace.say('#talks', '@Hallway queues')
  expect(seen(await answerTo('#talks', ts))).toMatch(/^Something went wrong on my side/)
  expect(errors(log)).toEqual(['error: Event app_mention failed: Slack answered msg_blocks_too_long'])
})

test.each([
  ['is_archived', 'archived'],
  ['restricted_action', 'not allowed to post'],
  ['restricted_action_thread_locked', 'not allowed to post'],
  ['not_in_channel', 'not in that channel'],
  ['channel_not_found', 'closed to me'],
])('who asks where Slack answers %s hears so in a direct message', async (error, reason) => {
  const { workspace } = await openHallway()
  workspace.fail('chat.postMessage', { error })
  await workspace.say('#talks', '@Hallway queues')
  const told = await workspace.until(() => workspace.messages('dm')[0], 'a word')
  expect(seen(told)).toContain(reason)
  expect(seen(told)).toContain('Please ask me in a direct message')
  expect(workspace.messages('#talks').filter((message) => message.bot_id)).toEqual([])
})

test('who cannot be reached by a direct message hears of a refused place in private there', async () => {
  const { workspace, privateReply } = await openHallway()
  workspace.fail('chat.postMessage', { error: 'restricted_action' }, { error: 'messages_tab_disabled' })
  await workspace.say('#talks', '@Hallway queues')
  expect(seen(await privateReply('#talks'))).toContain('not allowed to post')
})

test.each(['thread_not_found', 'cannot_reply_to_message'])(
  'who asks in a thread of which Slack says %s hears so in a direct message, and not again in the thread',
  async (error) => {
    const { workspace } = await openHallway()
    workspace.fail('chat.postMessage', { error })
    await workspace.say('#talks', '@Hallway queues')
    const told = await workspace.until(() => workspace.messages('dm')[0], 'a word')
    expect(seen(told)).toMatch(/thread where you asked.* not there any more.* Please ask me again/)
    expect(workspace.messages('#talks').filter((message) => message.bot_id)).toEqual([])
  },
)

test('what a database that takes nothing keeps from being saved is told by its reason', async () => {
  const store = await openTestStore()
  const full = () =>
    Promise.reject(new StoreError({ code: 'disk-full', message: 'no room', advice: 'Free some space.' }))
  const { workspace, privateReply } = await openHallway({ store: { ...store, saveTipSubscription: full } })
  await workspace.command('/talks', 'tips on every day at 9:00 UTC', '#talks')
  expect(seen(await privateReply('#talks'))).toMatch(/^Something is wrong with my database.* try again/)
})

test('full notes that Slack does not show are apologised for to the clicker', async () => {
  const { workspace, log, answerTo, privateReply } = await openHallway()
  const { ts } = await workspace.say('#talks', '@Hallway queues deliver twice')
  const answer = await answerTo('#talks', ts)
  workspace.fail('views.open', { error: 'expired_trigger_id' })
  const block = answer.blocks?.find(({ type }) => type === 'actions')
  await workspace.click(answer, 'full_notes', { blockId: block?.block_id })
  expect(seen(await privateReply('#talks'))).toMatch(/^Something went wrong on my side/)
  expect(errors(log)).toEqual(['error: Button full_notes failed: Slack answered expired_trigger_id'])
})

test('a failure of our own is apologised for, and says nothing of its inside', async () => {
  const answers = {
    ...tinyAnswers(),
    answerQuestion: () => Promise.reject(new TypeError('index is\nundefined')),
  }
  const { workspace, log, privateReply } = await openHallway({ answers: () => answers })
  await workspace.command('/talks', 'queues', '#general')
  expect(seen(await privateReply('#general'))).not.toMatch(/undefined|TypeError/)
  expect(errors(log)).toEqual(['error: Command /talks failed: TypeError: index is undefined'])
})

test('suggested questions that cannot be set are a warning, and nothing is said', async () => {
  const { workspace, log } = await openHallway()
  workspace.fail('assistant.threads.setSuggestedPrompts', { error: 'unknown_method' })
  workspace.openMessagesTab()
  await workspace.until(
    () => workspace.calls('assistant.threads.setSuggestedPrompts').length > 0,
    'the attempt',
  )
  await expect.poll(() => log.filter((line) => line.startsWith('warn'))).toHaveLength(1)
  expect(workspace.messages('dm')).toEqual([])
  expect(errors(log)).toEqual([])
})

test('where every way to answer fails, the log has one error and Hallway goes on', async () => {
  const { workspace, log, answerTo } = await openHallway()
  workspace.fail('chat.postMessage', { error: 'is_archived' }, { error: 'is_archived' })
  await workspace.say('#talks', '@Hallway queues')
  await expect.poll(() => errors(log)).toHaveLength(1)
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
})
