import type { QueryWord } from '../query/query.ts'
import { namedKindAsked, tellsOfKind } from './named-kind.ts'
import type { EvidenceSource, WordsInTalk } from './question-in-talk.ts'

/** What a question asks in words that show, by what the talk lacks, that the talk does not tell it. */
export interface Untold {
  readonly isUntold: boolean
  /** The kind of thing whose name is asked for (`database`), if the quotation names none: as typed, or as read if it is misspelt. */
  readonly lackingKind?: string
}

/**
 * @param lacked the words of the question that the talk does not have
 * @param isNamed whether the question names what the talk is on
 * @param share how much the quotation has of the question, see `AnswerEvidence`
 */
export function readUntold(
  source: EvidenceSource,
  words: WordsInTalk,
  { lacked, isNamed, share }: { lacked: readonly QueryWord[]; isNamed: boolean; share: number },
): Untold {
  const { query, asked, isTitle, parameters } = source
  const kind = asked || isTitle ? undefined : namedKindAsked(query)
  const lackingKind = kind && !tellsOfKind(kind, source, words) ? words.asMeant(kind) : undefined
  const saysLittle = isNamed && share < parameters.minShareOfUnsaidAct
  return {
    isUntold:
      lackingKind !== undefined ||
      lacked.some((word) => isPartner(word, query.text) || (saysLittle && isAct(word, query.text))),
    ...(lackingKind !== undefined && { lackingKind }),
  }
}

/** Whether it is asked if something goes with it: `mysql` in “does X work with mysql?”. */
const isPartner = ({ start, end }: QueryWord, question: string): boolean =>
  beforePartner.test(question.slice(0, start)) && /^\s*(?:[?!.,]|$)/.test(question.slice(end))

const beforePartner = new RegExp(
  [
    String.raw`\b(?:do|does|did|is|are|will|can|could)\b.*\b(?:supports?|supported by|`,
    '(?:works?|runs?|integrates?|compatible|tested|built|available) (?:with|on|in|under|for|against))',
    String.raw`\s+(?:[\p{L}\p{N}.'-]+\s+){0,2}$`,
  ].join(''),
  'iu',
)

/** Whether it is asked how to do it: `migrate` in “how do I migrate X?”. */
const isAct = ({ start, role }: QueryWord, question: string): boolean =>
  role !== 'generic' && beforeAct.test(question.slice(0, start))

const beforeAct = /\bhow (?:(?:do|can|could|should|would) (?:i|we|you|one|people)|to)\s+$/i
