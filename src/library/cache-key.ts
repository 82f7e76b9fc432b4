import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/**
 * 32 bytes that are the same as long as the same code would make the same snapshot of the same files: a hash over the
 * sources that read, analyse and index, their dependencies' versions, and Node's, whose Unicode tables they use.
 */
export async function cacheKey(): Promise<Uint8Array> {
  const hash = createHash('sha256').update(process.version)
  for (const folder of ['../notes/', '../search/', '../answers/', './']) {
    const url = new URL(folder, import.meta.url)
    const names = (await readdir(url)).filter((name) => name.endsWith('.ts')).sort()
    const sources = await Promise.all(names.map((name) => readFile(new URL(name, url))))
    for (const source of sources) hash.update(source)
  }
  return hash.update(await readFile(new URL('../../package-lock.json', import.meta.url))).digest()
}
