import type { Hallway } from './app-basis.ts'
import type { Library } from './library/library.ts'
import { problemsToMend } from './notes/problem.ts'
import type { OpenNotes } from './open-notes.ts'
import {
  type MeasuredNotes,
  measureNotes,
  measureSearch,
  measureWorkspaceNotes,
} from './operations/metrics.ts'
import type { Registry } from './operations/metrics-registry.ts'
import type { ReadinessDesk } from './operations/readiness.ts'
import type { OpenStore } from './store/open-store.ts'
import type { WorkspaceNotes } from './workspace-notes.ts'

/** Where whoever runs Hallway looks: its metrics, and whether it is ready. */
interface Desks {
  readonly registry: Registry
  readonly readiness: ReadinessDesk
}

interface ServedParts {
  readonly notes: OpenNotes | undefined
  readonly store: Pick<OpenStore, 'probe'>
  readonly hallway: Pick<Hallway, 'isReceiving'>
}

/** Says what must be well, and what is measured of it: notes, search, database and Slack. */
export function reportState({ registry, readiness }: Desks, { notes, store, hallway }: ServedParts): void {
  const { library, search } = notes ?? {}
  if (library) {
    measureNotes(registry, () => describeServed(library))
    readiness.require('index', () => (library.current().corpus.talks.length > 0 ? undefined : 'no notes'))
  }
  const isSearchAway = () => search?.isAway() ?? false
  measureSearch(registry, isSearchAway)
  if (search)
    readiness.mention('search', () =>
      isSearchAway() ? 'the cluster does not answer: see the log' : undefined,
    )
  readiness.require('store', () => store.probe().then(() => undefined))
  readiness.require('slack', () => (hallway.isReceiving() ? undefined : 'not connected'))
}

/** The same of notes that workspaces have of their own. */
export function reportWorkspaceNotes({ registry, readiness }: Desks, notes: WorkspaceNotes): void {
  measureWorkspaceNotes(registry, notes.failures)
  readiness.mention('workspaces', () => describeUnread(notes.failures()))
}

function describeServed(library: Library): MeasuredNotes {
  const { corpus, readAt } = library.current()
  const problems = problemsToMend(corpus.problems)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return { talks: corpus.talks.length, bytes: library.bytes(), readAt, errors, warnings }
}

/** Which folders they are stands in the log: who may read readiness may not know the workspaces. */
function describeUnread({ size }: ReadonlyMap<string, string>): string | undefined {
  if (size === 0) return undefined
  return `the notes of ${size === 1 ? 'a workspace' : `${size} workspaces`} cannot be read: see the log`
}
