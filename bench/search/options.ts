import { parseArgs } from 'node:util'
import { allPeers } from './peers/all-peers.ts'

type Part = (typeof parts)[number]
const parts = ['quality', 'speed', 'robustness', 'abstaining'] as const

export interface Options {
  /** The folder that holds `ir/` and `pyvideo-talks.jsonl.gz`. */
  readonly data: string
  readonly parts: readonly Part[]
  /** Keys of `allPeers`, Hallway first where it takes part. */
  readonly engines: readonly string[]
  /** Numbers of talks. */
  readonly sizes: readonly number[]
  /** Fewer questions and rounds: a minute instead of most of an hour. */
  readonly quick: boolean
}

export const usage = `Usage: npm run bench:search -- --data <folder> [--only ${parts.join('|')}] [--engines a,b]
  [--sizes 1000,10000] [--quick]
Engines: ${Object.keys(allPeers).join(', ')}`

/** @throws Error saying which option is wrong and what it takes. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      only: { type: 'string' },
      engines: { type: 'string' },
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  })
  if (!values.data)
    throw new Error('--data is missing: the folder that holds ir/ and pyvideo-talks.jsonl.gz.')
  const wanted = values.engines?.split(',') ?? Object.keys(allPeers)
  const unknown = wanted.find((engine) => !Object.hasOwn(allPeers, engine))
  if (unknown !== undefined)
    throw new Error(`--engines: ${unknown} is none of ${Object.keys(allPeers).join(', ')}.`)
  if (values.only !== undefined && !parts.some((part) => part === values.only))
    throw new Error(`--only: ${values.only} is none of ${parts.join(', ')}.`)
  const sizes = (values.sizes ?? (values.quick ? '1000' : '1000,10000,21715')).split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 100_000))
    throw new Error(`--sizes: ${values.sizes} is not a list of whole numbers from 1 to 100000.`)
  return {
    data: values.data,
    parts: parts.filter((part) => values.only === undefined || part === values.only),
    engines: Object.keys(allPeers).filter((engine) => wanted.includes(engine)),
    sizes,
    quick: values.quick,
  }
}
