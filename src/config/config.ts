import { readCommandSettings } from '../defaults.ts'
import { type Connection, connectionOf, missingVariables, pageProblems } from './connection.ts'
import { describeWrongValue } from './describe-wrong-value.ts'
import { secretsOf } from './secrets.ts'
import { corpusFor, type NotesGit, notesGitOf, type SearchCluster, searchOf } from './sources.ts'
import { type Environment, readVariables, setValues, type Variable } from './variables.ts'
import { unknownSettings, warningsOf } from './warnings.ts'

export interface Config {
  readonly connection: Connection
  /** The folder of the notes. */
  readonly corpus: string
  /** Folders outside of it that links in it may lead to. */
  readonly linksTo: readonly string[]
  /** The folder with a folder of notes for each workspace, named for its id; undefined if all are answered from `corpus`. */
  readonly corpora: string | undefined
  /** Which workspaces without a folder of their own are answered from `corpus` then. */
  readonly corpusFor: 'all' | readonly string[]
  /** The repository that the notes come from instead: `corpus` is in its copy then. */
  readonly notesGit: NotesGit | undefined
  /** The folder for what is kept between runs: the index of the notes, and the database if that is a file. */
  readonly dataFolder: string
  /** The PostgreSQL server that holds the state instead; may hold a password. */
  readonly databaseUrl: string | undefined
  /** The cluster that finds talks; the index in this process does if there is none. */
  readonly search: SearchCluster | undefined
  /** `off`, or the name of the model that answers use; undefined for the one that was installed last. */
  readonly meaning: string | undefined
  /** How late a daily tip may come, in milliseconds, before its day is skipped. */
  readonly tipGraceMs: number
  /** Of the local workspace's page, or of the server that Slack posts to. */
  readonly port: number
  /** The address to listen on for Slack. The local workspace is for this machine alone. */
  readonly host: string
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** How long Slack's requests are still taken after a signal to stop, in milliseconds. */
  readonly drainMs: number
  readonly logFormat: 'text' | 'json'
  /** From how many milliseconds on an answer is logged as slow, with where its time went; 0 for never. */
  readonly slowMs: number
  /** Where `/healthz`, `/readyz` and `/metrics` are; nowhere if undefined. */
  readonly status: { readonly port: number; readonly host: string } | undefined
  /** Whether traces are sent. Where to, OpenTelemetry's own variables say. */
  readonly isTraced: boolean
  /** Where Slack's Web API is, with a slash at its end; Slack's own if undefined. */
  readonly slackApiUrl: string | undefined
  /** Address of the team's notes, with `{path}` and perhaps `{line}`: what places in them lead to. */
  readonly notesUrl: string | undefined
  /** What must never be read in a log, by value. */
  readonly secrets: readonly string[]
  /** What is odd but does not keep Hallway from running, each one line. */
  readonly warnings: readonly string[]
}

/** All settings from the environment, or everything that is wrong with them, each one line that says what to set. */
export function readConfig(
  env: Environment,
): { readonly config: Config } | { readonly problems: readonly string[] } {
  const values = setValues(env)
  const read = readVariables(values)
  const wrong = read.error?.issues.map(({ path }) => {
    const name = path[0] as Variable
    return describeWrongValue(name, values[name] ?? '')
  })
  const problems = [...(wrong ?? []), ...missingVariables(values), ...pageProblems(values)]
  if (!read.success || problems.length > 0) return { problems: [...problems, ...unknownSettings(env)] }
  const connection = Object.freeze(connectionOf(values))
  const statusPort = read.data.HALLWAY_STATUS_PORT
  return {
    config: Object.freeze({
      connection,
      corpus: readCommandSettings(values).corpusFolder,
      linksTo: read.data.HALLWAY_LINKS,
      corpora: read.data.HALLWAY_CORPORA,
      corpusFor: corpusFor(read.data),
      notesGit: notesGitOf(read.data),
      dataFolder: read.data.HALLWAY_DATA,
      databaseUrl: read.data.DATABASE_URL,
      search: searchOf(read.data),
      meaning: read.data.HALLWAY_MEANING,
      tipGraceMs: read.data.HALLWAY_TIP_GRACE * 60 * 60 * 1000,
      port: read.data.HALLWAY_PORT,
      host: read.data.HALLWAY_HOST,
      logLevel: read.data.HALLWAY_LOG_LEVEL,
      drainMs: read.data.HALLWAY_DRAIN_SECONDS * 1000,
      logFormat: read.data.HALLWAY_LOG_FORMAT,
      slowMs: read.data.HALLWAY_SLOW_MS,
      status:
        statusPort === undefined ? undefined : { port: statusPort, host: read.data.HALLWAY_STATUS_HOST },
      isTraced: read.data.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
      slackApiUrl: read.data.HALLWAY_SLACK_API_URL,
      notesUrl: read.data.HALLWAY_NOTES_URL,
      secrets: Object.freeze(secretsOf(connection, values)),
      warnings: Object.freeze(warningsOf(env, connection)),
    }),
  }
}
