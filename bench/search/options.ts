import { parseArgs } from 'node:util'
import { chosenOf, numbersOf } from '../command-line.ts'
import { type ParameterPath, parameterPaths } from './parameter-path.ts'
import { allPeers } from './peers/all-peers.ts'

type Part = (typeof parts)[number]
const parts = ['quality', 'robustness', 'abstaining', 'speed', 'long'] as const

export interface Options {
  /** The folder that holds `ir/` and, if talks are to be measured, `pyvideo-talks.jsonl.gz`. */
  readonly data: string
  readonly task: Task
  /** Names of collections; all if undefined. */
  readonly collections?: readonly string[]
  /** Fewer questions and rounds: a minute instead of most of an hour. */
  readonly quick: boolean
}

export type Task =
  | {
      readonly kind: 'measure'
      readonly parts: readonly Part[]
      /** Keys of `allPeers`, Hallway first if it takes part. */
      readonly engines: readonly string[]
      /** Numbers of talks. */
      readonly sizes: readonly number[]
      /** The file that each question's result is written to. */
      readonly results?: string
    }
  | {
      readonly kind: 'ablate'
      /** Files of judged questions on the notes, or folders of them. */
      readonly questions: readonly string[]
      /** Parts of the names of ideas; all ideas if undefined. */
      readonly ideas?: readonly string[]
    }
  | {
      readonly kind: 'tune'
      readonly path: ParameterPath
      readonly values: readonly number[]
      /** As for `ablate`: shown beside, and not chosen by. */
      readonly questions: readonly string[]
    }
  | {
      readonly kind: 'cluster'
      /** Of an OpenSearch cluster. */
      readonly addresses: readonly string[]
      /** As for `ablate`. */
      readonly questions: readonly string[]
      /** Numbers of talks. */
      readonly sizes: readonly number[]
    }
  | {
      readonly kind: 'meaning'
      /** A folder as HALLWAY_DATA is one, with models. */
      readonly folder: string
      /** As for `ablate`. */
      readonly questions: readonly string[]
      /** Numbers of talks. */
      readonly sizes: readonly number[]
    }

export const usage = `Usage: npm run bench:search -- --data <folder> [options]

Measures Hallway's search beside its peers; prints Markdown.

  --data <folder>           holds ir/ and, if talks are to be measured, pyvideo-talks.jsonl.gz
  --collections a,b         of the judged collections these alone
  --quick                   fewer questions and rounds: a minute instead of most of an hour
  --only a,b                of ${parts.join(', ')} these alone
  --engines a,b             of ${Object.keys(allPeers).join(', ')} these alone
  --sizes 1000,10000        numbers of talks
  --results <file>          keeps each question's result
  --ablate                  instead: what each idea of the ranking is worth
  --ideas a,b               of these ideas those alone, by parts of their names
  --tune <parameter>        instead: a number of the ranking with other values
  --values a,b,c            these values
  --opensearch <addresses>  instead: a cluster beside the embedded engine
  --meaning <folder>        instead: search by meaning, with the models in a folder as HALLWAY_DATA is one
  --questions <file>        judged questions on the notes, or a folder of them, with any of these four; may come several times
  --help                    this text`

/** @throws Error saying which option is wrong and what it takes. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      collections: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      engines: { type: 'string' },
      sizes: { type: 'string' },
      results: { type: 'string' },
      ablate: { type: 'boolean', default: false },
      questions: { type: 'string', multiple: true },
      ideas: { type: 'string' },
      tune: { type: 'string' },
      values: { type: 'string' },
      meaning: { type: 'string' },
      opensearch: { type: 'string' },
    },
  })
  const { data, collections, quick } = values
  if (!data) throw new Error('--data is missing: the folder that holds ir/.')
  refuseStrangers(values)
  return { data, task: taskOf(values), ...(collections && { collections: collections.split(',') }), quick }
}

/** What was typed, by option. */
interface Typed {
  readonly quick: boolean
  readonly only?: string | undefined
  readonly engines?: string | undefined
  readonly sizes?: string | undefined
  readonly results?: string | undefined
  readonly ablate: boolean
  readonly questions?: string[] | undefined
  readonly ideas?: string | undefined
  readonly tune?: string | undefined
  readonly values?: string | undefined
  readonly meaning?: string | undefined
  readonly opensearch?: string | undefined
}

const optionsOf = {
  measure: ['only', 'engines', 'sizes', 'results'],
  ablate: ['questions', 'ideas'],
  tune: ['values', 'questions'],
  meaning: ['questions', 'sizes'],
  cluster: ['questions', 'sizes'],
} as const satisfies Record<Task['kind'], (keyof Typed)[]>

function kindOf({ ablate, tune, meaning, opensearch }: Typed): Task['kind'] {
  if (opensearch !== undefined && (ablate || tune !== undefined || meaning !== undefined))
    throw new Error('--opensearch: without --ablate, --tune and --meaning.')
  if (opensearch !== undefined) return 'cluster'
  if (meaning !== undefined && (ablate || tune !== undefined))
    throw new Error('--meaning: without --ablate and --tune.')
  if (meaning !== undefined) return 'meaning'
  if (ablate && tune !== undefined) throw new Error('--ablate and --tune: one at a time.')
  return ablate ? 'ablate' : tune !== undefined ? 'tune' : 'measure'
}

function refuseStrangers(typed: Typed): void {
  const own: readonly string[] = optionsOf[kindOf(typed)]
  const stranger = Object.values(optionsOf)
    .flat()
    .find((option) => typed[option] !== undefined && !own.includes(option))
  if (stranger) throw new Error(`--${stranger} does not go with ${kindOf(typed)}.`)
}

function taskOf(typed: Typed): Task {
  const { questions = [], ideas, results } = typed
  switch (kindOf(typed)) {
    case 'ablate':
      return { kind: 'ablate', questions, ...(ideas && { ideas: ideas.split(',') }) }
    case 'tune':
      return { kind: 'tune', path: pathOf(typed.tune!), values: valuesOf(typed.values), questions }
    case 'cluster':
      return {
        kind: 'cluster',
        addresses: typed.opensearch!.split(','),
        questions,
        sizes: sizesOf(typed, '21715'),
      }
    case 'meaning':
      return { kind: 'meaning', folder: typed.meaning!, questions, sizes: sizesOf(typed, '56,1000') }
    case 'measure': {
      const wanted = chosenOf('only', typed.only, parts)
      const engines = chosenOf('engines', typed.engines, Object.keys(allPeers))
      return { kind: 'measure', parts: wanted, engines, sizes: sizesOf(typed), ...(results && { results }) }
    }
  }
}

function sizesOf({ sizes, quick }: Typed, usual = quick ? '1000' : '1000,10000,21715'): readonly number[] {
  return numbersOf('sizes', sizes ?? usual, 100_000)
}

function pathOf(typed: string): ParameterPath {
  const path = parameterPaths.find((known) => known === typed)
  if (!path) throw new Error(`--tune: ${typed} is none of ${parameterPaths.join(', ')}.`)
  return path
}

function valuesOf(typed: string | undefined): readonly number[] {
  const values = typed?.split(',') ?? []
  if (values.length === 0 || values.some((value) => value.trim() === '' || Number.isNaN(Number(value))))
    throw new Error('--values: a list of numbers, as in --values 0.3,0.5,0.7.')
  return values.map(Number)
}
