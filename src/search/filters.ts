import { editDistance } from '../notes/edit-distance.ts'
import { type Attribute, type AttributeName, type Attributes, keyOf } from './attributes.ts'
import type { Filter, Notice } from './query.ts'
import { quoteValue } from './write-query.ts'

/** Which values of an attribute a filter means. */
export interface ReadFilter {
  readonly filter: Filter
  readonly attribute: Attribute
  /** By value number: 1 where the value is meant. */
  readonly isMeant: Uint8Array
}

/** Filters as the values of the notes that they mean; a value that no talk has is noticed, with the nearest one. */
export function readFilters(filters: readonly Filter[], attributes: Attributes) {
  const notices: Notice[] = []
  const read = filters.map((filter): ReadFilter => {
    const attribute = attributes[attributeOf[filter.field]]
    const means = meaningOf(filter)
    const isMeant = Uint8Array.from(attribute.values, (value, at) =>
      Number(means(value, attribute.keys[at]!)),
    )
    if (isNamed(filter) && !isMeant.includes(1)) notices.push(unknownValue(filter, attribute))
    return { filter, attribute, isMeant }
  })
  return { filters: read, notices }
}

/** Clears the mask of every document that the filters rule out: of each field one must hold, and none that excludes. */
export function applyFilters(filters: readonly ReadFilter[], mask: Uint8Array): void {
  for (const group of Map.groupBy(filters, ({ filter }) => sideOf(filter)).values()) {
    const { attribute, filter } = group[0]!
    const isMeant = attribute.values.map((_, value) => group.some((one) => one.isMeant[value] === 1))
    for (let document = 0; document < mask.length; document++) {
      let has = false
      for (let at = attribute.starts[document]!; at < attribute.starts[document + 1]! && !has; at++) {
        has = isMeant[attribute.numbers[at]!]!
      }
      if (has === filter.isExcluded) mask[document] = 0
    }
  }
}

/** Filters of one side are alternatives; every side must hold. */
function sideOf({ field, isExcluded }: Filter): string {
  return `${isExcluded ? 'not ' : ''}${field}`
}

const attributeOf: Readonly<Record<Filter['field'], AttributeName>> = {
  speaker: 'speaker',
  tag: 'tag',
  event: 'event',
  lang: 'language',
  kind: 'kind',
  has: 'has',
  year: 'year',
  before: 'year',
  after: 'year',
}

type NamedFilter = Extract<
  Filter,
  { readonly value: string; readonly field: 'speaker' | 'tag' | 'event' | 'lang' }
>

function isNamed(filter: Filter): filter is NamedFilter {
  return ['speaker', 'tag', 'event', 'lang'].includes(filter.field)
}

/** Whether the filter means a value of its attribute, which is found by the key. */
function meaningOf(filter: Filter): (value: string, key: string) => boolean {
  switch (filter.field) {
    case 'year':
      return (value) => Number(value) === filter.value
    case 'before':
      return (value) => Number(value) < filter.value
    case 'after':
      return (value) => Number(value) > filter.value
    case 'kind':
    case 'has':
      return (value) => value === filter.value
    case 'tag': {
      // `machine-learning` is "machine learning", but `learning` is another tag.
      const wanted = compact(keyOf(filter.value))
      return (_, key) => compact(key) === wanted
    }
    default: {
      const wanted = wordsOf(keyOf(filter.value))
      return (_, key) => wanted.length > 0 && wanted.every((word) => key.includes(word))
    }
  }
}

function compact(key: string): string {
  return key.replaceAll(/[\s._]/g, '')
}

/** The words of a key, with their blanks. */
function wordsOf(key: string): string[] {
  return key
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word} `)
}

const called = { speaker: 'speaker', tag: 'tag', event: 'event', lang: 'language' } as const

function unknownValue({ field, value, start, end }: NamedFilter, attribute: Attribute): Notice {
  const nearest = nearestValue(value, attribute)
  const name = nearest === undefined ? undefined : attribute.values[nearest]!
  const guess = name === undefined ? '' : ` The nearest is “${name}”.`
  return {
    kind: 'unknown-value',
    start,
    end,
    message: `No talk has the ${called[field]} “${value}”.${guess}`,
    ...(name !== undefined && { suggestion: quoteValue(name) }),
  }
}

/** The value, or the one of its words, that is spelled most like what was typed. */
function nearestValue(typed: string, { keys }: Attribute): number | undefined {
  const wanted = keyOf(typed).trim()
  const allowed = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2
  let best: number | undefined
  let least = allowed + 1
  keys.forEach((key, value) => {
    const whole = key.trim()
    for (const candidate of new Set([whole, ...whole.split(' ')])) {
      if (Math.abs(candidate.length - wanted.length) >= least) continue
      const distance = editDistance(wanted, candidate, least - 1)
      if (distance < least) [best, least] = [value, distance]
    }
  })
  return best
}
