import type { Corpus } from '../notes/corpus.ts'
import type { Answers } from './answers.ts'

const unreadNotes = 'The notes of this workspace cannot be read at the moment.'
const askAgain = 'Ask again in a few minutes: I keep trying.'
const tellOperator = 'If it lasts, tell whoever runs Hallway here. Its log says why.'

/** Answers from notes that cannot be read: that is the reason that every question gets, with what to do about it. */
export function createUnreadNotes(folder: string): Answers {
  const corpus: Corpus = { folder, events: [], talks: [], problems: [], version: 'unread' }
  return {
    corpus,
    isUnread: true,
    readAt: new Date(),
    exampleQuestions: [],
    answerQuestion: async (question) => ({
      ...{ kind: 'none', reason: 'unread', question, results: [], notices: [] },
      explanation: unreadNotes,
      suggestions: [askAgain, tellOperator],
      corpusVersion: corpus.version,
    }),
    similarTalks: async () => [],
    keyTerms: async () => [],
    suggest: async () => [],
    findTalk: () => undefined,
  }
}
