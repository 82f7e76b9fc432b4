import type { Range } from '../../text/range.ts'
import { remembering } from '../../text/remembering.ts'
import { tokenRanges } from '../analysis/analyzer.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { TermUse, TermUses } from './term-uses.ts'

/** A text of a talk, as it stands and as the words that the index has of it. */
interface IndexedText {
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

/** Takes the texts of one talk apart, each once. */
export type ReadPassageText = (text: IndexedText) => PassageText

/**
 * Takes texts apart by the words that the index has of them: nothing is stemmed again. What does not depend on the question
 * is remembered, since answers quote the same talks again and again.
 */
export function createPassageReader(): (uses: TermUses, language: string) => ReadPassageText {
  /** Beginning and end of each token in turn: the words of the index are in the same order. */
  const placesIn = remembering((text) => Uint32Array.from(tokenRanges(text).flat()), maxTexts)

  return (uses, language) => {
    const known = new Map<string, PassageText>()
    return (indexed) => {
      const read = known.get(indexed.text) ?? readText(indexed, uses, language)
      known.set(indexed.text, read)
      return read
    }
  }

  function readText({ text, words, isCode }: IndexedText, uses: TermUses, language: string): PassageText {
    const sentences: readonly Range[] = isCode ? [[0, text.length]] : sentencesOf(text, language)
    const marks: Mark[] = []
    let places: Uint32Array | undefined
    for (let place = 0; place < words.length; place++) {
      const ofWord = uses.get(words[place]!)
      if (!ofWord) continue
      places ??= placesIn(text)
      marks.push({ range: [places[2 * place]!, places[2 * place + 1]!], uses: ofWord })
    }
    return { sentences, marks }
  }
}

/** About two kilobytes each. */
const maxTexts = 1000
