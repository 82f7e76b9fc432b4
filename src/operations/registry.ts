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
  read(kind: 'counter' | 'gauge', name: string, help: string, read: () => Reading | Promise<Reading>): void
  /** All of them in the text format, version 0.0.4. */
  text(): Promise<string>
}

/** One value, none, or one for each of several labels. */
type Reading = number | undefined | readonly Sample[]

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
      const counts = new Map<string, number>()
      register('counter', name, help, () => [...counts].map(([labels, count]) => line(name, labels, count)))
      return {
        add(labels, by = 1) {
          const key = written(labels)
          counts.set(key, (counts.get(key) ?? 0) + by)
        },
      }
    },
    histogram(name, help, buckets = seconds) {
      const series = new Map<string, { readonly counts: number[]; sum: number }>()
      register('histogram', name, help, () =>
        [...series].flatMap(([labels, { counts, sum }]) =>
          histogramLines(name, labels, counts, sum, buckets),
        ),
      )
      return {
        observe(labels, value) {
          const key = written(labels)
          const one = series.get(key) ?? { counts: new Array<number>(buckets.length + 1).fill(0), sum: 0 }
          const at = buckets.findIndex((bound) => value <= bound)
          one.counts[at === -1 ? buckets.length : at]! += 1
          one.sum += value
          series.set(key, one)
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

function histogramLines(
  name: string,
  labels: string,
  counts: readonly number[],
  sum: number,
  buckets: readonly number[],
): readonly string[] {
  let total = 0
  const bounds = [...buckets.map(String), '+Inf']
  const cumulative = bounds.map((bound, index) => {
    total += counts[index]!
    return line(`${name}_bucket`, joined(labels, `le="${bound}"`), total)
  })
  return [...cumulative, line(`${name}_sum`, labels, sum), line(`${name}_count`, labels, total)]
}

function line(name: string, labels: string, value: number): string {
  return `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`
}

function written(labels: Labels<string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
    .join(',')
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(',')

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
