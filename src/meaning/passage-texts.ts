import type { Talk } from '../notes/talk.ts'
import { sentencesOf } from '../search/analysis/sentences.ts'
import { textsOf } from '../search/index/talk-texts.ts'

/** One text of a talk that is encoded. */
export interface PassageText {
  /** Which of the talk's passages it is, in the order of `textsOf`; undefined for the talk as a whole. */
  readonly passage: number | undefined
  readonly text: string
}

/** UTF-16 units of the talk as a whole: more than models read. */
const maxWholeLength = 2000
/** A longer passage is encoded in parts of whole sentences, of about this length each: encoders blur what is long. */
const maxPassageLength = 900
const partLength = 600

/**
 * What of a talk is encoded: the talk as a whole (title, tags and the beginning of its note), then each of its passages. A
 * passage has the title before it, since a bullet alone does not say what it speaks of. Of a talk with one short passage that
 * is the whole.
 */
export function passageTexts(talk: Talk): PassageText[] {
  const passages = textsOf(talk).flatMap(({ passage, text }) => (passage ? [text] : []))
  const parts = [talk.title, talk.tags.join(', '), ...passages]
  const whole = parts
    .filter((part) => part !== '')
    .join('. ')
    .slice(0, maxWholeLength)
  const [only = '', ...others] = passages
  if (others.length === 0 && only.length <= maxPassageLength)
    return [{ passage: passages.length === 0 ? undefined : 0, text: whole }]
  return [
    { passage: undefined, text: whole },
    ...passages.flatMap((text, passage) =>
      partsOf(text, talk.language).map((part) => ({ passage, text: `${talk.title}. ${part}` })),
    ),
  ]
}

function partsOf(text: string, language: string): string[] {
  if (text.length <= maxPassageLength) return [text]
  const parts: string[] = []
  let from = 0
  for (const [start, end] of sentencesOf(text, language)) {
    if (start > from && end - from > partLength) {
      parts.push(text.slice(from, start).trim())
      from = start
    }
  }
  return [...parts, text.slice(from).trim()]
}
