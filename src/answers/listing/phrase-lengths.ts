import type { QueryWord } from '../../search/query/query.ts'
import { rememberingOf } from '../../text/remembering.ts'

const maxPhraseWords = 5

/** For each phrase that stands at a place, how many words it has. */
export function lengthsAt(
  all: readonly QueryWord[],
  at: number,
  phrases: ReadonlySet<string> | ((phrase: string) => boolean),
): number[] {
  const isOne = typeof phrases === 'function' ? phrases : (phrase: string) => phrases.has(phrase)
  const lengths: number[] = []
  phrasesAt(all, at).forEach((phrase, index) => {
    if (isOne(phrase)) lengths.push(index + 1)
  })
  return lengths
}

/** All that begin at a place, shortest first. Each place is looked up in many lists of phrases. */
function phrasesAt(all: readonly QueryWord[], at: number): readonly string[] {
  const byPlace = phrasesByPlace(all)
  const made = byPlace[at] ?? phrasesFrom(all, at)
  byPlace[at] = made
  return made
}

const phrasesByPlace = rememberingOf((_: readonly QueryWord[]): (readonly string[])[] => [])

function phrasesFrom(all: readonly QueryWord[], at: number): readonly string[] {
  const phrases: string[] = []
  let phrase = ''
  for (const { folded } of all.slice(at, at + maxPhraseWords)) {
    phrase += phrases.length === 0 ? folded : ` ${folded}`
    phrases.push(phrase)
  }
  return phrases
}
