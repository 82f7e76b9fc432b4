import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers } from '../../src/answers/answers.ts'
import { openLibrary } from '../../src/library/library.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A folder of notes that goes, comes and changes, and what is answered from it. */
export interface Notes {
  answers(): Answers
  /** Takes the folder away, or brings it back if it is away. */
  goOrCome(): Promise<void>
  /** Somebody writes in a note. */
  edit(chance: () => number): Promise<void>
  close(): Promise<void>
}

/** @param home a folder in which a copy of the notes, and what is kept of them, may lie */
export async function openNotes(
  given: string,
  home: string,
  time: Pick<VirtualTime, 'outside'>,
): Promise<Notes> {
  const folder = join(home, 'corpus')
  const away = join(home, 'away')
  await cp(given, folder, { recursive: true })
  const log = { info() {}, warn() {} }
  const library = await time.outside(() => openLibrary({ folder, dataFolder: join(home, 'kept'), log }))
  let isAway = false
  return {
    answers: library.current,
    goOrCome: () =>
      time.outside(async () => {
        await rename(isAway ? away : folder, isAway ? folder : away)
        isAway = !isAway
        await library.refresh()
      }),
    edit: (chance) =>
      time.outside(async () => {
        const files = await readdir(isAway ? away : folder, { recursive: true })
        const notes = files.filter((name) => name.endsWith('.md')).sort()
        const path = join(isAway ? away : folder, notes[Math.floor(chance() * notes.length)]!)
        await writeFile(path, `${await readFile(path, 'utf8')}\nA word more.\n`)
        await library.refresh()
      }),
    close: () => time.outside(() => library.close()),
  }
}
