import { madeOnce } from '../../text/remembering.ts'
import type { Query } from '../query/query.ts'
import { irregularVerbList } from './irregular-verb-list.ts'
import { relatedWordList } from './related-word-list.ts'
import { createSynonyms } from './synonyms.ts'

/** Words that are near in meaning, whatever the notes say, and forms of a verb that no rule tells. */
export const relatedWords = madeOnce(() => createSynonyms([...relatedWordList, ...irregularVerbList]))

/** Whether any word of a question has some: if none has, asking with related words (`Query.isWide`) finds nothing more. */
export const hasRelatedWords = ({ words }: Query): boolean =>
  words.some(({ term }) => relatedWords().terms.has(term))
