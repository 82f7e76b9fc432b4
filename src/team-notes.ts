import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers } from './answers/answers.ts'
import type { Config } from './config.ts'
import { type Library, openLibrary } from './library/library.ts'
import type { LibraryLog } from './library/log/library-log.ts'
import type { Team } from './slack/installations/installations.ts'

export interface TeamNotesParts
  extends Pick<Config, 'corpora' | 'corpusFor' | 'dataFolder'>,
    Partial<Pick<Config, 'linksTo'>> {
  /** The notes that workspaces may share, if there are any. */
  readonly common: Library | undefined
  readonly log: LibraryLog
}

/** Which notes a workspace is answered from. */
export interface TeamNotes {
  /** @throws {IndexingFailure} */
  answersOf(team: Team): Promise<() => Answers>
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
}: TeamNotesParts): TeamNotes {
  const opened = new Map<string, Promise<Library>>()

  async function open(folder: string): Promise<Library> {
    const library = await openLibrary({ folder, ...(linksTo && { linksTo }), dataFolder, log })
    library.watch()
    return library
  }

  async function ownLibrary(folder: string): Promise<Library> {
    const opening = opened.get(folder) ?? open(folder)
    opened.set(folder, opening)
    try {
      return await opening
    } catch (error) {
      opened.delete(folder)
      throw error
    }
  }

  return {
    async answersOf({ teamId, organizationId }) {
      const ids = [teamId, organizationId].filter((id) => id !== undefined && idForm.test(id))
      if (corpora !== undefined) {
        const folders = ids.map((id) => join(corpora, id!))
        for (const folder of folders) if (await isFolder(folder)) return (await ownLibrary(folder)).current
        const isCommon = corpusFor === 'all' || ids.some((id) => corpusFor.includes(id!))
        if (!isCommon || common === undefined)
          return (await ownLibrary(folders[0] ?? join(corpora, 'none'))).current
      }
      if (common === undefined) throw new TypeError('There are no notes at all.')
      return common.current
    },
    async close() {
      for (const library of await Promise.allSettled(opened.values()))
        if (library.status === 'fulfilled') await library.value.close()
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
