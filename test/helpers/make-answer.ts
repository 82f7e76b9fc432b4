import type { Answer } from '../../src/answers/answer.ts'
import type { Talk } from '../../src/notes/talk.ts'
import type { SearchResult } from '../../src/search/search-engine.ts'
import type { AnswerEvidence } from '../../src/search/snippet/answer-evidence.ts'
import type { Quotation } from '../../src/search/snippet/quotation.ts'

/** A quotation of one piece. */
export function quotationOf(text: string, given: Omit<Quotation, 'text' | 'pieces'>): Quotation {
  return { text, pieces: [{ range: [0, text.length], form: 'paragraph', line: given.line }], ...given }
}

/** A result that quotes the talk's summary, but for what is given. */
export function result(of: Talk, given: Partial<Quotation> = {}): SearchResult {
  const { text = of.summary.text, ...rest } = given
  const quotation = quotationOf(text, {
    highlights: [],
    file: of.file,
    line: of.summary.line,
    section: 'summary',
    ...rest,
  })
  return { talk: of, score: 1, coverage: () => 1, quote: () => quotation, evidence: () => fullEvidence }
}

export const fullEvidence: AnswerEvidence = {
  share: 1,
  questionLength: 3,
  toldThing: undefined,
  missing: [],
  missingObjects: [],
  asksUnknown: false,
  isUntold: false,
  topicsSaid: 1,
  missesCorrection: false,
  isByMeaning: false,
  subjects: [],
  isNamed: false,
  isOnlyAbout: false,
}

export function found(
  results: readonly SearchResult[],
  given: Partial<Extract<Answer, { kind: 'found' | 'unsure' }>> = {},
) {
  return {
    kind: 'found',
    question: 'which queues deliver twice?',
    shape: { form: 'passage', shown: Math.min(results.length, 3) },
    results,
    offset: 0,
    total: results.length,
    confidence: 2,
    explanation: '',
    suggestions: [],
    notices: [],
    facets: [],
    isPartial: false,
    isStartedAgain: false,
    corpusVersion: '0123456789ab',
    ...given,
  } as const satisfies Answer
}
