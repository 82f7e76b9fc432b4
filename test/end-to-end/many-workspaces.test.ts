/** Several workspaces on one Hallway: how they come, what they see, and how they leave. */
import { createEmulator } from 'emulate'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { SealFailure } from '../../src/app-for-many.ts'
import { IndexingFailure } from '../../src/library/indexing-failure.ts'
import { openLibrary } from '../../src/library/library.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { actionIds } from '../../src/slack/blocks/buttons-and-values.ts'
import type { WorkspaceIds } from '../../src/slack/installations/installations.ts'
import { createSeal } from '../../src/slack/installations/seal.ts'
import type { Store } from '../../src/store/store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { createClock } from '../../src/tips/clock.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { createWorkspaceNotes } from '../../src/workspace-notes.ts'
import { harbourCorpus } from '../corpora/harbour.ts'
import { freePort } from '../helpers/free-port.ts'
import { bullets, makeCorpus, makeTalk, passage } from '../helpers/make-talk.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import {
  beginInstall,
  completeInstall,
  grantOf,
  grantOfOrganization,
  manyConnection,
  openMany,
  openSlack,
  openTeam,
} from './many-workspaces.ts'
import { openTestStore, seen } from './open-hallway.ts'

const kettles = makeTalk('kettles', {
  title: 'Kettles that whistle',
  summary: passage('A kettle whistles at a hundred degrees.'),
  takeaways: bullets(['Fill kettles to the half, and no more.', 'Descale a kettle each month.']),
})
const answersIn = (corpus: Corpus) => createAnswers(corpus, createLunrEngine(corpus))
const answersByTeam = new Map([
  ['TA', answersIn(harbourCorpus)],
  ['TB', answersIn(makeCorpus(kettles))],
])
const answersOf = async ({ teamId }: WorkspaceIds) => {
  const answers = answersByTeam.get(teamId)!
  return () => answers
}

async function openTwo() {
  const slack = await openSlack()
  const [a, b] = [await openTeam(slack, 'TA'), await openTeam(slack, 'TB')]
  const store = await openTestStore()
  const many = await openMany(slack, store, { answersOf })
  for (const { teamId } of [a, b]) expect((await many.install(`code-${teamId}`)).status).toBe(200)
  return { slack, a, b, store, many }
}

const said = async (workspace: Workspace, text: string) => {
  const { ts } = await workspace.say('dm', text)
  const { id: channel } = workspace.channel('dm')
  return { type: 'message', channel, channel_type: 'im', user: workspace.you.id, ts, text }
}

const answerIn = async (workspace: Workspace, ts: string) =>
  seen(
    await workspace.until(
      () => workspace.thread('dm', ts).find((reply) => reply.bot_id),
      `an answer in ${workspace.teamId}`,
    ),
  )

describe('two workspaces side by side', () => {
  test('are answered each from its own notes, by its own token, and in no other place', async () => {
    const { a, b, many } = await openTwo()
    const [inA, inB] = [await said(a, 'kettles'), await said(b, 'kettles')]
    expect(await many.slackOf('TA').event(inA)).toBe(200)
    expect(await many.slackOf('TB').event(inB)).toBe(200)
    expect(await answerIn(b, inB.ts)).toContain('Kettles that whistle')
    expect(await answerIn(a, inA.ts)).not.toContain('whistle')
    expect(a.calls('chat.postMessage')).toHaveLength(1)
    expect(b.calls('chat.postMessage')).toHaveLength(1)
    // Once, when it was added: from then on Slack need not be asked before there can be an answer.
    expect(a.calls('auth.test')).toHaveLength(1)
  })

  test('show nothing of the other to who asks with its ids', async () => {
    const { a, b, store, many } = await openTwo()
    const { id: channel } = a.channel('dm')
    const slack = many.slackOf('TA')
    // Settings of the other, in a channel of the same id: ids are a workspace's own.
    const settings = {
      time: '04:44',
      zone: 'UTC',
      weekdays: [1],
      filter: { kind: 'tags', tags: ['whistle'] },
    }
    await store.saveTipSubscription({
      teamId: 'TB',
      channelId: channel,
      state: 'on',
      settings,
      setUpBy: 'U9',
    })
    const values = [
      `v1 ${kettles.id}`,
      `v1 ${kettles.id}#0123456789ab`,
      `v1 0 ${kettles.id}`,
      'v1 0@0123456789ab kettles event:odd',
      'v1 0 list talks',
      `v1 0 ${kettles.id}`,
      'v1 tips status',
    ]
    let clicks = 0
    for (const id of Object.values(actionIds)) {
      for (const value of values) {
        clicks += 1
        const action = {
          type: 'button',
          block_id: 'b',
          action_ts: '1',
          action_id: id.endsWith('_') ? `${id}0` : id,
          value,
        }
        const status = await slack.action({
          type: 'block_actions',
          // How many questions one person may have waiting is limited.
          user: { id: `U${clicks}` },
          channel: { id: channel },
          container: { message_ts: `${clicks}.1` },
          trigger_id: `click-${clicks}`,
          response_url: `${many.base}/nowhere`,
          actions: [action],
        })
        expect(status).toBe(200)
      }
    }
    const words = await said(a, 'tips status')
    await slack.event(words)
    expect(await answerIn(a, words.ts)).not.toContain('whistle')
    const last = await said(a, 'list talks')
    await slack.event(last)
    expect(await answerIn(a, last.ts)).toContain('Queues that forgive')
    expect(JSON.stringify([a.calls(), a.views(), many.log])).not.toMatch(/whistle|Descale/)
    expect(b.calls().filter(({ method }) => method !== 'auth.test')).toEqual([])
    expect(await store.tipSubscription({ teamId: 'TB', channelId: channel })).toMatchObject({
      settings,
      setUpBy: 'U9',
    })
  })

  test('have their daily tips, each from its own notes by its own token', async () => {
    const { a, b, many } = await openTwo()
    // Slack is given tips an hour ahead.
    const soon = new Date(Date.now() + 30 * 60_000).toISOString().slice(11, 16)
    for (const workspace of [a, b]) {
      const words = await said(workspace, `tips every day at ${soon} UTC`)
      await many.slackOf(workspace.teamId).event(words)
      expect(await answerIn(workspace, words.ts)).toContain('Daily tips are on')
    }
    await many.hallway.lookForTips()
    const tipsOf = (workspace: Workspace) => workspace.scheduled().map(({ text }) => text)
    expect(tipsOf(a)).toEqual([expect.stringMatching(/Queues that forgive|Lighthouses/)])
    expect(tipsOf(b)).toEqual([expect.stringContaining('Kettles that whistle')])
  })

  test('a workspace that has not let Hallway in gets nothing, and is acknowledged', async () => {
    const { a, b, many } = await openTwo()
    expect(await many.slackOf('TC').event(await said(a, 'queues'))).toBe(200)
    await expect
      .poll(() => many.log)
      .toContainEqual(expect.stringContaining('TC, which has not let Hallway in'))
    expect([...a.calls('chat.postMessage'), ...b.calls('chat.postMessage')]).toEqual([])
  })
})

describe('letting Hallway in', () => {
  async function openOne() {
    const slack = await openSlack()
    await openTeam(slack, 'TA')
    const store = await openTestStore()
    return { slack, store, many: await openMany(slack, store) }
  }

  test('leads to Slack with what Hallway asks for, and binds the browser', async () => {
    const { many } = await openOne()
    const { to, cookie } = await beginInstall(many.base)
    expect(to.pathname).toBe('/oauth/v2/authorize')
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ scope: 'chat:write', client_id: '1111.2222' })
    expect(cookie).toContain(to.searchParams.get('state'))
  })

  test('works once, in the browser that began it, with a state that was given', async () => {
    const { slack, store, many } = await openOne()
    const { state, cookie } = await beginInstall(many.base)
    const code = 'code-TA'
    const other = await beginInstall(many.base)
    const forged = `${state.slice(0, -2)}xx`
    for (const wrong of [
      { code, state, cookie: '' },
      { code, state, cookie: other.cookie },
      { code, state: forged, cookie: `slack-app-oauth-state=${forged}` },
      { code, state: '', cookie },
      { code: '', state, cookie },
    ]) {
      const response = await completeInstall(many.base, wrong)
      expect(response.status).toBe(400)
      expect(await response.text()).toMatch(/^Hallway was not added: .* open \/slack\/install/)
    }
    expect(await store.installations()).toEqual([])
    expect(slack.granted).toEqual([])
    expect((await completeInstall(many.base, { code, state, cookie })).status).toBe(200)
    expect((await completeInstall(many.base, { code, state, cookie })).status).toBe(400)
    expect(slack.granted).toEqual([code])
  })

  test('ends after ten minutes', async () => {
    const { slack, store } = await openOne()
    let ahead = 0
    const clock = {
      now: () => Date.now() + ahead,
      steady: () => performance.now(),
      sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 1_000)),
    }
    const many = await openMany(slack, store, { clock })
    const { state, cookie } = await beginInstall(many.base)
    ahead = 11 * 60_000
    expect((await completeInstall(many.base, { code: 'code-TA', state, cookie })).status).toBe(400)
  })

  test('is told apart from going back, and from what Slack refuses', async () => {
    const { many } = await openOne()
    const back = await fetch(`${many.base}/slack/oauth_redirect?error=access_denied`)
    expect([back.status, await back.text()]).toEqual([200, expect.stringMatching(/^Nothing was added/)])
    expect((await many.install('no-code')).status).toBe(400)
    expect((await fetch(`${many.base}/slack/install`, { method: 'POST' })).status).toBe(405)
  })

  test('that strangers only pretend to fills no log, and hides none that fails', async () => {
    const { slack, many } = await openOne()
    for (let turn = 0; turn < 100; turn += 1)
      await fetch(`${many.base}/slack/oauth_redirect?code=a&state=b${turn % 2 ? '' : '&error=no'}`)
    const told = () => many.log.filter((line) => line.startsWith('warn: An installation was not completed: '))
    expect(told().length).toBe(10)
    slack.grants.set('refused', { ok: false, error: 'bad_client_secret' })
    await many.install('refused')
    expect(told().slice(10)).toEqual([expect.stringMatching(/bad_client_secret$/)])
  })

  test('that fails through Slack or the database is said to, and works once that is over', async () => {
    const slack = await openSlack()
    await openTeam(slack, 'TA')
    const store = await openTestStore()
    const failing = new Set<'claimDelivery' | 'saveInstallation'>()
    const away = () =>
      Promise.reject(new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' }))
    const many = await openMany(slack, {
      ...store,
      claimDelivery: (...claim) => (failing.has('claimDelivery') ? away() : store.claimDelivery(...claim)),
      saveInstallation: (...save) =>
        failing.has('saveInstallation') ? away() : store.saveInstallation(...save),
    })
    const fails = async (code = 'code-TA') => {
      const page = await many.install(code)
      expect(page.status).toBe(500)
      expect(await page.text()).toMatch(/^Hallway was not added: Slack or .* open \/slack\/install/)
      failing.clear()
      expect(await store.installations()).toEqual([])
    }
    failing.add('claimDelivery')
    await fails()
    failing.add('saveInstallation')
    await fails()
    for (const error of ['internal_error', 'bad_client_secret']) {
      slack.grants.set('refused', { ok: false, error })
      await fails('refused')
    }
    expect((await many.install('code-TA')).status).toBe(200)
  })

  test('of one link that is opened twice at once adds Hallway once', async () => {
    const { slack, store, many } = await openOne()
    const { state, cookie } = await beginInstall(many.base)
    const twice = [0, 1].map(() => completeInstall(many.base, { code: 'code-TA', state, cookie }))
    const statuses = (await Promise.all(twice)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 400])
    expect(slack.granted).toEqual(['code-TA'])
    expect(await store.installations()).toHaveLength(1)
  })

  test('ends in a page, whatever a browser sends', async () => {
    const { store, many } = await openOne()
    const words = fc.string({ unit: 'grapheme', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(words, words), words, fc.boolean(), async (fields, state, isMine) => {
        const query = new URLSearchParams({ ...fields, ...(isMine && { state, code: 'code-TA' }) })
        const cookie = `slack-app-oauth-state=${encodeURIComponent(state)}`
        const response = await fetch(`${many.base}/slack/oauth_redirect?${query}`, { headers: { cookie } })
        expect([200, 400]).toContain(response.status)
        expect(await response.text()).toMatch(/^(Hallway was not added|Nothing was added)/)
      }),
      { numRuns: 60 },
    )
    expect(await store.installations()).toEqual([])
  })

  test('keeps the token sealed, and says it nowhere', async () => {
    const { store, many } = await openOne()
    await many.install('code-TA')
    const [installation] = await store.installations()
    expect(JSON.stringify(installation)).not.toContain('xoxb')
    expect(many.log.join('\n')).not.toMatch(/xoxb-TA|client-secret/)
  })

  test('goes on with a new key, which seals anew, and not without the old one', async () => {
    const { slack, store, many } = await openOne()
    await many.install('code-TA')
    const [before] = await store.installations()
    const key = Buffer.alloc(32, 9).toString('base64')
    const withKeys = (...tokenKeys: readonly string[]) =>
      openMany(slack, store, { connection: { ...manyConnection, tokenKeys } })
    await expect(withKeys(key)).rejects.toThrow(
      new SealFailure(
        'The token of TA was sealed with a key that is not in HALLWAY_TOKEN_KEY. Add that key behind the others, with a comma between.',
      ),
    )
    await withKeys(key, ...manyConnection.tokenKeys)
    const [after] = await store.installations()
    expect(after!.sealed).not.toBe(before!.sealed)
    await withKeys(key)
  })
})

describe('a token that expires', () => {
  test('is renewed before, by one of several processes, and the others go on with what it got', async () => {
    const slack = await openSlack()
    const a = await openTeam(slack, 'TA')
    const expiring = (token: string, refresh_token: string, expires_in: number) => {
      slack.tokens.set(token, a)
      return { ...grantOf(a, token), refresh_token, expires_in }
    }
    slack.grants.set('code-TA', expiring('xoxe.xoxb-1', 'xoxe-1', 60 * 60))
    slack.grants.set('xoxe-1', expiring('xoxe.xoxb-2', 'xoxe-2', 12 * 60 * 60))
    const store = await openTestStore()
    const replicas = [await openMany(slack, store), await openMany(slack, store)]
    await replicas[0]!.install('code-TA')
    const words = await Promise.all(Array.from({ length: 8 }, () => said(a, 'queues')))
    await Promise.all(words.map((event, index) => replicas[index % 2]!.slackOf('TA').event(event)))
    for (const { ts } of words) expect(await answerIn(a, ts)).toContain('Queues that forgive')
    expect(slack.granted.filter((given) => given === 'xoxe-1')).toHaveLength(1)
    // The first is over by now.
    slack.tokens.delete('xoxe.xoxb-1')
    const last = await said(a, 'queues')
    await replicas[1]!.slackOf('TA').event(last)
    expect(await answerIn(a, last.ts)).toContain('Queues that forgive')
    expect(slack.granted).toEqual(['code-TA', 'xoxe-1'])
  })

  test.each([
    ['ahead', 1],
    ['behind', -1],
  ])(
    'is renewed in time though this machine’s clock was a day %s when Hallway was added',
    async (_, days) => {
      const slack = await openSlack()
      const a = await openTeam(slack, 'TA')
      const expiring = (refresh_token: string, expires_in: number) => ({
        ...grantOf(a, 'xoxb-TA-1'),
        ...{ refresh_token, expires_in },
      })
      slack.grants.set('code-TA', expiring('xoxe-1', 60 * 60))
      slack.grants.set('xoxe-1', expiring('xoxe-2', 12 * 60 * 60))
      const many = await openMany(slack, await openTestStore())
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 24 * 60 * 60_000 })
      onTestFinished(() => void vi.useRealTimers())
      expect((await many.install('code-TA')).status).toBe(200)
      vi.useRealTimers()
      for (const _time of ['first', 'second']) {
        const words = await said(a, 'queues')
        await many.slackOf('TA').event(words)
        expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
        // The one that lasts for twelve hours needs none.
        expect(slack.granted).toEqual(['code-TA', 'xoxe-1'])
      }
    },
  )

  test('is used on if Slack cannot renew it now', async () => {
    const slack = await openSlack()
    const a = await openTeam(slack, 'TA')
    slack.grants.set('code-TA', { ...grantOf(a, 'xoxb-TA-1'), refresh_token: 'xoxe-1', expires_in: 60 * 60 })
    slack.grants.set('xoxe-1', { ok: false, error: 'internal_error' })
    const many = await openMany(slack, await openTestStore())
    await many.install('code-TA')
    const words = await said(a, 'queues')
    await many.slackOf('TA').event(words)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
    expect(many.log.join('\n')).toContain('The token of TA could not be renewed, and is used on')
  })
})

describe('leaving', () => {
  const subscription = { channelId: 'C1', state: 'on', settings: {}, setUpBy: 'U1' } as const

  test.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['U0LOCALBOT'], oauth: [] } }],
  ])('by %s deletes everything of the workspace, and nothing of another', async (_name, event) => {
    const { slack, store, many } = await openTwo()
    for (const teamId of ['TA', 'TB']) await store.saveTipSubscription({ teamId, ...subscription })
    slack.tokens.delete('xoxb-TA-1')
    expect(await many.slackOf('TA').event(event)).toBe(200)
    await expect.poll(() => store.installation('TA')).toBeUndefined()
    expect(await store.tipSubscription({ teamId: 'TA', channelId: 'C1' })).toBeUndefined()
    expect(await store.installation('TB')).toBeDefined()
    expect(await store.tipSubscription({ teamId: 'TB', channelId: 'C1' })).toBeDefined()
    // Twice does no more.
    expect(await many.slackOf('TA').event(event)).toBe(200)
    await expect.poll(() => many.log.filter((line) => line.includes('was removed from TA')).length).toBe(2)
    expect(await store.installation('TB')).toBeDefined()
  })

  describe('deletes everything, once it can be done,', () => {
    /** With a clock on which, between two looks for what was left open, a hundredth of the time passes. */
    async function openRemoved(change: (store: Awaited<ReturnType<typeof openTestStore>>) => typeof store) {
      const slack = await openSlack()
      const a = await openTeam(slack, 'TA')
      const store = await openTestStore()
      const clock = createClock()
      const quick: typeof clock = { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) }
      const many = await openMany(slack, change(store), { answersOf, clock: quick })
      await many.install('code-TA')
      await store.saveTipSubscription({ teamId: 'TA', ...subscription })
      const isGone = async () =>
        (await store.installation('TA')) === undefined &&
        (await store.tipSubscription({ teamId: 'TA', channelId: 'C1' })) === undefined
      return { slack, a, store, quick, many, isGone }
    }
    const notice = { type: 'app_uninstalled' }

    test('though Slack could not say at first whether it is so', async () => {
      const { slack, a, many, isGone } = await openRemoved((store) => store)
      a.fail('auth.test', { error: 'internal_error' })
      expect(await many.slackOf('TA').event(notice)).toBe(200)
      await expect.poll(() => many.log.join('\n')).toContain('Leaving TA failed')
      slack.tokens.delete('xoxb-TA-1')
      await expect.poll(isGone).toBe(true)
    })

    test('though the database could not do it at first', async () => {
      let fails = true
      const { slack, many, isGone } = await openRemoved((store) => ({
        ...store,
        deleteInstalled: (...installed) =>
          fails
            ? Promise.reject(new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' }))
            : store.deleteInstalled(...installed),
      }))
      slack.tokens.delete('xoxb-TA-1')
      await many.slackOf('TA').event(notice)
      await expect.poll(() => many.log.join('\n')).toContain('Leaving TA failed')
      fails = false
      await expect.poll(isGone).toBe(true)
    })

    test('though the process dies that was to do it', async () => {
      const dead = Promise.withResolvers<false>()
      const { slack, store, quick, many, isGone } = await openRemoved((opened) => ({
        ...opened,
        deleteInstalled: () => dead.promise,
        beat: async () => {},
      }))
      onTestFinished(() => dead.resolve(false))
      slack.tokens.delete('xoxb-TA-1')
      expect(await many.slackOf('TA').event(notice)).toBe(200)
      await openMany(slack, store, { answersOf, clock: quick })
      await expect.poll(isGone).toBe(true)
    })
  })

  test.each([
    ['a notice', []],
    ['a second notice', ['app_uninstalled']],
  ])('by %s does not take what is added anew meanwhile along', async (_name, before) => {
    const slack = await openSlack()
    const a = await openTeam(slack, 'TA')
    const store = await openTestStore()
    let addAnew = async (): Promise<unknown> => undefined
    const many = await openMany(slack, {
      ...store,
      deleteInstalled: (...words) => addAnew().then(() => store.deleteInstalled(...words)),
      deleteWorkspace: (...words) => addAnew().then(() => store.deleteWorkspace(...words)),
    })
    await many.install('code-TA')
    slack.tokens.delete('xoxb-TA-1')
    for (const type of before) await many.slackOf('TA').event({ type })
    await expect.poll(() => many.log.length).toBe(1 + before.length)
    addAnew = () => {
      addAnew = async () => undefined
      slack.tokens.set('xoxb-TA-2', a)
      slack.grants.set('again', grantOf(a, 'xoxb-TA-2'))
      return many.install('again')
    }
    await many.slackOf('TA').event({ type: 'tokens_revoked', tokens: { bot: ['U0LOCALBOT'] } })
    await expect.poll(() => many.log.length).toBe(3 + before.length)
    expect(many.log.at(-1)).toContain('An old notice says that Hallway was removed from TA')
    expect(await store.installation('TA')).toBeDefined()
  })

  test('by a notice that comes after Hallway was added anew deletes nothing', async () => {
    const { slack, a, store, many } = await openTwo()
    slack.tokens.delete('xoxb-TA-1')
    slack.tokens.set('xoxb-TA-2', a)
    slack.grants.set('again', grantOf(a, 'xoxb-TA-2'))
    await many.install('again')
    await store.saveTipSubscription({ teamId: 'TA', ...subscription })
    await many.slackOf('TA').event({ type: 'app_uninstalled' })
    await expect
      .poll(() => many.log.join('\n'))
      .toContain('An old notice says that Hallway was removed from TA')
    expect(await store.tipSubscription({ teamId: 'TA', channelId: 'C1' })).toBeDefined()
    const words = await said(a, 'queues')
    await many.slackOf('TA').event(words)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
  })
})

describe('a notice that Hallway was removed, heard when the token has expired,', () => {
  /** Added with a token that is over, and which no request has renewed since. */
  async function openExpired() {
    const slack = await openSlack()
    const a = await openTeam(slack, 'TA')
    const store = await openTestStore()
    // A clock that was ahead when Hallway was added, or a night in which nobody asked.
    const expiring = { ...grantOf(a, 'xoxb-TA-1'), refresh_token: 'xoxe-1', expires_in: 12 * 60 * 60 }
    slack.grants.set('code-TA', expiring)
    const clock = createClock()
    const quick: typeof clock = { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) }
    const many = await openMany(slack, store, { clock: quick })
    await many.install('code-TA')
    slack.tokens.delete('xoxb-TA-1')
    slack.expired.add('xoxb-TA-1')
    const tips = { teamId: 'TA', channelId: 'C1' }
    await store.saveTipSubscription({ ...tips, state: 'on', settings: {}, setUpBy: 'U1' })
    const renew = () => {
      slack.tokens.set('xoxb-TA-2', a)
      slack.grants.set('xoxe-1', { ...expiring, access_token: 'xoxb-TA-2', refresh_token: 'xoxe-2' })
    }
    const areKept = async () => (await store.tipSubscription(tips)) !== undefined
    return { slack, a, store, many, renew, areKept }
  }
  const notice = { type: 'app_uninstalled' }

  test('deletes nothing if it can be renewed, for Hallway is there', async () => {
    const { a, many, renew, areKept } = await openExpired()
    renew()
    expect(await many.slackOf('TA').event(notice)).toBe(200)
    await expect
      .poll(() => many.log.join('\n'))
      .toContain('An old notice says that Hallway was removed from TA')
    expect(await areKept()).toBe(true)
    const words = await said(a, 'queues')
    await many.slackOf('TA').event(words)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
  })

  test('waits while Slack cannot renew it', async () => {
    const { slack, store, many, renew, areKept } = await openExpired()
    slack.grants.set('xoxe-1', { ok: false, error: 'internal_error' })
    expect(await many.slackOf('TA').event(notice)).toBe(200)
    await expect.poll(() => many.log.join('\n')).toContain('Leaving TA failed')
    expect(await areKept()).toBe(true)
    renew()
    await expect.poll(() => store.openQuestions('', 1)).toEqual([])
    expect(await areKept()).toBe(true)
  })

  test('deletes everything if Slack does not take what renews it either', async () => {
    const { store, many, areKept } = await openExpired()
    expect(await many.slackOf('TA').event(notice)).toBe(200)
    await expect.poll(areKept).toBe(false)
    expect(await store.installation('TA')).toBeUndefined()
  })

  /** The notice as Slack dates it. */
  const dated = (event_time: number) =>
    JSON.stringify({ type: 'event_callback', team_id: 'TA', event_id: 'EvLeft', event_time, event: notice })
  const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600

  test('deletes nothing if it is older than the token, and the answer that renewed it was lost', async () => {
    const { many, areKept } = await openExpired()
    expect(await many.slackOf('TA').raw(dated(anHourAgo()))).toBe(200)
    await expect
      .poll(() => many.log.join('\n'))
      .toContain('An old notice says that Hallway was removed from TA')
    expect(await areKept()).toBe(true)
  })

  test('nor if that is found out later', async () => {
    const { slack, store, many, areKept } = await openExpired()
    slack.grants.set('xoxe-1', { ok: false, error: 'internal_error' })
    expect(await many.slackOf('TA').raw(dated(anHourAgo()))).toBe(200)
    await expect.poll(() => many.log.join('\n')).toContain('Leaving TA failed')
    slack.grants.delete('xoxe-1')
    await expect.poll(() => store.openQuestions('', 1)).toEqual([])
    expect(await areKept()).toBe(true)
  })

  test('nor if the token was stored before it was noted when Slack gave it', async () => {
    const { store, many, areKept } = await openExpired()
    const seal = createSeal(manyConnection.tokenKeys.map((key) => Buffer.from(key, 'base64')))
    const { sealed } = (await store.installation('TA'))!
    const { givenAt, ...older } = JSON.parse(seal.open(sealed, 'TA')!)
    expect(givenAt).toBeDefined()
    await store.saveInstallation('TA', seal.seal(JSON.stringify(older), 'TA'))
    expect(await many.slackOf('TA').raw(dated(anHourAgo()))).toBe(200)
    await expect
      .poll(() => many.log.join('\n'))
      .toContain('An old notice says that Hallway was removed from TA')
    expect(await areKept()).toBe(true)
  })

  test('deletes everything then if it is newer than the token', async () => {
    const { store, many, areKept } = await openExpired()
    expect(await many.slackOf('TA').raw(dated(Math.floor(Date.now() / 1000) + 1))).toBe(200)
    await expect.poll(areKept).toBe(false)
    expect(await store.installation('TA')).toBeUndefined()
  })
})

test('an organization lets Hallway into its workspaces, and takes it out of all', async () => {
  const slack = await openSlack()
  const [a, b] = [await openTeam(slack, 'TA'), await openTeam(slack, 'TB')]
  // One token for both: which of them is meant stands in the request.
  slack.tokens.set('xoxb-org', a)
  slack.grants.set('org', grantOfOrganization(a, 'xoxb-org'))
  const store = await openTestStore()
  const many = await openMany(slack, store, { answersOf })
  expect((await many.install('org')).status).toBe(200)
  expect((await store.installations()).map(({ teamId }) => teamId)).toEqual(['E1'])
  const words = await said(a, 'kettles')
  for (const team_id of ['TB', 'TA']) {
    const body = {
      type: 'event_callback',
      team_id,
      enterprise_id: 'E1',
      authorizations: [{ team_id, enterprise_id: 'E1', is_enterprise_install: true }],
      event_id: `Ev${team_id}`,
      event: words,
    }
    expect(await many.slackOf(team_id).raw(JSON.stringify(body))).toBe(200)
  }
  await expect.poll(() => a.calls('chat.postMessage').length).toBe(2)
  expect(JSON.stringify(a.calls('chat.postMessage'))).toContain('Kettles that whistle')
  expect(await store.organizationOf('TB')).toBe('E1')
  for (const teamId of ['TA', 'TB'])
    await store.saveTipSubscription({ teamId, channelId: 'C1', state: 'on', settings: {}, setUpBy: 'U1' })
  slack.tokens.delete('xoxb-org')
  await many.slackOf('TA').raw(
    JSON.stringify({
      type: 'event_callback',
      team_id: 'TA',
      enterprise_id: 'E1',
      event_id: 'EvGone',
      event: { type: 'app_uninstalled' },
    }),
  )
  await expect.poll(() => store.installations()).toEqual([])
  for (const teamId of ['TA', 'TB'])
    expect(await store.tipSubscription({ teamId, channelId: 'C1' })).toBeUndefined()
  expect(b.calls('chat.postMessage')).toEqual([])
})

/** A click on words about tips, and the settings' window with its inputs, as Slack delivers them. */
const tipClick = (words: string) => ({
  type: 'block_actions',
  channel: { id: 'C1' },
  container: { message_ts: '1.1' },
  trigger_id: `click ${words}`,
  response_url: 'http://127.0.0.1:9/nowhere',
  actions: [
    {
      type: 'button',
      block_id: 'b',
      action_ts: '1',
      action_id: `${actionIds.sayTips}0`,
      value: `v1 ${words}`,
    },
  ],
})
const tipWindow = (time: string, appInstalledTeamId: string) => ({
  type: 'view_submission',
  trigger_id: `window ${time}`,
  view: {
    id: 'V1',
    app_installed_team_id: appInstalledTeamId,
    callback_id: 'tip_settings',
    private_metadata: JSON.stringify({ channelId: 'C1', zone: 'UTC' }),
    state: {
      values: {
        state: { state: { selected_option: { value: 'on' } } },
        time: { time: { selected_time: time } },
        zone: { zone: { selected_option: { value: 'UTC' } } },
        weekdays: { weekdays: { selected_options: [{ value: '1' }] } },
        weeks: { weeks: { selected_option: { value: 'every' } } },
        source: { tip_source: { selected_option: { value: 'all' } } },
      },
    },
  },
})
const timeOf = async (store: Store, teamId: string) => {
  const { settings } = (await store.tipSubscription({ teamId, channelId: 'C1' })) ?? {}
  return (settings as { readonly time: string } | undefined)?.time
}

test('in an organization that has let Hallway in, for which Slack names no workspace, tips are set by click and window', async () => {
  const slack = await openSlack()
  const a = await openTeam(slack, 'TA')
  slack.tokens.set('xoxb-org', a)
  slack.grants.set('org', grantOfOrganization(a, 'xoxb-org'))
  const store = await openTestStore()
  const many = await openMany(slack, store, { answersOf })
  await many.install('org')
  const person = {
    user: { id: 'U1', team_id: 'TA' },
    team: null,
    enterprise: { id: 'E1', name: 'E1' },
    is_enterprise_install: true,
  }
  await many.slackOf('TA').action({ ...tipClick('every day at 14:00 UTC'), ...person })
  await expect.poll(() => timeOf(store, 'TA')).toBe('14:00')
  await many.slackOf('TA').action({ ...tipWindow('09:30', 'E1'), ...person })
  await expect.poll(() => timeOf(store, 'TA')).toBe('09:30')
})

test('who saves tips in a channel that two workspaces share saves them where Hallway is, not where they are from', async () => {
  const { store, many } = await openTwo()
  const person = { user: { id: 'U2', team_id: 'TB' }, team: { id: 'TB', domain: 'tb' } }
  await many.slackOf('TB').action({ ...tipWindow('09:30', 'TA'), ...person })
  await expect.poll(() => timeOf(store, 'TA')).toBe('09:30')
  expect(await timeOf(store, 'TB')).toBeUndefined()
})

test('who sets tips by words in such a channel, and cannot be told, hears that they are saved', async () => {
  const { a, store, many } = await openTwo()
  const { id: channel } = a.channel('#talks')
  const { ts } = await a.say('#talks', 'tips at 09:30 UTC')
  a.fail('chat.postMessage', { error: 'restricted_action' })
  const event = {
    type: 'app_mention',
    channel,
    user: a.you.id,
    ts,
    text: `<@${a.botUserId}> tips at 09:30 UTC`,
  }
  const delivery = {
    type: 'event_callback',
    // Of who wrote it; Hallway is in the other.
    team_id: 'TB',
    event_id: 'Ev1',
    authorizations: [{ enterprise_id: null, team_id: 'TA', user_id: a.botUserId, is_bot: true }],
    event,
  }
  expect(await many.slackOf('TB').raw(JSON.stringify(delivery))).toBe(200)
  const word = await a.until(() => a.ephemerals('#talks').at(-1) ?? a.messages('dm').at(-1), 'a private word')
  expect(await store.tipSubscription({ teamId: 'TA', channelId: channel })).toBeDefined()
  expect(seen(word)).toContain('The settings of the daily tips are saved')
})

describe('an organization that takes Hallway out of some of its workspaces', () => {
  async function openOrganization() {
    const slack = await openSlack()
    const a = await openTeam(slack, 'TA')
    slack.tokens.set('xoxb-org', a)
    slack.organizations.set('xoxb-org', ['TA', 'TB', 'TC'])
    slack.grants.set('org', grantOfOrganization(a, 'xoxb-org'))
    const store = await openTestStore()
    const many = await openMany(slack, store, { answersOf })
    await many.install('org')
    for (const teamId of ['TA', 'TB', 'TC']) {
      await store.saveOrganization(teamId, 'E1')
      await store.saveTipSubscription({ teamId, channelId: 'C1', state: 'on', settings: {}, setUpBy: 'U1' })
    }
    const revoke = (...team_ids: readonly unknown[]) =>
      many.slackOf('E1').raw(
        JSON.stringify({
          type: 'event_callback',
          team_id: 'E1',
          enterprise_id: 'E1',
          event_id: `EvRevoked${team_ids.join()}`,
          event: { type: 'team_access_revoked', team_ids },
        }),
      )
    const remaining = async () => {
      const teams = []
      for (const teamId of ['TA', 'TB', 'TC'])
        if (await store.tipSubscription({ teamId, channelId: 'C1' })) teams.push(teamId)
      return teams
    }
    return { slack, a, store, many, revoke, remaining }
  }

  test('has what is stored of these deleted, and nothing of the others', async () => {
    const { slack, a, store, many, revoke, remaining } = await openOrganization()
    slack.organizations.set('xoxb-org', ['TA'])
    expect(await revoke('TB', 7, 'TC')).toBe(200)
    await expect.poll(remaining).toEqual(['TA'])
    await expect.poll(() => many.log.join('\n')).toContain('Hallway was removed from TC')
    expect(await store.organizationOf('TB')).toBeUndefined()
    expect((await store.installations()).map(({ teamId }) => teamId)).toEqual(['E1'])
    const words = await said(a, 'queues')
    await many.slackOf('TA').event(words)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
  })

  test('loses nothing by an old notice about a workspace that has it again, nor by one that names none', async () => {
    const { many, revoke, remaining } = await openOrganization()
    expect(await revoke('TB')).toBe(200)
    await expect
      .poll(() => many.log.join('\n'))
      .toContain('An old notice says that Hallway was removed from TB')
    expect(await revoke()).toBe(200)
    expect(await remaining()).toEqual(['TA', 'TB', 'TC'])
  })

  test.each([
    ['is none', {}],
    ['is of another form', { teams: { TA: 'TA' } }],
    ['has no end', { teams: [{ id: 'TA' }], response_metadata: { next_cursor: 'more' } }],
  ])('loses nothing while Slack’s list of its workspaces %s', async (_name, list) => {
    const { slack, many, revoke, remaining } = await openOrganization()
    slack.organizations.set('xoxb-org', ['TA'])
    slack.oddLists.push({ ok: true, ...list })
    expect(await revoke('TB')).toBe(200)
    await expect.poll(() => many.log.join('\n')).toContain('Leaving TB failed')
    expect(await remaining()).toEqual(['TA', 'TB', 'TC'])
  })
})

test('a workspace whose notes cannot be read is told so with what to do, its tips wait, and it is answered once they can', async () => {
  const slack = await openSlack()
  const a = await openTeam(slack, 'TA')
  const corpora = writeFolder({
    'TA/tea-days-2024/kettles.md':
      '---\ntitle: Kettles that whistle\nspeakers: [Rosa]\n---\n\nThey do.\n\n## Takeaways\n\n- Fill kettles to the half.\n',
  })
  const store = await openTestStore()
  const reading = { fails: true }
  const notes = createWorkspaceNotes({
    ...{ common: undefined, corpora, corpusFor: [], dataFolder: temporaryFolder(), log: silent, retryMs: 20 },
    async open(options) {
      if (reading.fails) throw new IndexingFailure('The notes could not be indexed: out of memory.')
      return openLibrary(options)
    },
  })
  onTestFinished(() => notes.close())
  const many = await openMany(slack, store, { answersOf: notes.answersOf })
  await many.install('code-TA')
  const asked = await said(a, 'kettles')
  await many.slackOf('TA').event(asked)
  const told = await answerIn(a, asked.ts)
  expect(told).toContain('The notes of this workspace cannot be read at the moment.')
  expect(told).toContain('whoever runs Hallway')
  expect(told).not.toContain('memory')
  const help = await said(a, 'help')
  await many.slackOf('TA').event(help)
  expect(await answerIn(a, help.ts)).toContain('cannot be read at the moment')
  const soon = new Date(Date.now() + 30 * 60_000).toISOString().slice(11, 16)
  const channel = { teamId: 'TA', channelId: a.channel('dm').id }
  const settings = {
    time: soon,
    zone: 'UTC',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    filter: { kind: 'all' },
    since: Date.now(),
  }
  await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' })
  await many.hallway.lookForTips()
  expect(await store.tipSubscription(channel)).toMatchObject({ nextAt: 0 })
  expect([...notes.failures().values()]).toEqual(['The notes could not be indexed: out of memory.'])
  reading.fails = false
  await expect.poll(() => notes.failures().size).toBe(0)
  const again = await said(a, 'kettles')
  await many.slackOf('TA').event(again)
  expect(await answerIn(a, again.ts)).toContain('Kettles that whistle')
  await many.hallway.lookForTips()
  expect(a.scheduled().map(({ text }) => text)).toEqual([expect.stringContaining('Fill kettles')])
})

describe('while the database fails', () => {
  /** A workspace that has let Hallway in, and a database whose parts fail until they are let go. */
  async function openFailing() {
    const [slack, store] = [await openSlack(), await openTestStore()]
    const a = await openTeam(slack, 'TA')
    const failing = new Set<keyof typeof store>()
    const away = () =>
      Promise.reject(new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' }))
    const claimDelivery: typeof store.claimDelivery = (...claim) =>
      failing.has('claimDelivery') ? away() : store.claimDelivery(...claim)
    const installation: typeof store.installation = (teamId) =>
      failing.has('installation') ? away() : store.installation(teamId)
    const clock = createClock()
    const many = await openMany(
      slack,
      { ...store, claimDelivery, installation },
      {
        answersOf,
        // Between two looks for what was left open, a hundredth of the time passes.
        clock: { ...clock, sleep: (ms, signal) => clock.sleep(ms / 100, signal) },
      },
    )
    await many.install('code-TA')
    const replies = (ts: string) => a.thread('dm', ts).filter((reply) => reply.bot_id)
    return { a, many, failing, replies, slackOf: many.slackOf('TA') }
  }

  test('a workspace that was answered before is answered, once', async () => {
    const { a, failing, replies, slackOf } = await openFailing()
    const before = await said(a, 'queues')
    await slackOf.event(before)
    await answerIn(a, before.ts)
    failing.add('claimDelivery').add('installation')
    const words = await said(a, 'queues')
    expect(await slackOf.event(words)).toBe(200)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
    expect(await slackOf.event(words)).toBe(200)
    expect(replies(words.ts)).toHaveLength(1)
  })

  test('what a workspace asks first is left to Slack to deliver again, and then answered, once', async () => {
    const { a, failing, replies, slackOf } = await openFailing()
    failing.add('claimDelivery').add('installation')
    const words = await said(a, 'queues')
    expect(await slackOf.event(words)).toBe(500)
    failing.clear()
    for (let times = 0; times < 2; times += 1) expect(await slackOf.event(words)).toBe(200)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
    expect(replies(words.ts)).toHaveLength(1)
  })

  test('who asked what was written down, and could not be answered, is told so later', async () => {
    const { a, failing, slackOf } = await openFailing()
    failing.add('installation')
    const words = await said(a, 'queues')
    expect(await slackOf.event(words)).toBe(200)
    failing.clear()
    const told = await a.until(
      () => [...a.messages('dm'), ...a.ephemerals('dm')].find((one) => /^I could not reply/.test(seen(one))),
      'a reason',
    )
    expect(seen(told)).toContain('please ask me again')
  })
})

test('a workspace that is quiet for long lets its notes go, and is answered when it asks again', async () => {
  const slack = await openSlack()
  const a = await openTeam(slack, 'TA')
  const [opened, gone]: [string[], string[]] = [[], []]
  const many = await openMany(slack, await openTestStore(), {
    idleMs: 300,
    letGo: ({ teamId }) => gone.push(teamId),
    async answersOf(team) {
      opened.push(team.teamId)
      return answersOf(team)
    },
  })
  await many.install('code-TA')
  for (const times of [1, 2]) {
    const words = await said(a, 'queues')
    await many.slackOf('TA').event(words)
    expect(await answerIn(a, words.ts)).toContain('Queues that forgive')
    expect(opened).toHaveLength(times)
    await expect.poll(() => gone).toHaveLength(times)
  }
})

test('the way through Slack’s page, by a Slack that we did not write', async () => {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        users: [{ name: 'robin' }],
        channels: [{ name: 'talks' }],
        oauth_apps: [
          {
            client_id: manyConnection.clientId,
            client_secret: manyConnection.clientSecret,
            name: 'Hallway',
            redirect_uris: [],
          },
        ],
      },
    },
  })
  onTestFinished(() => emulator.close())
  const store = await openTestStore()
  const many = await openMany(await openSlack(), store, { slackApiUrl: `${emulator.url}/api/` })
  const { to, cookie } = await beginInstall(many.base)
  const page = await (await fetch(to)).text()
  const user_id = /name="user_id" value="(\w+)"/.exec(page)?.[1] ?? ''
  const fields = new URLSearchParams({
    ...Object.fromEntries(to.searchParams),
    user_id,
    // The one that is set in the app's settings, which the emulator does not have.
    redirect_uri: `${many.base}/slack/oauth_redirect`,
  })
  const chosen = await fetch(`${emulator.url}${to.pathname}/callback`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  })
  const back = await fetch(chosen.headers.get('location') ?? '', { headers: { cookie } })
  expect([back.status, await back.text()]).toEqual([
    200,
    expect.stringMatching(/^Hallway is in your workspace/),
  ])
  expect(await store.installations()).toHaveLength(1)
})
