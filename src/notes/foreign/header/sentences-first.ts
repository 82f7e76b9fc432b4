import type { Block } from '../../../markup/block.ts'
import { type KeyMeaning, keyMeaningOf } from '../fields/known-keys.ts'
import { countWords } from '../words/count-words.ts'
import { propertyIn } from '../words/property-line.ts'
import { withLater } from './header-text.ts'

/**
 * The blocks of a talk with the fields at their start behind the sentences that say what it is on: of `Location: online`, nobody
 * learns that. They stand at the end of what is above the first heading, or below all where nothing is.
 *
 * @param lines of the file
 */
export function sentencesFirst(blocks: readonly Block[], lines: readonly string[]): readonly Block[] {
  const isRest = (block: Block) =>
    (block.form !== 'paragraph' && block.form !== 'bullet') || !areFields(linesOf(block, lines))
  const from = blocks.findIndex(isRest)
  if (from <= 0 || !blocks.slice(from).some(saysSomething)) return blocks
  const [rest, fields] = [blocks.slice(from), blocks.slice(0, from)]
  return withLater(rest, fields)
}

/** The lines of a paragraph, or of a list from an item on. */
function linesOf({ line }: Block, lines: readonly string[]): readonly string[] {
  const below = lines.slice(line - 1)
  const length = below.findIndex((one) => one.trim() === '')
  return length < 0 ? below : below.slice(0, length)
}

/** Whether each line says who was there, where, or when, and no sentence. */
const areFields = (lines: readonly string[]): boolean =>
  lines.length > 0 &&
  lines.every((line) => {
    const { key = '', value = '' } = propertyIn(line) ?? {}
    if (value === '' || /[.!?…](?:\s|$)/.test(value)) return false
    return sayWhereAndWho.has(keyMeaningOf(key)?.of ?? 'text') || whoWasThere.test(key)
  })

/** As minutes of meetings have it. */
const whoWasThere =
  /^(?:present|absent|apologies|attending|in attendance|participants?|scribe|note[- ]?takers?|anwesend|abwesend|teilnehm(?:er|ende)(?:innen)?|protokoll)$/i

const sayWhereAndWho: ReadonlySet<KeyMeaning['of']> = new Set([
  'speakers',
  'date',
  'time',
  'ends',
  'duration',
  'zone',
  'room',
  'place',
  'event',
  'attendees',
  'kind',
  'language',
  'link',
  'aside',
])

/** Whether a block is more than a few words. */
const saysSomething = ({ form, text }: Block): boolean =>
  (form === 'paragraph' || form === 'bullet') && countWords(text) >= minWords

const minWords = 6
