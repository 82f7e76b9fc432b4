import type { Talk } from '../../notes/talk.ts'
import { fold } from '../../text/fold.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import { analyze, type Token } from '../analysis/analyzer.ts'
import { textsOf } from '../index/talk-texts.ts'
import { isTopicWord, rootOfTerm } from './topic-word.ts'

/** What two talks have in common: why one is shown beside the other. */
export interface SharedTopics {
  /** Names of speakers, as the other talk gives them. */
  readonly speakers: readonly string[]
  readonly tags: readonly string[]
  /** Further words that both use and few others do, highest weight first, as the other talk spells them. */
  readonly words: readonly string[]
}

const maxSharedWords = 3

/** @param terms of the first talk that the other has too, highest weight first */
export function sharedTopics(talk: Talk, other: Talk, terms: readonly string[]): SharedTopics {
  const speakers = inBoth(
    talk.speakers.map(({ name }) => name),
    other.speakers.map(({ name }) => name),
    fold,
  )
  const tags = inBoth(talk.tags, other.tags, formOf)
  return {
    speakers,
    tags,
    words: topicsAsWritten(terms, other, [...speakers, ...tags]).slice(0, maxSharedWords),
  }
}

/**
 * The terms as the talk first writes them, in their order, without words that differ by case or ending alone, those that
 * are no topics, and the names of the talk's speakers and event, which stand beside it anyway.
 * @param shown what stands beside them already
 */
export function topicsAsWritten(
  terms: readonly string[],
  talk: Talk,
  shown: readonly string[] = [],
): string[] {
  const termsIn = (texts: readonly string[]) => texts.flatMap((text) => termsOf(text, talk.language))
  const tags = new Set(termsIn(talk.tags))
  const event = termsIn([talk.event.name]).filter((term) => !tags.has(term))
  const speakers = termsIn(talk.speakers.map(({ name, handle = '' }) => `${name} ${handle}`))
  const known = new Set([...event, ...speakers, ...termsIn(shown)].map(rootOfTerm))
  return asWritten(terms, talk).filter((word) => {
    const [whole, ...parts] = termsOf(word, talk.language).map(rootOfTerm)
    const isNew = whole !== undefined && !known.has(whole) && isTopicWord(word, talk.language)
    for (const root of isNew ? [whole, ...parts] : []) known.add(root)
    return isNew
  })
}

/** Those of theirs that we have too, each once. */
function inBoth(ours: readonly string[], theirs: readonly string[], keyOf: (name: string) => string) {
  const known = new Set(ours.map(keyOf))
  return theirs.filter((name) => known.delete(keyOf(name)))
}

/** The same for `unit test` and `Unit tests`. */
function formOf(tag: string): string {
  return termsOf(tag).join(' ') || fold(tag)
}

function termsOf(text: string, language = 'en'): string[] {
  return analyze(text, language).map(({ term }) => term)
}

/** Fields that have a word for a reason other than the topic. */
const unread: ReadonlySet<string> = new Set(['event', 'links'])

/** The first word of the talk for each term, except words in addresses. */
function asWritten(terms: readonly string[], talk: Talk): string[] {
  const words = new Map<string, string>()
  for (const { field, text } of textsOf(talk)) {
    if (words.size === terms.length) break
    if (unread.has(field)) continue
    const addresses = webAddressesIn(text)
    const isInAddress = ({ start }: Token) => addresses.some(([from, to]) => start >= from && start < to)
    for (const token of analyze(text, talk.language)) {
      const { term, start, end } = token
      if (terms.includes(term) && !words.has(term) && !isInAddress(token))
        words.set(term, text.slice(start, end))
    }
  }
  return terms.flatMap((term) => words.get(term) ?? [])
}
