/**
 * Whatever Slack leaves out of what it delivers, says nothing in (`null`) or adds: who asked is answered, once, and would be if
 * the process died.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutNulls } from '../../src/slack/deliveries/acknowledging.ts'
import { inTurn } from '../../src/slack/listeners/in-turn.ts'
import type { Store } from '../../src/store/store.ts'
import { freePort } from '../helpers/free-port.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { runs } from '../helpers/runs.ts'
import { openHallway, openTestStore, seen } from './open-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where somebody asks, and by which ids Slack knows it again. */
interface Place {
  readonly team: string
  readonly person: string
  readonly bot: string
  readonly channel: string
  readonly ts: string
  readonly responseUrl: string
}

/** Of each way to ask what Slack delivers, with all that it may say, and the paths of what nobody could be answered without. */
const kinds = {
  mention: {
    full: (place: Place) => delivered(place, { ...message(place), type: 'app_mention' }),
    needed: ['type', 'event_id', ...inEvent('type', 'user', 'text', 'ts', 'channel')],
  },
  'direct message': {
    full: (place: Place) => delivered(place, { ...message(place), channel_type: 'im' }),
    needed: ['type', 'event_id', ...inEvent('type', 'user', 'text', 'ts', 'channel', 'channel_type')],
  },
  command: {
    full: ({ team, person, channel, ts, responseUrl }: Place) => ({
      token: 'x',
      team_id: team,
      team_domain: 'harbour',
      enterprise_id: 'E1',
      enterprise_name: 'Harbours',
      channel_id: channel,
      channel_name: 'general',
      user_id: person,
      user_name: 'ada',
      command: '/talks',
      text: 'queues deliver twice',
      api_app_id: 'A1',
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: ts,
    }),
    needed: ['command', 'text', 'user_id', 'channel_id', 'response_url', 'trigger_id'],
  },
  click: {
    full: ({ team, person, channel, ts, responseUrl }: Place) => ({
      type: 'block_actions',
      token: 'x',
      api_app_id: 'A1',
      user: { id: person, username: 'ada', name: 'ada', team_id: team },
      team: { id: team, domain: 'harbour' },
      enterprise: { id: 'E1', name: 'Harbours' },
      is_enterprise_install: false,
      channel: { id: channel, name: 'general' },
      container: {
        ...{ type: 'message', message_ts: ts, thread_ts: ts, channel_id: channel, is_ephemeral: true },
        is_app_unfurl: false,
      },
      message: { type: 'message', user: 'U9', bot_id: 'B9', ts, thread_ts: ts, text: 'x', blocks: [] },
      state: { values: {} },
      response_url: responseUrl,
      trigger_id: ts,
      actions: [
        {
          ...{ type: 'button', action_id: 'ask_0', block_id: 'b', action_ts: ts },
          text: { type: 'plain_text', text: 'Ask', emoji: true },
          value: 'v1 0 queues deliver twice',
        },
      ],
    }),
    needed: [
      ...['type', 'user', 'user.id', 'channel', 'channel.id', 'response_url', 'trigger_id', 'actions'],
      ...['actions.0', 'actions.0.type', 'actions.0.action_id', 'actions.0.value'],
    ],
  },
}

function inEvent(...names: readonly string[]): readonly string[] {
  return ['event', ...names.map((name) => `event.${name}`)]
}

const message = ({ team, person, bot, channel, ts }: Place): Fields => ({
  type: 'message',
  client_msg_id: 'f0',
  user: person,
  text: `<@${bot}> queues deliver twice`,
  team,
  user_team: team,
  source_team: team,
  user_profile: { display_name: 'ada' },
  blocks: [{ type: 'rich_text', block_id: 'b', elements: [] }],
  attachments: [{ id: 1, fallback: 'a preview', from_url: 'https://example.com' }],
  files: [],
  edited: { user: person, ts },
  subtype: 'me_message',
  thread_ts: ts,
  parent_user_id: person,
  channel,
  ts,
  event_ts: ts,
})

const delivered = ({ team, ts, bot }: Place, event: Fields): Fields => ({
  token: 'x',
  team_id: team,
  enterprise_id: 'E1',
  context_team_id: team,
  context_enterprise_id: 'E1',
  api_app_id: 'A1',
  event,
  type: 'event_callback',
  event_id: `Ev${ts}`,
  event_time: 1,
  authorizations: [{ enterprise_id: 'E1', team_id: team, user_id: bot, is_bot: true }],
  is_ext_shared_channel: false,
  event_context: 'EC1',
})

/** What Slack says in the place of something: nothing at all, or that it is nothing, or something new beside it. */
const oddities = {
  missing: () => [],
  null: (name) => [[name, null]],
  new: (name, value) => [
    [name, value],
    [`${name}_of_2027`, { type: 'new' }],
  ],
} satisfies Record<string, (name: string, value: unknown) => [string, unknown][]>

/** The same with what is not needed as the oddity has it, where chance says so. */
function oddly(value: unknown, { needed, oddity, isOdd }: Oddness, path = ''): unknown {
  const inside = (name: string, part: unknown) =>
    oddly(part, { needed, oddity, isOdd }, path === '' ? name : `${path}.${name}`)
  if (Array.isArray(value)) return value.map((part, index) => inside(String(index), part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
      const isNeeded = needed.includes(path === '' ? name : `${path}.${name}`)
      return isNeeded || !isOdd() ? [[name, inside(name, part)]] : oddities[oddity](name, part)
    }),
  )
}

interface Oddness {
  readonly needed: readonly string[]
  readonly oddity: keyof typeof oddities
  readonly isOdd: () => boolean
}

test('what is asked is kept, and answered once, whatever else Slack says of it', async () => {
  const port = await freePort()
  const opened = await openTestStore()
  let claims: Parameters<Store['claimDelivery']>[] = []
  const store: typeof opened = {
    ...opened,
    claimDelivery(...claim) {
      claims.push(claim)
      return opened.claimDelivery(...claim)
    },
  }
  const { workspace, log } = await openHallway({
    store,
    parts: ({ botToken }) => ({ port, connection: { kind: 'http', botToken, signingSecret } }),
  })
  const slack = slackRequests(port, workspace.teamId)
  const replies = await openResponseUrl()
  const asked: { readonly name: string; readonly answers: () => readonly string[] }[] = []
  const kindNames = Object.keys(kinds) as (keyof typeof kinds)[]
  const inTurn = fc.constantFrom(
    ...kindNames.flatMap((kind) => ['missing', 'null', 'new'].map((oddity) => [kind, oddity] as const)),
  )
  const share = fc.constantFrom(0.05, 0.3, 1)
  const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
  await fc.assert(
    fc.asyncProperty(inTurn, share, chances, async ([kind, oddity], odd, chance) => {
      const { full, needed } = kinds[kind]
      const isDirect = kind === 'direct message'
      const channel = isDirect ? workspace.channel('dm').id : workspace.addChannel(`odd-${asked.length}`).id
      const { ts } = await workspace.say(isDirect ? 'dm' : channel, 'queues')
      const { you, botUserId, teamId } = workspace
      const place = { team: teamId, person: you.id, bot: botUserId, channel, ts }
      const whole = full({ ...place, responseUrl: replies.urlOf(ts) })
      const isOdd = () => chance.next().value < odd
      const body = oddly(whole, { needed, oddity: oddity as keyof typeof oddities, isOdd }) as Fields
      expect(await turnOf(body)).toEqual([{ person: you.id, channel }])
      claims = []
      const answers = () =>
        kind === 'command' || kind === 'click'
          ? replies.to(ts)
          : workspace
              .thread(isDirect ? 'dm' : channel, ts)
              .filter(({ bot_id }) => bot_id)
              .map(seen)
      for (const _ of ['first', 'again']) expect(await slack.raw(...encoded(kind, body))).toBe(200)
      expect(claims).toHaveLength(2)
      for (const [, , , kept] of claims) expect(kept).toBeDefined()
      await expect.poll(answers).toEqual([expect.stringContaining('Queues that forgive')])
      asked.push({ name: `${kind}, ${oddity}`, answers })
    }),
    { numRuns: runs(120) },
  )
  await expect.poll(() => store.openQuestions('', 1)).toEqual([])
  expect(asked.filter(({ answers }) => answers().length !== 1)).toEqual([])
  expect(log.filter((line) => /^(warn|error)/.test(line))).toEqual([])
})

function encoded(kind: keyof typeof kinds, body: Fields): [body: string, type: string] {
  if (kind === 'mention' || kind === 'direct message') return [JSON.stringify(body), 'application/json']
  const fields = kind === 'click' ? { payload: JSON.stringify(body) } : body
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value ?? '')])
  return [String(new URLSearchParams(texts)), 'application/x-www-form-urlencoded']
}

/** Whose turn it is taken for, and where. */
async function turnOf(body: Fields): Promise<unknown[]> {
  const turns: unknown[] = []
  const enter = async (asker: unknown) => {
    turns.push(asker)
    return () => {}
  }
  const requests = { note() {}, step: <Result>(_: string, work: () => Promise<Result>) => work() }
  const listen = inTurn({ enter }, requests)
  await listen({ body: withoutNulls(body), next: async () => {} } as unknown as Parameters<typeof listen>[0])
  return turns
}

/** Addresses for replies, and what is said to each. */
async function openResponseUrl() {
  const said: { readonly path: string; readonly text: string }[] = []
  const base = await openTestServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    said.push({ path: request.url ?? '', text: seen(JSON.parse(body)) })
    response.end('ok')
  })
  return {
    urlOf: (ts: string) => `${base}${ts}`,
    to: (ts: string) => said.filter(({ path }) => path === `/${ts}`).map(({ text }) => text),
  }
}
