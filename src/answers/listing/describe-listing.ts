import type { Listed } from './listing.ts'
import type { Narrowing } from './read-narrowings.ts'

/**
 * How many there are of what, as a sentence: `The notes have 6 talks tagged testing; 9 have the word “testing”.`
 * @param saying how many talks say the name of the tag that they are narrowed to, if that was counted
 */
export function describeListing(
  { of, narrowings }: { readonly of: Listed; readonly narrowings: readonly Narrowing[] },
  total: number,
  saying?: number,
): string {
  const kind = narrowings.find(({ clause }) => kinds.has(clause))
  const talks = kinds.get(kind?.clause ?? '') ?? nouns.talk
  const [one, several] = of === 'talk' ? talks : nouns[of]
  const count = total === 0 ? 'no' : total.toLocaleString('en')
  const isMention = ({ field }: Narrowing) => field === 'words'
  const [others, mentions] = [
    narrowings.filter((one) => one !== kind && !isMention(one)),
    narrowings.filter(isMention),
  ]
  // "Speakers at EuroPython" needs no talks between.
  const isOfTalks = kind !== undefined || others.some(({ field }) => field !== 'event')
  const link = of !== 'talk' && isOfTalks ? [`of ${talks[1]}`] : []
  const said = [...others, ...mentions].map((narrowing) => describeNarrowing(narrowing, total))
  const narrowed = said.map((words, at) => goingOn(words, said[at - 1] ?? ''))
  const words = ['The notes', verbOf[of] ?? 'have', count, total === 1 ? one : several, ...link, ...narrowed]
  const tag = narrowings.find(({ field }) => field === 'tag')
  if (saying === undefined || tag === undefined || saying === total) return `${words.join(' ')}.`
  const [counted, verb] =
    saying === 0 ? ['none', 'has'] : [saying.toLocaleString('en'), saying === 1 ? 'has' : 'have']
  return `${words.join(' ')}; ${counted} ${verb} the word${tag.name.includes(' ') ? 's' : ''} “${tag.name}”.`
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

const kinds: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ['kind:keynote', ['keynote', 'keynotes']],
  ['kind:lightning', ['lightning talk', 'lightning talks']],
])

/** `tag:"continuous integration"` is “tagged continuous integration”. */
function describeNarrowing({ field, clause, name }: Narrowing, total: number): string {
  if (field === 'words') return `that ${total === 1 ? 'mentions' : 'mention'} ${name}`
  const words = ways[/^[^:：]*/.exec(clause)![0].toLowerCase()]
  return words === undefined ? `with ${clause}` : `${words} ${name}`
}

/** `without slides`, then `without video` is “without slides or video”. */
function goingOn(words: string, before: string): string {
  const way = /^with(?:out)? /.exec(words)?.[0]
  if (way === undefined || !before.startsWith(way)) return words
  return `${way === 'with ' ? 'and' : 'or'} ${words.slice(way.length)}`
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
  lang: 'in',
  room: 'in',
  date: 'on',
}
