import type { Range } from '../../text/range.ts'
import { type IndexedText, type TalkPassage, wordPlacesOf } from './talk-to-quote.ts'
import type { TermUse, TermUses } from './term-uses.ts'

/** A word of a passage that stands for a query term. */
interface Mark {
  readonly range: Range
  readonly uses: readonly TermUse[]
}

/** The marks of a passage, in order: by the words that the index has of it, so that nothing is stemmed again. */
export type MarksOf = (passage: TalkPassage) => readonly Mark[]

/** Finds what one question marks in the passages of talks, in each passage once. */
export function createMarker(uses: TermUses): MarksOf {
  const known = new Map<TalkPassage, readonly Mark[]>()
  return (passage) => {
    const marks = known.get(passage) ?? marksIn(passage.text, uses)
    known.set(passage, marks)
    return marks
  }
}

function marksIn(text: IndexedText, uses: TermUses): readonly Mark[] {
  const { words } = text
  const marks: Mark[] = []
  for (let place = 0; place < words.length; place++) {
    const ofWord = uses.get(words[place]!)
    if (!ofWord) continue
    const places = wordPlacesOf(text)
    marks.push({ range: [places[2 * place]!, places[2 * place + 1]!], uses: ofWord })
  }
  return marks
}
