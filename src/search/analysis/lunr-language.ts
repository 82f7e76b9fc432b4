import { createRequire } from 'node:module'
import lunr from 'lunr'
import { fold } from '../../text/fold.ts'

/** What lunr-languages has of one language. */
export interface LunrLanguage {
  readonly stemmer: (token: lunr.Token) => lunr.Token | string
  /** Its stop words, accents and all. */
  readonly stopWordFilter: readonly string[]
}

/**
 * Loads a language of lunr-languages, some milliseconds of work.
 * @param code as in the names of its files
 */
export function loadLanguage(code: string): LunrLanguage {
  const require = createRequire(import.meta.url)
  // The packages add themselves to the lunr that they are given: a copy leaves the real one as it is. In it, a filter of
  // stop words is the words themselves, and the segmenter that Japanese asks for is never used.
  const copy: Record<string, unknown> = {
    ...lunr,
    Pipeline: { registerFunction: () => {} },
    generateStopWordFilter: (words: readonly string[]) => words,
    TinySegmenter: class {},
  }
  for (const name of ['stemmer.support', code]) require(`lunr-languages/lunr.${name}.js`)(copy)
  return copy[code] as LunrLanguage
}

const withStopWords: ReadonlySet<string> = new Set(
  'ar da de el es fi fr he hu it ja ko nl no pl pt ro ru sv tr zh'.split(' '),
)

/** By code, loaded when first asked for. */
const stopWords = new Map<string, ReadonlySet<string>>()

/** Words that only hold a sentence together, folded; none for English, whose lists are our own. */
export function stopWordsOf(code: string): ReadonlySet<string> {
  if (!withStopWords.has(code)) return new Set()
  const words = stopWords.get(code) ?? new Set(loadLanguage(code).stopWordFilter.map(fold))
  stopWords.set(code, words)
  return words
}

/** The language alone, as lunr-languages calls it: `pt` for `pt-BR`. */
export function languageCodeOf(language: string): string {
  const [code = ''] = language.toLowerCase().split('-')
  return code === 'nb' || code === 'nn' ? 'no' : code
}
