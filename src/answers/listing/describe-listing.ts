import { describeDate, describeRange } from '../../calendar/describe-days.ts'
import type { Talk } from '../../notes/talk.ts'
import { partsOfTalks, type Sort, type TalkPart } from '../../search/query/query.ts'
import { nearestChoice } from '../../search/query/query-fields.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { enumerate } from '../../text/enumerate.ts'
import { nounsByKind } from './kind-nouns.ts'
import type { Listed, ListedValue } from './listing.ts'
import type { ListRequest } from './read-list-request.ts'
import type { Narrowing } from './read-narrowings.ts'

/**
 * Says how many there are of what: `The notes have 6 talks tagged testing; 9 have the word “testing”.`
 * @param saying how many talks mention the tag that the list is narrowed to, if that was counted
 */
export function describeListing(
  { of, narrowings }: { readonly of: Listed; readonly narrowings: readonly Narrowing[] },
  total: number,
  saying?: number,
): string {
  const kind = narrowings.find(({ clause }) => clause.startsWith('kind:'))
  const talks = kind === undefined ? nouns.talk : nounsOfKinds(kind.clause)
  const [one, several] = of === 'talk' ? talks : nouns[of]
  const count = total === 0 ? 'no' : total.toLocaleString('en')
  const isMention = ({ field }: Narrowing) => field === 'words'
  const [others, mentions] = [
    narrowings.filter((one) => one !== kind && !isMention(one)),
    narrowings.filter(isMention),
  ]
  // "Speakers at EuroPython" needs no talks between.
  const isOfTalks = kind !== undefined || mentions.length > 0 || others.some(({ field }) => field !== 'event')
  const link = of !== 'talk' && isOfTalks ? [`of ${talks[1]}`] : []
  // Of anything else, talks are named in the plural.
  const narrowed = describeNarrowings([...others, ...mentions], of === 'talk' ? total : 2)
  const counted = [verbOf[of] ?? 'have', count, total === 1 ? one : several]
  const words =
    of === 'lang' && narrowed.length > 0
      ? ['The notes', `of ${talks[1]}`, ...narrowed, ...counted]
      : ['The notes', ...counted, ...link, ...narrowed]
  const tag = narrowings.find(({ field }) => field === 'tag')
  if (saying === undefined || tag === undefined || saying === total) return `${words.join(' ')}.`
  const [sayingIt, verb] =
    saying === 0 ? ['none', 'has'] : [saying.toLocaleString('en'), saying === 1 ? 'has' : 'have']
  return `${words.join(' ')}; ${sayingIt} ${verb} the word${tag.name.includes(' ') ? 's' : ''} “${tag.name}”.`
}

const nouns: Readonly<Record<Listed, readonly [one: string, several: string]>> = {
  talk: ['talk', 'talks'],
  speaker: ['speaker', 'speakers'],
  tag: ['tag', 'tags'],
  event: ['event', 'events'],
  year: ['year', 'years'],
  room: ['room', 'rooms'],
  kind: ['kind of talk', 'kinds of talks'],
  lang: ['language', 'languages'],
}

const verbOf: Partial<Readonly<Record<Listed, string>>> = {
  speaker: 'name',
  event: 'cover',
  year: 'cover',
  lang: 'are in',
}

/** nounsOfKinds('kind:keynote,lightning') // => ['keynote or lightning talk', 'keynotes and lightning talks'] */
function nounsOfKinds(clause: string): readonly [one: string, several: string] {
  const kinds = clause.slice('kind:'.length).split(',')
  const names = kinds.map((kind) => nounsByKind.get(kind) ?? nouns.talk)
  return [
    enumerate(
      names.map(([one]) => one),
      'or',
    ),
    enumerate(
      names.map(([, several]) => several),
      'and',
    ),
  ]
}

/** Says which of them the most or fewest talks have, if that is asked for: `The most talks, 8 each, are tagged deployment and django.` */
export function describeMost(
  { of, isOfMost, isOfFewest }: Pick<ListRequest, 'of' | 'isOfMost' | 'isOfFewest'>,
  values: readonly Pick<ListedValue, 'value' | 'talks'>[],
): readonly string[] {
  if (!(isOfMost || isOfFewest) || values.length < 2) return []
  const counts = values.map(({ talks = 0 }) => talks)
  const [most, fewest] = [counts.reduce((a, b) => Math.max(a, b)), counts.reduce((a, b) => Math.min(a, b))]
  if (most === 1) return ['None has more than one talk.']
  const bound = isOfFewest ? fewest : most
  const first = values.filter(({ talks }) => talks === bound).map(({ value }) => value)
  const [what, count] = [isOfFewest ? 'fewest' : 'most', bound.toLocaleString('en')]
  if (first.length > maxFirst) return [`${first.length} of them have the ${what} talks, ${count} each.`]
  const each = first.length > 1 ? ' each' : ''
  const be = bound === 1 && first.length === 1 ? 'is' : 'are'
  return [`The ${what} talks, ${count}${each}, ${be} ${ways[of] ?? ''} ${enumerate(first, 'and')}.`]
}

const maxFirst = 3

/**
 * Says which talk comes first by date, if one is asked for: `The newest is “Knots”, of 3 July 2012.`
 * @param results the first of all, in order
 */
export function describeFirst(request: OfFirst, results: readonly TalkFound[]): readonly string[] {
  const { sort, isOfOne } = request
  if (isOfOne === undefined || sort === undefined || results.length < 2) return []
  const { first, day, withoutDay, tied } = firstByDate(request, results)
  if (first === undefined) return ['The notes do not say when they were.']
  if (withoutDay.includes(first))
    return [
      `The ${sort} are of ${first.event.name}, which began on ${describeDate(day)}; the notes do not say on which day each is.`,
    ]
  const isUnsure = withoutDay.length > 0
  if (tied.length < 2)
    return [`The ${sort}${isUnsure ? ' that has a day' : ''} is “${first.title}”, of ${describeDate(day)}.`]
  return [`The ${sort}${isUnsure ? ' that have a day' : ''} are of ${describeDate(day)}.`]
}

type OfFirst = Pick<ListRequest, 'sort' | 'isOfOne'>
type TalkFound = Pick<SearchResult, 'talk'>

/** The talks that come first by date alike, if one is asked for; undefined if the notes do not say which they are. */
export function talksFirst<T extends TalkFound>(
  request: OfFirst,
  results: readonly T[],
): readonly T[] | undefined {
  const { first, day, withoutDay, tied } = firstByDate(request, results)
  if (!request.isOfOne || first === undefined || withoutDay.includes(first)) return undefined
  // Of another year, one without a day surely comes before.
  const before = results.slice(
    0,
    results.findIndex(({ talk }) => talk === first),
  )
  const isOfYear = before.every(({ talk: { event } }) => event.year === Number(day.slice(0, 4)))
  return isOfYear ? results.filter(({ talk }) => tied.includes(talk)) : undefined
}

function firstByDate({ sort }: OfFirst, results: readonly TalkFound[]) {
  const talks = results.map(({ talk }) => talk)
  const first = talks.find(dayOf)
  const day = first === undefined ? '' : dayOf(first)!
  // An event's talk without a day may be as new, or as old.
  const isSameEvent = ({ event }: Talk) => event.id === first?.event.id
  const isOneOfSome = talks.filter(isSameEvent).length > 1
  const withoutDay = talks.filter(
    (talk) => !dayOf(talk) || (isOneOfSome && isSameEvent(talk) && talk.date === undefined),
  )
  const isTied = (talk: Talk) =>
    dayOf(talk) === day && first !== undefined && timeOf(talk, sort) === timeOf(first, sort)
  return { first, day, withoutDay, tied: talks.filter((talk) => !withoutDay.includes(talk) && isTied(talk)) }
}

const dayOf = ({ date, event }: Talk) => date ?? event.starts
/** The first talk of a day counts only if the oldest is asked for, and only if all talks are in one place. */
const timeOf = ({ starts }: Talk, sort: Sort | undefined) => (sort === 'oldest' ? starts : undefined)

/** `tag:"continuous integration"` is “tagged continuous integration”. */
export const describeNarrowing = (narrowing: Narrowing, total: number): string =>
  describeNarrowings([narrowing], total).join(' ')

/** What narrows in the same way is said together: `without slides or video`, `not tagged django or flask`. */
function describeNarrowings(narrowings: readonly Narrowing[], total: number): readonly string[] {
  const said = narrowings.map((narrowing) => wayAndName(narrowing, total))
  return Array.from(
    Map.groupBy(said, ({ way }) => way),
    ([way, all]) =>
      `${way} ${enumerate([...new Set(all.map(({ name }) => name))], excludes.test(way) ? 'or' : 'and')}`,
  )
}

const excludes = /^(?:not|without|other than)\b/

function wayAndName({ field, clause, name }: Narrowing, total: number) {
  if (field === 'words' && clause.startsWith('-')) return { way: 'without', name: `“${name}”` }
  if (field === 'words') return { way: `that ${total === 1 ? 'mentions' : 'mention'}`, name }
  const [key = ''] = /^[^:：]*/.exec(clause) ?? []
  const way = ways[key.toLowerCase()]
  if (way === undefined) return { way: 'with', name: clause }
  const [first = '', last = first] = name.split('..')
  if (field === 'date' && [first, last].every((day) => wholeDate.test(day)))
    return { way: first === last ? way : 'from', name: describeRange({ first, last }) }
  const said =
    field === 'has'
      ? describeParts(clause.slice(key.length + 1))
      : field === 'lang'
        ? capitalised(name)
        : key === '-kind'
          ? (nounsByKind.get(name.toLowerCase())?.[1] ?? name)
          : name
  return { way, name: said }
}

const wholeDate = /^\d{4}-\d{2}-\d{2}$/

const capitalised = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

/** describeParts('slides,video') // => 'slides or a video' */
function describeParts(parts: string): string {
  const names = parts.split(/[,、，]\s*/).map((part) => nearestChoice(part, partsOfTalks, {}).choice)
  return enumerate(
    names.flatMap((part) => (part ? partNouns[part] : [])),
    'or',
  )
}

const partNouns: Readonly<Record<TalkPart, string>> = {
  video: 'a video',
  slides: 'slides',
  code: 'code',
  followups: 'follow-ups',
  speaker: 'a speaker',
}

const ways: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  speaker: 'by',
  tag: 'tagged',
  event: 'at',
  year: 'of',
  before: 'before',
  after: 'after',
  since: 'since',
  until: 'until',
  has: 'with',
  '-has': 'without',
  '-tag': 'not tagged',
  '-speaker': 'not by',
  '-event': 'not at',
  '-lang': 'not in',
  '-kind': 'other than',
  lang: 'in',
  room: 'in',
  date: 'on',
}
