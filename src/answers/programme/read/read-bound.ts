import { word } from '../../../calendar/word-at.ts'
import type { TimePhrase } from '../programme-request.ts'
import { folded } from './read-name.ts'

/** `when does it end tomorrow?`, `what time does day 2 start?` */
export function readBound(words: readonly string[], at: number): TimePhrase | undefined {
  const isAsked = words
    .slice(0, at)
    .some((_, place) => /^(?:when|whens|time|late|early)$/.test(folded(words, place)))
  if (!isAsked) return undefined
  if (/^(?:starts?|begins?|opens?)$/.test(word(words, at))) return { kind: 'first' }
  return /^(?:ends?|finish(?:es)?|closes?|over)$/.test(word(words, at)) ? { kind: 'end' } : undefined
}
