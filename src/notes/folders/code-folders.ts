import { isCodeName, isIntroduction } from '../is-note.ts'
import { fileNamesIn, isSaidToBeEvent, noteNamesIn, stepsKey } from './folder-tree.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** A folder of a program that was shown in a talk, and how many texts lie in it. */
export interface ProgramFolder {
  readonly path: string
  readonly texts: number
}

export interface FoldersByUse {
  readonly ofNotes: readonly WalkedFolder[]
  /** The topmost of them that hold texts. */
  readonly ofPrograms: readonly ProgramFolder[]
}

/**
 * Tells folders of notes from those of the programs beside them: `demo/`, with code somewhere in it, and no event that somebody
 * has described.
 */
export function foldersByUse(folders: readonly WalkedFolder[]): FoldersByUse {
  const topsOf = (has: (entries: WalkedFolder['entries']) => boolean) =>
    new Set(folders.flatMap(({ steps, entries }) => (has(entries) ? (topOf(steps) ?? []) : [])))
  const described = topsOf(isSaidToBeEvent)
  const tops = new Set(
    [...topsOf((entries) => fileNamesIn(entries, isCodeName).length > 0)].filter(
      (top) => !described.has(top),
    ),
  )
  const ofNotes: WalkedFolder[] = []
  const texts = new Map<string, ProgramFolder>()
  for (const folder of folders) {
    const top = topOf(folder.steps)
    if (top === undefined || !tops.has(top)) ofNotes.push(folder)
    else {
      const { path, texts: before } = texts.get(top) ?? { path: folder.path, texts: 0 }
      texts.set(top, { path, texts: before + textsIn(folder) })
    }
  }
  return { ofNotes, ofPrograms: [...texts.values()].filter((one) => one.texts > 0) }
}

/** The key of the first folder on the way that is called like a program's. */
function topOf(steps: readonly string[]): string | undefined {
  const at = steps.findIndex((step) => programName.test(step))
  return at < 0 ? undefined : stepsKey(steps.slice(0, at + 1))
}

const programName =
  /^(?:(?:demo|sample|example)[-_ ]?)?(?:code|demos?|samples?|examples?|exercises?|solutions?)$/i

const textsIn = ({ entries }: WalkedFolder): number =>
  noteNamesIn(entries).length + fileNamesIn(entries, isIntroduction).length
