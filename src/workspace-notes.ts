import { join } from 'node:path'
import type { Answers } from './answers/answers.ts'
import type { Config } from './config/config.ts'
import { isFolder } from './files/is-folder.ts'
import { keepOpening, type OpenedSomeTime } from './library/keep-opening.ts'
import { type Library, type LibraryOptions, openLibrary } from './library/library.ts'
import type { LibraryLog } from './library/log/library-log.ts'
import type { WorkspaceIds } from './slack/installations/installations.ts'

export interface WorkspaceNotesParts
  extends Pick<Config, 'corpora' | 'corpusFor' | 'dataFolder'>,
    Partial<Pick<Config, 'linksTo'>> {
  /** The notes that workspaces may share, if there are any. */
  readonly common: Library | undefined
  readonly log: LibraryLog
  /** How notes are opened. Default: `openLibrary`. */
  readonly open?: (options: LibraryOptions) => Promise<Library>
  /** How long after a failure they are tried again, in milliseconds. Default: a minute. */
  readonly retryMs?: number
}

/** Which notes a workspace is answered from. */
export interface WorkspaceNotes {
  /** If a workspace's notes cannot be read, its answers say so, until they can. */
  answersOf(workspace: WorkspaceIds): Promise<() => Answers>
  /** Closes notes from which only this workspace is answered; they are opened again when it asks. */
  letGo(workspace: Pick<WorkspaceIds, 'teamId'>): void
  /** Why notes of workspaces cannot be read, by their folders. */
  failures(): ReadonlyMap<string, string>
  /** Closes the notes that workspaces have of their own. */
  close(): Promise<void>
}

/** A folder of notes that is open, or being opened. */
interface OwnNotes {
  /** The workspaces that are answered from it. */
  readonly teamIds: Set<string>
  readonly notes: Promise<OpenedSomeTime>
  opened: OpenedSomeTime | undefined
}

/**
 * A workspace that has a folder named by its id, or by its organization's, is answered from that folder alone. One that has none
 * is answered from the common notes if they are meant for it, and otherwise not at all until it has a folder.
 */
export function createWorkspaceNotes({
  common,
  corpora,
  corpusFor,
  linksTo,
  dataFolder,
  log,
  open = openLibrary,
  retryMs,
}: WorkspaceNotesParts): WorkspaceNotes {
  const known = new Map<string, OwnNotes>()
  const closing = new Map<string, Promise<void>>()

  function ownNotes(folder: string, teamId: string): Promise<OpenedSomeTime> {
    const own = known.get(folder) ?? begin(folder)
    own.teamIds.add(teamId)
    return own.notes
  }

  function begin(folder: string): OwnNotes {
    const own: OwnNotes = { teamIds: new Set(), notes: openOwn(folder), opened: undefined }
    known.set(folder, own)
    void own.notes.then((opened) => {
      own.opened = opened
    })
    return own
  }

  async function openOwn(folder: string): Promise<OpenedSomeTime> {
    await closing.get(folder)
    const links = linksTo && { linksTo }
    return keepOpening({ folder, ...links, dataFolder, log, open, ...(retryMs && { retryMs }) })
  }

  return {
    async answersOf({ teamId, organizationId }) {
      const ids = [teamId, organizationId].filter((id) => id !== undefined && idForm.test(id))
      if (corpora !== undefined) {
        const folders = ids.map((id) => join(corpora, id!))
        for (const folder of folders)
          if (await isFolder(folder)) return (await ownNotes(folder, teamId)).current
        const isCommon = corpusFor === 'all' || ids.some((id) => corpusFor.includes(id!))
        if (!isCommon || common === undefined)
          return (await ownNotes(folders[0] ?? join(corpora, 'none'), teamId)).current
      }
      if (common === undefined) throw new TypeError('There are no notes at all.')
      return common.current
    },
    letGo({ teamId }) {
      for (const [folder, { teamIds, notes }] of known) {
        if (!teamIds.delete(teamId) || teamIds.size > 0) continue
        known.delete(folder)
        const closed = notes
          .then((opened) => opened.close())
          .finally(() => {
            if (closing.get(folder) === closed) closing.delete(folder)
          })
        closing.set(folder, closed)
      }
    },
    failures() {
      const failing = [...known].flatMap(([folder, { opened }]) => {
        const failure = opened?.failure()
        return failure === undefined ? [] : [[folder, failure] as const]
      })
      return new Map(failing)
    },
    async close() {
      for (const { notes } of known.values()) await (await notes).close()
      await Promise.all(closing.values())
    },
  }
}

/** Slack's ids of workspaces and organizations: nothing that leads out of a folder. */
const idForm = /^[TE][A-Z0-9]+$/
