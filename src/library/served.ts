import { type Answers, createAnswers } from '../answers/answers.ts'
import { createLunrEngine } from '../search/lunr-engine.ts'
import type { LibraryLog } from './log/library-log.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

/** What is served: one snapshot and all that answers from it, always swapped together. */
export interface Served {
  snapshot(): Snapshot
  answers(): Answers
  /** Serves another snapshot, unless all notes are gone from it. Resolves to whether other notes are served now. */
  replace(snapshot: Snapshot): boolean
}

/** @param folder the notes', for the log */
export function createServed(first: Snapshot, { folder, log }: { folder: string; log: LibraryLog }): Served {
  let current = open(first)

  return {
    snapshot: () => current.snapshot,
    answers: () => current.answers,
    replace(snapshot) {
      const before = current.snapshot.corpus
      const { corpus } = snapshot
      if (corpus.talks.length === 0 && before.talks.length > 0) {
        log.warn(
          `No note in ${folder} can be read any longer. Answers still come from version ${before.version}, until one can or Hallway is restarted.`,
        )
        return false
      }
      current = open(snapshot)
      if (corpus.version === before.version) return false
      const talks = `${corpus.talks.length.toLocaleString('en')} ${corpus.talks.length === 1 ? 'talk' : 'talks'}`
      log.info(`Notes changed: ${talks} now (version ${corpus.version}).`)
      return true
    },
  }
}

function open(snapshot: Snapshot) {
  const { corpus, search, examples } = snapshot
  return { snapshot, answers: createAnswers(corpus, createLunrEngine({ ...corpus, search }), { examples }) }
}
