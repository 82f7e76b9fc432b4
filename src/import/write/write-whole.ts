import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writing } from '../corpus/file-failure.ts'

type Content = Iterable<string | Buffer> | AsyncIterable<string | Buffer>

const leftover = '.importing'

/**
 * Writes a file that appears whole or not at all: under a name that readers pass over, then renamed once it is on the
 * disk, if `isWanted` still says so.
 * @returns whether it was renamed
 */
export async function writeWhole(
  path: { readonly folder: string; readonly name: string },
  content: Content,
  isWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { folder, name } = path
  const temporary = join(folder, `.${name}.${process.pid}${leftover}`)
  const write = async () => {
    await pipeline(Readable.from(content), createWriteStream(temporary))
    const file = await open(temporary, 'r+')
    await file.sync()
    await file.close()
    if (!(await isWanted())) {
      await rm(temporary)
      return false
    }
    await rename(temporary, join(folder, name))
    return true
  }
  return writing(join(folder, name), write()).catch(async (error: unknown) => {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  })
}

/** Removes what an import that was killed had begun. Only for whoever holds the corpus's lock. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('.') && name.endsWith(leftover)) await rm(join(folder, name))
}
