import { plainWordAt } from '../../../calendar/word-at.ts'
import type { TimePhrase } from '../programme-request.ts'
import { foldedWordAt } from './folded-word.ts'

/** `when does it end tomorrow?`, `what time does day 2 start?` */
export function readBound(words: readonly string[], at: number): TimePhrase | undefined {
  const isFirst = /^(?:starts?|begins?|opens?)$/.test(plainWordAt(words, at))
  const isEnd = /^(?:ends?|finish(?:es)?|closes?|over)$/.test(plainWordAt(words, at))
  if (!isFirst && !isEnd) return undefined
  const isAsked = words
    .slice(0, at)
    .some((_, place) => /^(?:when|whens|time|late|early)$/.test(foldedWordAt(words, place)))
  return isAsked ? { kind: isFirst ? 'first' : 'end' } : undefined
}
