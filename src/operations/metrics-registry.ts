/** Values of labels, by their names. */
type Labels<Name extends string> = Readonly<Record<Name, string>>

interface Counter<Label extends string = never> {
  /** @param by default 1 */
  add(labels: Labels<Label>, by?: number): void
}

interface Histogram<Label extends string = never> {
  observe(labels: Labels<Label>, value: number): void
}

export interface Sample {
  readonly labels?: Labels<string>
  readonly value: number
}

/** Metrics, and how Prometheus reads them (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export interface Registry {
  counter<Label extends string = never>(name: string, help: string): Counter<Label>
  /** @param buckets upper bounds, ascending. Default: seconds from 5 ms to 10 s */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    buckets?: readonly number[],
  ): Histogram<Label>
  /** What is read at the moment at which metrics are asked for. */
  read(
    kind: 'counter' | 'gauge',
    name: string,
    help: string,
    read: () => MetricReading | Promise<MetricReading>,
  ): void
  /** All of them in the text format, version 0.0.4. */
  text(): Promise<string>
}

/** One value, none, or one for each of several labels. */
type MetricReading = number | undefined | readonly Sample[]

export const textFormat = 'text/plain; version=0.0.4; charset=utf-8'

const seconds: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createRegistry(): Registry {
  const metrics = new Map<string, () => Promise<string>>()

  function register(
    kind: string,
    name: string,
    help: string,
    lines: () => readonly string[] | Promise<readonly string[]>,
  ): void {
    if (metrics.has(name)) throw new Error(`There are two metrics ${name}.`)
    const head = `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${kind}\n`
    metrics.set(name, async () => head + (await lines()).join(''))
  }

  return {
    counter(name, help) {
      const counts = new Map<string, { readonly labels: Labels<string>; value: number }>()
      register('counter', name, help, () =>
        [...counts.values()].map(({ labels, value }) => line(name, written(labels), value)),
      )
      return {
        add(labels, by = 1) {
          const key = keyOf(labels)
          const known = counts.get(key)
          if (known === undefined) counts.set(key, { labels, value: by })
          else known.value += by
        },
      }
    },
    histogram(name, help, buckets = seconds) {
      const series = new Map<string, Series>()
      register('histogram', name, help, () =>
        [...series.values()].flatMap((one) => histogramLines(name, one, buckets)),
      )
      return {
        observe(labels, value) {
          const key = keyOf(labels)
          let one = series.get(key)
          if (one === undefined) {
            one = { labels, counts: buckets.map(() => 0).concat(0), sum: 0 }
            series.set(key, one)
          }
          const at = buckets.findIndex((bound) => value <= bound)
          one.counts[at === -1 ? buckets.length : at]! += 1
          one.sum += value
        },
      }
    },
    read(kind, name, help, read) {
      register(kind, name, help, async () => {
        const now = (await read()) ?? []
        const samples = typeof now === 'number' ? [{ value: now }] : now
        return samples.map(({ labels = {}, value }) => line(name, written(labels), value))
      })
    },
    async text() {
      const all = await Promise.all([...metrics.values()].map((written) => written()))
      return all.join('')
    },
  }
}

/** Of one set of labels. */
interface Series {
  readonly labels: Labels<string>
  readonly counts: number[]
  sum: number
}

function histogramLines(
  name: string,
  { labels: set, counts, sum }: Series,
  buckets: readonly number[],
): readonly string[] {
  let total = 0
  const labels = written(set)
  const bounds = [...buckets.map(String), '+Inf']
  const cumulative = bounds.map((bound, index) => {
    total += counts[index]!
    return line(`${name}_bucket`, joinedLabels(labels, `le="${bound}"`), total)
  })
  return [...cumulative, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, total)]
}

function line(name: string, labels: string, value: number): string {
  return `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`
}

/** The values are enough, for one metric always has the same label names; these are written only when somebody asks. */
const keyOf = (labels: Labels<string>): string => Object.values(labels).join('\0')

function written(labels: Labels<string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
    .join(',')
}

const joinedLabels = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(',')

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
