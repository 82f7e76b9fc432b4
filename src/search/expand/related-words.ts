import { madeOnce } from '../../text/remembering.ts'
import type { Query } from '../query/query.ts'
import { relatedWordList } from './related-word-list.ts'
import { createSynonyms } from './synonyms.ts'

/** Words that are near in meaning, whatever the notes say. */
export const relatedWords = madeOnce(() => createSynonyms(relatedWordList))

/** Whether any word of a question has some: if none has, asking with related words (`Query.isWide`) finds nothing more. */
export const hasRelatedWords = ({ words }: Query): boolean =>
  words.some(({ term }) => relatedWords().terms.has(term))
