import { expect, test } from 'vitest'
import type { OpenStore } from '../../src/store/open-store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { createClock } from '../../src/tips/clock.ts'
import { freePort } from '../helpers/free-port.ts'
import { openHallway, openTestStore } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

async function openWithTips(change: (store: OpenStore) => OpenStore = (store) => store) {
  const [port, clock] = [await freePort(), createClock()]
  const opened = await openHallway({
    store: change(await openTestStore()),
    parts: ({ botToken }) => ({
      port,
      connection: { kind: 'http', botToken, signingSecret },
      // Between two looks for what was left open, a hundredth of the time passes.
      clock: { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) },
    }),
  })
  const { workspace, store } = opened
  const channel = { teamId: workspace.teamId, channelId: workspace.channel('#talks').id }
  await store.saveTipSubscription({ ...channel, settings: {}, setUpBy: workspace.you.id, state: 'off' })
  const slack = slackRequests(port, workspace.teamId)
  return { ...opened, slack, subscription: () => store.tipSubscription(channel) }
}

test('when Hallway is removed from a workspace, all that is stored of it is deleted', async () => {
  const { workspace, slack, subscription, log } = await openWithTips()
  workspace.fail('auth.test', { error: 'account_inactive' })
  await slack.event({ type: 'app_uninstalled' })
  await expect.poll(subscription).toBeUndefined()
  await expect
    .poll(() => log.join())
    .toMatch(/Hallway was removed from .*: all that was stored of it is deleted/)
})

test.each([{ error: 'internal_error' }, { error: 'missing_scope' }, { status: 503 }] as const)(
  'a notice deletes nothing as long as Slack does not refuse the token, but says %o, and all once it does',
  async (fault) => {
    const { workspace, slack, subscription, log } = await openWithTips()
    for (let tries = 0; tries < 4; tries += 1) workspace.fail('auth.test', fault)
    await slack.event({ type: 'app_uninstalled' })
    await expect.poll(() => log.join()).toMatch(/Leaving .* failed, and is tried again/)
    expect(await subscription()).toBeDefined()
    workspace.fail('auth.test', { error: 'account_inactive' })
    await expect.poll(subscription).toBeUndefined()
    expect(log.filter((line) => /failed|tried again|no way left/.test(line))).toHaveLength(1)
  },
)

test('all is deleted once the store can, though it could not at first', async () => {
  let fails = true
  const failure = new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' })
  const { workspace, slack, subscription, log } = await openWithTips((store) => ({
    ...store,
    deleteWorkspace: (teamId) => (fails ? Promise.reject(failure) : store.deleteWorkspace(teamId)),
  }))
  for (let tries = 0; tries < 9; tries += 1) workspace.fail('auth.test', { error: 'account_inactive' })
  await slack.event({ type: 'app_uninstalled' })
  await expect.poll(() => log.join()).toMatch(/Leaving .* failed, and is tried again/)
  fails = false
  await expect.poll(subscription).toBeUndefined()
})

test('an old notice that comes when Hallway is there again deletes nothing', async () => {
  const { slack, subscription, log } = await openWithTips()
  await slack.event({ type: 'app_uninstalled' })
  await expect.poll(() => log.join()).toMatch(/nothing is deleted/)
  expect(await subscription()).toBeDefined()
})
