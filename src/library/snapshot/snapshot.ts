import type { FileReading } from '../../notes/corpus/file-reading.ts'
import type { Corpus } from '../../notes/corpus.ts'
import type { Hashed } from '../../notes/hashed.ts'
import type { CorpusReading } from '../../notes/read-corpus.ts'
import type { Event, Talk } from '../../notes/talk.ts'
import type { SearchData } from '../../search/search-data.ts'
import {
  type BufferSection,
  decodeSection,
  flatten,
  packSections,
  readSections,
  type Sections,
  unflatten,
  writeText,
} from './sections.ts'
import { openTalks, packTalks, type TalkRows } from './talk-rows.ts'

/**
 * One reading of the notes with its index: all that answers are made from, in one buffer. Threads share the buffer, and
 * a file holds it as it is.
 */
export interface Snapshot {
  readonly buffer: SharedArrayBuffer
  readonly corpus: Corpus
  /** All that was read: those of the corpus first, then those that a note or another talk stands in front of. */
  readonly talks: readonly Talk[]
  /** Of `corpus.talks`; undefined if they are more than may be indexed in this process: see `Job.maxIndexed`. */
  readonly search: SearchData | undefined
  readonly examples: readonly string[]
  /** `Reading.fingerprint`. */
  readonly fingerprint: string
}

/** What a snapshot is packed from. */
export interface Contents extends Pick<CorpusReading, 'corpus' | 'files' | 'fingerprint'> {
  readonly search: SearchData | undefined
  readonly examples: readonly string[]
}

/** @param earlier the snapshot that unchanged talks come from, so that they need not be written again */
export function packSnapshot(contents: Contents, key: Uint8Array, earlier?: Snapshot): SharedArrayBuffer {
  const { corpus, files, search, examples, fingerprint } = contents
  const { talks, ...rest } = corpus
  const rows = [...new Set([...talks, ...files.flatMap((file) => file.talks.map(({ value }) => value))])]
  const rowOf = placesOf(rows)
  const info: Info = {
    corpus: rest,
    served: talks.length,
    isIndexed: search !== undefined,
    examples,
    fingerprint,
  }
  const storedFiles = files.map(({ talks, event, ...file }): StoredFile => {
    const pairs = talks.map(({ value, hash }) => [rowOf.get(value)!, hash] as const)
    return { ...file, talks: pairs, ...(event && { event: [event.value.id, event.hash] }) }
  })
  const sections: Sections = {
    info: writeText(JSON.stringify(info)),
    files: writeText(JSON.stringify(storedFiles)),
    ...packTalks(
      rows,
      earlier && {
        rows: readSections(earlier.buffer) as unknown as TalkRows,
        rowOf: placesOf(earlier.talks),
      },
    ),
    ...(search && flatten('search', search)),
  }
  return packSections(sections, key)
}

/** Opens a buffer that `packSnapshot` made with the same code. */
export function openSnapshot(buffer: SharedArrayBuffer): Snapshot {
  const sections = readSections(buffer)
  const { corpus, served, isIndexed, examples, fingerprint }: Info = JSON.parse(textOf(sections.info))
  const talks = openTalks(sections as unknown as TalkRows, eventsById(corpus.events))
  return {
    buffer,
    corpus: { ...corpus, talks: talks.slice(0, served) },
    talks,
    search: isIndexed ? (unflatten('search', sections) as SearchData) : undefined,
    examples,
    fingerprint,
  }
}

/** The files that a snapshot was read from, to read on from. */
export function filesOf(snapshot: Snapshot): FileReading[] {
  const files: StoredFile[] = JSON.parse(textOf(readSections(snapshot.buffer).files))
  const events = eventsById(snapshot.corpus.events)
  return files.map(({ talks, event, ...file }) => {
    const value = event && events.get(event[0])
    return {
      ...file,
      talks: talks.map(([row, hash]): Hashed<Talk> => ({ value: snapshot.talks[row]!, hash })),
      ...(value && { event: { value, hash: event[1] } }),
    }
  })
}

interface Info {
  readonly corpus: Omit<Corpus, 'talks'>
  /** How many of the talks, from the first on, are served. */
  readonly served: number
  /** Whether search data follow. */
  readonly isIndexed: boolean
  readonly examples: readonly string[]
  readonly fingerprint: string
}

interface StoredFile extends Omit<FileReading, 'talks' | 'event' | 'synonyms'> {
  /** Row and hash of each. */
  readonly talks: readonly (readonly [number, string])[]
  /** Id and hash. */
  readonly event?: readonly [string, string]
}

const textOf = (section: BufferSection | undefined): string => decodeSection(section as Uint8Array)

const eventsById = (events: readonly Event[]) => new Map(events.map((event) => [event.id, event]))

const placesOf = (talks: readonly Talk[]) => new Map(talks.map((talk, place) => [talk, place]))
