import type { Range } from '../../text/range.ts'
import { tokenRanges } from '../analysis/analyzer.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { TermUse, TermUses } from './term-uses.ts'

/** A text of a talk, as it stands and as the words that the index has of it. */
export interface IndexedText {
  readonly text: string
  readonly words: Uint32Array
  readonly isCode: boolean
}

/** A text taken apart. */
export interface PassageText {
  /** Code is one. */
  readonly sentences: readonly Range[]
  /** Its words that stand for a query term, in order; none else, though it may have the same stem. */
  readonly marks: readonly Mark[]
}

interface Mark {
  readonly range: Range
  readonly uses: readonly TermUse[]
}

/** Takes texts apart, each once, by the words that the index has of them: nothing is stemmed again. */
export function createPassageTexts(uses: TermUses, language: string): (text: IndexedText) => PassageText {
  const known = new Map<string, PassageText>()
  return (indexed) => {
    const read = known.get(indexed.text) ?? readText(indexed, uses, language)
    known.set(indexed.text, read)
    return read
  }
}

function readText({ text, words, isCode }: IndexedText, uses: TermUses, language: string): PassageText {
  const sentences: readonly Range[] = isCode ? [[0, text.length]] : sentencesOf(text, language)
  if (!words.some((word) => uses.has(word))) return { sentences, marks: [] }
  const marks = tokenRanges(text).flatMap((range, place): Mark[] => {
    const ofWord = uses.get(words[place]!)
    return ofWord ? [{ range, uses: ofWord }] : []
  })
  return { sentences, marks }
}
