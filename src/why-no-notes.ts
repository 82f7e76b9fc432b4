import { readdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { CommandSettings } from './defaults.ts'
import { fileInPlace, noSuchFolder, whyNoFolder } from './files/why-no-folder.ts'
import { shownUrl } from './repository/git.ts'

/** Where notes are looked for. */
export type NotesLocation = Pick<CommandSettings, 'corpusFolder'> &
  Partial<Pick<CommandSettings, 'repository'>>

/** Why there can be no notes, as one line that names what to set; undefined if there is a folder that may hold some. */
export async function whyNoNotes({ corpusFolder, repository }: NotesLocation): Promise<string | undefined> {
  if (repository !== undefined && !(await isPulled(repository.copy)))
    return `HALLWAY_NOTES_GIT names ${shownUrl(repository.url)}, and nothing has been pulled from there yet: the bot does that when it starts (\`npx hallway start\`).`
  const why = await whyNoFolder(corpusFolder)
  if (why === undefined) return undefined
  const setting = repository === undefined ? 'HALLWAY_CORPUS' : 'HALLWAY_NOTES_FOLDER'
  return `${resolve(corpusFolder)} ${why}. Set ${setting} to the folder of your notes.`
}

/** The same of a folder that somebody named, by where it was looked for: `../notes` says little of a name that is wrong. */
export async function whyNoNotesIn(folder: string): Promise<string | undefined> {
  const why = await whyNoFolder(folder)
  if (why === undefined) return undefined
  const path = resolve(folder)
  if (why === noSuchFolder) return `${path} ${why}. Create it, or name the folder of your notes.`
  return `${path} ${why}. Name the folder of your notes${why === fileInPlace ? `, such as ${dirname(path)}` : ''}.`
}

const isPulled = async (copy: string): Promise<boolean> =>
  (await readdir(copy).catch(() => [])).some((name) => name !== '.git')
