import type { App } from '@slack/bolt'
import { webApi } from '@slack/bolt'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SearchAway } from '../../../../src/search/search-away.ts'
import { apologise } from '../../../../src/slack/listeners/unanswered/apology.ts'

const bodies = {
  mention: { event: { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1.2' } },
  'direct message': { event: { type: 'message', channel: 'D1', user: 'U1', ts: '1.2' } },
  command: {
    command: '/talks',
    user_id: 'U1',
    channel_id: 'C1',
    response_url: 'https://hooks.slack.example/x',
  },
  click: {
    user: { id: 'U1' },
    channel: { id: 'C1' },
    actions: [{ action_id: 'ask' }],
    response_url: 'https://hooks.slack.example/x',
  },
  modal: { user: { id: 'U1' }, view: { callback_id: 'tip_settings' } },
}
const refusals = [
  ...['is_archived', 'restricted_action', 'restricted_action_thread_locked', 'not_in_channel'],
  ...['channel_not_found', 'msg_too_long', 'invalid_auth', 'internal_error', 'fatal_error', 'ratelimited'],
]
const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error })

/** Whether Slack takes what is sent by a way: a method with the place, or a response_url. */
type Ways = ReadonlySet<string>

/**
 * @param silent ways of which Slack does not say whether they worked
 * @param otherwise what Slack answers to all other ways
 */
async function told(
  body: object,
  error: unknown,
  open: Ways,
  silent: Ways = new Set(),
  otherwise = 'restricted_action',
) {
  const tried: string[] = []
  const arrived: string[] = []
  const said: unknown[] = []
  const logged: string[] = []
  const by = (way: string) => {
    tried.push(way)
    if (silent.has(way)) throw refusal('no_answer')
    if (!open.has(way)) throw refusal(otherwise)
    arrived.push(way)
  }
  const app = {
    client: {
      chat: {
        postMessage: async ({ channel }: { channel: string }) => by(`postMessage ${channel}`),
        postEphemeral: async ({ channel }: { channel: string }) => by(`postEphemeral ${channel}`),
      },
      conversations: { replies: async () => ({ ok: true, messages: [] }) },
    },
    logger: { error() {}, debug() {}, warn: (line: string) => logged.push(line) },
  } as unknown as App
  const send: typeof fetch = async (_, init) => {
    said.push(JSON.parse(String(init?.body)).text)
    by('response_url')
    return new Response()
  }
  let isLeft = false
  const leaveOpen = () => {
    isLeft = true
    return false
  }
  await apologise(error, body, { app, send, deliveries: { leaveOpen }, desk: { isSaved: async () => false } })
  return { tried, arrived, said, logged, isLeft }
}

const everyWay = ['postMessage C1', 'postMessage D1', 'postMessage U1', 'postEphemeral C1', 'response_url']

test('whatever Slack refuses, one word arrives by the first way that is open; if none is, the log says so', async () => {
  const isReached = async (kind: keyof typeof bodies, code: string, open: readonly string[]) => {
    const all = await told(bodies[kind], refusal(code), new Set())
    const { tried, arrived, logged } = await told(bodies[kind], refusal(code), new Set(open))
    expect(all.tried.length).toBeGreaterThan(0)
    const way = all.tried.find((each) => open.includes(each))
    expect(arrived).toEqual(way === undefined ? [] : [way])
    expect(tried).toEqual(way === undefined ? all.tried : all.tried.slice(0, all.tried.indexOf(way) + 1))
    expect(logged).toHaveLength(way === undefined ? 1 : 0)
    // What Slack refuses for good is not tried again.
    expect(all.isLeft).toBe(false)
  }
  const kinds = fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[]))
  await fc.assert(fc.asyncProperty(kinds, fc.constantFrom(...refusals), fc.subarray(everyWay), isReached))
})

test.each([
  ['mention', 'restricted_action', ['postMessage U1', 'postEphemeral C1', 'postMessage C1']],
  ['direct message', 'internal_error', ['postMessage D1', 'postMessage U1', 'postEphemeral D1']],
  ['mention', 'msg_too_long', ['postMessage C1', 'postMessage U1', 'postEphemeral C1']],
  ['command', 'internal_error', ['response_url', 'postEphemeral C1', 'postMessage U1']],
  ['click', 'internal_error', ['response_url', 'postEphemeral C1', 'postMessage U1']],
  ['modal', 'internal_error', ['postMessage U1']],
] as const)('who asked by a %s that met %s is reached by %j, in this order', async (kind, code, ways) => {
  expect((await told(bodies[kind], refusal(code), new Set())).tried).toEqual(ways)
})

test('if nobody knows whether a word for all arrived, who asked gets a private one, and others hear nothing twice', async () => {
  const everything = new Set(everyWay)
  const { tried, arrived } = await told(
    bodies['direct message'],
    refusal('internal_error'),
    new Set([...everything, 'postEphemeral D1']),
    new Set(['postMessage D1']),
  )
  expect(tried).toEqual(['postMessage D1', 'postEphemeral D1'])
  expect(arrived).toEqual(['postEphemeral D1'])
})

test('if nobody knows whether a private word arrived, it is said in another private way', async () => {
  const { tried } = await told(
    bodies.command,
    refusal('internal_error'),
    new Set(everyWay),
    new Set(['response_url']),
  )
  expect(tried).toEqual(['response_url', 'postEphemeral C1'])
})

test('once nobody knows whether a word arrived, nothing is said for others to see', async () => {
  const kinds = fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[]))
  const codes = fc.constantFrom(...refusals)
  const ways = fc.subarray([...everyWay, 'postEphemeral D1'])
  await fc.assert(
    fc.asyncProperty(kinds, codes, ways, ways, async (kind, code, open, silent) => {
      const { tried } = await told(bodies[kind], refusal(code), new Set(open), new Set(silent))
      const after = tried.slice(tried.findIndex((way) => silent.includes(way)) + 1)
      if (after.length < tried.length) expect(after).not.toContain('postMessage C1')
      if (after.length < tried.length) expect(after).not.toContain('postMessage D1')
    }),
  )
})

test.each([
  ['mention', ['postEphemeral C1', 'postMessage U1']],
  ['direct message', ['postMessage D1', 'postEphemeral D1', 'postMessage U1']],
  ['command', ['response_url', 'postEphemeral C1']],
] as const)(
  'if nobody knows whether the answer to a %s arrived, each private way is tried',
  async (kind, ways) => {
    const unheard = refusal('no_answer')
    const silent = new Set([...everyWay, 'postEphemeral D1'])
    const { tried, isLeft } = await told(bodies[kind], unheard, new Set(), silent)
    expect(tried.slice(0, ways.length)).toEqual(ways)
    expect(isLeft).toBe(true)
  },
)

test.each(Object.keys(bodies) as (keyof typeof bodies)[])(
  'if Slack takes nothing for a while, who asked by a %s is told later',
  async (kind) => {
    const { arrived, isLeft } = await told(
      bodies[kind],
      refusal('internal_error'),
      new Set(),
      new Set(),
      'service_unavailable',
    )
    expect(arrived).toEqual([])
    expect(isLeft).toBe(true)
  },
)

test('a button that needs a search which is away says so, and what to do', async () => {
  const { said } = await told(bodies.click, new SearchAway(), new Set(['response_url']))
  expect(said).toEqual([expect.stringMatching(/^Search is away .* try again in a minute\.$/)])
})

test('if Slack says that the token is over, who asked is told once there is a next one', async () => {
  for (const body of Object.values(bodies)) {
    const over = await told(body, refusal('token_expired'), new Set(), new Set(), 'token_expired')
    expect([over.arrived, over.isLeft]).toEqual([[], true])
    // That it was revoked is for good.
    expect((await told(body, refusal('token_revoked'), new Set(), new Set(), 'token_revoked')).isLeft).toBe(
      false,
    )
  }
})
