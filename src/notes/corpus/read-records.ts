import { pathForPeople } from '../../files/path-for-people.ts'
import { readTalksJsonl } from '../ours/read-talks-jsonl.ts'
import type { Event } from '../talk.ts'
import type { FileContent } from './file-reading.ts'

/** The talks that imports keep as records. */
export async function readRecords(path: string, event: Event): Promise<FileContent> {
  const { talks, problems } = await readTalksJsonl(path, { event, file: pathForPeople(path) })
  return { talks: talks.map(({ talk, hash }) => ({ value: talk, hash })), problems }
}
