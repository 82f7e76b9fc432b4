import { parseArgs } from 'node:util'
import { chosenOf, numbersOf } from '../command-line.ts'

export type Part = (typeof parts)[number]
const parts = ['replicas', 'quality', 'sizes', 'workspaces'] as const

export interface Options {
  /** The folder that holds `pyvideo-talks.jsonl.gz` and `ir/`. */
  readonly data: string | undefined
  readonly parts: readonly Part[]
  /** Numbers of replicas. */
  readonly replicas: readonly number[]
  /** Numbers of talks. */
  readonly sizes: readonly number[]
  /** How many workspaces have notes of their own, and how many notes each. */
  readonly workspaces: number
  readonly notes: readonly number[]
  /** Files of judged questions on the notes of HALLWAY_CORPUS or `corpus`, or folders of them. */
  readonly questions: readonly string[]
  readonly cluster: ClusterChoice
}

export type ClusterChoice =
  | { readonly kind: 'given'; readonly addresses: readonly string[] }
  | { readonly kind: 'own'; readonly nodes: number; readonly heapMb: number }

export const usage = `Usage: npm run bench:scale -- [--only ${parts.join(',')}] [options]
  --data <folder>          that holds pyvideo-talks.jsonl.gz (all but quality) and ir/ (quality)
  --replicas 1,2,4         how many processes share one PostgreSQL and one cluster
  --sizes 21715,100000,1000000   how many talks are brought into the cluster
  --questions <file or folder>   judged questions on the notes of HALLWAY_CORPUS or corpus; may come several times
  --workspaces 20 --notes 100,1000   how many workspaces have notes of their own in one process, and how many notes each
  --nodes 1 --heap 1024    nodes of a cluster that is started for the run, and megabytes of heap of each
  --opensearch <addresses> a cluster that runs already, instead of one of its own
  --help                   this text
PostgreSQL is started from its programs, OpenSearch from the folder that TEST_OPENSEARCH names. What is missing is left out,
with a reason. Nothing stays behind.`

/** @throws Error saying which option is wrong and what it takes. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      only: { type: 'string' },
      replicas: { type: 'string', default: '1,2,4' },
      sizes: { type: 'string', default: '21715,100000,1000000' },
      workspaces: { type: 'string', default: '20' },
      notes: { type: 'string', default: '100,1000' },
      questions: { type: 'string', multiple: true, default: [] },
      nodes: { type: 'string' },
      heap: { type: 'string' },
      opensearch: { type: 'string' },
    },
  })
  const { opensearch, nodes, heap } = values
  if (opensearch !== undefined && (nodes !== undefined || heap !== undefined))
    throw new Error('--nodes and --heap are of a cluster of its own: without --opensearch.')
  return {
    data: values.data,
    parts: chosenOf('only', values.only, parts),
    replicas: numbersOf('replicas', values.replicas, 16),
    sizes: numbersOf('sizes', values.sizes, 2_000_000),
    workspaces: numbersOf('workspaces', values.workspaces, 1000)[0]!,
    notes: numbersOf('notes', values.notes, 20_000),
    questions: values.questions,
    cluster:
      opensearch !== undefined
        ? { kind: 'given', addresses: opensearch.split(',') }
        : {
            kind: 'own',
            nodes: numbersOf('nodes', nodes ?? '1', 9)[0]!,
            heapMb: numbersOf('heap', heap ?? '1024', 32_000)[0]!,
          },
  }
}
