/** Several processes that are one bot, on one PostgreSQL server, behind a balancer or on as many sockets. */
import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { freePort } from '../helpers/free-port.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { makeRepository } from '../repository/make-repository.ts'
import { findPostgres, type PostgresServer, startPostgres } from '../store/postgres-server.ts'
import { openBalancer } from './balancer.ts'
import { openTestWorkspace } from './open-hallway.ts'
import { note, run, startWithin } from './run-hallway.ts'
import { type SlackRequests, signingSecret, slackRequests } from './slack-requests.ts'

const binaries = findPostgres()
const reason = binaries ? '' : ' (skipped: no PostgreSQL on this machine)'

/** Asks in the direct message as Slack does over HTTP. Resolves to the message's ts. */
async function ask(slack: SlackRequests, workspace: Workspace, text: string): Promise<string> {
  const { ts } = await workspace.say('dm', text)
  const { id: channel } = workspace.channel('dm')
  const event = { type: 'message', channel, channel_type: 'im', user: workspace.you.id, ts, text }
  expect(await slack.event(event)).toBe(200)
  return ts
}

const answersTo = (workspace: Workspace, ts: string) =>
  workspace.thread('dm', ts).filter((reply) => reply.bot_id)

/** Who has ten questions waiting is told that too many are. */
async function fewAreOpen(workspace: Workspace, asked: readonly string[]): Promise<void> {
  await wait(20)
  while (asked.slice(-20).filter((ts) => answersTo(workspace, ts).length === 0).length > 4) await wait(20)
}

async function servedTalks(statusPort: number): Promise<string | undefined> {
  const metrics = await (await fetch(`http://127.0.0.1:${statusPort}/metrics`)).text()
  return /^hallway_index_talks (\d+)$/m.exec(metrics)?.[1]
}

/** Those that are replaced one after the other. */
const replicaCount = 3

describe.skipIf(!binaries)(`replicas${reason}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(binaries ?? '')
  })
  afterAll(() => server.remove())

  async function startReplica(workspace: Workspace, env: Readonly<Record<string, string>>) {
    const [port, statusPort] = [await freePort(), await freePort()]
    const settings = {
      SLACK_BOT_TOKEN: workspace.botToken,
      HALLWAY_SLACK_API_URL: workspace.apiUrl,
      HALLWAY_PORT: String(port),
      HALLWAY_STATUS_PORT: String(statusPort),
      ...env,
    }
    const replica = await run(settings, undefined, startWithin())
    await replica.says(/Connected to Slack|Slack posts to port/)
    return { ...replica, port, statusPort }
  }

  test('rolling restarts behind a balancer lose no question, and answer none twice', async () => {
    const workspace = await openTestWorkspace()
    const env = {
      SLACK_SIGNING_SECRET: signingSecret,
      DATABASE_URL: await server.createDatabase(),
      HALLWAY_DRAIN_SECONDS: '2',
    }
    const old = [await startReplica(workspace, env)]
    while (old.length < replicaCount) old.push(await startReplica(workspace, env))
    // Each comes back on ports of its own.
    const places = await Promise.all(
      old.map(async () => ({ port: await freePort(), statusPort: await freePort() })),
    )
    const balancer = await openBalancer([...old, ...places])
    await expect.poll(() => balancer.ready().length).toBe(replicaCount)
    const slack = slackRequests(balancer.port, workspace.teamId)
    const asked: string[] = []
    let isOver = false
    const asking = (async () => {
      while (!isOver) {
        asked.push(await ask(slack, workspace, 'queues'))
        await fewAreOpen(workspace, asked)
      }
    })()
    for (const [number, { child, exitCode }] of old.entries()) {
      const before = asked.length
      await expect.poll(() => asked.length).toBeGreaterThan(before + 10)
      child.kill('SIGTERM')
      expect(await exitCode()).toBe(0)
      const { port, statusPort } = places[number]!
      const ports = { HALLWAY_PORT: String(port), HALLWAY_STATUS_PORT: String(statusPort) }
      await startReplica(workspace, { ...env, ...ports })
      await expect.poll(() => balancer.ready().length).toBe(replicaCount)
    }
    const before = asked.length
    await expect.poll(() => asked.length).toBeGreaterThan(before + 10)
    isOver = true
    await asking
    await expect.poll(() => asked.filter((ts) => answersTo(workspace, ts).length === 0)).toEqual([])
    expect(asked.filter((ts) => answersTo(workspace, ts).length > 1)).toEqual([])
    expect(balancer.lost).toEqual([])
    console.log(
      `${asked.length} questions over HTTP while ${replicaCount} replicas restarted: none lost, none twice.`,
    )
  }, 600_000)

  test('an event that reaches several of them is answered once', async () => {
    const workspace = await openTestWorkspace()
    const env = { SLACK_SIGNING_SECRET: signingSecret, DATABASE_URL: await server.createDatabase() }
    const [one, other] = await Promise.all([startReplica(workspace, env), startReplica(workspace, env)])
    const asked: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const { ts } = await workspace.say('dm', 'queues')
      const { id: channel } = workspace.channel('dm')
      const event = {
        type: 'message',
        channel,
        channel_type: 'im',
        user: workspace.you.id,
        ts,
        text: 'queues',
      }
      const eventId = `Ev${round}`
      const posts = [one, other, one, other].map(({ port }) =>
        slackRequests(port, workspace.teamId).event(event, { eventId }),
      )
      expect(await Promise.all(posts)).toEqual([200, 200, 200, 200])
      asked.push(ts)
    }
    await expect.poll(() => asked.filter((ts) => answersTo(workspace, ts).length === 0)).toEqual([])
    for (const { child, exitCode } of [one, other]) {
      child.kill('SIGTERM')
      expect(await exitCode()).toBe(0)
    }
    expect(asked.map((ts) => answersTo(workspace, ts).length)).toEqual(asked.map(() => 1))
  })

  test('rolling restarts on sockets, dropped and refreshed meanwhile, lose no question, and answer none twice', async () => {
    // What is not acknowledged in time comes again, to whichever socket there is.
    const workspace = await openTestWorkspace({ ackMillis: 700, retryMillis: [0, 300, 300] })
    const env = { SLACK_APP_TOKEN: workspace.appToken, DATABASE_URL: await server.createDatabase() }
    const running = [await startReplica(workspace, env)]
    while (running.length < replicaCount) running.push(await startReplica(workspace, env))
    const asked: string[] = []
    let isOver = false
    const asking = (async () => {
      while (!isOver) {
        asked.push((await workspace.say('dm', 'queues')).ts)
        await fewAreOpen(workspace, asked)
        if (asked.length % 20 === 0) workspace.socket.refresh('refresh_requested')
        if (asked.length % 50 === 0) workspace.socket.drop()
      }
    })()
    for (const replica of running) {
      const before = asked.length
      await expect.poll(() => asked.length).toBeGreaterThan(before + 30)
      await startReplica(workspace, env)
      replica.child.kill('SIGTERM')
      expect(await replica.exitCode()).toBe(0)
    }
    isOver = true
    await asking
    await expect.poll(() => asked.filter((ts) => answersTo(workspace, ts).length === 0)).toEqual([])
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    expect(asked.filter((ts) => answersTo(workspace, ts).length > 1)).toEqual([])
    console.log(
      `${asked.length} questions on sockets while ${replicaCount} replicas restarted: none lost, none twice.`,
    )
  }, 600_000)

  test('a push that one is told of is served by all', async () => {
    const repository = makeRepository({
      'harbour-2019/event.yml': 'name: HarbourConf 2019\n',
      'harbour-2019/queues.md': note,
    })
    const workspace = await openTestWorkspace()
    const secret = 'the tide is low today'
    const env = {
      SLACK_SIGNING_SECRET: signingSecret,
      DATABASE_URL: await server.createDatabase(),
      HALLWAY_NOTES_GIT: repository.bare,
      HALLWAY_NOTES_PULL: '86400',
      HALLWAY_NOTES_SECRET: secret,
    }
    const both = [await startReplica(workspace, env), await startReplica(workspace, env)]
    const talks = () => Promise.all(both.map(({ statusPort }) => servedTalks(statusPort)))
    expect(await talks()).toEqual(['1', '1'])
    repository.push({ 'harbour-2019/kites.md': note.replace('Queues that forgive', 'Kites over water') })
    const headers = { 'x-gitlab-token': secret }
    const told = await fetch(`http://127.0.0.1:${both[0]!.port}/notes/changed`, { method: 'POST', headers })
    expect(told.status).toBe(202)
    await expect.poll(talks).toEqual(['2', '2'])
  })

  test('on sockets of their own share questions and settings, and what one is told all know at once', async () => {
    const workspace = await openTestWorkspace()
    const env = { SLACK_APP_TOKEN: workspace.appToken, DATABASE_URL: await server.createDatabase() }
    const first = await startReplica(workspace, env)
    await workspace.command('/talks', 'tips on fridays at 16:00 UTC', '#general')
    await workspace.until(() => workspace.ephemerals('#general').length === 1, 'a confirmation')
    await startReplica(workspace, env)
    // Only the second one is left to be asked.
    first.child.kill('SIGTERM')
    expect(await first.exitCode()).toBe(0)
    await workspace.command('/talks', 'tips status', '#general')
    const status = await workspace.until(() => workspace.ephemerals('#general')[1], 'the status')
    expect(status.text).toMatch(/^Daily tips are on\. Fridays at 16:00 \(UTC\), from all notes\./)
  })
})

describe('notes from a repository', () => {
  test('are served from the start, and as soon as its host tells of a push', async () => {
    const repository = makeRepository({
      'docs/talks/event.yml': 'name: HarbourConf 2019\n',
      'docs/talks/queues.md': note,
    })
    const workspace = await openTestWorkspace()
    const [port, statusPort] = [await freePort(), await freePort()]
    const secret = 'the tide is low today'
    const { says, child, exitCode } = await run(
      {
        SLACK_BOT_TOKEN: workspace.botToken,
        SLACK_APP_TOKEN: workspace.appToken,
        HALLWAY_SLACK_API_URL: workspace.apiUrl,
        HALLWAY_NOTES_GIT: repository.bare,
        HALLWAY_NOTES_FOLDER: 'docs/talks',
        HALLWAY_NOTES_SECRET: secret,
        HALLWAY_NOTES_PULL: '86400',
        HALLWAY_PORT: String(port),
        HALLWAY_STATUS_PORT: String(statusPort),
      },
      temporaryFolder(),
      startWithin(),
    )
    await says('Hallway answers from 1 talk')
    repository.push({ 'docs/talks/kites.md': note.replace('Queues that forgive', 'Kites over water') })
    const body = '{"ref":"refs/heads/main"}'
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const post = (headers: Readonly<Record<string, string>>) =>
      fetch(`http://127.0.0.1:${port}/notes/changed`, { method: 'POST', body, headers })
    expect((await post({ 'x-hub-signature-256': signature.replace(/.$/, 'x') })).status).toBe(401)
    expect((await post({ 'x-hub-signature-256': signature })).status).toBe(202)
    await expect.poll(() => servedTalks(statusPort)).toBe('2')
    child.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
  })

  test('that cannot be had are one line that says from where, and why', async () => {
    const missing = `${temporaryFolder()}/nowhere.git`
    const { exitCode, lines } = await run({ HALLWAY_NOTES_GIT: missing }, temporaryFolder())
    expect(await exitCode()).toBe(1)
    expect(lines()).toEqual([expect.stringMatching(`^The notes cannot be pulled from ${missing}: .*nowhere`)])
  })
})
