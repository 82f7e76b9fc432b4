import { basename, resolve } from 'node:path'
import { foldFileName } from '../../files/fold-file-name.ts'
import { safeName } from '../../files/safe-name.ts'
import { stemOf, withoutId } from '../foreign/words/titles.ts'
import type { WalkedFolder } from './walk-folders.ts'

/*
 * A talk is called `<event>/<note>`, and `<event>/<note>#<title>` if its note holds several. All of it comes of names, not of
 * what is around a talk, so that the id stays while notes are edited; in NFC, since file systems differ in how they store accents.
 */

/** In UTF-8: a button in Slack carries at most 2,000 characters, and an index of PostgreSQL 2,700 bytes. */
export const maxIdBytes = 1_500

export const talkId = (eventId: string, note: string): string => `${eventId}/${note.normalize('NFC')}`

/** By title: the ids of talks of one note. Of two with one title the second has a number. */
export function createIdsInNote(noteId: string): (title: string) => string {
  const counts = new Map<string, number>()
  return (title) => {
    const name = safeName(title)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return `${noteId}#${name}${count > 1 ? `-${count}` : ''}`
  }
}

/**
 * By name: what the notes of a folder are called within their event, which is their path without its ending, unless another
 * note has the same but for that.
 * @param steps the folders that lead to it from that of the event
 * @param names of all notes in the folder
 */
export function createNoteIds(steps: readonly string[], names: readonly string[]): (name: string) => string {
  const counts = new Map<string, number>()
  for (const stem of names.map(stemOf)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (name) => {
    const stem = stemOf(name)
    const isShared = !/\.md$/i.test(name) && (counts.get(stem) ?? 0) > 1
    return idOfSteps([...steps, isShared ? name : stem])
  }
}

/** What the note is called that is alone in a folder, which gives it its name. */
export const pageIdOf = (steps: readonly string[], stem: string): string => idOfSteps([...steps, stem])

/** What the event of a folder is called: its path within the corpus. */
export const eventIdOf = (steps: readonly string[]): string => idOfSteps(steps.map(withoutId))

/** What the corpus's own event is called: like its folder, unless a folder in it is. */
export function rootEventId(root: string, walked: WalkedFolder | undefined): string {
  const name = basename(resolve(root)).normalize('NFC') || 'notes'
  const isTaken = walked?.entries.some(
    (entry) => entry.kind === 'folder' && foldFileName(entry.name) === foldFileName(name),
  )
  return isTaken ? `${name}~` : name
}

/** What an event is called that a note of a folder says it is of. */
export const eventIdWithin = (folderId: string, name: string): string =>
  `${folderId}/${safeName(name, 'event')}`

const idOfSteps = (steps: readonly string[]): string => steps.join('/').normalize('NFC')
