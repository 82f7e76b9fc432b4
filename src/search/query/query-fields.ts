import { fold } from '../../text/fold.ts'
import { nearestName, nearestNames } from '../../text/nearest-names.ts'

/** The fields of the query language, as people are told of them. */
const queryFields = [
  'speaker',
  'tag',
  'event',
  'kind',
  'room',
  'date',
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
  rooms: 'room',
  language: 'lang',
  languages: 'lang',
}

/** The field of a name, in any case; undefined if it is none. */
export function readField(name: string): QueryField | undefined {
  const folded = fold(name)
  return isField(folded) ? folded : Object.hasOwn(aliases, folded) ? aliases[folded] : undefined
}

/** Whether it is a field's own name: others, such as "type" and "topic", are also words before a colon. */
export function isOwnName(name: string): boolean {
  return isField(fold(name))
}

function isField(name: string): name is QueryField {
  return (queryFields as readonly string[]).includes(name)
}

/** The fields that a misspelt name may mean, likeliest first. */
export function nearestFields(name: string): QueryField[] {
  const folded = fold(name)
  if (folded.length < 3 || folded.length > maxFieldNameLength) return []
  const near = nearestNames(folded, [...queryFields, ...Object.keys(aliases)], { tolerance: 'narrow' })
  return [...new Set(near.flatMap(({ name: known }) => readField(known) ?? []))]
}

const maxFieldNameLength = 13

/** What a field takes, as people are told. */
export const needs: Readonly<Record<QueryField, string>> = {
  speaker: 'a name',
  tag: 'a tag',
  event: 'a name',
  kind: 'a kind',
  room: 'a name',
  date: 'a day such as 2026-12-01',
  year: 'a year',
  before: 'a year',
  after: 'a year',
  since: 'a year',
  until: 'a year',
  has: 'a word such as video',
  lang: 'a language',
  sort: 'an order such as newest',
}

/** Other names of kinds and orders that people guess. */
export const otherKinds = { lightningtalk: 'lightning' } as const
export const otherSorts = {
  new: 'newest',
  latest: 'newest',
  recent: 'newest',
  date: 'newest',
  old: 'oldest',
  earliest: 'oldest',
} as const

type Nearest<Choice> =
  | { readonly isSame: true; readonly choice: Choice }
  | { readonly isSame: false; readonly choice: Choice | undefined }

/** `follow-ups`, `Videos` and `keynotes` are the same as what they mean. */
export function nearestChoice<Choice extends string>(
  typed: string,
  choices: readonly Choice[],
  others: Readonly<Record<string, Choice>>,
): Nearest<Choice> {
  const plain = fold(typed).replace(/[^\p{L}]/gu, '')
  const meanings = new Map([
    ...choices.map((choice) => [choice, choice] as const),
    ...Object.entries(others),
  ] as const)
  const same = [...meanings].find(([name]) => plain === name || plain === `${name}s` || `${plain}s` === name)
  if (same) return { isSame: true, choice: same[1] }
  const near = nearestName(plain, [...meanings.keys()])
  return { isSame: false, choice: near === undefined ? undefined : meanings.get(near) }
}
