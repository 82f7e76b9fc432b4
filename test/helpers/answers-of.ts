import { type Answers, createAnswers } from '../../src/answers/answers.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { makeCorpus } from './make-talk.ts'

export const answersOf = (corpus: Corpus): Answers => createAnswers(corpus, createLunrEngine(corpus))

export const answersOver = (...talks: readonly Talk[]): Answers => answersOf(makeCorpus(...talks))
