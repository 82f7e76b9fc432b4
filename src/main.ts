import { constants } from 'node:os'
import type { Logger } from '@slack/bolt'
import { ConnectionFailure, createApp } from './app.ts'
import { type Config, readConfig, secretsOf } from './config.ts'
import { errorCode } from './files/error-code.ts'
import { pathForPeople } from './files/path-for-people.ts'
import { findPlace } from './find-place.ts'
import { IndexingFailure, indexingFailure } from './library/indexing-failure.ts'
import { type Library, openLibrary } from './library/library.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatGroup, groupProblems } from './notes/group-problems.ts'
import { describeNotes } from './slack/blocks/help-blocks.ts'
import { createNotesUrl } from './slack/blocks/notes-url.ts'
import { describeFailure } from './slack/client/failure.ts'
import { createLog } from './slack/client/log.ts'
import { openStore } from './store/open-store.ts'
import { StoreError } from './store/store-error.ts'

/**
 * Runs Hallway until it is told to stop. Resolves to undefined once it runs, or to the exit code if it cannot, after
 * saying why.
 */
export async function start(env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const settings = readConfig(env)
  if ('problems' in settings) return refuse(...settings.problems)
  const { config } = settings
  for (const warning of config.warnings) console.error(warning)

  const log = createLog(config.logLevel, console.error, secretsOf(config))
  const { corpus: folder, linksTo, dataFolder } = config
  const meaning = createMeaning({ dataFolder, corpusFolder: folder, wanted: config.meaning, log })
  const library = await openLibrary({ folder, linksTo, dataFolder, log, meaning: meaning.serve }).catch(
    indexingFailure,
  )
  if (library instanceof IndexingFailure) return refuse(library.message)
  const { corpus } = library.current()
  if (corpus.talks.length === 0) {
    const reason = `No notes to answer from in ${config.corpus}. Set HALLWAY_CORPUS to the folder of your notes.`
    return refuse(reason, ...firstProblems(corpus))
  }
  const count = corpus.problems.filter(({ isStyle }) => !isStyle).length
  if (count > 0) {
    console.error(
      `The notes have ${count === 1 ? 'a problem' : `${count} problems`}: run "hallway check" to see all.`,
    )
    for (const line of firstProblems(corpus)) console.error(line)
  }
  try {
    await serve(config, { library, meaning, log })
    return undefined
  } catch (error) {
    if (error instanceof ConnectionFailure) return refuse(error.message)
    if (error instanceof StoreError) return refuse(`${error.message} ${error.advice}`)
    const reason = portProblem(error, config)
    if (reason !== undefined) return refuse(reason)
    throw error
  }
}

interface Opened {
  readonly library: Library
  readonly meaning: Meaning
  readonly log: Logger
}

async function serve(config: Config, { library, meaning, log }: Opened): Promise<void> {
  await using opening = new AsyncDisposableStack()
  opening.defer(() => meaning.close())
  opening.defer(() => library.close())
  const place = await findPlace(config)
  opening.defer(() => place.close())
  const store = await openStore({ ...place, logger: log })
  opening.defer(() => store.close())
  const { connection, slackApiUrl, clock, hint } = place
  const hallway = createApp({
    connection,
    slackApiUrl,
    port: config.port,
    host: config.host,
    answers: library.current,
    store,
    clock,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    notesUrl:
      config.notesUrl === undefined
        ? undefined
        : createNotesUrl(config.notesUrl, pathForPeople(config.corpus)),
    tipGraceMs: config.tipGraceMs,
    log,
    onLost: (reason) => {
      console.error(reason)
      process.exit(1)
    },
  })
  await hallway.start()
  opening.defer(() => hallway.stop())
  place.onTime?.(() => hallway.lookForTips())
  library.watch()
  meaning.watch()
  // All is open: from here on it is closed at a signal, last opened first.
  const opened = opening.move()
  stopOnSignals(() => opened.disposeAsync())
  console.log(`Hallway answers from ${describeNotes(library.current().corpus)}. ${hint}`)
}

/** How long stopping may take, in milliseconds: longer than answering what was asked, and what is closed after it. */
const maxStopMs = 9_500

/** The first signal lets what is being answered finish, the second does not. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + constants.signals[signal])
      stopping = true
      console.error('Hallway stops as soon as it has answered what was asked.')
      setTimeout(killOurselves, maxStopMs).unref()
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

/**
 * Something holds on to a file that does not answer, or the like: an ordinary exit would wait for it too, for the system's
 * threads are joined first.
 */
function killOurselves(): void {
  console.error('Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  process.kill(process.pid, 'SIGKILL')
}

/** The first kinds of problems of the notes, those that keep a file from being served before the others. */
function firstProblems({ problems }: Corpus): readonly string[] {
  const groups = groupProblems(problems.filter(({ isStyle }) => !isStyle))
  return groups.slice(0, 3).map((group) => `  ${formatGroup(group)}`)
}

function refuse(...reasons: readonly string[]): number {
  for (const reason of reasons) console.error(reason)
  return 1
}

/** Why the port cannot be listened on; undefined if something else is wrong. */
function portProblem(error: unknown, { port, host }: Config): string | undefined {
  const code = errorCode(error)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine. Set HALLWAY_HOST to one, or to 0.0.0.0 for all.`
  if (code === 'EADDRINUSE') return `Port ${port} is in use already. Set HALLWAY_PORT to a free one.`
  return code === 'EACCES'
    ? `Port ${port} may not be used by this user. Set HALLWAY_PORT to one above 1023.`
    : undefined
}
