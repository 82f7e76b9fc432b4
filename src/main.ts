import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Logger } from '@slack/bolt'
import { parse } from 'yaml'
import { z } from 'zod'
import { describeNotes } from './answers/describe-notes.ts'
import { createApp, type Hallway, SlackConnectionFailure } from './app.ts'
import { createAppForMany, SealFailure } from './app-for-many.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { type Config, readConfig } from './config/config.ts'
import { repositoryVariables } from './config/variables.ts'
import { pathForPeople } from './files/path-for-people.ts'
import { whyNoFolder } from './files/why-no-folder.ts'
import { servePages } from './http/serve-pages.ts'
import { IndexingFailure, indexingFailure } from './library/indexing-failure.ts'
import { type Library, openLibrary } from './library/library.ts'
import { openClusterSearch } from './library/open-cluster-search.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatGroup, groupProblems } from './notes/group-problems.ts'
import { jsonLines } from './operations/json-lines.ts'
import {
  type MeasuredNotes,
  measureNotes,
  measureSearch,
  measureWorkspaceNotes,
} from './operations/metrics.ts'
import { createOperations, type Operations } from './operations/operations.ts'
import { createReadiness, type ReadinessDesk } from './operations/readiness.ts'
import { runOperations } from './operations/run-operations.ts'
import { portProblem } from './port-problem.ts'
import { followRepository } from './repository/follow-repository.ts'
import { GitFailure, shownUrl } from './repository/git.ts'
import { openRepositoryCopy, type RepositoryCopy } from './repository/repository-copy.ts'
import { ClusterError, clusterError } from './search/opensearch/cluster-error.ts'
import type { ClusterSearch } from './search/opensearch/cluster-search.ts'
import type { IndexingLease } from './search/opensearch/indexing-attempts.ts'
import { createNotesUrl, type NotesUrl } from './slack/blocks/notes-url.ts'
import { createSlackFetch } from './slack/client/slack-fetch.ts'
import { createLog } from './slack/client/slack-log.ts'
import { type StopLimits, type Stopping, stopOnSignals } from './stop-on-signals.ts'
import { openStore } from './store/open-store.ts'
import type { LeaseStore } from './store/store.ts'
import { StoreError } from './store/store-error.ts'
import { createTell, type Tell } from './tell.ts'
import { readVersion } from './version.ts'
import { whyNoNotes } from './why-no-notes.ts'
import { createWorkspaceNotes } from './workspace-notes.ts'

/**
 * Runs Hallway until it is told to stop. Resolves to undefined once it runs, or to the exit code if it cannot, after
 * saying why.
 */
export async function start(env: NodeJS.ProcessEnv, limits = stopLimits): Promise<number | undefined> {
  const operations = createOperations()
  const lines = jsonLines({ requestId: operations.requests.currentId, now: () => new Date() })
  const format = env.HALLWAY_LOG_FORMAT?.trim() === 'json' ? lines : undefined
  const tell = createTell(format)
  const onOpen = stopOnSignals(tell)
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
  const ready = { operations, readiness, closeOperations, log, tell, limits, onOpen }
  // What listens for supervisors would keep a process that cannot start.
  const giveUp = async (...reasons: readonly string[]): Promise<number> => {
    await closeOperations()
    return refuse(...reasons)
  }
  const whyNone = config.corpora && (await whyNoFolder(config.corpora))
  if (whyNone)
    return giveUp(
      `HALLWAY_CORPORA names ${config.corpora}, which ${whyNone}. Set it to the folder with the notes of each workspace.`,
    )
  if (config.connection.kind === 'many' && config.corpora !== undefined && config.corpusFor.length === 0)
    return serveUnlessRefused(config, ready)
  const repository = config.notesGit && (await openRepositoryCopy(config.notesGit, { log }).catch(gitFailure))
  if (repository instanceof GitFailure) {
    const where = shownUrl(config.notesGit!.url)
    return giveUp(
      `The notes cannot be pulled from ${where}: ${repository.message}. ` +
        `Look at ${['HALLWAY_NOTES_GIT', ...repositoryVariables.filter((name) => env[name]?.trim())].join(' and ')}.`,
    )
  }
  const { corpus: folder, linksTo, dataFolder } = config
  const meaning = createMeaning({ dataFolder, corpusFolder: folder, wanted: config.meaning, log })
  const search = config.search && (await openClusterSearch(config.search, log).catch(clusterError))
  if (search instanceof ClusterError) return giveUp(search.message)
  const library = await openLibrary({
    folder,
    linksTo,
    dataFolder,
    log,
    meaning: meaning.serve,
    search: search?.serve,
    maxIndexed: config.search?.maxIndexed,
  }).catch(indexingFailure)
  if (library instanceof IndexingFailure) return giveUp(library.message)
  const { corpus } = library.current()
  if (corpus.talks.length === 0) {
    const todo = repository
      ? 'Set HALLWAY_NOTES_GIT to the repository of your notes, and HALLWAY_NOTES_FOLDER to their folder in it.'
      : 'Set HALLWAY_CORPUS to the folder of your notes.'
    const whyGone = repository ? undefined : await whyNoNotes({ corpusFolder: folder })
    if (whyGone !== undefined) return giveUp(whyGone)
    const reason = `No notes to answer from in ${repository?.shownUrl ?? config.corpus}. ${todo}`
    return giveUp(reason, ...firstProblems(corpus))
  }
  const count = corpus.problems.filter(({ isStyle }) => !isStyle).length
  if (count > 0) {
    tell(
      'warn',
      `The notes have ${count === 1 ? 'a problem' : `${count} problems`}: run "npx hallway check ${config.corpus}" to see all.`,
    )
    for (const line of firstProblems(corpus)) tell('warn', line)
  }
  return serveUnlessRefused(config, { ...ready, library, repository, meaning, search })
}

async function serveUnlessRefused(config: Config, opened: Opened): Promise<number | undefined> {
  const reason = await serve(config, opened).then(
    () => undefined,
    (error: unknown) => refusalFor(error, config) ?? Promise.reject(error),
  )
  if (reason === undefined) return undefined
  opened.tell('error', reason)
  return 1
}

/** What a person has to see to, if that is why Hallway could not start. */
function refusalFor(error: unknown, config: Config): string | undefined {
  if (error instanceof SlackConnectionFailure || error instanceof SealFailure) return error.message
  return error instanceof StoreError ? error.explanation : portProblem(error, config)
}

/** Longer than answering what was asked, and what is closed after it; shorter than supervisors wait. */
const stopLimits: StopLimits = { maxStopMs: 9_500 }

interface Opened {
  readonly operations: Operations
  readonly readiness: ReadinessDesk
  readonly closeOperations: () => Promise<void>
  readonly search?: ClusterSearch | undefined
  readonly log: Logger
  readonly tell: Tell
  readonly limits: StopLimits
  /** Hears how all is closed at a signal, once it is open. */
  readonly onOpen: (stopping: Stopping) => void
  /** None of these if each workspace has notes of its own. */
  readonly library?: Library
  readonly repository?: RepositoryCopy | undefined
  readonly meaning?: Meaning
}

async function serve(config: Config, opened: Opened): Promise<void> {
  const { operations, readiness, library, repository, meaning, search, log, tell } = opened
  await using opening = new AsyncDisposableStack()
  opening.defer(() => opened.closeOperations())
  opening.defer(() => meaning?.close())
  opening.defer(() => library?.close())
  opening.defer(() => search?.close())
  const workspace = await chooseWorkspace(config)
  opening.defer(() => workspace.close())
  const store = await openStore({ ...workspace, logger: log })
  opening.defer(() => store.close())
  const { connection, slackApiUrl, clock, hint } = workspace
  if (library) workspace.showProblems?.(() => library.current().corpus)
  const { notesGit } = config
  const following =
    repository && notesGit && library
      ? followRepository({ ...notesGit, repository, change: library.change, signal: store.notesSignal, log })
      : undefined
  if (following) opening.defer(() => following.close())
  const pages = following?.pages
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const parts = {
    ...config,
    zone,
    slackApiUrl,
    // By this Node’s own `fetch` goes by a proxy, too.
    fetch: createSlackFetch({ isByProxy: process.env.NODE_USE_ENV_PROXY === '1' }),
    pages,
    store,
    clock,
    notesUrl: notesUrlOf(config),
    log,
    operations,
  }
  let hallway: Hallway
  if (connection.kind === 'many') {
    const notes = createWorkspaceNotes({ ...config, common: library, log })
    opening.defer(() => notes.close())
    measureWorkspaceNotes(operations.registry, notes.failures)
    readiness.mention('workspaces', () => describeUnread(notes.failures()))
    const scopes = await readScopes()
    hallway = createAppForMany({ ...parts, connection, scopes, ...notes })
  } else {
    measureWorkspaceNotes(operations.registry, () => new Map())
    if (library === undefined) throw new TypeError('One workspace needs one folder of notes.')
    const onLost = (reason: string) => {
      tell('error', reason)
      process.exit(1)
    }
    hallway = createApp({ ...parts, connection, answers: library.current, onLost })
  }
  if (library) {
    measureNotes(operations.registry, () => describeServed(library))
    readiness.require('index', () => (library.current().corpus.talks.length > 0 ? undefined : 'no notes'))
  }
  const isSearchAway = () => search?.isAway() ?? false
  measureSearch(operations.registry, isSearchAway)
  if (search)
    readiness.mention('search', () =>
      isSearchAway() ? 'the cluster does not answer: see the log' : undefined,
    )
  readiness.require('store', () => store.probe().then(() => undefined))
  readiness.require('slack', () => (hallway.isReceiving() ? undefined : 'not connected'))
  await hallway.start()
  opening.defer(() => hallway.stop())
  workspace.onTime?.(() => hallway.lookForTips())
  library?.watch()
  meaning?.watch()
  search?.start(createIndexingLease(store))
  // Over Socket Mode nothing else listens there; the local workspace has it for its page.
  if (pages && config.connection.kind === 'socket') {
    const server = await servePages(pages, { ...config, log })
    opening.defer(() => server.close())
  }
  readiness.started()
  // All is open: from here on it is closed at a signal, last opened first.
  const all = opening.move()
  const stop = () => {
    readiness.stopping()
    return all.disposeAsync()
  }
  opened.onOpen({ stop, drainMs: connection.kind === 'socket' ? 0 : config.drainMs, ...opened.limits })
  const from = library ? describeNotes(library.current().corpus) : `the folders in ${config.corpora}`
  tell('info', `Hallway answers from ${from}. ${hint}`)
}

/** Of all processes on one store, one brings the notes into the cluster. */
function createIndexingLease(store: LeaseStore): IndexingLease {
  const name = 'search index'
  const holder = randomUUID()
  return {
    hold: () => store.holdLease(name, holder, Date.now(), indexingLeaseMs),
    release: () => store.releaseLease(name, holder),
  }
}

/** How long others wait for a process that died while it was indexing, in milliseconds. It is held again every few seconds. */
const indexingLeaseMs = 3 * 60 * 1000

function notesUrlOf({ notesUrl, corpus, corpora }: Config): NotesUrl | undefined {
  return notesUrl === undefined || corpora !== undefined
    ? undefined
    : createNotesUrl(notesUrl, pathForPeople(corpus))
}

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
})

/** What Hallway asks for is what the manifest says. */
async function readScopes(): Promise<readonly string[]> {
  const manifest = parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'))
  return manifestSchema.parse(manifest).oauth_config.scopes.bot
}

function gitFailure(error: unknown): GitFailure {
  if (error instanceof GitFailure) return error
  throw error
}

function describeServed(library: Library): MeasuredNotes {
  const { corpus, readAt } = library.current()
  const problems = corpus.problems.filter(({ isStyle }) => !isStyle)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return { talks: corpus.talks.length, bytes: library.bytes(), readAt, errors, warnings }
}

/** Which folders they are stands in the log: who may read readiness may not know the workspaces. */
function describeUnread({ size }: ReadonlyMap<string, string>): string | undefined {
  if (size === 0) return undefined
  return `the notes of ${size === 1 ? 'a workspace' : `${size} workspaces`} cannot be read: see the log`
}

/** The first kinds of problems of the notes, those that keep a file from being served before the others. */
function firstProblems({ problems }: Corpus): readonly string[] {
  const groups = groupProblems(problems.filter(({ isStyle }) => !isStyle))
  return groups.slice(0, 3).map((group) => `  ${formatGroup(group)}`)
}
