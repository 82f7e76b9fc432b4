import { join, relative } from 'node:path'
import { pathForPeople } from '../../files/path-for-people.ts'
import type { FileReading } from '../../notes/corpus/file-reading.ts'
import { talkWith } from '../../notes/talk-with.ts'
import { filesOf, type Snapshot } from './snapshot.ts'

/**
 * The files of an earlier snapshot, as they lie in the folder by the path that it has now: by a link, say. If it had another, they are
 * read again, since all that is said of them names it, and those that are broken keep what they said.
 */
export function filesAt(folder: string, earlier: Snapshot): readonly FileReading[] {
  const { folder: before } = earlier.corpus
  const files = filesOf(earlier)
  if (before === folder) return files
  const moved = (path: string) => join(folder, relative(before, path))
  return files.map((file) => {
    const path = moved(file.path)
    const talks = file.talks.map(({ value, hash }) => ({
      value: talkWith(value, { file: pathForPeople(path) }),
      hash,
    }))
    return { ...file, path, stamp: '', talks, ...(file.mount !== undefined && { mount: moved(file.mount) }) }
  })
}
