import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inParallel } from '../../files/in-parallel.ts'

/**
 * 32 bytes that are the same as long as the same code would make the same snapshot of the same files: a hash over all
 * sources that read, analyse and index, their dependencies' versions, and Node's, whose Unicode tables they use.
 */
export async function snapshotKey(): Promise<Uint8Array> {
  return keyOf('../build/build-worker.ts', 'snapshot.ts')
}

/** The same for what is written into a search cluster: twelve hex digits. */
export async function clusterIndexKey(): Promise<string> {
  const key = await keyOf('../../search/opensearch/write/write-index.ts', '../../search/search-data.ts')
  return key.toString('hex').slice(0, 12)
}

async function keyOf(...makers: readonly string[]): Promise<Buffer> {
  const hash = createHash('sha256').update(process.version)
  const modules = makers.map((name) => new URL(name, import.meta.url))
  for (const source of (await sourcesOf(modules)).values()) hash.update(source)
  return hash.update(await readFile(new URL('../../../package-lock.json', import.meta.url))).digest()
}

/**
 * Modules and all that they import, however deep their folders lie: the text of each by its address, in order of address.
 * Packages are left out, and imports whose path is put together while running, of which there are none.
 */
export async function sourcesOf(modules: readonly URL[]): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>()
  let unread = modules.map(String)
  while (unread.length > 0) {
    const texts = await inParallel(unread, 8, (address) => readFile(new URL(address), 'utf8'))
    unread.forEach((address, place) => {
      sources.set(address, texts[place]!)
    })
    const imported = unread.flatMap((address) => importsOf(sources.get(address)!, address))
    unread = [...new Set(imported)].filter((address) => !sources.has(address))
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function importsOf(source: string, address: string): string[] {
  return Array.from(source.matchAll(relativeImport), ({ groups }) => new URL(groups!.path!, address).href)
}

const relativeImport = /\b(?:from|import)[\s(]*(?<quote>['"])(?<path>\.{1,2}\/[^'"]+)\k<quote>/g
