import type { IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Hallway } from '../../src/app-basis.ts'
import { createAppForMany, type PartsForMany } from '../../src/app-for-many.ts'
import type { ManyConnection } from '../../src/config/connection.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { freePort } from '../helpers/free-port.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { manifest, tinyAnswers } from './open-hallway.ts'
import { type SlackRequests, signingSecret, slackRequests } from './slack-requests.ts'

export const manyConnection: ManyConnection = {
  kind: 'many',
  clientId: '1111.2222',
  clientSecret: 'client-secret-1',
  signingSecret,
  tokenKeys: [Buffer.alloc(32, 7).toString('base64')],
}

/** One address of Slack's for several workspaces: each call goes to the one whose token it has. */
export interface Slack {
  readonly apiUrl: string
  /** What `oauth.v2.access` answers to a code, or to what renews a token. */
  readonly grants: Map<string, Readonly<Record<string, unknown>>>
  /** Which workspace a token is for; a token that is taken out is refused. */
  readonly tokens: Map<string, Workspace>
  /** Tokens that are over, if they are taken out. */
  readonly expired: Set<string>
  /** The workspaces that an organization's token is for. */
  readonly organizations: Map<string, readonly string[]>
  /** What Slack answers to who asks for them, instead. */
  readonly oddLists: object[]
  /** How often each code or refresh token was given. */
  readonly granted: string[]
}

export async function openSlack(): Promise<Slack> {
  const grants: Slack['grants'] = new Map()
  const tokens: Slack['tokens'] = new Map()
  const expired: Slack['expired'] = new Set()
  const organizations: Slack['organizations'] = new Map()
  const oddLists: Slack['oddLists'] = []
  const granted: string[] = []

  async function answer(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const type = request.headers['content-type'] ?? ''
    const isJson = type.startsWith('application/json')
    const args = new URLSearchParams(isJson ? '' : body)
    const method = request.url?.replace('/api/', '') ?? ''
    if (method === 'oauth.v2.access') {
      const given = args.get('refresh_token') ?? args.get('code') ?? ''
      granted.push(given)
      const error = args.has('refresh_token') ? 'invalid_refresh_token' : 'invalid_code'
      return grants.get(given) ?? { ok: false, error }
    }
    const token = args.get('token') ?? request.headers.authorization?.replace('Bearer ', '') ?? ''
    const workspace = tokens.get(token)
    if (workspace === undefined)
      return { ok: false, error: expired.has(token) ? 'token_expired' : 'invalid_auth' }
    if (method === 'auth.teams.list')
      return (
        oddLists.at(-1) ?? {
          ok: true,
          teams: (organizations.get(token) ?? []).map((id) => ({ id, name: id })),
        }
      )
    args.delete('token')
    const response = await fetch(workspace.apiUrl + method, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${workspace.botToken}`,
        'content-type': type,
      },
      body: Buffer.from(isJson ? body : String(args)),
    })
    return response.json()
  }

  const origin = await openTestServer((request, response) => {
    answer(request).then(
      (words) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(words)),
      () => response.writeHead(500).end(),
    )
  })
  return { apiUrl: `${origin}api/`, grants, tokens, expired, organizations, oddLists, granted }
}

export async function openTeam(slack: Slack, teamId: string): Promise<Workspace> {
  const workspace = await openWorkspace({
    port: 0,
    manifest,
    teamId,
    timing: { ackMillis: 60_000, triggerMillis: 60_000 },
  })
  onTestFinished(() => workspace.close())
  const token = `xoxb-${teamId}-1`
  slack.tokens.set(token, workspace)
  slack.grants.set(`code-${teamId}`, grantOf(workspace, token))
  return workspace
}

/** What Slack gives for a code. */
export const grantOf = ({ teamId, botUserId, you }: Workspace, token: string) => ({
  ok: true,
  app_id: 'A1',
  authed_user: { id: you.id },
  scope: 'chat:write',
  token_type: 'bot',
  access_token: token,
  bot_user_id: botUserId,
  team: { id: teamId, name: teamId },
  enterprise: null,
  is_enterprise_install: false,
})

/** What Slack gives for all workspaces of an organization. */
export const grantOfOrganization = (of: Workspace, token: string) => ({
  ...grantOf(of, token),
  team: null,
  enterprise: { id: 'E1', name: 'E1' },
  is_enterprise_install: true,
})

export interface Many {
  readonly hallway: Hallway
  readonly base: string
  readonly log: readonly string[]
  slackOf(teamId: string): SlackRequests
  /** Installs as a person in a browser would. */
  install(code: string): Promise<Response>
}

export async function openMany(
  slack: Slack,
  store: OpenStore,
  parts: Partial<PartsForMany> = {},
): Promise<Many> {
  const port = await freePort()
  const log: string[] = []
  const answers = tinyAnswers()
  const hallway = createAppForMany({
    connection: manyConnection,
    slackApiUrl: slack.apiUrl,
    port,
    scopes: ['chat:write'],
    answersOf: async () => () => answers,
    store,
    clock: createClock(),
    tipGraceMs: 3 * 60 * 60_000,
    maxClaimMs: 60_000,
    log: createLog('info', (line) => log.push(line)),
    ...parts,
  })
  await hallway.start()
  onTestFinished(() => hallway.stop())
  const base = `http://127.0.0.1:${port}`
  return {
    hallway,
    base,
    log,
    slackOf: (teamId) => slackRequests(port, teamId),
    async install(code) {
      const { state, cookie } = await beginInstall(base)
      return completeInstall(base, { code, state, cookie })
    },
  }
}

/** Opens `/slack/install`, and gives what leads back from Slack. */
export async function beginInstall(base: string) {
  const response = await fetch(`${base}/slack/install`, { redirect: 'manual' })
  const to = new URL(response.headers.get('location') ?? '')
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { to, state: to.searchParams.get('state') ?? '', cookie }
}

export function completeInstall(
  base: string,
  { code, state, cookie }: { readonly code: string; readonly state: string; readonly cookie: string },
): Promise<Response> {
  const query = new URLSearchParams({ code, state })
  return fetch(`${base}/slack/oauth_redirect?${query}`, { headers: { cookie } })
}
