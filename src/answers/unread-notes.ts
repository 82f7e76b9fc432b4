import type { Corpus } from '../notes/corpus.ts'
import { answerLater } from './answer-later.ts'
import type { Answers } from './answers.ts'

const unreadNotes = 'The notes of this workspace cannot be read at the moment.'
const askAgain = 'Ask again in a few minutes: I keep trying.'

/** Answers if the notes cannot be read: every question is told why, and what to do about it. */
export function createUnreadNotes(folder: string): Answers {
  const corpus: Corpus = { folder, events: [], talks: [], problems: [], version: 'unread' }
  return {
    corpus,
    isUnread: true,
    readAt: new Date(),
    exampleQuestions: [],
    answerQuestion: async (question) =>
      answerLater({
        reason: 'unread',
        question,
        explanation: unreadNotes,
        askAgain,
        corpusVersion: corpus.version,
      }),
    similarTalks: async () => [],
    keyTerms: async () => [],
    suggest: async () => [],
    findTalk: () => undefined,
  }
}
