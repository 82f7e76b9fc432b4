import { madeOnce } from '../../text/remembering.ts'
import type { Query } from '../query/query.ts'
import { relatedWordList } from './related-word-list.ts'
import { createSynonyms } from './synonyms.ts'

/** What is near in meaning, whatever the notes say. */
export const relatedWords = madeOnce(() => createSynonyms(relatedWordList))

/** Whether a word of a question has any: to ask for these of all its words (`Query.isWide`) finds nothing else if none has. */
export const hasRelatedWords = ({ words }: Query): boolean =>
  words.some(({ term }) => relatedWords().terms.has(term))
