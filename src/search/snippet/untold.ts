import type { QueryWord } from '../query/query.ts'
import { namedKindAsked, tellsOfKind } from './kind-asked.ts'
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
  const kind = namedKindAsked(query)
  const isUnnamed = kind && !asked && !isTitle && !tellsOfKind(kind, source, words)
  const lackingKind = isUnnamed ? words.asMeant(kind) : undefined
  const saysLittle = isNamed && share < parameters.minShareOfUnsaidAct
  const act = saysLittle ? lacked.find((word) => isAct(word, query.text)) : undefined
  const isUntoldAct = act !== undefined && !words.topics.every((word) => word === act || words.isTitled(word))
  return {
    isUntold: lackingKind !== undefined || isUntoldAct || lacksPartner(source, words, lacked),
    ...(lackingKind !== undefined && { lackingKind }),
  }
}

/** Whether it is asked if something goes with another thing that the talk has no word of: `mysql` in “does X work with mysql?”. */
function lacksPartner(
  { query: { text } }: EvidenceSource,
  { topics }: WordsInTalk,
  lacked: readonly QueryWord[],
): boolean {
  const asking = asksForPartner.exec(text)
  if (asking === null) return false
  const partner = topics.filter(({ start }) => start >= asking.index + asking[0].length)
  return (
    partner.length > 0 && partner.length <= maxWordsOfName && partner.every((word) => lacked.includes(word))
  )
}

const asksForPartner =
  /\b(?:do|does|did|is|are|will|can|could)\b.*\b(?:supports?|supported by|(?:works?|runs?|integrates?|compatible|tested) (?:with|on|under|against))(?=\s)/iu
const maxWordsOfName = 3

/** Whether it is asked how to do it: `migrate` in “how do I migrate X?”. */
const isAct = ({ start, role }: QueryWord, question: string): boolean =>
  role !== 'generic' && beforeAct.test(question.slice(0, start))

const beforeAct = /\bhow (?:(?:do|can|could|should|would) (?:i|we|you|one|people)|to)\s+$/i
