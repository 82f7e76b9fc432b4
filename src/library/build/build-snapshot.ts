import { chooseExamples } from '../../answers/choose-examples.ts'
import { exampleQuestions } from '../../answers/example-questions.ts'
import type { FileReading } from '../../notes/corpus/file-reading.ts'
import type { Corpus } from '../../notes/corpus.ts'
import type { Scan } from '../../notes/folders/scan-notes.ts'
import { type CorpusReading, readNotes } from '../../notes/read-corpus.ts'
import type { Event, Talk } from '../../notes/talk.ts'
import { countSpellings } from '../../search/filter/read-doc-values.ts'
import { type AnalyzeTalk, createTalkAnalyzer } from '../../search/index/analyze-talks.ts'
import { buildIndex } from '../../search/index/build-index.ts'
import type { CompiledIndex } from '../../search/index/compiled-index.ts'
import { updateIndex } from '../../search/index/update-index.ts'
import { createLunrEngine } from '../../search/lunr-engine.ts'
import { defaultParameters } from '../../search/rank/parameters.ts'
import { prepareSearch, type SearchData } from '../../search/search-data.ts'
import { filesAt } from '../snapshot/files-at.ts'
import { openSnapshot, packSnapshot, type Snapshot } from '../snapshot/snapshot.ts'

export interface Job {
  /** The folder of the notes. */
  readonly folder: string
  /** What lies in it. */
  readonly scan: Scan
  /** Goes into the snapshot. */
  readonly key: Uint8Array
  /** The buffer of an earlier snapshot of the same folder and key: what has not changed since is taken from it. */
  readonly earlier?: SharedArrayBuffer
  /** These, as in `ReadCorpusOptions`. */
  readonly keepLastGood: boolean
  readonly leftOut?: ReadonlyMap<string, string>
  readonly suspects?: ReadonlySet<string>
  /** How many talks get an index; of more, only what was read is kept. Default: any number. */
  readonly maxIndexed?: number
}

/** A file is begun or done. */
export interface FileStep {
  readonly path: string
  readonly state: 'begun' | 'done'
}

export interface Progress {
  readonly phase: 'Reading' | 'Indexing'
  readonly done: number
  readonly total: number
  readonly of: 'files' | 'talks'
}

/** Reads and indexes the notes. Everything that takes long about a corpus happens here. */
export async function buildSnapshot(
  { folder, scan, key, earlier: buffer, keepLastGood, leftOut, suspects, maxIndexed = Infinity }: Job,
  onProgress: (progress: Progress) => void,
  onFile: (step: FileStep) => void = () => {},
): Promise<SharedArrayBuffer> {
  const earlier = buffer && openSnapshot(buffer)
  const files = earlier && filesAt(folder, earlier)
  const analyze = createTalkAnalyzer()
  const reading = await readNotes(folder, {
    scan,
    ...(maxIndexed === Infinity && { onTalks: (talks) => talks.forEach(analyze) }),
    ...(files && { earlier: files }),
    keepLastGood,
    ...(leftOut && { leftOut }),
    ...(suspects && { suspects }),
    onFile: (path, state) => onFile({ path, state }),
    onProgress: (done, total) => onProgress({ phase: 'Reading', done, total, of: 'files' }),
  })
  const { corpus, files: read, fingerprint } = reading
  const found =
    corpus.talks.length <= maxIndexed
      ? await indexTalks(reading, { earlier, files }, { analyze, onProgress })
      : { search: undefined, examples: exampleQuestions(corpus.talks) }
  return packSnapshot({ corpus, files: read, ...found, fingerprint }, key, earlier)
}

/** What answers are found by, of talks some of which may have been indexed before. */
async function indexTalks(
  reading: CorpusReading,
  before: { readonly earlier: Snapshot | undefined; readonly files: readonly FileReading[] | undefined },
  {
    analyze,
    onProgress,
  }: { readonly analyze: AnalyzeTalk; readonly onProgress: (progress: Progress) => void },
): Promise<{ readonly search: SearchData; readonly examples: readonly string[] }> {
  const { corpus } = reading
  const { files } = before
  const earlier = isIndexed(before.earlier) ? before.earlier : undefined
  const since = earlier && files && earlier.corpus.talks.length > 0 ? { earlier, files } : undefined
  const documents = since && unchangedDocuments(since.earlier, since.files, reading)
  const index =
    since && documents
      ? changedIndex(since.earlier, documents, corpus.talks)
      : buildIndex(corpus.talks, defaultParameters.index, {
          analyze,
          onProgress: (done) =>
            onProgress({ phase: 'Indexing', done, total: corpus.talks.length, of: 'talks' }),
        })
  const isSame = earlier?.corpus.version === corpus.version
  const search = isSame
    ? earlier.search
    : prepareSearch(
        corpus.talks,
        index,
        since &&
          documents && {
            data: since.earlier.search,
            documents: atSameEvents(since.earlier.corpus.talks, documents, corpus.talks),
          },
      )
  const examples = isSame ? earlier.examples : await examplesOf({ ...corpus, search })
  return { search, examples }
}

type IndexedSnapshot = Snapshot & { readonly search: SearchData }

function isIndexed(snapshot: Snapshot | undefined): snapshot is IndexedSnapshot {
  return snapshot?.search !== undefined
}

/** Asked of an engine of their own, here, where nobody waits for an answer. */
function examplesOf(corpus: Corpus & { readonly search: SearchData }): Promise<string[]> {
  return chooseExamples(corpus, createLunrEngine(corpus), countSpellings(corpus.search.spellings.tag))
}

/** By talk: its number before, if its text and its event's name are as they were, so that it stays as it is in the index. */
function unchangedDocuments(
  { corpus: before }: Snapshot,
  files: readonly FileReading[],
  { corpus, hashes }: Pick<CorpusReading, 'corpus' | 'hashes'>,
): readonly (number | undefined)[] {
  const hashBefore = new Map(
    files.flatMap(({ talks }) => talks.map(({ value, hash }) => [value, hash] as const)),
  )
  const numbers = new Map(before.talks.map(({ id }, number) => [id, number]))
  return corpus.talks.map((talk, place) => {
    const number = numbers.get(talk.id)
    if (number === undefined) return undefined
    const same = before.talks[number]!
    const isSame = hashBefore.get(same) === hashes[place] && same.event.name === talk.event.name
    return isSame ? number : undefined
  })
}

function changedIndex(
  { search: { index } }: IndexedSnapshot,
  numbers: readonly (number | undefined)[],
  talks: readonly Talk[],
): CompiledIndex {
  const documents = talks.map((talk, place) => numbers[place] ?? talk)
  const isSame =
    documents.length === index.documentCount && documents.every((document, place) => document === place)
  return isSame ? index : updateIndex(index, documents, defaultParameters.index)
}

/** Those whose event is as it was in all that is said of it. */
function atSameEvents(
  before: readonly Talk[],
  documents: readonly (number | undefined)[],
  talks: readonly Talk[],
): readonly (number | undefined)[] {
  const told = new Map<Event, string>()
  const tell = (event: Event) => {
    const known = told.get(event) ?? JSON.stringify(event)
    told.set(event, known)
    return known
  }
  return documents.map((number, place) => {
    if (number === undefined) return undefined
    return tell(before[number]!.event) === tell(talks[place]!.event) ? number : undefined
  })
}
