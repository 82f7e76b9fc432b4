import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from './corpus.ts'
import { parseSynonyms, type SynonymGroup, synonymsFile } from './parse-synonyms.ts'
import { pathForPeople } from './path-for-people.ts'
import { readText } from './read-text.ts'

export interface ReadSynonyms {
  readonly groups: readonly SynonymGroup[]
  /** What the groups came from; empty where there is no file. */
  readonly text: string
  readonly problems: readonly Problem[]
}

/** Reads `<folder>/synonyms.yml`, which a team need not have. Never throws. */
export async function readSynonyms(folder: string): Promise<ReadSynonyms> {
  const path = join(folder, synonymsFile)
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (!exists) return { groups: [], text: '', problems: [] }
  const read = await readText(path)
  if ('problem' in read) return { groups: [], text: '', problems: [read.problem] }
  const { groups, problems } = parseSynonyms(read.text, pathForPeople(path))
  return { groups, text: groups.length > 0 ? read.text : '', problems }
}
