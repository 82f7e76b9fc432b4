import type { Talk } from '../notes/talk.ts'
import { textsOf } from '../search/index/talk-texts.ts'

/** One text of a talk that is encoded. */
export interface PassageText {
  /** Which of the talk's passages it is, in the order of `textsOf`; undefined for the talk as a whole. */
  readonly passage: number | undefined
  readonly text: string
}

/** UTF-16 units of the talk as a whole: more than models read. */
const maxWholeLength = 2000

/**
 * What of a talk is encoded: the talk as a whole (title, tags and the beginning of its note), then each of its passages. A
 * passage has the title before it, since a bullet alone does not say what it speaks of. Of a talk with one passage that is
 * the whole.
 */
export function passageTexts(talk: Talk): PassageText[] {
  const passages = textsOf(talk).flatMap(({ passage, text }) => (passage ? [text] : []))
  const parts = [talk.title, talk.tags.join(', '), ...passages]
  const whole = parts
    .filter((part) => part !== '')
    .join('. ')
    .slice(0, maxWholeLength)
  if (passages.length < 2) return [{ passage: passages.length === 0 ? undefined : 0, text: whole }]
  return [
    { passage: undefined, text: whole },
    ...passages.map((text, passage) => ({ passage, text: `${talk.title}. ${text}` })),
  ]
}
