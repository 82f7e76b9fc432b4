import type { Writable } from 'node:stream'
import type { Answers } from '../answers/answers.ts'
import { createAnswers } from '../answers/create-answers.ts'
import { readCorpus } from '../notes/read-corpus.ts'
import { createLunrEngine } from '../search/lunr-engine.ts'

/** Reads the notes for one command; where there are none to serve it says why and gives nothing. */
export async function openAnswers(corpusFolder: string, stderr: Writable): Promise<Answers | undefined> {
  const corpus = await readCorpus(corpusFolder)
  const skipped = corpus.problems.filter((problem) => problem.severity === 'error')
  if (corpus.talks.length === 0) {
    const [problem] = skipped
    const reason = problem ? `${problem.message} (${problem.advice})` : 'it holds no notes'
    stderr.write(`hallway: there is nothing to search in ${corpusFolder}: ${reason}\n`)
    return undefined
  }
  if (skipped.length > 0) {
    const count = skipped.length === 1 ? '1 problem keeps' : `${skipped.length} problems keep`
    stderr.write(`hallway: ${count} notes from being searched; see \`hallway check\`.\n`)
  }
  return createAnswers(corpus, createLunrEngine(corpus))
}
