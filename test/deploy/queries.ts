import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What Grafana and Prometheus are told to ask for. */
export interface AskedQueries {
  readonly dashboard: readonly string[]
  /** By the alert's name. */
  readonly alerts: Readonly<Record<string, string>>
}

export function readQueries(): AskedQueries {
  const { panels }: Dashboard = JSON.parse(read('grafana/hallway.json'))
  const { groups }: Rules = parse(read('prometheus/alerts.yml'))
  return {
    dashboard: panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    alerts: Object.fromEntries(
      groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr.trim()])),
    ),
  }
}

/** A query as Grafana sends it. */
export function fillIn(query: string): string {
  return query.replaceAll('$__rate_interval', '1m').replaceAll('$job', 'hallway')
}

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[]
}

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[]
  }[]
}

function read(path: string): string {
  return readFileSync(new URL(`../../deploy/${path}`, import.meta.url), 'utf8')
}
