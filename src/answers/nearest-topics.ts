import type { Topic } from '../search/search-engine.ts'
import { fold } from '../text/fold.ts'

const topicsSuggested = 3

/**
 * The tags of the notes that are spelled most like the question's words, then those of more talks: what someone whose
 * question found nothing, or little, can try. Tags that resemble nothing of it are no help.
 */
export function nearestTopics(words: readonly string[], topics: readonly Topic[]): string[] {
  const asked = words.map((word) => pairsOf(fold(word)))
  const pairsOfTags = knownPairs.get(topics) ?? topics.map(({ tag }) => pairsOf(fold(tag)))
  knownPairs.set(topics, pairsOfTags)
  return topics
    .map(({ tag, talks }, place) => {
      const pairs = pairsOfTags[place]!
      return { tag, talks, resemblance: Math.max(0, ...asked.map((word) => resemblanceOf(word, pairs))) }
    })
    .filter(({ resemblance }) => resemblance >= minResemblance)
    .sort((a, b) => b.resemblance - a.resemblance || b.talks - a.talks || (a.tag < b.tag ? -1 : 1))
    .slice(0, topicsSuggested)
    .map(({ tag }) => tag)
}

const minResemblance = 0.7

/** By the topics of one reading of the notes. */
const knownPairs = new WeakMap<readonly Topic[], readonly ReadonlySet<string>[]>()

/** Dice's coefficient of letter pairs: 1 for the same word, 0 for nothing in common. */
function resemblanceOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / Math.max(1, a.size + b.size)
}

function pairsOf(word: string): ReadonlySet<string> {
  const letters = Array.from(` ${word} `)
  return new Set(letters.slice(1).map((letter, place) => letters[place]! + letter))
}
