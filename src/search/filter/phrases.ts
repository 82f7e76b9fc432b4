import type { Talk } from '../../notes/talk.ts'
import { documentStopWords, splitWords } from '../analysis/analyzer.ts'
import { stemsOf } from '../analysis/stem.ts'
import { relationIn } from '../expand/term-forms.ts'
import { firstMark, hasStopWords, stopWordsBefore, wordKinds, wordMask } from '../index/compiled-index.ts'
import { type IndexReader, numbersOfRange } from '../index/index-reader.ts'
import { textsOf } from '../index/talk-texts.ts'

/** Where phrases are looked for. */
export interface PhraseSource {
  readonly reader: IndexReader
  /** The languages of the notes besides English. */
  readonly languages: readonly string[]
  /** By document. */
  readonly talks: readonly Talk[]
}

/** Whether a phrase is meant as it is typed, or in any inflection of its words. */
export type PhraseForm = 'as-typed' | 'inflected'

/**
 * The documents with a text that has the words of a phrase one after another, stop words included. The index has no
 * places for stop words, so a phrase of nothing else is never found.
 * @example documentsWith('their friends', 'as-typed', source) // those of "Their friends", not of "Friends and family"
 */
export function documentsWith(phrase: string, form: PhraseForm, source: PhraseSource): number[] {
  const { reader, talks } = source
  const words = splitWords(phrase).map(({ text }) => text)
  const wanted = words.map((word) => wantedWord(word, form, source))
  const indexed = wanted.filter(({ uses }) => uses.size > 0)
  if (indexed.length === 0 || wanted.some(({ stopWord, uses }) => stopWord < 0 && uses.size === 0)) return []
  const candidates = indexed
    .map(({ uses }) => documentsWithOne(uses, reader))
    .reduce((a, b) => (b.length < a.length ? b : a))
  if (wanted.length === 1) return candidates
  return candidates.filter((document) => {
    const found = findPhrase(wanted, readPlaces(document, reader))
    return found === 'maybe' ? saysPhrase(talks[document]!, words) : found
  })
}

/** A word of a phrase, in the forms that notes may have. */
interface WantedWord {
  /** By number. */
  readonly uses: ReadonlySet<number>
  /** Its number among the stop words, or -1. */
  readonly stopWord: number
}

function wantedWord(word: string, form: PhraseForm, source: PhraseSource): WantedWord {
  return { uses: usesMeant(word, form, source), stopWord: documentStopWords.indexOf(word) }
}

/** The uses that may stand for a word of a phrase, by number. */
export function usesMeant(
  word: string,
  form: PhraseForm,
  { reader, languages }: Pick<PhraseSource, 'reader' | 'languages'>,
): ReadonlySet<number> {
  const uses = new Set<number>()
  for (const stem of stemsOf(word, languages)) {
    const term = reader.termNumber(stem)
    if (term === undefined) continue
    for (const use of reader.formsOf(term)) {
      const relation = relationIn({ folded: word }, use, reader)
      const isMeant = relation === 'itself' || relation === 'part'
      if (isMeant || (form === 'inflected' && relation === 'inflection')) uses.add(use)
    }
  }
  return uses
}

function documentsWithOne(uses: ReadonlySet<number>, { index, formTable }: IndexReader): number[] {
  const { postingStarts, postingDocuments, postingForms, wordTerms } = index
  const found = new Set<number>()
  for (const term of new Set(Array.from(uses, (use) => wordTerms[use]!))) {
    const has = formTable(term, (word) => Number(uses.has(word)))
    for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) {
      if (typeof has === 'number' || has[postingForms[at]!] === 1) found.add(postingDocuments[at]!)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * One place of a document as a reader sees it: a word, a stop word, three or more stop words of which only a hash is kept, or
 * the end of a text, over which no phrase reaches.
 */
type SequencePlace =
  | { readonly kind: 'word'; readonly word: number; readonly isPart: boolean }
  | { readonly kind: 'stop-word'; readonly stopWord: number }
  | { readonly kind: 'stop-words'; readonly entry: number }
  | { readonly kind: 'end' }

function readPlaces(document: number, { index }: IndexReader): SequencePlace[] {
  const { sequence, sequenceStarts, wordKinds: kinds } = index
  const places: SequencePlace[] = []
  for (let at = sequenceStarts[document]!; at < sequenceStarts[document + 1]!; at++) {
    const entry = sequence[at]!
    const stopWords = stopWordsBefore(entry)
    if (stopWords === undefined) places.push({ kind: 'stop-words', entry })
    for (const word of stopWords ?? [])
      places.push({ kind: 'stop-word', stopWord: documentStopWords.indexOf(word) })
    const word = entry & wordMask
    places.push(
      word < firstMark ? { kind: 'word', word, isPart: wordKinds[kinds[word]!] === 'part' } : { kind: 'end' },
    )
  }
  return places
}

function findPhrase(wanted: readonly WantedWord[], places: readonly SequencePlace[]): boolean | 'maybe' {
  let found: boolean | 'maybe' = false
  for (let start = 0; start < places.length; start++) {
    const here = matchPhrase(wanted, places, start)
    if (here === true) return true
    found ||= here
  }
  return found
}

function matchPhrase(
  wanted: readonly WantedWord[],
  places: readonly SequencePlace[],
  start: number,
): boolean | 'maybe' {
  let isSure = true
  let matched = 0
  for (let at = start; matched < wanted.length; at++) {
    const place = places[at]
    if (place === undefined || place.kind === 'end') return false
    if (place.kind === 'stop-words') {
      const run = stopWordsFrom(wanted, matched)
      const isWhole = matched > 0 && matched + run.length < wanted.length
      // At either end of a phrase, some of the stop words may belong to it: only the text tells.
      if (run.length === 0 || (isWhole && !hasStopWords(place.entry, run))) return false
      isSure &&= isWhole
      matched += run.length
    } else if (isAt(place, wanted[matched]!)) matched++
    // The parts of a word follow it.
    else if (matched === 0 || place.kind !== 'word' || !place.isPart) return false
  }
  return isSure || 'maybe'
}

function isAt(
  place: Exclude<SequencePlace, { kind: 'stop-words' | 'end' }>,
  { uses, stopWord }: WantedWord,
): boolean {
  return place.kind === 'word' ? uses.has(place.word) : place.stopWord === stopWord
}

function stopWordsFrom(wanted: readonly WantedWord[], from: number): string[] {
  const end = wanted.findIndex(({ stopWord }, place) => place >= from && stopWord < 0)
  return wanted.slice(from, end < 0 ? undefined : end).map(({ stopWord }) => documentStopWords[stopWord]!)
}

/** Whether some text has exactly these words one after another. */
function saysPhrase(talk: Talk, words: readonly string[]): boolean {
  const asked = ` ${words.join(' ')} `
  return textsOf(talk).some(({ text }) =>
    ` ${splitWords(text)
      .map((word) => word.text)
      .join(' ')} `.includes(asked),
  )
}

/** The documents that have, anywhere, a word with this beginning. */
export function documentsWithBeginning(beginning: string, reader: IndexReader): number[] {
  return documentsWithOne(new Set(numbersOfRange(reader.wordsWithPrefix(beginning))), reader)
}
