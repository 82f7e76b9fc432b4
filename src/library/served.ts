import { type Answers, createAnswers } from '../answers/answers.ts'
import { createLunrEngine } from '../search/lunr-engine.ts'
import type { ServedNotes } from '../search/opensearch/write/served-notes.ts'
import type { MeaningOfTalks } from '../search/rank/semantic-similarity.ts'
import { createEngineAway } from '../search/search-away.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { amountOf } from '../text/amount-of.ts'
import type { LibraryLog } from './log/library-log.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

/** What is served: one snapshot and all that answers from it, always swapped together. */
export interface Served {
  snapshot(): Snapshot
  answers(): Answers
  /** Serves another snapshot, unless all notes are gone from it. Returns whether other notes are served now. */
  replace(snapshot: Snapshot): boolean
}

/** Has a search cluster answer of these notes, as long as it can; else their own engine does. */
export type ServeSearch = (notes: ServedNotes, own: SearchEngine) => SearchEngine

/** Begins to search a snapshot by meaning, by its buffer. */
export type ServeMeaning = (snapshot: SharedArrayBuffer) => MeaningOfTalks

export interface ServedOptions {
  /** The notes', for the log. */
  readonly folder: string
  readonly log: LibraryLog
  readonly meaning?: ServeMeaning | undefined
  readonly search?: ServeSearch | undefined
}

export function createServed(first: Snapshot, options: ServedOptions): Served {
  const { folder, log } = options
  let current = open(first, options)

  return {
    snapshot: () => current.snapshot,
    answers: () => current.answers,
    replace(snapshot) {
      const before = current.snapshot.corpus
      const { corpus } = snapshot
      if (corpus.talks.length === 0 && before.talks.length > 0) {
        log.warn(
          `No note in ${folder} can be read any longer. Answers still come from version ${before.version}, until ` +
            'one can or Hallway is restarted.',
        )
        return false
      }
      current = open(snapshot, options)
      if (corpus.version === before.version) return false
      const talks = amountOf(corpus.talks.length, 'talk')
      log.info(`Notes changed: ${talks} now (version ${corpus.version}).`)
      return true
    },
  }
}

function open(snapshot: Snapshot, { meaning, search: serve }: ServedOptions) {
  const { corpus, search, examples, buffer } = snapshot
  const meaningOfTalks = meaning?.(buffer)
  const own = search ? createLunrEngine({ ...corpus, search }, meaningOfTalks) : createEngineAway()
  const engine = serve ? serve({ corpus, search, meaning: meaningOfTalks }, own) : own
  return { snapshot, answers: createAnswers(corpus, engine, { examples }) }
}
