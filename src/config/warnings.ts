import { defaults } from '../defaults.ts'
import { nearestName } from '../text/nearest-names.ts'
import type { Connection } from './connection.ts'
import { type Environment, repositoryVariables, type Variable, variables } from './variables.ts'

/** What is set and does nothing, each one line. */
export function warningsOf(env: Environment, connection: Connection): readonly string[] {
  const idle =
    connection.kind === 'local'
      ? (['HALLWAY_SLACK_API_URL', 'DATABASE_URL', 'HALLWAY_NOTES_SECRET'] as const)
      : []
  const ofMany = connection.kind === 'many' ? [] : (['HALLWAY_CORPORA', 'HALLWAY_CORPUS_FOR'] as const)
  const searchIdle = env.HALLWAY_SEARCH_URL?.trim()
    ? []
    : (['HALLWAY_SEARCH_API_KEY', 'HALLWAY_SEARCH_CA'] as const)
  const isHostIdle =
    connection.kind === 'local' && ![undefined, '', defaults.HALLWAY_HOST].includes(env.HALLWAY_HOST?.trim())
  const isStatusIdle =
    !env.HALLWAY_STATUS_PORT?.trim() &&
    Boolean(env.HALLWAY_STATUS_HOST?.trim()) &&
    env.HALLWAY_STATUS_HOST?.trim() !== defaults.HALLWAY_STATUS_HOST
  return [
    ...unknownSettings(env),
    ...idle
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing as long as no SLACK_ variable is set.`),
    ...ofMany
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing unless Hallway serves several workspaces (SLACK_CLIENT_ID).`),
    ...(connection.kind === 'many' && env.HALLWAY_CORPUS_FOR?.trim() && !env.HALLWAY_CORPORA?.trim()
      ? [
          'HALLWAY_CORPUS_FOR does nothing without HALLWAY_CORPORA: all workspaces are answered from HALLWAY_CORPUS.',
        ]
      : []),
    ...(connection.kind === 'many' && env.HALLWAY_NOTES_URL?.trim() && env.HALLWAY_CORPORA?.trim()
      ? ['HALLWAY_NOTES_URL does nothing with HALLWAY_CORPORA: it is one address for one folder of notes.']
      : []),
    ...(env.HALLWAY_NOTES_GIT?.trim()
      ? []
      : ([...repositoryVariables, 'HALLWAY_NOTES_SECRET'] as const)
          .filter((name) => env[name]?.trim())
          .map((name) => `${name} does nothing as long as HALLWAY_NOTES_GIT is not set.`)),
    ...(isStatusIdle ? ['HALLWAY_STATUS_HOST does nothing as long as HALLWAY_STATUS_PORT is not set.'] : []),
    ...searchIdle
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing as long as HALLWAY_SEARCH_URL is not set.`),
    ...(isHostIdle
      ? [
          'HALLWAY_HOST does nothing as long as no SLACK_ variable is set: the local workspace is for this machine alone.',
        ]
      : []),
  ]
}

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
