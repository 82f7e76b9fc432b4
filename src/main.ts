import { readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import type { Logger } from '@slack/bolt'
import { ConnectionFailure, createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { errorCode } from './files/error-code.ts'
import { pathForPeople } from './files/path-for-people.ts'
import { findPlace } from './find-place.ts'
import { IndexingFailure, indexingFailure } from './library/indexing-failure.ts'
import { type Library, openLibrary } from './library/library.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatGroup, groupProblems } from './notes/group-problems.ts'
import { jsonLines } from './operations/json-lines.ts'
import { measureNotes, type ServedNotes } from './operations/metrics.ts'
import { createOperations, type Operations } from './operations/operations.ts'
import { createReadiness, type ReadinessDesk } from './operations/readiness.ts'
import { runOperations } from './operations/run-operations.ts'
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
  const operations = createOperations()
  const lines = jsonLines({ requestId: operations.requests.currentId, now: () => new Date() })
  const format = env.HALLWAY_LOG_FORMAT?.trim() === 'json' ? lines : undefined
  const tell: Tell = (level, line) => {
    const write = level === 'info' ? console.log : console.error
    write(format ? format(level, line) : line)
  }
  const refuse = (...reasons: readonly string[]): number => {
    for (const reason of reasons) tell('error', reason)
    return 1
  }
  const settings = readConfig(env)
  if ('problems' in settings) return refuse(...settings.problems)
  const { config } = settings
  for (const warning of config.warnings) tell('warn', warning)

  const log = createLog(config.logLevel, console.error, { secrets: config.secrets, format })
  const readiness = createReadiness()
  const closeOperations = await runOperations(operations, {
    ...config,
    version: await readVersion(),
    readiness,
    log,
  }).catch((error: unknown) => portProblem(error, config) ?? Promise.reject(error))
  if (typeof closeOperations === 'string') return refuse(closeOperations)
  const { corpus: folder, dataFolder } = config
  const meaning = createMeaning({ dataFolder, corpusFolder: folder, wanted: config.meaning, log })
  const library = await openLibrary({ folder, dataFolder, log, meaning: meaning.serve }).catch(
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
    tell(
      'warn',
      `The notes have ${count === 1 ? 'a problem' : `${count} problems`}: run "hallway check" to see all.`,
    )
    for (const line of firstProblems(corpus)) tell('warn', line)
  }
  try {
    await serve(config, { operations, readiness, closeOperations, library, meaning, log, tell })
    return undefined
  } catch (error) {
    if (error instanceof ConnectionFailure) return refuse(error.message)
    if (error instanceof StoreError) return refuse(`${error.message} ${error.advice}`)
    const reason = portProblem(error, config)
    if (reason !== undefined) return refuse(reason)
    throw error
  }
}

/** Says a line to who started Hallway, whatever the level of the log. */
type Tell = (level: 'info' | 'warn' | 'error', line: string) => void

interface Opened {
  readonly operations: Operations
  readonly readiness: ReadinessDesk
  readonly closeOperations: () => Promise<void>
  readonly library: Library
  readonly meaning: Meaning
  readonly log: Logger
  readonly tell: Tell
}

async function serve(config: Config, opened: Opened): Promise<void> {
  const { operations, readiness, library, meaning, log, tell } = opened
  await using opening = new AsyncDisposableStack()
  opening.defer(() => opened.closeOperations())
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
    notesUrl:
      config.notesUrl === undefined
        ? undefined
        : createNotesUrl(config.notesUrl, pathForPeople(config.corpus)),
    tipGraceMs: config.tipGraceMs,
    log,
    operations,
    onLost: (reason) => {
      tell('error', reason)
      process.exit(1)
    },
  })
  measureNotes(operations.registry, () => describeServed(library))
  readiness.require('index', () => (library.current().corpus.talks.length > 0 ? undefined : 'no notes'))
  readiness.require('store', () => store.ping().then(() => undefined))
  readiness.require('slack', () => (hallway.isReceiving() ? undefined : 'not connected'))
  await hallway.start()
  opening.defer(() => hallway.stop())
  place.onTime?.(() => hallway.lookForTips())
  library.watch()
  meaning.watch()
  readiness.started()
  // All is open: from here on it is closed at a signal, last opened first.
  const all = opening.move()
  stopOnSignals(tell, () => {
    readiness.stopping()
    return all.disposeAsync()
  })
  tell('info', `Hallway answers from ${describeNotes(library.current().corpus)}. ${hint}`)
}

function describeServed(library: Library): ServedNotes {
  const { corpus, readAt } = library.current()
  const problems = corpus.problems.filter(({ isStyle }) => !isStyle)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return { talks: corpus.talks.length, bytes: library.bytes(), readAt, errors, warnings }
}

async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version
}

/** How long stopping may take, in milliseconds: longer than answering what was asked, and what is closed after it. */
const maxStopMs = 9_500

/** The first signal lets what is being answered finish, the second does not. */
function stopOnSignals(tell: Tell, stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + constants.signals[signal])
      stopping = true
      tell('warn', 'Hallway stops as soon as it has answered what was asked.')
      setTimeout(() => killOurselves(tell), maxStopMs).unref()
      stop().then(
        () => process.exit(0),
        (error) => {
          tell('error', `Hallway did not stop cleanly: ${describeFailure(error)}`)
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
function killOurselves(tell: Tell): void {
  tell('error', 'Hallway could not stop in time, so it ends at once. Nothing that was stored is lost.')
  process.kill(process.pid, 'SIGKILL')
}

/** The first kinds of problems of the notes, those that keep a file from being served before the others. */
function firstProblems({ problems }: Corpus): readonly string[] {
  const groups = groupProblems(problems.filter(({ isStyle }) => !isStyle))
  return groups.slice(0, 3).map((group) => `  ${formatGroup(group)}`)
}

/** Why a port cannot be listened on; undefined if something else is wrong. */
function portProblem(error: unknown, { port, host, status }: Config): string | undefined {
  const isOfStatus = status !== undefined && isOfPort(error, status)
  const names = isOfStatus ? 'HALLWAY_STATUS' : 'HALLWAY'
  const wanted = isOfStatus ? status : { port, host }
  const code = errorCode(error)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${wanted.host} is no address of this machine. Set ${names}_HOST to one, or to 0.0.0.0 for all.`
  if (code === 'EADDRINUSE') return `Port ${wanted.port} is in use already. Set ${names}_PORT to a free one.`
  return code === 'EACCES'
    ? `Port ${wanted.port} may not be used by this user. Set ${names}_PORT to one above 1023.`
    : undefined
}

/** Node says of which port, or where the name of a host is not known, of which name. */
function isOfPort(error: unknown, { port, host }: NonNullable<Config['status']>): boolean {
  const { port: ofPort, hostname } = error as { readonly port?: number; readonly hostname?: string }
  return ofPort === port || (hostname !== undefined && hostname === host)
}
