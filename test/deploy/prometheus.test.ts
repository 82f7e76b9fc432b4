/** A real Prometheus reads a running Hallway, and what Grafana and the alerts ask of it has an answer. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { openTestWorkspace } from '../end-to-end/open-hallway.ts'
import { run } from '../end-to-end/run-hallway.ts'
import { freePort } from '../helpers/free-port.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { fillIn, readQueries } from './queries.ts'
import { findTool } from './tool.ts'

const { name: prometheusName, reason } = findTool('prometheus', '--version')

test.skipIf(reason)(
  `Prometheus reads a running Hallway, and has an answer to every query of the dashboard and the alerts${reason}`,
  async () => {
    const { child, statusPort, use } = await startHallway()
    const prometheus = await startPrometheus(statusPort)
    const { dashboard, alerts } = readQueries()
    for (const query of [...dashboard.map(fillIn), ...Object.values(alerts).map(asFigure)])
      await expect
        .poll(async () => {
          await use()
          const { result } = await prometheus.get<Vector>('/query', { query })
          return { query, isAnswered: result.some(({ value: [, value] }) => Number.isFinite(Number(value))) }
        })
        .toEqual({ query, isAnswered: true })

    // What the dashboard lets people choose from.
    const jobs = await prometheus.get('/label/job/values', { 'match[]': 'hallway_build_info' })
    expect(jobs).toEqual(['hallway'])

    const { groups } = await prometheus.get<RuleGroups>('/rules')
    const rules = groups.flatMap((group) => group.rules.map(({ name, health }) => [name, health]))
    expect(rules).toEqual(Object.keys(alerts).map((name) => [name, 'ok']))

    const waiting = async () => (await prometheus.get<Alerts>('/alerts')).alerts.map(({ labels }) => labels)
    await expect.poll(waiting).not.toContainEqual(expect.objectContaining({ alertname: 'HallwayDown' }))
    child.kill('SIGKILL')
    await expect
      .poll(waiting)
      .toContainEqual(expect.objectContaining({ alertname: 'HallwayDown', severity: 'critical' }))
  },
)

/** What an alert compares, whether it is too much or not: 1 or 0, if there is anything to compare; or what it would miss. */
function asFigure(query: string): string {
  return query.replace(/^absent\(/, 'count(').replaceAll(/ (==|>) (?=[\d.]+)/g, ' $1 bool ')
}

async function startHallway() {
  const workspace = await openTestWorkspace()
  const statusPort = await freePort()
  const hallway = await run({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    HALLWAY_SLACK_API_URL: workspace.apiUrl,
    HALLWAY_STATUS_PORT: String(statusPort),
  })
  await hallway.says('Connected to Slack')
  return {
    child: hallway.child,
    statusPort,
    /** Asks something, which Slack takes at the second try. */
    async use() {
      workspace.fail('chat.postMessage', { status: 503 })
      const { ts } = await workspace.say('dm', 'queues')
      await expect.poll(() => workspace.thread('dm', ts).some((reply) => reply.bot_id)).toBe(true)
    },
  }
}

/** With the settings of `deploy/`, but for where Hallway is, and how often it is read. */
async function startPrometheus(statusPort: number) {
  const settings = parse(readFileSync(deployed('prometheus.yml'), 'utf8'))
  settings.global = { scrape_interval: '1s', evaluation_interval: '1s' }
  settings.rule_files = [fileURLToPath(deployed('alerts.yml'))]
  settings.scrape_configs[0].static_configs = [{ targets: [`127.0.0.1:${statusPort}`] }]
  const folder = writeFolder({ 'prometheus.yml': stringify(settings) })
  const address = `127.0.0.1:${await freePort()}`
  const child = spawn(
    prometheusName,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
    ],
    { stdio: 'ignore' },
  )
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const isReady = () =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isReady).toBe(true)
  return {
    async get<Data>(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<Data> {
      const response = await fetch(`http://${address}/api/v1${path}?${new URLSearchParams(parameters)}`)
      const { status, error, data } = (await response.json()) as Answer<Data>
      if (status !== 'success') throw new Error(`${parameters.query ?? path}: ${error}`)
      return data
    },
  }
}

const deployed = (file: string) => new URL(`../../deploy/prometheus/${file}`, import.meta.url)

/** What its HTTP API says (https://prometheus.io/docs/prometheus/latest/querying/api/). */
interface Answer<Data> {
  readonly status: 'success' | 'error'
  readonly error?: string
  readonly data: Data
}

interface Vector {
  readonly result: readonly { readonly value: readonly [seconds: number, value: string] }[]
}

interface RuleGroups {
  readonly groups: readonly {
    readonly rules: readonly { readonly name: string; readonly health: string }[]
  }[]
}

interface Alerts {
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>> }[]
}
