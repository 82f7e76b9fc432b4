import { editDistance } from '../../text/edit-distance.ts'
import { fold } from '../../text/fold.ts'
import type { FilterField } from './query.ts'

/** The fields of the query language, as people are told of them. */
const queryFields = [
  'speaker',
  'tag',
  'event',
  'kind',
  'year',
  'before',
  'after',
  'since',
  'until',
  'has',
  'lang',
  'sort',
] as const
export type QueryField = (typeof queryFields)[number]

/** Other names that people guess. */
const aliases: Readonly<Record<string, QueryField>> = {
  speakers: 'speaker',
  by: 'speaker',
  author: 'speaker',
  authors: 'speaker',
  presenter: 'speaker',
  presenters: 'speaker',
  tags: 'tag',
  topic: 'tag',
  topics: 'tag',
  events: 'event',
  conf: 'event',
  conference: 'event',
  conferences: 'event',
  kinds: 'kind',
  type: 'kind',
  types: 'kind',
  years: 'year',
  language: 'lang',
  languages: 'lang',
}

/** The field of a name, in any case; undefined where it is none. */
export function readField(name: string): QueryField | undefined {
  const folded = fold(name)
  return isField(folded) ? folded : Object.hasOwn(aliases, folded) ? aliases[folded] : undefined
}

/** Whether it is a field's own name: others, such as "type" and "topic", are also words before a colon. */
export function isOwnName(name: string): boolean {
  return isField(fold(name))
}

/** Whether a talk can have several, so that several filters must all hold; of others they are alternatives. */
export function hasSeveral(field: FilterField): boolean {
  return field === 'speaker' || field === 'tag' || field === 'has'
}

function isField(name: string): name is QueryField {
  return (queryFields as readonly string[]).includes(name)
}

/** The fields that a misspelt name may mean, likeliest first. */
export function nearestFields(name: string): QueryField[] {
  const folded = fold(name)
  if (folded.length < 3 || folded.length > maxFieldNameLength) return []
  const near = [...queryFields, ...Object.keys(aliases)].flatMap((known) => {
    const field = readField(known)
    const distance = editDistance(folded, known, allowedDistance(known))
    return field && distance <= allowedDistance(known) && isLikely(folded, known) ? [{ field, distance }] : []
  })
  return [...new Set(near.sort((a, b) => a.distance - b.distance).map(({ field }) => field))]
}

const maxFieldNameLength = 13

function allowedDistance(known: string): number {
  return known.length < 3 ? 0 : known.length < 7 ? 1 : 2
}

/** Three letters are near to too many words, so they must be those of the field, but for their order: `tga`, `taag`. */
function isLikely(typed: string, known: string): boolean {
  return known.length > 3 || [...typed].every((letter) => known.includes(letter))
}
