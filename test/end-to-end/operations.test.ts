/** What who runs Hallway sees of it while people ask. */
import { expect, onTestFinished, test } from 'vitest'
import type { NotedRequest } from '../../src/operations/noted-requests.ts'
import { createOperations } from '../../src/operations/operations.ts'
import { createReadiness } from '../../src/operations/readiness.ts'
import { openStatusServer } from '../../src/operations/status-server.ts'
import { openTracing, TracingFailure } from '../../src/operations/tracing.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { openHallway, openTestWorkspace, seen, tinyAnswers } from './open-hallway.ts'

async function openObserved() {
  const operations = createOperations()
  const done: NotedRequest[] = []
  operations.requests.onDone((request) => done.push(request))
  const opened = await openHallway({ parts: () => ({ operations }) })
  return {
    ...opened,
    operations,
    done,
    metric: async (line: string) => seriesIn(await operations.registry.text(), line),
  }
}

/** The value of a series, as it is written before its value. */
function seriesIn(text: string, series: string): number | undefined {
  const line = text.split('\n').find((line) => line.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

test('questions are counted by where they are asked and what becomes of them, with where the time goes', async () => {
  const { workspace, answerTo, done, metric } = await openObserved()
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
  await expect.poll(() => metric('hallway_questions_total{surface="direct-message",outcome="found"}')).toBe(1)
  await workspace.command('/talks', 'xylophones', '#general')
  await expect.poll(() => metric('hallway_questions_total{surface="command",outcome="none"}')).toBe(1)
  expect(await metric('hallway_answer_seconds_count{surface="direct-message"}')).toBe(1)
  const asked = done.find(({ outcome }) => outcome === 'found')!
  expect(new Set(asked.steps.map(({ name }) => name))).toEqual(new Set(['store', 'turn', 'search', 'slack']))
  for (const { startedAt, ms } of asked.steps) {
    expect(startedAt).toBeGreaterThanOrEqual(asked.startedAt)
    expect(startedAt + ms).toBeLessThanOrEqual(asked.startedAt + asked.ms)
  }
  expect(await metric('hallway_slack_calls_total{method="chat.postMessage",result="200"}')).toBe(1)
  expect(await metric('hallway_slack_calls_total{method="response_url",result="200"}')).toBe(1)
  expect(await metric('hallway_store_seconds_count{operation="claimDelivery"}')).toBeGreaterThan(0)
})

test('help and tips are no questions, and what fails is one that failed', async () => {
  const { workspace, privateReply, metric, done } = await openObserved()
  await workspace.command('/talks', 'help', '#general')
  await privateReply('#general', 1)
  await workspace.command('/talks', 'tips status', '#general')
  await privateReply('#general', 2)
  await expect.poll(() => done.filter(({ surface }) => surface === 'command')).toHaveLength(2)
  expect(done.every(({ outcome }) => outcome === 'handled')).toBe(true)
  workspace.fail('chat.postMessage', { error: 'is_archived' })
  await workspace.say('dm', 'queues')
  await expect
    .poll(() => metric('hallway_questions_total{surface="direct-message",outcome="failed"}'))
    .toBe(1)
})

test('a call that Slack asks to repeat is counted with each try', async () => {
  const { workspace, answerTo, metric } = await openObserved()
  workspace.fail('chat.postMessage', { status: 429, retryAfter: 1 })
  const { ts } = await workspace.say('dm', 'queues')
  await answerTo('dm', ts)
  expect(await metric('hallway_slack_calls_total{method="chat.postMessage",result="429"}')).toBe(1)
  await expect.poll(() => metric('hallway_slack_calls_total{method="chat.postMessage",result="200"}')).toBe(1)
})

test('the pages for supervisors say whether Hallway is well, and nothing else', async () => {
  const store = await openStore({ dataFolder: temporaryFolder(), logger: silent })
  let isClosed = false
  const workspace = await openTestWorkspace({}, Date, (method) =>
    isClosed && method === 'apps.connections.open' ? { error: 'internal_error' } : undefined,
  )
  const { hallway } = await openHallway({ store, workspace })
  const { registry } = createOperations()
  const readiness = createReadiness()
  const answers = tinyAnswers()
  readiness.require('index', () => (answers.corpus.talks.length > 0 ? undefined : 'no notes'))
  readiness.require('store', () => store.probe().then(() => undefined))
  readiness.require('slack', () => (hallway.isReceiving() ? undefined : 'not connected'))
  const server = await openStatusServer({ port: 0, host: '127.0.0.1', log: silent, readiness, registry })
  onTestFinished(() => server.close())
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
  const ready = async () => {
    const response = await get('/readyz')
    return [response.status, ((await response.json()) as { checks: object }).checks]
  }
  expect((await get('/healthz')).status).toBe(200)
  expect(await ready()).toEqual([503, { process: 'starting', index: 'ok', store: 'ok', slack: 'ok' }])
  readiness.started()
  expect(await ready()).toEqual([200, { process: 'ok', index: 'ok', store: 'ok', slack: 'ok' }])
  expect(await (await get('/readyz?exclude=store&exclude=slack')).json()).toEqual({
    ready: true,
    checks: { process: 'ok', index: 'ok' },
  })
  const metrics = await get('/metrics?x=1')
  expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(await metrics.text()).toMatch(/^# TYPE hallway_questions_total counter$/m)
  expect((await get('/')).status).toBe(404)
  expect((await get('/metrics', 'POST')).status).toBe(405)

  // As long as Slack lets nobody in, the socket is not connected, and then it is again.
  isClosed = true
  workspace.socket.drop()
  await expect.poll(ready).toEqual([503, expect.objectContaining({ slack: 'not connected' })])
  isClosed = false
  await expect.poll(ready).toEqual([200, expect.objectContaining({ slack: 'ok' })])
  await hallway.stop()
  expect(hallway.isReceiving()).toBe(false)
  await store.close()
  await expect
    .poll(ready)
    .toEqual([503, expect.objectContaining({ store: expect.not.stringMatching(/^ok$/) })])
})

const tracing = (() => {
  try {
    openTracing({ version: '0' })
    return ''
  } catch (error) {
    if (error instanceof TracingFailure) return ` (skipped: ${error.message})`
    throw error
  }
})()

test.skipIf(tracing !== '')(`a question is a trace, with a span a step${tracing}`, async () => {
  const bodies: string[] = []
  const collector = await openTestServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      bodies.push(`${request.url} ${body}`)
      response.setHeader('content-type', 'application/json').end('{}')
    })
  })
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = new URL(collector).origin
  process.env.OTEL_RESOURCE_ATTRIBUTES = 'deployment.environment.name=harbour'
  onTestFinished(() => {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
    delete process.env.OTEL_RESOURCE_ATTRIBUTES
  })
  const { workspace, answerTo, operations, done } = await openObserved()
  const tracing = openTracing({ version: '1.2.3' })
  operations.requests.onDone(tracing.record)
  const { ts } = await workspace.say('dm', 'queues')
  expect(seen(await answerTo('dm', ts))).toContain('Queues that forgive')
  await expect.poll(() => done.some(({ outcome }) => outcome === 'found')).toBe(true)
  await tracing.close()
  await expect.poll(() => bodies).toHaveLength(1)
  expect(bodies[0]).toMatch(/^\/v1\/traces /)
  const sent = JSON.parse(bodies[0]!.slice('/v1/traces '.length))
  expect(JSON.stringify(sent.resourceSpans[0].resource)).toMatch(/"harbour".*"hallway".*"1\.2\.3"/)
  const spans: readonly Record<string, string>[] = sent.resourceSpans[0].scopeSpans[0].spans
  const { id } = done.find(({ outcome }) => outcome === 'found')!
  const ours = spans.filter(({ traceId }) => traceId === id)
  const whole = ours.find(({ name }) => name === 'slack direct-message')!
  const parts = ours.filter(({ parentSpanId }) => parentSpanId === whole.spanId)
  expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['store', 'search', 'slack']))
  expect(parts).toHaveLength(ours.length - 1)
  expect(bodies[0]).not.toContain('queues')
})
