import { closeSync, openSync, writeSync } from 'node:fs'
import type { CollectionScores } from './quality.ts'

/** Keeps each question's result, for whoever wants to look closer: one line of JSON each, as soon as it is known. */
export interface ResultsFile {
  add(scores: CollectionScores): void
  close(): void
}

/** Begins the file anew. */
export function openResultsFile(path: string): ResultsFile {
  const file = openSync(path, 'w')
  return {
    add({ collection, peer, questions }) {
      const lines = questions.map(({ id, ranking, metrics, ms }) =>
        JSON.stringify({ engine: peer, collection, question: id, ranking, ...metrics, ms: round(ms) }),
      )
      writeSync(file, lines.map((line) => `${line}\n`).join(''))
    },
    close: () => closeSync(file),
  }
}

/** To a thousandth of a millisecond. */
function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
