import { createRequire } from 'node:module'
import lunr from 'lunr'

/**
 * The stem of a folded word: Porter's for English, Snowball's by lunr-languages for others. Words that are not plain
 * letters, and those of languages without a stemmer, stay as they are.
 * @param language as in `Talk.language`
 * @example stem('programmazione', 'it') // => 'programm'
 */
export function stem(word: string, language = 'en'): string {
  if (language === 'en' || codeOf(language) === 'en')
    return /^[a-z]{3,}$/.test(word) ? run(lunr.stemmer, word) : word
  const stemmer = stemmerOf(language)
  return stemmer && /^\p{L}{3,}$/u.test(word) ? run(stemmer, word) : word
}

/** All stems that a word of a question has in the given languages, the English one first. */
export function stemsOf(word: string, languages: readonly string[]): string[] {
  return [...new Set([stem(word), ...languages.map((language) => stem(word, language))])]
}

/** Of the languages of talks, those with a stemmer of their own besides English, each once. */
export function stemmedLanguages(languages: Iterable<string>): string[] {
  const codes = Array.from(new Set(languages), codeOf)
  return [...new Set(codes)].filter((code) => code !== 'en' && stemmed.has(code)).sort()
}

/** Those of lunr-languages that stem without a segmenter. */
const stemmed: ReadonlySet<string> = new Set('ar da de el es fi fr hu it nl no pl pt ro ru sv tr'.split(' '))

type Stemmer = (token: lunr.Token) => lunr.Token | string

function run(stemmer: Stemmer, word: string): string {
  return stemmer(new lunr.Token(word, {})).toString() || word
}

/** Loaded when first needed: most teams have notes in one language. */
const loaded = new Map<string, Stemmer | undefined>()

function stemmerOf(language: string): Stemmer | undefined {
  const code = codeOf(language)
  if (!loaded.has(code)) loaded.set(code, load(code))
  return loaded.get(code)
}

/** The language alone, as lunr-languages calls it: `pt` for `pt-BR`. */
function codeOf(language: string): string {
  const [code = ''] = language.toLowerCase().split('-')
  return code === 'nb' || code === 'nn' ? 'no' : code
}

function load(code: string): Stemmer | undefined {
  if (!stemmed.has(code)) return undefined
  const require = createRequire(import.meta.url)
  // The packages hang themselves on the lunr that they are given: a copy leaves the real one as it is.
  const copy: Record<string, unknown> = { ...lunr, Pipeline: { registerFunction: () => {} } }
  for (const name of ['stemmer.support', code]) require(`lunr-languages/lunr.${name}.js`)(copy)
  return (copy[code] as { readonly stemmer: Stemmer }).stemmer
}
