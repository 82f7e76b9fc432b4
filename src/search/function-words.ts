import { createRequire } from 'node:module'
import lunr from 'lunr'

/**
 * Whether a word only holds a sentence of its language together, as `vous`, `para` or `это` do: by the lists of
 * lunr-languages, which know accents. False for languages without one, and for English.
 * @param language BCP 47
 */
export function isFunctionWord(written: string, language: string): boolean {
  const [code = ''] = language.toLowerCase().split('-')
  if (!listed.has(code)) return false
  const filter = filters.get(code) ?? load(code)
  filters.set(code, filter)
  return filter(new lunr.Token(written.toLowerCase(), {})) === undefined
}

const listed: ReadonlySet<string> = new Set('da de es fi fr hu it nl no pt ro ru sv tr'.split(' '))

type StopWordFilter = (token: lunr.Token) => lunr.Token | undefined

/** Loaded when first needed. */
const filters = new Map<string, StopWordFilter>()

function load(code: string): StopWordFilter {
  const require = createRequire(import.meta.url)
  // The packages hang themselves on the lunr that they are given: a copy leaves the real one as it is.
  const copy: Record<string, unknown> = { ...lunr, Pipeline: { registerFunction: () => {} } }
  for (const name of ['stemmer.support', code]) require(`lunr-languages/lunr.${name}.js`)(copy)
  return (copy[code] as { readonly stopWordFilter: StopWordFilter }).stopWordFilter
}
