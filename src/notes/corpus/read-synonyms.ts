import { pathForPeople } from '../../files/path-for-people.ts'
import { hashOfText } from '../hashed.ts'
import { parseSynonyms } from '../ours/parse-synonyms.ts'
import { readTextFile } from '../read-text-file.ts'
import type { FileContent } from './file-reading.ts'

/** What a team means by other words; one without any counts as missing. */
export async function readSynonyms(path: string): Promise<FileContent> {
  const read = await readTextFile(path)
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  const { groups, problems } = parseSynonyms(read.text, pathForPeople(path))
  return {
    ...(groups.length > 0 && { synonyms: { groups, hash: hashOfText(read.text) } }),
    talks: [],
    problems,
  }
}
