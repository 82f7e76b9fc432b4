import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers } from './answers/answers.ts'
import type { Config } from './config.ts'
import { keepOpening, type OpenedSomeTime } from './library/keep-opening.ts'
import { type Library, type LibraryOptions, openLibrary } from './library/library.ts'
import type { LibraryLog } from './library/log/library-log.ts'
import type { Team } from './slack/installations/installations.ts'

export interface TeamNotesParts
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
export interface TeamNotes {
  /** If a workspace's notes cannot be read, its answers say so, until they can. */
  answersOf(team: Team): Promise<() => Answers>
  /** Why notes of workspaces cannot be read, by their folders. */
  failures(): ReadonlyMap<string, string>
  /** Closes the notes that workspaces have of their own. */
  close(): Promise<void>
}

/**
 * A workspace that has a folder named for its id, or for its organization's, is answered from that alone; one that has none from the
 * common notes if they are said to be for it, and else from nothing until it has a folder.
 */
export function createTeamNotes({
  common,
  corpora,
  corpusFor,
  linksTo,
  dataFolder,
  log,
  open = openLibrary,
  retryMs,
}: TeamNotesParts): TeamNotes {
  const opening = new Map<string, Promise<OpenedSomeTime>>()
  const opened = new Map<string, OpenedSomeTime>()

  async function ownNotes(folder: string): Promise<OpenedSomeTime> {
    const before = opening.get(folder)
    if (before) return before
    const links = linksTo && { linksTo }
    const notes = keepOpening({ folder, ...links, dataFolder, log, open, ...(retryMs && { retryMs }) })
    opening.set(folder, notes)
    opened.set(folder, await notes)
    return notes
  }

  return {
    async answersOf({ teamId, organizationId }) {
      const ids = [teamId, organizationId].filter((id) => id !== undefined && idForm.test(id))
      if (corpora !== undefined) {
        const folders = ids.map((id) => join(corpora, id!))
        for (const folder of folders) if (await isFolder(folder)) return (await ownNotes(folder)).current
        const isCommon = corpusFor === 'all' || ids.some((id) => corpusFor.includes(id!))
        if (!isCommon || common === undefined)
          return (await ownNotes(folders[0] ?? join(corpora, 'none'))).current
      }
      if (common === undefined) throw new TypeError('There are no notes at all.')
      return common.current
    },
    failures() {
      const all = [...opened].map(([folder, notes]) => [folder, notes.failure()] as const)
      return new Map(all.flatMap(([folder, failure]) => (failure === undefined ? [] : [[folder, failure]])))
    },
    async close() {
      for (const notes of opening.values()) await (await notes).close()
    },
  }
}

/** Slack's ids of workspaces and organizations: nothing that leads out of a folder. */
const idForm = /^[TE][A-Z0-9]+$/

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
