import { randomUUID } from 'node:crypto'
import type { Logger } from '@slack/bolt'
import { z } from 'zod'
import { describeNotes } from './answers/describe-notes.ts'
import { createApp } from './app.ts'
import type { BasisParts, Hallway } from './app-basis.ts'
import { createAppForMany } from './app-for-many.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import type { Config } from './config/config.ts'
import { pathForPeople } from './files/path-for-people.ts'
import { servePages } from './http/serve-pages.ts'
import type { OpenNotes } from './open-notes.ts'
import { measureWorkspaceNotes } from './operations/metrics.ts'
import type { Operations } from './operations/operations.ts'
import type { ReadinessDesk } from './operations/readiness.ts'
import { reportState, reportWorkspaceNotes } from './report-state.ts'
import { type Following, followRepository } from './repository/follow-repository.ts'
import type { IndexingLease } from './search/opensearch/write/indexing-attempts.ts'
import type { ServedWorkspace } from './served-workspace.ts'
import { createNotesUrl, type NotesUrl } from './slack/blocks/notes-url.ts'
import { createSlackFetch } from './slack/client/slack-fetch.ts'
import type { StopLimits, Stopping } from './stop-on-signals.ts'
import { type OpenStore, openStore } from './store/open-store.ts'
import type { LeaseStore } from './store/store.ts'
import type { Tell } from './tell.ts'
import { machineZone } from './tips/settings/time-zone.ts'
import { createWorkspaceNotes } from './workspace-notes.ts'

/** How long things may take. */
export interface ServeLimits extends StopLimits, Pick<BasisParts, 'maxClaimMs'> {}

export interface ServeParts {
  readonly operations: Operations
  readonly readiness: ReadinessDesk
  readonly closeOperations: () => Promise<void>
  /** Undefined if each workspace has notes of its own, and there are none for all. */
  readonly notes: OpenNotes | undefined
  readonly log: Logger
  readonly tell: Tell
  readonly limits: ServeLimits
  /** Whether Slack is called by the proxy that the environment names, as Node's own `fetch` calls. */
  readonly isByProxy: boolean
  /** Hears how all is closed at a signal, once it is open. */
  readonly onOpen: (stopping: Stopping) => void
}

/** Opens what is missing yet, and serves the notes in Slack; what was opened before is closed if that fails. */
export async function serve(config: Config, parts: ServeParts): Promise<void> {
  const { operations, readiness, notes, log, tell } = parts
  await using opening = new AsyncDisposableStack()
  opening.defer(() => parts.closeOperations())
  opening.defer(() => notes?.meaning.close())
  opening.defer(() => notes?.library.close())
  opening.defer(() => notes?.search?.close())
  const workspace = await chooseWorkspace(config)
  opening.defer(() => workspace.close())
  const store = await openStore({ ...workspace, logger: log })
  opening.defer(() => store.close())
  if (notes) workspace.showProblems?.(() => notes.library.current().corpus)
  const following = notes && followPushes(config, { notes, store, log })
  if (following) opening.defer(() => following.close())
  const pages = following?.pages
  const hallway = await createHallway(config, { ...parts, workspace, store, pages, opening })
  reportState({ ...operations, readiness }, { notes, store, hallway })
  await hallway.start()
  opening.defer(() => hallway.stop())
  workspace.onTime?.(() => hallway.lookForTips())
  notes?.library.watch()
  notes?.meaning.watch()
  notes?.search?.start(createIndexingLease(store))
  // With Socket Mode nothing listens on that port yet; in the local workspace its page does.
  if (pages && config.connection.kind === 'socket') {
    const server = await servePages(pages, { ...config, log })
    opening.defer(() => server.close())
  }
  readiness.started()
  // From here on, a signal closes what was opened, last opened first.
  const all = opening.move()
  const stop = () => {
    readiness.stopping()
    return all.disposeAsync()
  }
  const drainMs = workspace.connection.kind === 'socket' ? 0 : config.drainMs
  parts.onOpen({ stop, drainMs, ...parts.limits })
  const from = notes ? describeNotes(notes.library.current().corpus) : `the folders in ${config.corpora}`
  tell('info', `Hallway answers from ${from}. ${workspace.hint}`)
}

/** Has the notes follow the repository that they are pulled from, if there is one. */
function followPushes(
  { notesGit }: Config,
  {
    notes: { repository, library },
    store,
    log,
  }: { readonly notes: OpenNotes; readonly store: OpenStore; readonly log: Logger },
): Following | undefined {
  return repository && notesGit
    ? followRepository({ ...notesGit, repository, change: library.change, signal: store.notesSignal, log })
    : undefined
}

interface HallwayParts
  extends Pick<ServeParts, 'operations' | 'readiness' | 'notes' | 'log' | 'tell' | 'limits' | 'isByProxy'> {
  readonly workspace: ServedWorkspace
  readonly store: OpenStore
  readonly pages: Following['pages']
  /** Closes what is opened here. */
  readonly opening: AsyncDisposableStack
}

/** The bot of one workspace, or of all that add Hallway. */
async function createHallway(
  config: Config,
  {
    workspace,
    opening,
    operations,
    readiness,
    notes,
    store,
    pages,
    log,
    tell,
    limits,
    isByProxy,
  }: HallwayParts,
): Promise<Hallway> {
  const { connection, slackApiUrl, clock } = workspace
  const parts = {
    ...config,
    ...limits,
    zone: machineZone() ?? 'UTC',
    slackApiUrl,
    // The local workspace is on this machine.
    fetch: createSlackFetch({ isByProxy: isByProxy && config.connection.kind !== 'local' }),
    pages,
    store,
    clock,
    notesUrl: notesUrlOf(config),
    log,
    operations,
  }
  if (connection.kind === 'many') {
    const ofWorkspaces = createWorkspaceNotes({ ...config, common: notes?.library, log })
    opening.defer(() => ofWorkspaces.close())
    reportWorkspaceNotes({ ...operations, readiness }, ofWorkspaces)
    const scopes = await readScopes()
    return createAppForMany({ ...parts, connection, scopes, ...ofWorkspaces })
  }
  measureWorkspaceNotes(operations.registry, () => new Map())
  if (notes === undefined) throw new TypeError('One workspace needs one folder of notes.')
  const onLost = (reason: string) => {
    tell('error', reason)
    process.exit(1)
  }
  return createApp({ ...parts, connection, answers: notes.library.current, onLost })
}

/** So that only one of the processes on a store brings the notes into the search cluster. */
function createIndexingLease(store: LeaseStore): IndexingLease {
  const name = 'search index'
  const holder = randomUUID()
  return {
    hold: () => store.holdLease(name, holder, Date.now(), indexingLeaseMs),
    release: () => store.releaseLease(name, holder),
  }
}

/** How long others wait for a process that died while indexing, in milliseconds. One that lives renews its lease every few seconds. */
const indexingLeaseMs = 3 * 60 * 1000

function notesUrlOf({ notesUrl, corpus, corpora }: Config): NotesUrl | undefined {
  return notesUrl === undefined || corpora !== undefined
    ? undefined
    : createNotesUrl(notesUrl, pathForPeople(corpus))
}

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
})

/** The scopes that Hallway asks workspaces for, as the manifest has them; one workspace has given them already, and reads no manifest. */
async function readScopes(): Promise<readonly string[]> {
  const { readAppManifest } = await import('./app-manifest.ts')
  return manifestSchema.parse(await readAppManifest()).oauth_config.scopes.bot
}
