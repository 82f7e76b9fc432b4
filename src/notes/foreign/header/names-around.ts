import type { ReadBlock } from '../../../markup/read-block.ts'
import { hasNameShape, isKnownName, mayBePerson } from '../people/person-names.ts'
import { plainLine } from '../people/speaker-line.ts'
import { type HeaderOptions, type HeaderSoFar, isToldWhoSpeaks } from './talk-header.ts'

/** Whether an item is one of several of which each names somebody: those who speak, or others. */
export type NamesAround = 'none' | 'speakers' | 'others'

/** Where a block stands, and what the lines above it have said. */
export interface HeadPlace {
  readonly blocks: readonly ReadBlock[]
  readonly at: number
  readonly head: HeaderSoFar
  readonly options: HeaderOptions
}

/**
 * Whose names the items are, without a blank line between them, if an item stands among several that are names alone, most of them
 * known: `- Ada Example`, `- Bo Sample`. They are those of speakers only if nothing above says who spoke, and neither the title nor
 * the text below is about them.
 */
export function namesAround({ blocks, at, head, options }: HeadPlace): NamesAround {
  const { form, depth, text } = blocks[at] ?? {}
  if (form !== 'bullet' || !hasNameShape(plainLine(text ?? ''))) return 'none'
  const isNext = (index: number) => {
    const [above, block] = [blocks[index - 1], blocks[index]]
    return (
      above?.form === 'bullet' &&
      block?.form === 'bullet' &&
      above.depth === depth &&
      block.depth === depth &&
      above.line + above.raw.length === block.line
    )
  }
  let from = at
  while (isNext(from) && at - from <= maxItemsOfNames) from--
  let to = at + 1
  while (isNext(to) && to - from <= maxItemsOfNames) to++
  const names = blocks.slice(from, to).map(({ text }) => plainLine(text))
  const areNames =
    names.length >= 2 &&
    names.length <= maxItemsOfNames &&
    names.every(mayBePerson) &&
    names.filter(isKnownName).length * 2 >= names.length
  if (!areNames) return 'none'
  const isBelowSpeaker = isNext(at) && head.speakerBlock === blocks[at - 1]
  const isNamedAbove = isToldWhoSpeaks(head, options) && !isBelowSpeaker
  return isNamedAbove || aboutPeople.test(options.title ?? '') || takesUpNames(blocks[to])
    ? 'others'
    : 'speakers'
}

/** `Women who made computing`, `Heroes`: a list below names whom it is on. */
const aboutPeople =
  /\b(?:women|men|people|heroes|heroines|pioneers|founders|inventors|legends|role models|scientists|researchers|giants)(?:$|\s(?:who|that|behind|of|in)\b)|^(?:thanks|thank you|credits|acknowledge?ments)\b/i

/** A text that goes on with the list: `helped.`, `All of them taught us.` */
const takesUpNames = (block: ReadBlock | undefined): boolean =>
  block?.form === 'paragraph' && /^(?:\p{Ll}|(?:All|Both|Each|None) of th(?:em|ese)\b)/u.test(block.text)

const maxItemsOfNames = 12
