import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBytes } from '../../src/import/read/input.ts'
import { readSource } from '../../src/import/read-source.ts'
import type { Imported, ImportedTalk } from '../../src/import/talk/imported-talk.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

export interface ReadContent {
  readonly found: readonly Imported[]
  readonly talks: readonly ImportedTalk[]
  readonly titles: readonly string[]
  /** Place and reason of each bad record. */
  readonly bad: readonly string[]
  /** Why reading ended if it ended too early. */
  readonly failure?: string
}

/** What is read of a file of that content and name. */
export async function readContent(content: string | Buffer, name = 'input'): Promise<ReadContent> {
  const folder = temporaryFolder()
  const path = join(folder, name)
  await writeFile(path, content)
  const found: Imported[] = []
  let failure: string | undefined
  try {
    for await (const one of readSource({ path, file: name, bytes: () => readBytes(path) })) found.push(one)
  } catch (error) {
    failure = (error as Error).message
  }
  const talks = found.flatMap((one) => ('talk' in one ? [one.talk] : []))
  return {
    found,
    talks,
    titles: talks.map(({ title }) => title),
    bad: found.flatMap((one) => ('bad' in one ? [`${one.bad.where} ${one.bad.reason}`] : [])),
    failure,
  }
}
