import { defaults } from '../defaults.ts'
import { nearestName } from '../text/nearest-names.ts'
import type { Connection } from './connection.ts'
import {
  type Environment,
  repositoryVariables,
  setValues,
  type Variable,
  type VariableValues,
  variables,
} from './variables.ts'

/** What is set and does nothing, each one line. What holds anyway, as the values of .env.example do, is not told. */
export function warningsOf(env: Environment, { kind }: Connection): readonly string[] {
  const values = setValues(env)
  const isTold = (name: Variable) => values[name] && values[name] !== defaults[name as keyof typeof defaults]
  const idle = idleSettings
    .filter(({ isIdle }) => isIdle(kind, values))
    .flatMap(({ names, since }) => names.filter(isTold).map((name) => [name, since] as const))
  // Of two reasons the first one.
  const reasons = new Map(idle.toReversed())
  return [...unknownSettings(env), ...[...reasons].map(([name, since]) => `${name} does nothing ${since}.`)]
}

/** Settings that do nothing, given the others. */
interface IdleSettings {
  readonly names: readonly Variable[]
  readonly isIdle: (kind: Connection['kind'], values: VariableValues) => boolean
  /** `NAME does nothing …` */
  readonly since: string
}

/**
 * All that can be set without effect. Left out is what images and charts set whatever is wanted of them: where to listen
 * (HALLWAY_HOST, HALLWAY_PORT), HALLWAY_DRAIN_SECONDS and HALLWAY_CORPUS.
 */
const idleSettings: readonly IdleSettings[] = [
  {
    names: ['HALLWAY_SLACK_API_URL', 'DATABASE_URL', 'HALLWAY_NOTES_SECRET'],
    isIdle: (kind) => kind === 'local',
    since: 'as long as no SLACK_ variable is set',
  },
  {
    names: ['HALLWAY_HOST'],
    isIdle: (kind) => kind === 'local',
    since: 'as long as no SLACK_ variable is set: the local workspace is for this machine alone',
  },
  {
    names: ['SLACK_SIGNING_SECRET'],
    isIdle: (kind) => kind === 'socket',
    since:
      'as long as SLACK_APP_TOKEN is set: Hallway uses Socket Mode, and Slack posts nothing to this machine',
  },
  {
    names: ['HALLWAY_CORPORA', 'HALLWAY_CORPUS_FOR'],
    isIdle: (kind) => kind !== 'many',
    since: 'unless Hallway serves several workspaces (SLACK_CLIENT_ID)',
  },
  {
    names: ['HALLWAY_CORPUS_FOR'],
    isIdle: (kind, { HALLWAY_CORPORA }) => kind === 'many' && !HALLWAY_CORPORA,
    since: 'without HALLWAY_CORPORA: all workspaces are answered from HALLWAY_CORPUS',
  },
  {
    names: ['HALLWAY_NOTES_URL'],
    isIdle: (kind, { HALLWAY_CORPORA }) => kind === 'many' && Boolean(HALLWAY_CORPORA),
    since: 'with HALLWAY_CORPORA: it is one address for one folder of notes',
  },
  {
    names: ['HALLWAY_NOTES_GIT', 'HALLWAY_SEARCH_URL', 'HALLWAY_MEANING'],
    isIdle: (kind, { HALLWAY_CORPORA, HALLWAY_CORPUS_FOR }) =>
      kind === 'many' && Boolean(HALLWAY_CORPORA) && !HALLWAY_CORPUS_FOR,
    since: 'with HALLWAY_CORPORA, unless HALLWAY_CORPUS_FOR says who is answered from the notes of all',
  },
  {
    names: [...repositoryVariables, 'HALLWAY_NOTES_PULL', 'HALLWAY_NOTES_SECRET'],
    isIdle: (_, { HALLWAY_NOTES_GIT }) => !HALLWAY_NOTES_GIT,
    since: 'as long as HALLWAY_NOTES_GIT is not set',
  },
  {
    names: ['HALLWAY_STATUS_HOST'],
    isIdle: (_, { HALLWAY_STATUS_PORT }) => !HALLWAY_STATUS_PORT,
    since: 'as long as HALLWAY_STATUS_PORT is not set',
  },
  {
    names: ['HALLWAY_SEARCH_API_KEY', 'HALLWAY_SEARCH_CA', 'HALLWAY_SEARCH_INDEX', 'HALLWAY_OWN_INDEX'],
    isIdle: (_, { HALLWAY_SEARCH_URL }) => !HALLWAY_SEARCH_URL,
    since: 'as long as HALLWAY_SEARCH_URL is not set',
  },
  {
    names: ['OTEL_EXPORTER_OTLP_HEADERS'],
    isIdle: (_, { OTEL_EXPORTER_OTLP_ENDPOINT }) => !OTEL_EXPORTER_OTLP_ENDPOINT,
    since: 'as long as OTEL_EXPORTER_OTLP_ENDPOINT is not set',
  },
]

/** Names that nothing reads, probably mistyped. Slack's name is on other programs' settings, too: of those, what is near ours. */
export function unknownSettings(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => !variables.includes(name as Variable))
    .flatMap((name) => {
      const prefix = /^(?:HALLWAY|SLACK)_/i.exec(name)?.[0].toUpperCase()
      if (prefix === undefined) return []
      const meant = settingMeant(name, known(prefix))
      if (meant === undefined && prefix !== 'HALLWAY_') return []
      return `${name} is not a setting of Hallway, so it does nothing.${meant ? ` Did you mean ${meant}?` : ''}`
    })
}

const known = (prefix: string) => variables.filter((variable) => variable.startsWith(prefix))

/** The setting that is spelled most like it, or else is a part of it, or the other way around: `HALLWAY_DATA_DIR`. */
function settingMeant(name: string, names: readonly string[]): string | undefined {
  const own = ownName(name)
  return (
    nearestName(name, names, { keyOf: ownName }) ??
    names.find((other) => own.includes(ownName(other)) || (own.length >= 3 && ownName(other).includes(own)))
  )
}

/** What all have in common says nothing about which is meant. */
const ownName = (setting: string): string =>
  setting
    .replace(/^(?:HALLWAY|SLACK)_/i, '')
    .replaceAll('_', '')
    .toLowerCase()
