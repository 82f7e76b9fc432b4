import { readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import type { Logger } from '@slack/bolt'
import { parse } from 'yaml'
import { ConnectionFailure, createApp } from './app.ts'
import { type Config, type RemoteConnection, readConfig } from './config.ts'
import { IndexingFailure, indexingFailure, type Library, openLibrary } from './library/library.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatProblem } from './notes/format-problem.ts'
import { createMemoryDeliveries } from './slack/deliveries.ts'
import { describeFailure } from './slack/failure.ts'
import { describeNotes } from './slack/help-blocks.ts'
import { createLog } from './slack/log.ts'
import { openWorkspace } from './workspace/open-workspace.ts'

/**
 * Runs Hallway until it is told to stop. Resolves to undefined once it runs, or to the exit code where it cannot, after
 * saying why.
 */
export async function start(env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const settings = readConfig(env)
  if ('problems' in settings) return refuse(...settings.problems)
  const { config } = settings
  for (const warning of config.warnings) console.error(warning)

  const log = createLog(config.logLevel, console.error)
  const library = await openLibrary({ folder: config.corpus, dataFolder: config.data, log }).catch(
    indexingFailure,
  )
  if (library instanceof IndexingFailure) return refuse(library.message)
  const corpus = library.answers.corpus()
  if (corpus.talks.length === 0) {
    const reason = `No notes to answer from in ${config.corpus}. Set HALLWAY_CORPUS to the folder of your notes.`
    return refuse(reason, ...firstProblems(corpus))
  }
  const count = corpus.problems.length
  if (count > 0) {
    console.error(
      `The notes have ${count === 1 ? 'a problem' : `${count} problems`}: run "hallway check" to see all.`,
    )
    for (const line of firstProblems(corpus)) console.error(line)
  }
  try {
    await serve(config, library, log)
    return undefined
  } catch (error) {
    await library.close()
    if (error instanceof ConnectionFailure) return refuse(error.message)
    if (isPortInUse(error))
      return refuse(`Port ${config.port} is in use already. Set HALLWAY_PORT to a free one.`)
    throw error
  }
}

async function serve(config: Config, library: Library, log: Logger): Promise<void> {
  const place = await findPlace(config)
  const hallway = createApp({
    connection: place.connection,
    slackApiUrl: place.slackApiUrl,
    port: config.port,
    answers: library.answers,
    deliveries: createMemoryDeliveries(),
    log,
    onLost: (reason) => {
      console.error(reason)
      process.exit(1)
    },
  })
  await hallway.start().catch(async (error) => {
    await place.close()
    throw error
  })
  library.watch()
  stopOnSignals(async () => {
    await Promise.all([hallway.stop(), library.close()])
    await place.close()
  })
  console.log(`Hallway answers from ${describeNotes(library.answers.corpus())}. ${place.hint}`)
}

/** The workspace that Hallway serves, and where people find it. */
interface Place {
  readonly connection: RemoteConnection
  readonly slackApiUrl: string | undefined
  readonly hint: string
  close(): Promise<void>
}

async function findPlace({ connection, slackApiUrl, port }: Config): Promise<Place> {
  const close = async () => {}
  if (connection.kind === 'socket') return { connection, slackApiUrl, hint: 'Connected to Slack.', close }
  if (connection.kind === 'http') {
    return { connection, slackApiUrl, hint: `Slack posts to port ${port}, path /slack/events.`, close }
  }
  // The local workspace acts on the same manifest that is pasted into Slack.
  const manifest = await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')
  const workspace = await openWorkspace({ port, manifest: parse(manifest) })
  const { botToken, appToken, apiUrl, url } = workspace
  return {
    connection: { kind: 'socket', botToken, appToken },
    slackApiUrl: apiUrl,
    hint: `Open ${url}`,
    close: () => workspace.close(),
  }
}

/** The first signal lets what is being answered finish, the second does not. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + constants.signals[signal])
      stopping = true
      console.error('Hallway stops as soon as it has answered what was asked.')
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(`Hallway did not stop cleanly: ${describeFailure(error)}`)
          process.exit(1)
        },
      )
    })
  }
}

/** The first few problems of the notes, those that keep a file from being served before the others. */
function firstProblems({ problems }: Corpus): readonly string[] {
  const byWeight = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  return byWeight.slice(0, 3).map((problem) => `  ${formatProblem(problem)}`)
}

function refuse(...reasons: readonly string[]): number {
  for (const reason of reasons) console.error(reason)
  return 1
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
