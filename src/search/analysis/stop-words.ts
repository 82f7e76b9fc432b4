import { documentStopWordList } from './stop-word-list.ts'

export const documentStopWords: readonly string[] = documentStopWordList.split(/\s+/)

const stopWordSet: ReadonlySet<string> = new Set(documentStopWords)

export function isDocumentStopWord(word: string): boolean {
  return stopWordSet.has(word)
}

/**
 * Whether a word of a text is a name because of its capitals: "IT" and "US" are no pronouns, unless the text is in
 * capitals throughout. A text of a single word, such as a tag, is taken to be written as it is meant.
 * @param word as it stands in the text
 */
export function isNameInCapitals(word: string, text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && (/\p{Ll}/u.test(text) || !/\p{L}/u.test(text.replace(word, '')))
}

/** Whether texts are found by a word that stands in them. */
export function isFindable({ text: word, start, end }: FoldedWord, text: string): boolean {
  return !isDocumentStopWord(word) || isNameInCapitals(text.slice(start, end), text)
}

/** Folded, with its place in the text. */
interface FoldedWord {
  readonly text: string
  readonly start: number
  readonly end: number
}
