import { fold } from '../../text/fold.ts'
import { rememberingOf } from '../../text/remembering.ts'
import { languageCodeOf, stopWordsOf } from '../analysis/stem.ts'
import { askingWordLists } from './asking-word-lists.ts'
import type { QueryWord } from './query.ts'

/**
 * Which words of a question only hold it together, or only ask, in the language that it is asked in: English ones are
 * known to `roleOf`, so this is about the other languages of the notes.
 * @param words of the question
 * @param languages of the notes
 * @returns them folded
 * @example wordsThatOnlyAsk(parseQuery('Chi ha parlato di asyncio?').words, ['en', 'it']) // => all but asyncio
 */
export function wordsThatOnlyAsk(
  words: readonly Pick<QueryWord, 'folded' | 'role'>[],
  languages: readonly string[],
): ReadonlySet<string> {
  const asking = askingWordsOf(languages)
  const counts = new Map<string, number>()
  for (const { folded } of words)
    for (const code of asking.get(folded) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  if (most < minAskingWords || most <= words.filter(asksInEnglish).length) return none
  const asked = codesOf(languages).find((code) => counts.get(code) === most)!
  return new Set(words.map(({ folded }) => folded).filter((word) => asking.get(word)?.includes(asked)))
}

const none: ReadonlySet<string> = new Set()

function asksInEnglish({ role }: Pick<QueryWord, 'role'>): boolean {
  return role === 'grammar' || role === 'request'
}

/** Whether a word only asks in one of some languages, or holds a question together: `comment`, `wieso`. */
export function asksIn(word: string, languages: readonly string[]): boolean {
  return askingWordsOf(languages).has(word)
}

/** In which questions are asked of English notes, too: of all that is known how to ask in, those that are written like English. */
export const askedLanguages: readonly string[] = ['de', 'es', 'fr', 'it', 'nl', 'pt']

/** A single one may be a word of another language: `die` is German, and English. */
const minAskingWords = 2

const codesOf = rememberingOf((languages: readonly string[]) => [...new Set(languages.map(languageCodeOf))])

/** By word that only asks in some of these languages: in which. */
const askingWordsOf = rememberingOf(
  (languages: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const asking = new Map<string, string[]>()
    for (const code of codesOf(languages))
      for (const word of new Set([...stopWordsOf(code), ...(alsoAsking.get(code) ?? [])]))
        asking.set(word, [...(asking.get(word) ?? []), code])
    return asking
  },
)

const alsoAsking: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(askingWordLists).map(([code, words]) => [code, words.split(/\s+/).map(fold)]),
)
