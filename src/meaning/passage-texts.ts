import type { Talk } from '../notes/talk.ts'
import { textsOf } from '../search/index/talk-texts.ts'

/** One text of a talk that is encoded. */
export interface PassageText {
  /** Which of `textsOf(talk)` can be quoted for it; undefined for the talk as a whole. */
  readonly place: number | undefined
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
  const passages = textsOf(talk).flatMap(({ passage, text }, place) => (passage ? [{ place, text }] : []))
  const parts = [talk.title, talk.tags.join(', '), ...passages.map(({ text }) => text)]
  const whole = parts
    .filter((part) => part !== '')
    .join('. ')
    .slice(0, maxWholeLength)
  if (passages.length < 2) return [{ place: passages[0]?.place, text: whole }]
  return [
    { place: undefined, text: whole },
    ...passages.map(({ place, text }) => ({ place, text: `${talk.title}. ${text}` })),
  ]
}
