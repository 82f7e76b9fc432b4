import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { readSessionKind } from '../session-kinds.ts'
import { readName } from './read-name.ts'
import type { ReadPart } from './said-so-far.ts'

/** What stands before what is not to be shown, by its number of words. */
const leads: readonly (readonly [length: number, said: RegExp])[] = [
  [3, /^(?:that|which|who) (?:are|is) not$/],
  [2, /^(?:(?:that|which) (?:arent|isnt)|but (?:not?|none|without)|apart from|other than|except for)$/],
  [1, /^(?:except|excepting|excluding|without|besides|minus|not|no)$/],
]

/** `except keynotes`, `that aren't lightning talks`, `not by Ada`: what is not to be shown of a programme. */
export function readExcluded(words: readonly string[], at: number, names: KnownNames): ReadPart | undefined {
  for (const [length, lead] of leads) {
    const said = Array.from({ length }, (_, place) =>
      plainWordAt(words, at + place).replace(/['’]/g, ''),
    ).join(' ')
    if (!lead.test(said)) continue
    const start = skip(words, skip(words, at + length, /^(?:any|an?|the)$/), /^(?:ones?|talks?)$/)
    const kind = readSessionKind(words, start)
    if (kind) return { kindLeftOut: kind.kind, end: kind.end }
    const named = readName(words, start, names)
    const [one] = named?.narrowings ?? []
    if (named && one) return { narrowings: [{ ...one, clause: `-${one.clause}` }], end: named.end }
  }
  return undefined
}
