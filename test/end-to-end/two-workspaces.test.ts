/** Two workspaces on one database, in which channels, people and messages have the same ids: neither sees the other's. */
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { actionIds, moreResultsButton } from '../../src/slack/blocks/buttons-and-values.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { tipsOf } from '../../src/tips/tip.ts'
import type { SlackBlock, SlackMessage } from '../../src/workspace/records.ts'
import { elementsOf } from '../../src/workspace/server/block-kit/elements-of.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { makeCorpus } from '../helpers/make-talk.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { verdictsOn } from '../helpers/verdicts-on.ts'
import { findPostgres, startPostgres } from '../store/postgres-server.ts'
import { manifest, type OpenHallway, openHallway } from './open-hallway.ts'

const binaries = findPostgres()
const server = binaries === undefined ? undefined : startPostgres(binaries)
afterAll(async () => (await server)?.remove())

const databases = {
  SQLite: async () => undefined,
  ...(server && { PostgreSQL: async () => (await server).createDatabase() }),
}
if (server === undefined) console.warn('Skipped on PostgreSQL: no initdb and postgres on this machine')

const hour = 60 * 60_000
const noon = Date.UTC(2026, 10, 23, 12)

/** What only the one has in its notes, and the other must not say. */
const harbourWords = /Queues that forgive|Ada Pier|HarbourConf|Rigging|Bo Quay|queues\.md/i

async function open(databaseUrl: string | undefined) {
  const clock = { ...createClock(), now: () => noon + ahead, steady: () => noon + ahead }
  let ahead = 0
  const store = await openStore({ dataFolder: temporaryFolder(), databaseUrl, logger: silent })
  onTestFinished(() => store.close())
  const garden = makeCorpus(...gardenTalks)
  const [here, there] = await Promise.all(
    [riggedCorpus, garden].map(async (corpus, index) => {
      const teamId = `T0TEAM00${index}`
      const timing = { ackMillis: 60_000, triggerMillis: 60_000 }
      const workspace = await openWorkspace({ port: 0, manifest, timing, teamId, clock })
      onTestFinished(() => workspace.close())
      const answers = createAnswers(corpus, createLunrEngine(corpus))
      return openHallway({ workspace, store, clock, answers: () => answers })
    }),
  )
  return {
    here: here!,
    there: there!,
    store,
    pass: (ms: number) => {
      ahead += ms
    },
  }
}

/** Everything that the app has said, shown, or put into a button in a workspace, as one text. */
function allOf(workspace: Workspace): string {
  const places = ['#general', '#talks', 'dm']
  return JSON.stringify([
    places.map((place) => workspace.messages(place).filter(({ bot_id }) => bot_id)),
    workspace.ephemerals(),
    workspace.views(),
    workspace.prompts(),
    workspace.scheduled(),
  ])
}

/** Has the app say what it said in the other workspace, buttons and what they carry included. */
async function plant(
  { apiUrl, botToken, ...workspace }: Workspace,
  blocks: readonly SlackBlock[],
): Promise<SlackMessage> {
  const response = await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
    body: JSON.stringify({ channel: workspace.channel('#talks').id, text: 'planted', blocks }),
  })
  const { ts } = (await response.json()) as { readonly ts: string }
  return workspace.messages('#talks').find((message) => message.ts === ts)!
}

/** Their ids, or how these begin. What changes the settings’ inputs is no button. */
const buttonKinds = Object.values(actionIds).filter((id) => id !== actionIds.tipSource)

interface Button {
  readonly type: 'button'
  readonly action_id: string
  readonly value: string
  readonly text: { readonly type: 'plain_text'; readonly text: string }
}

/** A button of each kind, as the app made it in a workspace, with what it carries. */
async function buttonsOfAllKinds({
  workspace,
  answerTo,
  privateReply,
}: OpenHallway): Promise<Map<string, Button>> {
  const found = new Map<string, Button>()
  const collect = ({ blocks = [] }: Pick<SlackMessage, 'blocks'>) => {
    for (const { type, action_id, value } of blocks.flatMap(elementsOf)) {
      if (type !== 'button' || typeof value !== 'string') continue
      const id = String(action_id)
      const kind = buttonKinds.find((each) => (each.endsWith('_') ? id.startsWith(each) : id === each))
      const button = { type, action_id: id, value, text: { type: 'plain_text', text: 'planted' } } as const
      if (kind !== undefined && !found.has(kind)) found.set(kind, button)
    }
  }
  const ask = async (question: string) => {
    const { ts } = await workspace.say('dm', question)
    const answer = await answerTo('dm', ts)
    collect(answer)
    return answer
  }
  // The notes are too few for a second page of results.
  collect({
    blocks: [
      { type: 'actions', block_id: 'more', elements: [moreResultsButton({ question: 'queues', offset: 1 })] },
    ],
  })
  const answer = await ask('queues that forgive')
  const ephemerals = () => workspace.ephemerals('#talks').length
  const command = async (words: string) => {
    const count = ephemerals() + 1
    await workspace.command('/talks', words, '#talks')
    collect(await privateReply('#talks', count))
  }
  await workspace.click(answer, found.get(actionIds.moreLikeThis)!.action_id)
  await workspace.until(() => workspace.thread('dm', answer.thread_ts ?? '').length > 2, 'talks like it')
  for (const message of workspace.messages('dm')) collect(message)
  for (const question of ['help', 'harbor', 'kind:talk', 'harbour']) await ask(question)
  await command('queues that forgive')
  await command('tips every day at 14:00 UTC')
  await command('tips pause until 5 March 2027')
  await workspace.command('/talks', 'tips now', '#talks')
  await workspace.until(() => workspace.messages('#talks').find(({ bot_id }) => bot_id), 'a tip')
  for (const message of workspace.messages('#talks')) collect(message)
  return found
}

describe.each(Object.entries(databases))('on %s', (_, createDatabase) => {
  test('settings, by the same channel, are the one’s alone, and so are the tips that come of them', async () => {
    const { here, there, store, pass } = await open(await createDatabase())
    await here.workspace.command('/talks', 'tips every day at 14:00 UTC', '#talks')
    await here.privateReply('#talks')
    await there.workspace.command('/talks', 'tips status', '#talks')
    expect((await there.privateReply('#talks')).text).toMatch(/^No daily tips|not set up/i)
    await there.workspace.command('/talks', 'tips off', '#talks')
    await there.privateReply('#talks', 2)
    pass(1.5 * hour)
    // The other one first: it could take what is not its own.
    await there.hallway.lookForTips()
    await here.hallway.lookForTips()
    expect(there.workspace.scheduled()).toEqual([])
    expect(there.workspace.calls('chat.scheduleMessage')).toEqual([])
    expect(here.workspace.scheduled()).toHaveLength(1)
    const channelId = here.workspace.channel('#talks').id
    expect(await store.tipSubscription({ teamId: there.workspace.teamId, channelId })).toBeUndefined()
    expect(await store.tipHistory({ teamId: there.workspace.teamId, channelId }, 9)).toEqual([])
  })

  test('the settings’ modal, with the other’s metadata, changes the own alone', async () => {
    const { here, there, store } = await open(await createDatabase())
    await here.workspace.command('/talks', 'tips every day at 14:00 UTC', '#talks')
    await here.privateReply('#talks')
    await there.workspace.command('/talks', 'tips', '#talks')
    const view = await there.workspace.until(() => there.workspace.views()[0], 'the settings')
    await there.workspace.submit(view, { time: { time: { type: 'timepicker', selected_time: '09:30' } } })
    await there.privateReply('#talks')
    const channelId = here.workspace.channel('#talks').id
    const times = [here, there].map(async ({ workspace: { teamId } }) => {
      const { settings } = (await store.tipSubscription({ teamId, channelId })) ?? {}
      return (settings as { readonly time: string }).time
    })
    expect(await Promise.all(times)).toEqual(['14:00', '09:30'])
  })

  test('buttons that carry the other’s questions and talks find nothing of it, whichever is clicked', async () => {
    const { here, there } = await open(await createDatabase())
    const buttons = await buttonsOfAllKinds(here)
    expect([...buttons.keys()].toSorted()).toEqual(buttonKinds.toSorted())
    for (const [kind, button] of buttons) {
      const { workspace } = there
      // The button alone: what stands around it was not said by this bot.
      const planted = await plant(workspace, [{ type: 'actions', block_id: kind, elements: [button] }])
      const shown = () =>
        JSON.stringify([workspace.ephemerals(), workspace.views(), workspace.messages('#talks')])
      const before = shown()
      await workspace.click(planted, button.action_id)
      await workspace.until(() => shown() !== before, `a reply to ${kind}`)
      await workspace.until(() => workspace.socket.pending() === 0, 'quiet')
    }
    const said = allOf(there.workspace).replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, '')
    expect(said.replaceAll(/queues that forgive/g, '')).not.toMatch(harbourWords)
  })

  test('questions in the other’s words are answered from the own notes', async () => {
    const { here, there } = await open(await createDatabase())
    for (const question of [
      'queues that forgive',
      'Ada Pier',
      'rigging with kites',
      'list speakers',
      'list tags',
      'help',
    ]) {
      const { ts } = await there.workspace.say('dm', question)
      await there.answerTo('dm', ts)
    }
    there.workspace.openMessagesTab()
    await there.workspace.until(() => there.workspace.prompts(), 'example questions')
    // A question is repeated; what answers it is not there.
    expect(allOf(there.workspace)).not.toMatch(/HarbourConf|queues\.md|Bo Quay|delivers twice/)
    expect(here.workspace.messages('dm')).toEqual([])
  })

  test('verdicts on a tip of the same id count for each alone', async () => {
    const { here, there, store } = await open(await createDatabase())
    await here.workspace.command('/talks', 'tips now', '#talks')
    const tip = await here.workspace.until(
      () => here.workspace.messages('#talks').find(({ bot_id }) => bot_id),
      'a tip',
    )
    await here.workspace.click(tip, 'tip_useful')
    await here.privateReply('#talks')
    const subjects = riggedCorpus.talks.flatMap(tipsOf).map(({ id }) => `tip:${id}`)
    const sum = async (teamId: string) => {
      const counts = await Promise.all(subjects.map((subject) => verdictsOn(store, teamId, subject)))
      return counts.reduce((total, { useful }) => total + useful, 0)
    }
    expect(await sum(here.workspace.teamId)).toBe(1)
    expect(await sum(there.workspace.teamId)).toBe(0)
  })

  test('an event of the same id is answered in both, and removing the one leaves the other’s', async () => {
    const { here, there, store } = await open(await createDatabase())
    expect(await store.claimDelivery(here.workspace.teamId, 'event:Ev1', noon)).toBe(true)
    expect(await store.claimDelivery(there.workspace.teamId, 'event:Ev1', noon)).toBe(true)
    for (const { workspace, privateReply } of [here, there]) {
      await workspace.command('/talks', 'tips every day at 14:00 UTC', '#talks')
      await privateReply('#talks')
    }
    await store.deleteWorkspace(there.workspace.teamId)
    const [kept, ...others] = await store.tipSubscriptionsOf(here.workspace.channel('#talks').id)
    expect(kept?.teamId).toBe(here.workspace.teamId)
    expect(others).toEqual([])
    expect(await store.claimDelivery(here.workspace.teamId, 'event:Ev1', noon)).toBe(false)
  })
})
