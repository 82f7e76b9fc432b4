import type { QueryWord } from '../../search/query/query.ts'

const maxPhraseWords = 5

/** How many words each of the phrases has that stand at a place. */
export function lengthsAt(
  all: readonly QueryWord[],
  at: number,
  phrases: ReadonlySet<string> | ((phrase: string) => boolean),
): number[] {
  const isOne = typeof phrases === 'function' ? phrases : (phrase: string) => phrases.has(phrase)
  const lengths: number[] = []
  let phrase = ''
  for (let length = 1; length <= maxPhraseWords && at + length <= all.length; length++) {
    phrase += `${length === 1 ? '' : ' '}${all[at + length - 1]!.folded}`
    if (isOne(phrase)) lengths.push(length)
  }
  return lengths
}
