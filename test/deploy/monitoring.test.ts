/** The files for Prometheus and Grafana ask for what there is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  measureNotes,
  measureQueues,
  measureSearch,
  measureWorkspaceNotes,
} from '../../src/operations/metrics.ts'
import { createOperations } from '../../src/operations/operations.ts'
import { measureProcess } from '../../src/operations/process-metrics.ts'
import { createReadiness, measureReadiness } from '../../src/operations/readiness.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { fillIn, readQueries } from './queries.ts'
import { findTool } from './tool.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Everything that Hallway measures, as Prometheus would read it after a little of everything has happened. */
async function allMetrics(): Promise<string> {
  const { registry, metrics } = createOperations()
  const request = { id: '0'.repeat(32), surface: 'mention', startedAt: 0, ms: 12 } as const
  metrics.request({ ...request, outcome: 'found', steps: [{ name: 'search', startedAt: 0, ms: 3 }] })
  metrics.storeCall({ operation: 'claimDelivery', seconds: 0.01, isFailed: true })
  metrics.slackCall({ method: 'chat.postMessage', result: '200', seconds: 0.2 })
  const one = () => 1
  measureQueues(registry, { requests: one, turnsRunning: one, turnsWaiting: one, tipChannels: one })
  measureNotes(registry, () => ({ talks: 7, bytes: 1000, readAt: new Date(0), errors: 1, warnings: 2 }))
  measureWorkspaceNotes(registry, () => new Map([['corpora/T1', 'out of memory']]))
  measureSearch(registry, () => false)
  measureProcess(registry, { version: '1.2.3' })
  measureReadiness(registry, createReadiness())
  return registry.text()
}

/** The names under which a query can ask for them. */
async function namesThatExist(): Promise<ReadonlySet<string>> {
  const types = [...(await allMetrics()).matchAll(/^# TYPE (\S+) (\S+)$/gm)]
  return new Set(
    types.flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
    ),
  )
}

/** What Prometheus itself says of each: where it was read, and its operator on Kubernetes. */
const ofPrometheus: ReadonlySet<string> = new Set(['job', 'instance', 'namespace', 'service'])

/** `name label`, for each label that a metric has. */
async function labelsThatExist(): Promise<ReadonlySet<string>> {
  const samples = (await allMetrics()).matchAll(/^(\w+)\{(.*)\} /gm)
  return new Set(
    Array.from(samples).flatMap(([, name, labels = '']) =>
      Array.from(labels.matchAll(/(\w+)="/g), ([, label]) => `${name} ${label}`),
    ),
  )
}

const metricName = /\b(?:hallway|nodejs|process)_[a-z0-9_]+/g

const { dashboard, alerts } = readQueries()
const queriesOf: Readonly<Record<string, readonly string[]>> = {
  'deploy/grafana/hallway.json': dashboard,
  'deploy/prometheus/alerts.yml': Object.values(alerts),
}

test.each(Object.keys(queriesOf))('%s asks for metrics that there are', async (path) => {
  const asked = queriesOf[path]!.flatMap((query) => query.match(metricName) ?? [])
  expect(asked.length).toBeGreaterThan(9)
  const known = await namesThatExist()
  expect(asked.filter((name) => !known.has(name))).toEqual([])
})

test.each(Object.keys(queriesOf))('%s asks for labels that the metrics have', async (path) => {
  const known = await labelsThatExist()
  const asked = queriesOf[path]!.flatMap((query) => {
    const [, grouped = ''] = /\bby \(([^)]*)\)/.exec(query) ?? []
    return Array.from(query.matchAll(/\b((?:hallway|nodejs|process)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)).flatMap(
      ([, name = '', selector = '']) => {
        const selected = Array.from(selector.matchAll(/(\w+)(?==)/g), ([label]) => label)
        const labels = [...selected, ...(grouped.match(/\w+/g) ?? [])]
        return labels.filter((label) => !ofPrometheus.has(label)).map((label) => `${name} ${label}`)
      },
    )
  })
  expect(asked.filter((label) => !known.has(label))).toEqual([])
})

test('docs/operating.md says of each metric what it is', async () => {
  const said = new Set(read('docs/operating.md').match(metricName))
  const names = [...(await allMetrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  expect(names.filter((name) => !said.has(name!))).toEqual([])
})

const promtool = findTool('promtool', '--version')

test.skipIf(promtool.reason)(`what Hallway says is what Prometheus reads${promtool.reason}`, async () => {
  const { status, output } = promtool.runWith(await allMetrics(), 'check', 'metrics')
  // Its style guide knows no name of Node's own, and nothing else is amiss.
  expect(output.split('\n').filter((line) => line !== '' && !line.startsWith('nodejs_'))).toEqual([])
  expect([0, 3]).toContain(status)
})

test.skipIf(promtool.reason).each([
  ['check', 'config', 'deploy/prometheus/prometheus.yml'],
  ['check', 'rules', 'deploy/prometheus/alerts.yml'],
  ['test', 'rules', 'deploy/prometheus/alerts.test.yml'],
])(`promtool %s %s is content with %s${promtool.reason}`, (...words) => {
  const { status, output } = promtool.run(...words)
  expect(output).toContain('SUCCESS')
  expect(status).toBe(0)
})

test.skipIf(promtool.reason)(`every query of the dashboard can be read${promtool.reason}`, () => {
  const rules = dashboard.map((query, index) => ({ record: `panel:${index}`, expr: fillIn(query) }))
  const folder = writeFolder({ 'rules.yml': JSON.stringify({ groups: [{ name: 'dashboard', rules }] }) })
  const { output, status } = promtool.run('check', 'rules', join(folder, 'rules.yml'))
  expect(output).toContain(`${rules.length} rules found`)
  expect(status).toBe(0)
})
