import { analyze } from '../analysis/analyzer.ts'
import { isDocumentStopWord } from '../analysis/stop-words.ts'
import type { IndexReader } from '../index/index-reader.ts'

/**
 * The documents of which some text has the phrase's terms one after another, in this order; in any forms of the words,
 * and whatever stop words stand between. A phrase without terms stands nowhere.
 * @param languages that the notes are written in besides English
 */
export function documentsWith(phrase: string, reader: IndexReader, languages: readonly string[]): number[] {
  const documents = ['en', ...languages].flatMap((language) => {
    const tokens = analyze(phrase, language)
    // With the parts of compounds, as they follow them in notes, and without: `plug-in` is `plugin` in others.
    const whole = tokens.filter(({ start }, place) => start !== tokens[place - 1]?.start)
    return [tokens, ...(whole.length < tokens.length ? [whole] : [])].flatMap((asked) =>
      documentsWithTerms(
        asked.map(({ term }) => reader.termNumber(term) ?? unknown),
        reader,
      ),
    )
  })
  return [...new Set(documents)]
}

const unknown = -1

function documentsWithTerms(terms: readonly number[], reader: IndexReader): number[] {
  if (terms.length === 0 || terms.includes(unknown)) return []
  const rarest = terms.reduce((a, b) => (reader.documentFrequency(b) < reader.documentFrequency(a) ? b : a))
  const { postingStarts, postingDocuments } = reader.index
  const documents: number[] = []
  for (let at = postingStarts[rarest]!; at < postingStarts[rarest + 1]!; at++) {
    const document = postingDocuments[at]!
    if (terms.length === 1 || hasSequence(reader, document, terms)) documents.push(document)
  }
  return documents
}

/** The marks between texts are no terms, so that a phrase never reaches over them. */
function hasSequence({ index }: IndexReader, document: number, terms: readonly number[]): boolean {
  const { sequence, sequenceStarts } = index
  const end = sequenceStarts[document + 1]!
  for (let start = sequenceStarts[document]!; start <= end - terms.length; start++) {
    let length = 0
    for (let at = start; at < end && length < terms.length; at++) {
      if (sequence[at] === terms[length]) length++
      else if (length === 0 || !mayStandBetween(index.terms[sequence[at - 1]!], index.terms[sequence[at]!]))
        break
    }
    if (length === terms.length) return true
  }
  return false
}

/** A stop word that is a name there ("our IT people"), and the part of a word before it: `plug` follows `plugin`. */
function mayStandBetween(before = '', term = ''): boolean {
  return term !== '' && (isDocumentStopWord(term) || before.includes(term))
}

/** The documents that have a word which begins so anywhere, by number: not all titles need to be read for a few. */
export function documentsWithBeginning(beginning: string, { index, termsWithPrefix }: IndexReader) {
  const { documentCount, postingStarts, postingDocuments } = index
  const has = new Uint8Array(documentCount)
  for (const term of termsWithPrefix(beginning)) {
    for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) has[postingDocuments[at]!] = 1
  }
  return has.keys().filter((document) => has[document] === 1)
}
