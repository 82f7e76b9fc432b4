import type { Talk } from '../notes/talk.ts'
import { type Attribute, type Attributes, keyOf } from './attributes.ts'
import type { Lookup } from './lookup.ts'
import { documentsWithBeginning } from './phrases.ts'
import { writeFilter } from './write-filter.ts'
import { quoteValue } from './write-query.ts'

/** Something of the notes that begins as somebody types. */
export interface Suggestion {
  readonly kind: 'speaker' | 'tag' | 'event' | 'talk'
  /** Its name, e.g. `Alex Martelli`. */
  readonly text: string
  /** What asks for it, e.g. `speaker:"Alex Martelli"`. */
  readonly question: string
  /** How many talks it stands for. */
  readonly talks: number
}

/**
 * Speakers, tags, events and talks of which some word begins with the last word typed and that have the words before
 * it. What begins with the whole of it comes first, then what stands for more talks; talks come after all others.
 */
export function suggest(typed: string, limit: number, { attributes, lookup, talks }: Sources): Suggestion[] {
  const wanted = keyOf(typed).trimEnd()
  if (wanted === '') return []
  const named = (['speaker', 'tag', 'event'] as const).flatMap((kind) => {
    const { values, keys } = attributes[kind]
    const matching = Array.from(values.keys()).filter((value) => isMeant(keys[value]!, wanted))
    const counts = matching.length > 0 ? countTalks(attributes[kind]) : []
    return matching.map((value) => ({
      kind,
      value,
      text: values[value]!,
      talks: counts[value]!,
      isFirst: keys[value]!.includes(`|${wanted}`),
    }))
  })
  const best = named
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.talks - a.talks)
    .slice(0, limit)
  const titles = documentsWithBeginning(lastWord(wanted), lookup)
    .map((document) => talks[document]!.title)
    .filter((title) => isMeant(keyOf(title), wanted))
  const others = titles.take(limit - best.length).map((title): Suggestion => {
    return { kind: 'talk', text: title, question: quoteValue(title), talks: 1 }
  })
  const names = best.map(({ kind, text, value, talks: count }): Suggestion => {
    return { kind, text, question: writeFilter(kind, value, attributes[kind]), talks: count }
  })
  return [...names, ...others]
}

interface Sources {
  readonly attributes: Attributes
  readonly lookup: Lookup
  readonly talks: readonly Talk[]
}

function lastWord(wanted: string): string {
  return wanted.slice(wanted.lastIndexOf(' ') + 1)
}

/** The words before the last must be there, in any order; the last must begin a word. */
function isMeant(key: string, wanted: string): boolean {
  const words = wanted.trim().split(' ')
  const last = words.pop() ?? ''
  return key.includes(` ${last}`) && words.every((word) => key.includes(` ${word} `))
}

/** By value: how many talks have it. */
export function countTalks({ values, numbers }: Attribute): number[] {
  const counts = values.map(() => 0)
  for (const number of numbers) counts[number]! += 1
  return counts
}
