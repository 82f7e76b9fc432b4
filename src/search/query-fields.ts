import { editDistance } from '../notes/edit-distance.ts'
import { talkKinds } from '../notes/talk.ts'
import { fold } from './fold.ts'
import { type NamedField, partsOfTalks, type Sort, sorts, type TalkPart } from './query.ts'

/** The fields of the query language, as people are told of them. */
export const queryFields = [
  'speaker',
  'tag',
  'event',
  'kind',
  'year',
  'before',
  'after',
  'has',
  'lang',
  'sort',
] as const
export type QueryField = (typeof queryFields)[number]

/** Other names that people guess. */
const aliases: Readonly<Record<string, QueryField>> = {
  speakers: 'speaker',
  tags: 'tag',
  events: 'event',
  conference: 'event',
  kinds: 'kind',
  language: 'lang',
}

/** The field of a name, in any case; undefined where it is none. */
export function readField(name: string): QueryField | undefined {
  const folded = fold(name)
  return (
    queryFields.find((field) => field === folded) ??
    (Object.hasOwn(aliases, folded) ? aliases[folded] : undefined)
  )
}

/** The field that a misspelt name means. Shorter names than four letters are near to too much. */
export function nearestField(name: string): QueryField | undefined {
  const folded = fold(name)
  return folded.length < 4 || folded.length > 10 ? undefined : nearestOf(folded, queryFields, 1)
}

/** What a field's value says, or what is wrong with it. */
export type FieldValue =
  | { readonly field: NamedField; readonly value: string }
  | { readonly field: 'kind'; readonly value: (typeof talkKinds)[number] }
  | { readonly field: 'has'; readonly value: TalkPart }
  | { readonly field: 'year' | 'before' | 'after'; readonly value: number }
  | { readonly field: 'sort'; readonly value: Sort }
  | { readonly problem: string; readonly suggestion?: string }

export function readValue(field: QueryField, typed: string): FieldValue {
  switch (field) {
    case 'year':
    case 'before':
    case 'after':
      return /^\d{4}$/.test(typed)
        ? { field, value: Number(typed) }
        : { problem: `“${typed}” is no year: write four digits, as in ${field}:2012.` }
    case 'kind': {
      const read = readChoice(field, typed, talkKinds)
      return 'problem' in read ? read : { field, ...read }
    }
    case 'has': {
      const read = readChoice(field, typed, partsOfTalks)
      return 'problem' in read ? read : { field, ...read }
    }
    case 'sort': {
      const read = readChoice(field, typed, sorts)
      return 'problem' in read ? read : { field, ...read }
    }
    default:
      return { field, value: typed }
  }
}

/** `follow-ups`, `Videos` and `keynotes` are read as what they mean. */
function readChoice<Choice extends string>(field: QueryField, typed: string, choices: readonly Choice[]) {
  const plain = fold(typed).replace(/[^\p{L}]/gu, '')
  const same = choices.find((choice) => plain === choice || plain === `${choice}s` || `${plain}s` === choice)
  if (same) return { value: same }
  const nearest = nearestOf(plain, choices, 2)
  const problem = `“${typed}” means nothing to “${field}:”, which can be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`
  return { problem, ...(nearest && { suggestion: nearest }) }
}

function nearestOf<Choice extends string>(
  word: string,
  choices: readonly Choice[],
  most: number,
): Choice | undefined {
  const near = choices
    .map((choice) => ({ choice, distance: editDistance(word.slice(0, 20), choice, most) }))
    .filter(({ distance, choice }) => distance <= Math.min(most, choice.length - 3))
  return near.sort((a, b) => a.distance - b.distance)[0]?.choice
}
